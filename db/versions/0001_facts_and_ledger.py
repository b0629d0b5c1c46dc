"""Facts and the ledger: the first schema."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION = 0x5265636F
"""SQLite's ``application_id`` of reconcile's files."""

Key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

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

RAISED = "RAISE EXCEPTION 'the ledger is append-only'"
AGAIN = "WHEN EXISTS (SELECT 1 FROM ledger WHERE number = NEW.number)"
REFUSES = {
    "sqlite": "BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END",
    "postgresql": "FOR EACH ROW EXECUTE FUNCTION ledger_refuse()",
}

TRIGGERS = {
    "sqlite": (
        f"CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger {REFUSES['sqlite']}",
        f"CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger {REFUSES['sqlite']}",
        f"CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger {AGAIN} {REFUSES['sqlite']}",
        f"CREATE TRIGGER head_no_delete BEFORE DELETE ON ledger_head {REFUSES['sqlite']}",
    ),
    "postgresql": (
        f"CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {RAISED}; END $$",
        f"CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON ledger {REFUSES['postgresql']}",
        "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger EXECUTE FUNCTION ledger_refuse()",
        f"CREATE TRIGGER head_no_delete BEFORE DELETE ON ledger_head {REFUSES['postgresql']}",
        "CREATE TRIGGER head_no_truncate BEFORE TRUNCATE ON ledger_head EXECUTE FUNCTION ledger_refuse()",
    ),
}

TABLES = (
    "source",
    "blob",
    "document",
    "claim",
    "link",
    "topic",
    "topic_member",
    "verdict",
    "problem",
    "ledger",
    "ledger_head",
    "rationale",
)
"""In the order in which they need each other."""


def upgrade() -> None:
    """Make the tables, what keeps the ledger append-only, the view, and the ledger's empty head."""
    dialect = op.get_bind().dialect.name
    for step in (publications, claims, judgements, clusters, problems, ledger):
        step()
    for statement in (*TRIGGERS[dialect], STANDING):
        op.execute(statement)
    if dialect == "sqlite":
        op.execute(f"PRAGMA application_id = {APPLICATION}")
    begin_ledger()


def downgrade() -> None:
    """Take all of it away, the ledger with it."""
    op.execute("DROP VIEW standing")
    for table in reversed(TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION ledger_refuse()")


def key(name: str) -> sa.Column[str]:
    """Return a column that is looked up or ordered by."""
    return sa.Column(name, Key, nullable=False)


def text(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    """Return columns of text."""
    return [sa.Column(name, sa.Text(), nullable=nullable) for name in names]


def whole(*names: str) -> list[sa.Column[int]]:
    """Return columns of integers."""
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def real(*names: str) -> list[sa.Column[float]]:
    """Return columns of double-precision numbers."""
    return [sa.Column(name, sa.Double(), nullable=False) for name in names]


def primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """Return a table's own key."""
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def belongs(table: str, column: str, target: str, ondelete: str | None = "CASCADE") -> sa.ForeignKeyConstraint:
    """Return the key to another table's row, with which this one goes."""
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def index(table: str, *columns: str) -> None:
    """Make an index."""
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)


def publications() -> None:
    """Make the tables of sources and what they publish."""
    op.create_table("source", key("slug"), *text("name", "grade"), primary("source", "slug"))
    content = sa.Column("content", sa.LargeBinary(), nullable=False)
    op.create_table("blob", key("sha256"), content, primary("blob", "sha256"))
    op.create_table(
        "document",
        *(key(name) for name in ("id", "path", "source", "sha256")),
        *whole("size"),
        *text("reader", "media_type", "title", "published", "url", "citation", "origin", "charset"),
        *text("text", "segments", "records"),
        primary("document", "id"),
        belongs("document", "source", "source.slug", None),
        belongs("document", "sha256", "blob.sha256", None),
    )
    for column in ("path", "source", "sha256"):
        index("document", column)


def claims() -> None:
    """Make the table of claims."""
    op.create_table(
        "claim",
        key("id"),
        key("document"),
        *whole("start", "end", "ordinal"),
        *text("quote", "text", "asserters", "polarity"),
        *text("polarity_kind", nullable=True),
        *text("modality", "confidence", "dates", "quantities", "places", "subject", "context"),
        sa.Column("complete", sa.Boolean(), nullable=False),
        *text("offered", "cues"),
        primary("claim", "id"),
        belongs("claim", "document", "document.id"),
    )
    index("claim", "document", "start", "end", "ordinal")


def judgements() -> None:
    """Make the tables of what is said of two claims: that they belong together, and how they stand to each other."""
    pair("link", [key("id"), key("left"), key("right"), *real("score"), *text("features")])
    pair(
        "verdict",
        [
            key("id"),
            *text("kind"),
            key("relation"),
            key("left"),
            key("right"),
            *text("left_marks", "right_marks", "why", "rule"),
            *whole("version"),
            *real("confidence", "severity"),
            *text("because", nullable=True),
        ],
    )
    index("verdict", "relation")


def pair(table: str, columns: list[sa.Column[object]]) -> None:
    """Make a table of rows that belong to two claims."""
    keys = (belongs(table, "left", "claim.id"), belongs(table, "right", "claim.id"))
    op.create_table(table, *columns, primary(table, "id"), *keys)
    index(table, "left")
    index(table, "right")


def clusters() -> None:
    """Make the tables of topics and the claims in them."""
    op.create_table("topic", key("id"), *text("label"), primary("topic", "id"))
    op.create_table(
        "topic_member",
        key("topic"),
        key("claim"),
        *whole("position"),
        primary("topic_member", "topic", "claim"),
        belongs("topic_member", "topic", "topic.id"),
        belongs("topic_member", "claim", "claim.id"),
    )
    index("topic_member", "claim")


def problems() -> None:
    """Make the table of what is wrong with documents."""
    op.create_table(
        "problem",
        *(key(name) for name in ("id", "code", "document", "where")),
        *text("message", "remedy"),
        sa.Column("refused", sa.Boolean(), nullable=False),
        primary("problem", "id"),
    )
    index("problem", "document")


def number(name: str) -> sa.Column[int]:
    """Return a column of ledger numbers."""
    return sa.Column(name, Number, nullable=False, autoincrement=False)


def binary(name: str) -> sa.Column[bytes]:
    """Return a column of bytes."""
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def ledger() -> None:
    """Make the ledger, its head, and the words that may be withheld."""
    op.create_table(
        "ledger",
        number("number"),
        binary("body"),
        binary("leaf"),
        key("action"),
        key("object"),
        primary("ledger", "number"),
        sa.CheckConstraint("length(leaf) = 32", name=op.f("ck_ledger_leaf")),
    )
    index("ledger", "object", "action", "number")
    op.create_table(
        "ledger_head",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        *text("origin"),
        number("size"),
        binary("frontier"),
        primary("ledger_head", "id"),
        sa.CheckConstraint("id = 1", name=op.f("ck_ledger_head_one")),
    )
    op.create_table(
        "rationale",
        number("number"),
        binary("salt"),
        *text("text"),
        primary("rationale", "number"),
        belongs("rationale", "number", "ledger.number", None),
    )


def begin_ledger() -> None:
    """Write the empty ledger's head, under the name that the program gives, else a random one."""
    config = op.get_context().config
    given = config.attributes.get("origin") if config is not None else ""
    origin = given or f"reconcile/{secrets.token_hex(8)}"
    head = sa.table("ledger_head", *(sa.column(name) for name in ("id", "origin", "size", "frontier")))
    op.get_bind().execute(head.insert(), {"id": 1, "origin": origin, "size": 0, "frontier": b""})
