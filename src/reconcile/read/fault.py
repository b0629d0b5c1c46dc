"""What can be wrong with a file, a row or a fact about them: one table, one way to say it."""

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model import Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """What to do about a fault, and whether the thing was left out because of it."""

    remedy: str
    refused: bool = True


FAULTS: Mapping[str, Fault] = {
    "missing": Fault("check the path"),
    "unreadable": Fault("check who may read it"),
    "not-a-file": Fault("give a regular file"),
    "symlink": Fault("copy the file itself into the folder"),
    "too-large": Fault("split it, or raise the size limit"),
    "empty": Fault("leave it out, or fetch it again"),
    "unsupported": Fault("convert it to one of the formats that are read"),
    "duplicate": Fault("nothing to do: the first one stands for both"),
    "binary": Fault("convert it to text first"),
    "charset-guessed": Fault("check the accented letters, or save it as UTF-8", refused=False),
    "characters-replaced": Fault("check the places marked U+FFFD, or save it again", refused=False),
    "markup-lost": Fault("open it in a browser and save its text"),
    "no-text": Fault("check that the page holds its text and does not fetch it by script"),
    "language": Fault("read its claims with care: the rules are made for English", refused=False),
    "front-matter": Fault("mend it, or state the facts in source.toml", refused=False),
    "source-toml": Fault("mend it; until then its documents stand under their own names", refused=False),
    "metadata-key": Fault("see docs/formats.md for the keys", refused=False),
    "metadata-value": Fault("see docs/formats.md for what the key holds", refused=False),
    "table-unread": Fault("give its rows as .csv to have them read as claims", refused=False),
    "header": Fault("give each column a name of its own"),
    "columns-unknown": Fault("name them in a mapping, or leave it so: their cells are kept as text", refused=False),
    "no-claim-column": Fault("name a column `claim`, or put a mapping beside the file; see docs/formats.md"),
    "no-rows": Fault("check that the rows stand below the header"),
    "mapping": Fault("mend the mapping; see docs/formats.md"),
    "row-no-claim": Fault("give it a claim"),
    "row-ragged": Fault("give it as many fields as the header, and quote fields that hold the delimiter"),
    "row-quote": Fault("close the quote, and double quotes inside a quoted field"),
    "row-number": Fault("write a plain number, such as 180 or 0.5"),
    "row-range": Fault("swap the two, or leave one empty"),
    "row-value": Fault("see docs/formats.md for what the column holds"),
    "row-json": Fault("write one JSON object to a line"),
    "row-not-object": Fault("write one JSON object to a line"),
    "row-duplicate": Fault("give each claim an id of its own"),
    "row-too-long": Fault("shorten it, or give the text as a document"),
    "rows-more": Fault("mend those listed, then read it again"),
}
"""Every code that reading gives, with what to do."""


def problem(code: str, document: str, message: str, where: str = "") -> Problem:
    """Say what is wrong in ``document`` under one of the codes of ``FAULTS``."""
    fault = FAULTS[code]
    return Problem(code, document, where, message, fault.remedy, fault.refused)
