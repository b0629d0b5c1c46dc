"""A block to its sentences: where each begins and ends, and whether it is whole."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

import sentencex

from reconcile.extract.view import LOWER, OPENERS, UPPER, View


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: offsets in ``View.text``, end excluded, without the white space and the list mark before it.

    A sentence that is not ``complete`` was cut off at its start or at its end.
    """

    start: int
    end: int
    complete: bool


TITLES = """Mr Mrs Ms Mx Dr Drs Prof Gen Sen Rep Gov Lt Col Maj Capt Cpl Sgt Pvt Adm Brig Cmdr Cdr Amb Hon Rev Fr St Ste
    Mt Ft Pres Messrs Mme Mlle Sr Supt Insp Det Atty Treas Sec"""
"""Before a name."""

LINKING = """vs v cf viz approx ca c e.g i.e esp incl excl resp aka a.k.a cp q.v Approx Cf Ca E.g I.e est"""
"""In the midst of a sentence, whatever follows."""

COUNTED = """No Nos no nos Fig Figs fig figs Art Arts art arts Sec Secs sec secs Para Paras para paras Vol Vols vol vols
    p pp Ch ch Chap chap Eq eq Res res Sect sect Doc doc Ref ref Tab tab Ann ann Add Rev Corr Ser ser Pt pt Tel tel
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ave Rd Blvd"""
"""Before a number."""

TRAILING = """a.m p.m etc Inc Ltd Co Corp Bros Jr Sr Ph.D M.D B.A M.A B.Sc M.Sc LL.B Esq Dept Univ Assn Govt govt dept
    al ed eds trans repr min max hr hrs sec secs yr yrs mo lb lbs oz ft in kg km cm mm Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec St Ave Rd Blvd Mt Ft No Art Res Rev"""
"""May end a sentence, and does not where the next word begins in lower case."""


def _words(listed: str) -> str:
    return rf"(?:{'|'.join(re.escape(word) for word in sorted(set(listed.split())))})\."


SMALL, NUMBER, CAPITAL, CLOSING = rf"[\"'(]?[{LOWER}]", r"[\"'(]?#?\d", rf"[{UPPER}]", r"[,;:)\]]"
NAME = rf"(?!(?:{OPENERS})\b){CAPITAL}"

MERGES: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    name: (re.compile(word), re.compile(following))
    for name, word, following in (
        ("title", _words(TITLES), NAME),
        ("linking", _words(LINKING), r"\S"),
        ("counted", _words(COUNTED), rf"{NUMBER}|[IVXLC]+\b"),
        ("trailing", _words(TRAILING), SMALL),
        ("clock", r"\d[\d:.]*[ap]\.m\.", SMALL),
        ("acronym", rf"(?:[{UPPER}]\.){{2,6}}", rf"{SMALL}|\d|{NAME}"),
        ("initial", rf"[{UPPER}]\.", NAME),
        ("outcry", r".*(?:[!?][\"']*|\.[\"']+|\.\.\.|…)", SMALL),
        ("punctuation", r".*", CLOSING),
    )
}
"""Where a cut is taken back: the last word before it, and how what follows begins."""

TAIL, HEAD = 24, 16
"""Characters looked at before and after a cut."""

MARKS = r"[•‣◦▪●■]|\((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[A-Z]\)|[*–—-]+"
MARK = re.compile(rf"\s*(?:{MARKS})(?:\s+|\Z|(?<=[•‣◦▪●■]))")
"""The mark of a list item at the start of a sentence: ``(a)``, ``1.``, ``•``, ``–``. ``A.`` may be an initial."""

DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'-]+(?:[ ,]+[A-Z][\w.'-]*){0,3}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: \([A-Z][\w '-]{1,30}\)\s*[\u2014\u2013-]|\s+[\u2014\u2013])\s+(?=[\"'A-Z])"
)
"""Where and by which agency a report was filed: "PARIS (AFP) \u2014", "LONDON, March 12 (Reuters) -"."""

LABEL = re.compile(
    r"\s*(?P<name>(?:MR|MRS|MS|DR|SIR|LORD|LADY|SENATOR|JUDGE)\.? [A-Z][A-Z.' -]{1,40}(?=:\s+\S)"
    r"|[A-Z][\w.'-]*(?: (?:of |the )?[A-Z][\w.'-]*){0,5}(?=:\s+\"))"
    r":\s+"
)
"""Who speaks, as a transcript or a digest puts it before the words: "MR MOSS: I did", ``The Foreign Office: "No"``."""

ITEMS = re.compile(
    r"[•‣◦▪●■–—(](?:(?<=\s[•‣◦▪●■])(?=\s)|(?<=[.;:!?]\s[–—])(?=\s)"
    r"|(?<=[.;:!?]\s\()(?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s)"
)
"""Where the next item of a list begins in the same block."""

CUTS = re.compile(
    rf"[\"'M](?:(?<=[^\s.]{{2}}\.[\"'])|(?<=\bM)ay\.)\s+(?=[\"'(\[]?[{UPPER}])|…(?<=\w…)\s+(?=(?:{OPENERS})\b)"
    rf"|/(?:s|h|d|min)\.\s+(?=[\"'(\[]?[{UPPER}])"
)
"""Where a sentence ends besides: after a quote that closes after a stop, after May, after ``…`` and after ``l/s``."""

STOPPED = re.compile(r"[.!?:;…][\"')\]]*\Z")
"""How a sentence ends that was not cut off."""

ELIDED = re.compile(r"(?:\.\.\.|…)[\"')\]]*\Z")

NAME_PARTS = "al|el|as|de|von|van|bin|ibn|di|da|la|le|ter|den"
MIDWAY = re.compile(
    rf"[\"'(\[]*(?:(?!(?:{NAME_PARTS})[ -][{UPPER}])(?=[{LOWER}])[{LOWER}0-9-]*(?!\w)|[,;:)\]])", re.UNICODE
)
"""A start in the midst of a sentence: a word all in lower case (not ``al-Qaeda``, ``eBay``), or a mark that closes."""

OWNER = re.compile(
    rf"(?!(?:to|yester)day's|every|some|any|no|one's|it's|that's|what's|who's|let's)[{LOWER}]{{2,40}}'s "
)
"""A possessive without its article, ``government's belief``: the words before it were lost, in an item too."""


def split(view: View, *, item: bool = False) -> list[Sentence]:
    """Return the sentences of a block, in order. An ``item`` of a list may begin in lower case and be whole."""
    text = view.text
    pieces = [piece for start, end in pairwise(_items(text)) for piece in _pieces(text, start, end)]
    stopped = any(STOPPED.search(text, max(piece.start, piece.end - HEAD), piece.end) for piece in pieces[:-1])
    last = pieces[-1] if pieces else None
    return [
        Sentence(
            piece.start,
            piece.end,
            _begins(text, piece, item) and (piece is not last or _ends(text, piece, stopped)),
        )
        for piece in pieces
    ]


class Piece(NamedTuple):
    """A sentence without its mark, in the text: ``listed`` where it had one."""

    start: int
    end: int
    listed: bool


def _items(text: str) -> Sequence[int]:
    """Return where the items of a list begin that was joined into one block, and the text's end."""
    return [0, *(found.start() for found in ITEMS.finditer(text)), len(text)]


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the sentences of one item. Its mark goes first: sentencex cuts nothing after a bullet."""
    mark = MARK.match(text, start, end)
    mark = mark or (DATELINE.match(text, start, end) or LABEL.match(text, start, end) if start == 0 else None)
    start = mark.end() if mark else start
    for number, (begun, cut) in enumerate(pairwise(_bounds(text, start, end))):
        if piece := _trimmed(text, begun, cut, bool(mark and number == 0)):
            yield piece


def _bounds(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences begin, and the end."""
    begun = start
    yield start
    for cut in _cuts(text[start:end], start):
        if begun < cut < end and not _merged(text, begun, cut, end):
            yield (begun := cut)
    yield end


SURROGATES = re.compile("[\ud800-\udfff]")


def _cuts(text: str, start: int) -> Sequence[int]:
    pieces = sentencex.segment("en", SURROGATES.sub("\ufffd", text))
    ends = {*accumulate(map(len, pieces)), *(found.end() for found in CUTS.finditer(text))}
    return [start + cut for cut in sorted(ends)]


UNSPACED = frozenset(".!?\"')]_")
"""No sentence ends at these without a blank: the view puts one where it was lost. Stops of other scripts need none."""


def _merged(text: str, begun: int, cut: int, end: int) -> bool:
    """Whether a cut is none: within an address or a name, after a list mark alone, or by the table."""
    if text[cut - 1] in UNSPACED or (cut - begun <= HEAD and MARK.fullmatch(text, begun, cut)):
        return True
    before, after = text[max(begun, cut - TAIL) : cut].split(), text[cut : min(end, cut + HEAD)].lstrip()
    word = before[-1].lstrip("\"'([") if before else ""
    return any(following.match(after) for following in _followings(word))


@lru_cache(maxsize=4096)
def _followings(word: str) -> Sequence[re.Pattern[str]]:
    """Return what takes back a cut after a word: the same words end most sentences."""
    return tuple(following for last, following in MERGES.values() if last.fullmatch(word))


def _trimmed(text: str, start: int, end: int, listed: bool) -> Piece | None:
    """Return a sentence without blanks and list mark, or None where nothing is left."""
    mark = None if listed else MARK.match(text, start, end)
    sentence = text[(start := mark.end() if mark else start) : end]
    start, stop = start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())
    return Piece(start, stop, listed or mark is not None) if start < stop else None


def _begins(text: str, piece: Piece, item: bool) -> bool:
    head = text[piece.start : min(piece.end, piece.start + LONGEST_WORD)]
    return not OWNER.match(head) and (item or piece.listed or not MIDWAY.match(head))


LONGEST_WORD = 48
"""Characters looked at for how a sentence begins."""


def _ends(text: str, piece: Piece, stopped: bool) -> bool:
    tail = text[max(piece.start, piece.end - HEAD) : piece.end]
    return not ELIDED.search(tail) and (not stopped or bool(STOPPED.search(tail)))
