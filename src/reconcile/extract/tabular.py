"""Tables that were flattened into text: columns of words and numbers that only look like sentences."""

import re

COLUMN = re.compile(r"\t+|(?<=\S) {2,}(?=\S)|\s*\|\s*")
"""What parts the columns of a row."""

NUMBER = re.compile(r"[-+(]?[$€£]?\d[\d,. ]*%?\)?|[-–—]|n/?a|nil", re.IGNORECASE)
"""A cell that holds a figure, or says that it holds none."""

ROWS = 3
"""Lines that make a table: two may be an address or a caption."""

COLUMNS = 3
"""Columns of a row: two may be a gap that a justified line left."""

SHARE = 0.6
"""Part of a block's lines that are rows: a heading and a note belong to most tables."""


def flattened(text: str) -> bool:
    """Say whether a block is a table as text: most of its lines have three columns or more, or end in figures."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    rows = sum(_row(line) for line in lines)
    return len(lines) >= ROWS and rows >= SHARE * len(lines)


def _row(line: str) -> bool:
    cells = COLUMN.split(line)
    if len(cells) >= COLUMNS:
        return True
    words = line.split()
    figures = 0
    while figures < len(words) and NUMBER.fullmatch(words[-1 - figures]):
        figures += 1
    return figures >= COLUMNS - 1 and not line.endswith((".", ";", ","))
