"""One function per place that text is written to, so that hostile text stays text there."""

import json
import re
from collections.abc import Mapping, Sequence

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls but tab, line feed, carriage return
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # bidi, zero width, separators
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"  # surrogates, non-characters, tags
)
"""Characters that a reader cannot see and that hide, reverse or smuggle text (Unicode TR 36; CVE-2021-42574).

The joiners U+200C and U+200D are left: Persian, Hindi and emoji are spelt with them, and they reorder nothing.
"""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection), full-width forms included."""

_MARKDOWN = re.compile(r"[\\`*_\[\]|~#$]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LINE_START = re.compile(r"^(?:[-+=:]|\d+(?=[.)]))")
_SPACE = re.compile(r"\s+")
_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)


def visible(text: str) -> str:
    """Show what cannot be seen as its code point: ‹U+202E›. For pages; escaping is left to the template engine."""
    # Nothing hidden is printable in Python's sense, and asking costs a tenth of searching.
    return text if text.isprintable() else HIDDEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)


def markdown(text: str) -> str:
    """Return ``text`` as one line that CommonMark and GFM render as just these characters.

    A backslash before what Markdown reads, an entity for what HTML reads, white space folded.
    """
    line = _SPACE.sub(" ", visible(text)).strip()
    line = _MARKDOWN.sub(lambda found: "\\" + found[0], line)
    line = line.translate(_ENTITIES)
    return _LINE_START.sub(lambda found: _unstarted(found[0]), line)


def cell(text: str) -> str:
    """Return ``text`` as a CSV cell that no spreadsheet runs: an apostrophe before what may begin a formula."""
    shown = visible(text)
    return "'" + shown if shown.lstrip(" ").startswith(FORMULA) else shown


def dumps(value: Mapping[str, object] | Sequence[object] | str, indent: int | None = 2) -> str:
    """Return JSON whose strings read back exactly, with all that ``visible`` would show written as escapes.

    Such characters stand only inside strings there, so that an escape means the same. No NaN, no infinity.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    # Most lines hold nothing hidden, and asking costs a tenth of searching.
    return text if text.isprintable() else HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def link(url: str) -> str:
    """Return ``url`` where it may become a link, empty where not: http and https with a host, nothing hidden."""
    return url if _WEB.fullmatch(url) and not HIDDEN.search(url) else ""


def anchor(*parts: str) -> str:
    """Return an identifier for a place on the page: what is neither letter, digit nor dash becomes a dash."""
    return re.sub(r"[^A-Za-z0-9-]+", "-", "-".join(parts))


def _unstarted(start: str) -> str:
    return start + "\\" if start[0].isdigit() else "\\" + start
