"""One block of a document as one reads it, with a map back to the characters that it was made from.

The document's text is never changed. Every repair drops, keeps or inserts blanks; what it replaces, it replaces one
character by one. So every character of a view that is not blank stands for exactly one character of the document.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from reconcile.model import Span


@dataclass(frozen=True, slots=True)
class View:
    """One block of a document as one reads it: repaired text, and where each character of it stands in the document.

    ``text[starts[k]:starts[k + 1]]`` stands in the document from ``origins[k]`` on, character by character.
    """

    text: str
    starts: tuple[int, ...] = field(repr=False)
    origins: tuple[int, ...] = field(repr=False)

    def origin(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the document, from its first to its last character not blank.

        Of blanks alone, an empty span where they stand. Costs the logarithm of the number of repairs.
        """
        read = self.text[start:end]
        first = start + len(read) - len(read.lstrip())
        last = start + len(read.rstrip()) - 1
        return Span(self._place(first), self._place(last) + 1) if first <= last else Span(*[self._place(start)] * 2)

    def _place(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]


LIKENESS: Mapping[int, str] = {
    **dict.fromkeys(map(ord, "“”„‟″‶«»＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′‵‹›ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **{code: " " for code in range(0x3001) if chr(code).isspace()},
}
"""What is read as something plainer, one character for one. Dashes stay: between two numbers they are a range."""

LIKE = re.compile(f"[{re.escape(''.join(map(chr, LIKENESS.keys() - {ord(' ')})))}]")
"""The characters of LIKENESS: few, so that finding them is faster than ``str.translate``."""

BREAK = r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
"""A character that ends a line (``str.splitlines``)."""

SPACE = r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
"""White space within a line."""

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe"
"""Soft hyphens, what PDF readers leave in their place (U+FFFE), zero-width characters and marks of direction."""

UPPER, LOWER, LETTER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ", r"[^\W\d_]"

OPENERS = (
    "The|In|On|At|It|Its|This|That|These|Those|He|She|They|We|There|Their|However|But|And|As|After|By|For|From|"
    "During|When|While|Since|According|Although|Despite|Some|Several|Both|Many|Most|Other|Another|All|An|Then|Now|"
    "Here|Not|No|If|Also|Yet|So|Today|Later|Earlier|Meanwhile|Moreover|Nevertheless|Instead|Under|With|Such|What|"
    "Who|Why|How|You|Our|His|Her|Only|Two|Three|One|Each|Because|Until|Within|Among|Finally|First|Next"
)
"""Words that begin a sentence and no name: after ``U.S.`` they tell a new sentence, where ``J.K.Rowling`` goes on."""

DOMAINS = "Com|Org|Net|Gov|Edu|Mil|Info|Uk"
"""Last parts of names on the web: ``Booking.Com`` is one name."""

FOOTNOTE = "|".join(
    (
        r"\\?\[\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\\?\]",
        r"\\?\[\^\w{1,20}\\?\]",
        r"\\?\[(?:(?:note|nb|n)\s\d{1,3}|citation\sneeded|clarification\sneeded)\\?\]",
        rf"(?<=\S)\\?\[[a-z]\\?\](?!{LETTER})",
    )
)
"""``[13]``, ``[1, 2]``, ``[^1]``, ``[note 2]``, and ``[a]`` after a word; not an editor's ``[a]ll``."""

POWER_OF = "".join(
    rf"(?<!\b{unit})" for unit in "metre metres meter meters feet foot inch inches mile miles yard yards".split()
)
"""Looks back for a unit of length, after which ² and ³ are powers, not footnotes."""

RAISABLE = "⁰¹²³⁴-⁹"
"""Raised digits, as a set of a regular expression."""

RAISED = rf"(?:(?<=[.,;:!?\"'”’)])|(?<={LETTER}{{4}}){POWER_OF})[{RAISABLE}]{{1,3}}(?!\w)"
"""A raised number after a stop or a long word; ``km²`` and ``10³`` are left."""

CAPITAL = rf"[{UPPER}][{LOWER}]"
BEGINS = rf"(?:{CAPITAL}|[AI]\s[{LOWER}]|[{UPPER}]\.\s?[{UPPER}{LOWER}]|[{UPPER}]{{2,}}\b)"
"""How a glued sentence begins: ``On``, ``A report``, ``U.S.``, ``UNSCOM``."""

STOP = "|".join(
    (
        rf"(?<=[{LOWER}\d][{LOWER}])[.!?](?=[\"'”’)\]“‘(]*{BEGINS})",
        rf"(?<=[{LOWER}\d{UPPER}.,!?][)\]\"'”’])[.!?](?=[“‘(]*{BEGINS})",
        rf"(?<=\d)\.(?=[\"”’)\]“‘]*{BEGINS})",
        rf"(?<=[{UPPER}%]{{2}})\.(?=[\"'”’)\]“‘(]*{CAPITAL})",
        rf"(?<=[^\W_])\.(?=(?:{OPENERS})\b)",
    )
)
"""A stop that the next sentence is glued to, by its surroundings: not ``U.S.``, ``3.5``, ``example.com``, ``J.K.``."""

COMPOUND = frozenset(
    """north south east west northeast northwest southeast southwest mid non ex self anti pre post pro semi half quasi
    pseudo cross inter intra multi co counter neo all well long short high low first second third fourth fifth one two
    three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety hundred""".split()
)
"""Words before a hyphen that is part of the word, also where a line ends at it."""


class Kept(NamedTuple):
    """What a repair leaves of its match: ``start`` to ``end`` in the block, then ``blank``."""

    start: int
    end: int
    blank: str = ""


Keep = Callable[[re.Match[str]], Kept]
"""How a match is repaired."""


def _nothing(found: re.Match[str]) -> Kept:
    return Kept(found.end(), found.end())


def _blank(found: re.Match[str]) -> Kept:
    return Kept(found.end(), found.end(), " ")


def _last(found: re.Match[str]) -> Kept:
    return Kept(found.end() - 1, found.end())


def _mark(found: re.Match[str]) -> Kept:
    """Leave a blank for a footnote mark, unless a comma or a stop follows: ``cyanide[1].``."""
    return _nothing(found) if found.string[found.end() : found.end() + 1] in tuple(".,;:!?)") else _blank(found)


def _wrapped(found: re.Match[str]) -> Kept:
    """Join a word that was parted at a line's end; the hyphen of a compound stays."""
    text, at = found.string, found.start()
    before = WORD_BEFORE.search(text, max(0, at - 24), at)
    word = before[0] if before else ""
    whole = word.lower() in COMPOUND or "-" in word or not text[found.end()].islower() or not word[-1:].isalpha()
    return Kept(at, at + whole)


def _apart(found: re.Match[str]) -> Kept:
    """Put a blank after a stop that the next sentence is glued to; names on the web stay whole."""
    token = found.string[max(0, found.start() - 80) : found.start()].rsplit(None, 1)
    web = token and any(sign in token[-1] for sign in ("://", "@", "www."))
    return Kept(found.start(), found.end(), "" if web else " ")


WORD_BEFORE = re.compile(r"[\w-]+\Z")


class Repair(NamedTuple):
    """One thing that goes wrong with text: its name, how it looks, what is left of it."""

    name: str
    pattern: str
    keep: Keep


REPAIRS = (
    Repair("soft", rf"[\u00ad\ufffe]{SPACE}*{BREAK}\s*(?=\w)", _nothing),
    Repair("unseen", rf"[{UNSEEN}]+", _nothing),
    Repair("wrap", rf"(?<=\w)[-\u2010\u2011]{SPACE}*{BREAK}\s*(?!(?:and|or|to)\b)(?=[^\W_])", _wrapped),
    Repair("footnote", rf"(?:\s[\s{UNSEEN}]*)?(?:(?:{FOOTNOTE}|{RAISED})[\s{UNSEEN}]*)+", _mark),
    Repair("white", rf"\s[\s{UNSEEN}]+", _blank),
    Repair("glued", rf"(?<!\bPh)(?:{STOP})[\"'”’)\]]*(?!(?:{DOMAINS})\b)", _apart),
)
"""What is repaired in every text, the first that fits at a place."""

LINKED = Repair("linked", rf"(?:\s[\s{UNSEEN}]*)?(?:(?:{FOOTNOTE})\([^()\s]{{0,500}}\)\s*)+", _mark)
"""In Markdown, a footnote mark that is a link."""

MARKDOWN = (
    Repair("escape", r"\\[!-/:-@\[-`{-~]", _last),
    Repair("link", r"!?\[(?=[^\[\]]{1,300}\]\([^()\s]{0,500}(?:\s[^()]{0,200})?\))", _nothing),
    Repair("address", r"(?<=[^\[\]])\]\([^()\s]{0,500}(?:\s[^()]{0,200})?\)", _nothing),
    Repair("strong", r"\*{1,3}(?=\S)(?<!\d\*)|(?<=\S)\*{1,3}(?!\d)|`+", _nothing),
    Repair("stress", r"(?<!\w)_{1,3}(?=\w)|(?<=[\w.,;:!?)\"'”’])_{1,3}(?!\w)", _nothing),
)
"""What Markdown adds."""

CANDIDATE = (
    rf"[\s.!?\-\u2010\u2011\[{RAISABLE}{UNSEEN}MORE]"
    rf"(?:(?<=\s)(?=[\s\[\\{RAISABLE}{UNSEEN}])|(?<=[\-\u2010\u2011])(?=\s)|(?<=[.!?])(?=[^\s\d.])"
    rf"|(?<![\s.!?\-\u2010\u2011]))"
)
"""Where a repair may begin: asked first, since it takes a tenth of the time of asking for each repair."""


@cache
def _candidate(markdown: bool) -> re.Pattern[str]:
    return re.compile(CANDIDATE.replace("MORE", r"\\!*_`\]" if markdown else ""))


@cache
def _pattern(markdown: bool) -> re.Pattern[str]:
    rows = (LINKED, *REPAIRS, *MARKDOWN) if markdown else REPAIRS
    return re.compile("|".join(f"(?P<{row.name}>{row.pattern})" for row in rows))


KEEP: Mapping[str, Keep] = {row.name: row.keep for row in (LINKED, *REPAIRS, *MARKDOWN)}


def _found(text: str, markdown: bool) -> Iterator[re.Match[str]]:
    """Yield what is to be repaired, in order, none over another."""
    at, pattern = 0, _pattern(markdown)
    for candidate in _candidate(markdown).finditer(text):
        if candidate.start() >= at and (found := pattern.match(text, candidate.start())):
            at = found.end()
            yield found


def _like(found: re.Match[str]) -> str:
    return LIKENESS[ord(found[0])]


def repaired(document_text: str, span: Span, *, markdown: bool = False) -> View:
    """Return one segment as it is read: line ends, footnote marks, glued stops and quotes repaired.

    With ``markdown``, emphasis and escapes go and links keep only their words.
    """
    text = span.of(document_text)
    pieces: list[str] = []
    starts, origins = [0], [span.start]
    at = length = 0
    for found in _found(text, markdown):
        start, end, blank = KEEP[found.lastgroup or ""](found)
        pieces += (text[at : found.start()], text[start:end], blank)
        length += found.start() - at
        starts += (length, length + end - start + len(blank))
        origins += (span.start + start, span.start + found.end())
        length, at = starts[-1], found.end()
    pieces.append(text[at:])
    return View(LIKE.sub(_like, "".join(pieces)), tuple(starts), tuple(origins))
