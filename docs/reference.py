"""The generated parts of the documentation, made from the program itself: `make format` writes them."""

import os
from collections.abc import Iterator, Mapping

import typer
from typer.testing import CliRunner

from reconcile.cli.app import app
from reconcile.flow import settings as known
from reconcile.flow.ingest import DUPLICATE
from reconcile.flow.toolbox import PLUGIN, PLUGIN_REMEDY
from reconcile.read import FAULTS

WIDTH = "100"


def commands() -> str:
    """Return the help of every command."""
    os.environ["COLUMNS"] = WIDTH
    return "\n".join(f"\n## `reconcile {name}`\n\n```\n{shown(name)}\n```" for name in names(app)) + "\n\n"


def names(group: typer.Typer, before: str = "") -> Iterator[str]:
    """Yield every command's name, groups' names before it."""
    for command in group.registered_commands:
        yield f"{before}{command.name}"
    for sub in group.registered_groups:
        if sub.typer_instance is not None:
            yield from names(sub.typer_instance, f"{before}{sub.typer_instance.info.name} ")


def shown(name: str) -> str:
    """Return the help of one command as the terminal shows it."""
    return CliRunner().invoke(app, [*name.split(), "--help"], prog_name="reconcile").stdout.strip()


def settings() -> str:
    """Return a table of all settings."""
    lines = ["", "| key | variable | default | |", "|---|---|---|---|"]
    for key, description, default in known.fields():
        value = known.toml(default)
        lines.append(f"| `{key}` | `{known.variable(key)}` | `{value}` | {description} |")
    return "\n".join(lines) + "\n\n"


MEANINGS = {
    "missing": "There is no such file.",
    "unreadable": "The file or folder cannot be opened.",
    "not-a-file": "It is a folder, pipe, device or socket where a file was named.",
    "symlink": "It is a link that leads out of the folder that was named.",
    "too-large": "It is larger than the setting `reading.size` allows.",
    "empty": "It holds nothing but white space.",
    "unsupported": "No reader knows the file's ending.",
    "duplicate": "Another file of the same call holds the same bytes: one document for both.",
    "binary": "It is named like a text, and is none.",
    "charset-guessed": "The file does not say its encoding, and it was guessed.",
    "characters-replaced": "Some bytes are no characters in the file's encoding.",
    "markup-lost": "The HTML is too broken, or nested too deep, to be read whole.",
    "no-text": "The page holds no text.",
    "language": "The document says that it is in a language that the rules are not made for.",
    "front-matter": "The facts at the head of a Markdown file cannot be read.",
    "source-toml": "A `source.toml` cannot be read.",
    "metadata-key": "A fact about a document has a name that is not known.",
    "metadata-value": "A fact about a document has a value that it cannot have.",
    "table-unread": "A table in a page is kept as text, not read as claims.",
    "header": "A table has no header, or two columns of one name.",
    "columns-unknown": "A table has columns without a documented meaning.",
    "no-claim-column": "No column of a table says what the claim is.",
    "no-rows": "A table has a header and nothing else.",
    "mapping": "The mapping beside a table cannot be read, or names columns that are not there.",
    "row-no-claim": "A row has no claim.",
    "row-ragged": "A row has more or fewer fields than the header.",
    "row-quote": "A quoted field does not end where it should.",
    "row-number": "A field that holds a number holds something else.",
    "row-range": "The lower end of a quantity is above the upper one.",
    "row-value": "A field holds none of the words that it takes.",
    "row-json": "A line is no JSON.",
    "row-not-object": "A line is JSON, and no object.",
    "row-duplicate": "Two rows have the same identifier.",
    "row-too-long": "A field is longer than the setting `reading.field` allows.",
    "rows-more": "More rows were refused than the setting `reading.rows_told` lists one by one.",
    "flattened-table": "A table was flattened into text here (columns of figures): no claims are read from it.",
    "no-asserter": "It reports a statement (`stated that`), and no rule found whose: it stands under the source.",
    "plugin": "An installed plugin does not load.",
}
"""What each problem code means; the program itself knows what to do."""

EXTRACTION: Mapping[str, tuple[str, bool]] = {
    "flattened-table": ("read it in the document, or add its rows as a table with a mapping", True),
    "no-asserter": (
        "see why with `reconcile claims explain`; if another says it, dismiss with `extraction wrong`",
        False,
    ),
}
"""What to do about the problems that extraction finds, and whether something was left out."""


def problems() -> str:
    """Return a table of all problem codes. Raises KeyError for one that nobody described."""
    told = {code: (fault.remedy, fault.refused) for code, fault in FAULTS.items()}
    told |= {**EXTRACTION, PLUGIN: (PLUGIN_REMEDY, False)}
    lines = ["", "| code | what is wrong | what to do | leaves out |", "|---|---|---|---|"]
    for code, (remedy, refused) in told.items():
        lines.append(f"| `{code}` | {MEANINGS[code]} | {remedy} | {'yes' if refused and code != DUPLICATE else ''} |")
    return "\n".join(lines) + "\n\n"
