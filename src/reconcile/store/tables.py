"""The tables, as queries see them. ``db/versions`` makes them; a test holds the two together.

Facts are flat: what a noun has several of (dates, cues, marks) is one JSON column. The ledger's ``action`` and
``object`` repeat two fields of the hashed body for the sake of an index; ``verify`` holds them to it.
"""

from collections.abc import Mapping

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    column,
    event,
    table,
)
from sqlalchemy.schema import DDL, ExecutableDDLElement

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)

Key = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is looked up or ordered by: code-point order on every database."""

Number = BigInteger().with_variant(Integer(), "sqlite")
"""A ledger number; ``INTEGER`` on SQLite, where only that makes it the row's own key."""


def belongs(target: str) -> ForeignKey:
    """Return the key to a row without which this one has no meaning, and goes."""
    return ForeignKey(target, ondelete="CASCADE")


source = Table(
    "source",
    metadata,
    Column("slug", Key, primary_key=True),
    Column("name", Text, nullable=False),
    Column("grade", Text, nullable=False),
)

blob = Table(
    "blob",
    metadata,
    Column("sha256", Key, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

document = Table(
    "document",
    metadata,
    Column("id", Key, primary_key=True),
    Column("path", Key, nullable=False, index=True),
    Column("source", Key, ForeignKey("source.slug"), nullable=False, index=True),
    Column("sha256", Key, ForeignKey("blob.sha256"), nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("reader", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("citation", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("charset", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("segments", Text, nullable=False),
    Column("records", Text, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("id", Key, primary_key=True),
    Column("document", Key, belongs("document.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("asserters", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("polarity_kind", Text),
    Column("modality", Text, nullable=False),
    Column("confidence", Text, nullable=False),
    Column("dates", Text, nullable=False),
    Column("quantities", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("context", Text, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("offered", Text, nullable=False),
    Column("cues", Text, nullable=False),
    Index(None, "document", "start", "end", "ordinal"),
)

link = Table(
    "link",
    metadata,
    Column("id", Key, primary_key=True),
    Column("left", Key, belongs("claim.id"), nullable=False, index=True),
    Column("right", Key, belongs("claim.id"), nullable=False, index=True),
    Column("score", Double, nullable=False),
    Column("features", Text, nullable=False),
)

topic = Table(
    "topic",
    metadata,
    Column("id", Key, primary_key=True),
    Column("label", Text, nullable=False),
)

topic_member = Table(
    "topic_member",
    metadata,
    Column("topic", Key, belongs("topic.id"), primary_key=True),
    Column("claim", Key, belongs("claim.id"), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
)

verdict = Table(
    "verdict",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("relation", Key, nullable=False, index=True),
    Column("left", Key, belongs("claim.id"), nullable=False, index=True),
    Column("right", Key, belongs("claim.id"), nullable=False, index=True),
    Column("left_marks", Text, nullable=False),
    Column("right_marks", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("severity", Double, nullable=False),
    Column("because", Text),
)

problem = Table(
    "problem",
    metadata,
    Column("id", Key, primary_key=True),
    Column("code", Key, nullable=False),
    Column("document", Key, nullable=False, index=True),
    Column("where", Key, nullable=False),
    Column("message", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("refused", Boolean, nullable=False),
)

FACTS = (source, blob, document, claim, link, topic, topic_member, verdict, problem)
"""What sources say and the machine made of it: all of it can be made again."""

ledger = Table(
    "ledger",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
    Column("leaf", LargeBinary, nullable=False),
    Column("action", Key, nullable=False),
    Column("object", Key, nullable=False),
    CheckConstraint("length(leaf) = 32", name="leaf"),
    Index(None, "object", "action", "number"),
)

head = Table(
    "ledger_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("origin", Text, nullable=False),
    Column("size", Number, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="one"),
)

rationale = Table(
    "rationale",
    metadata,
    Column("number", Number, ForeignKey("ledger.number"), primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
)
"""The words of a decision, apart from its entry, which holds only their salted digest: they can be withheld."""

standing = table(
    "standing",
    column("conflict", Text),
    column("status", Text),
    column("number", Integer),
    column("deciding", Integer),
    column("assigning", Integer),
    column("comments", Integer),
)
"""The view below, as queries see it."""

STANDING = """\
CREATE VIEW standing AS
SELECT told.conflict, told.number, told.deciding, told.assigning, told.comments,
  CASE decided.action
    WHEN 'conflict.resolve' THEN 'resolved'
    WHEN 'conflict.dismiss' THEN 'dismissed'
    WHEN 'conflict.assign' THEN 'under review'
    ELSE 'open'
  END AS status
FROM (
  SELECT object AS conflict, max(number) AS number,
    max(CASE WHEN action <> 'conflict.comment' THEN number END) AS deciding,
    max(CASE WHEN action IN ('conflict.assign', 'conflict.reopen') THEN number END) AS assigning,
    sum(CASE WHEN action = 'conflict.comment' THEN 1 ELSE 0 END) AS comments
  FROM ledger
  WHERE action IN ('conflict.assign', 'conflict.comment', 'conflict.dismiss', 'conflict.reopen', 'conflict.resolve')
  GROUP BY object
) AS told
LEFT JOIN ledger AS decided ON decided.number = told.deciding"""
"""The fold of the decisions on each conflict: its status, and the numbers of the entries that say the rest.

No JSON function in it: SQLite 3.40 refuses those in a view when ``trusted_schema`` is off ("unsafe use").
"""

REFUSAL = "the ledger is append-only"
RAISED = f"RAISE EXCEPTION '{REFUSAL}'"
EACH = "FOR EACH ROW EXECUTE FUNCTION ledger_refuse()"
AGAIN = "WHEN EXISTS (SELECT 1 FROM ledger WHERE number = NEW.number)"

TRIGGERS: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        f"CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT raise(ABORT, '{REFUSAL}'); END",
        f"CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT raise(ABORT, '{REFUSAL}'); END",
        f"CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger {AGAIN} BEGIN SELECT raise(ABORT, '{REFUSAL}'); END",
        f"CREATE TRIGGER head_no_delete BEFORE DELETE ON ledger_head BEGIN SELECT raise(ABORT, '{REFUSAL}'); END",
    ),
    "postgresql": (
        f"CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {RAISED}; END $$",
        f"CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON ledger {EACH}",
        "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger EXECUTE FUNCTION ledger_refuse()",
        f"CREATE TRIGGER head_no_delete BEFORE DELETE ON ledger_head {EACH}",
        "CREATE TRIGGER head_no_truncate BEFORE TRUNCATE ON ledger_head EXECUTE FUNCTION ledger_refuse()",
    ),
}
"""What keeps a slip of SQL from changing the ledger. ``ledger_no_replace``: SQLite's REPLACE deletes untriggered."""

for dialect, statements in TRIGGERS.items():
    for statement in (*statements, STANDING):
        on_create: ExecutableDDLElement = DDL(statement)  # type: ignore[no-untyped-call]
        event.listen(metadata, "after_create", on_create.execute_if(dialect=dialect))
