"""Places in one paragraph: names the gazetteer knows, names behind a preposition of place, and bearings from them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from reconcile.extract.behind import word_before
from reconcile.model import PlaceMention, Span
from reconcile.values.place import CENTRE, Entry, folded, gazetteer

LONGEST_NAME = 6
"""Words of the longest name in the gazetteer ("Democratic Republic of the Congo")."""

CAPITAL = re.compile(r"[A-ZÀ-ÞŁ][\w’'.]*")
NEXT = re.compile(r"(?:[ \u00a0]|-)(?=\w)(?P<word>[\w’'.]+)")

COMPASS_WORD = r"(?:north|south)(?:[-‑\s]?(?:east|west))?|east|west"
BEARING = re.compile(
    rf"\b(?:(?P<of>(?P<wind>{COMPASS_WORD})(?:ern)?(?:\s+(?:parts?|side|suburbs|outskirts|regions?|provinces))?\s+of\s+)"
    rf"|(?P<plain>(?:{COMPASS_WORD})(?:ern)?|central)[\s-]+)(?:the\s+)?\Z",
    re.IGNORECASE,
)

ARTICLE = r"(?:al|el|as|ar|ash|an|ad|az|abu|umm|bin|ibn|tel|tell|deir|wadi|san|la|le|los|las|de)[-‑\s]"
INNER = r"(?:al|el|as|ar|ash|ad|ibn|bin|de|del|la|le|on|upon|en|sur)[-‑\s]"
WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[’'](?!s\b)[a-zà-ÿ]+)?"
LOCATIVE = re.compile(
    r"\b(?P<preposition>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Aa]bove|[Ff]rom|of)\s+(?P<the>the\s+)?"
    rf"(?P<name>(?:{ARTICLE})?{WORD}(?:[-‑\s](?:{INNER})?{WORD}){{0,2}})"
    r"(?![-‑\w])(?P<kind>\s+(?:depot|site|complex|facility|plant|base|airport|airfield|prison|factory|reactor|laborator(?:y|ies)"
    r"|bunker|refinery|mine|village|town|city|district|province|region|camp|hospital|island|valley|river|desert|area"
    r"|cathedral|mosque|church|temple|palace|square|stadium|station|bridge|beach|harbou?r|port)\b)?"
    r"(?P<person>\s+(?:said|says|told|added|wrote|was\s+born)\b)?"
)
"""A capitalised name behind a preposition of place, with what it is, where that is said."""

NO_PLACES = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday spring summer autumn winter christmas easter ramadan parliament
    congress cabinet government resolution operation project section chapter article paragraph annex appendix
    part figure table page arabic english french german russian spanish latin god islam christianity mr mrs ms
    dr sir lord lady president prime minister general colonel captain major lieutenant sergeant professor
    ambassador secretary king queen prince princess pope senator judge chairman director annan phase stage round
    day week year the a an his her its their our this that these those such both all most some many each i he
    she it they we you who what when where how why if not no and but or facebook twitter google instagram
    youtube january's force exchange addition particular short fact view question response reply foreign defence
    defense state states war world house office committee council commission""".split()
)
"""Capitalised words behind "in", "at", "near" that begin no place."""

EITHER = frozenset(
    """washington jordan chad georgia victoria austin houston dallas paris florence charlotte madison kingston nice
    mobile split cork salem concord augusta helena columbus santiago sofia sydney savannah wellington darwin
    buffalo phoenix orlando male tours denver lincoln jackson hamilton chester lima cali oran fez sucre kut
    dover albany boise java china's salvador mendoza rosario cologne valencia trenton richmond charleston reno
    perth hue bali tonga""".split()
)
"""Names that are as often a person, a thing or a verb: places only behind a preposition of place."""

PREPOSITIONS = frozenset(
    """in at near outside inside around from to of into through across over toward towards via off between within
    northern southern eastern western central visited leaving left""".split()
)
ADJECTIVAL = frozenset(("u.s.", "us", "u.k.", "uk", "usa", "america", "uae"))
TITLES = frozenset(
    """mr mrs ms dr sir lord lady president king queen prince princess mr. mrs. ms. dr. gen. col. capt. general colonel
    captain senator judge minister""".split()
)
NOT_ITSELF = re.compile(
    r"\s+(?:Times|Post|Herald|Tribune|Gazette|Mail|Globe|Journal|Review|University|College|Street|Road|Avenue|United"
    r"|FC|Convention|Protocol|Accords?|Agreement|Treaty|Declaration|Conference|Summit|Stock)\b"
)


HYPHENED = re.compile(r"[-‑]\w")
"""What makes an adjective or another name of a place: "Yemen-based", "Agence France-Presse"."""


BEHIND = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Aa]bove|[Ff]rom|of)\s+(?:the\s+)?(?:{ARTICLE})?\Z"
)
"""A preposition of place that ends a stretch: a capitalised word behind it may be a place."""

ENDS = (
    *(
        "in ",
        "In ",
        "at ",
        "At ",
        "near ",
        "Near ",
        "side ",
        "round ",
        "bove ",
        "from ",
        "From ",
        " of ",
        " the ",
        "\u00a0",
        "\n",
    ),
    *(f" {word} " for word in "al el abu umm bin ibn tel tell deir wadi san la le los las de".split()),
)
ENDS_JOINED = tuple(
    f"{word}{hyphen}"
    for word in "al el as ar ash an ad az abu umm bin ibn tel tell deir wadi".split()
    for hyphen in "-‑"
)
"""How such a stretch ends: what decides cheaply whether ``BEHIND`` is tried."""

REACH = 28
"""Characters of such a stretch."""

WINDS = ("north", "south", "east", "west", "central")
BEARS = ("of ", "the ", "th ", "st ", "rn ", "al ", "th-", "st-", "rn-", "th‑", "st‑", "rn‑", "\u00a0", "\n")
"""How what stands before a place ends where it may be a bearing, and the words of which it then holds one."""


@cache
def _by_first_word() -> Mapping[str, int]:
    """Return, by the first word of a name as folded, how many words its longest name has."""
    longest: dict[str, int] = {}
    for name in gazetteer():
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def find(text: str) -> list[PlaceMention]:
    """Return the places in a paragraph, in order, without overlap.

    Spans are offsets in ``text`` and take in a bearing ("north-west of Baghdad"), not the preposition. ``bearing`` is
    a word of ``values.place.COMPASS`` or "centre". Demonyms are no places. Cost is linear in the length of the text.
    """
    found = sorted(_capitalised(text), key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[PlaceMention] = []
    for mention in found:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _capitalised(text: str) -> Iterator[PlaceMention]:
    """Yield the places whose names begin with a capital letter, in one scan over the capitalised words."""
    end = 0
    for token in CAPITAL.finditer(text):
        start = token.start()
        if start < end or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            continue
        if start and text[start - 1] in "-‑":
            if text.endswith(ENDS_JOINED, 0, start):
                yield from _behind(text, start)
            if text[start - 1] == "-":
                continue
        if words := _may_begin(token[0]):
            stop, row = _longest(text, token, words)
            if row and _is_place(text, start, stop, row):
                end = stop
                yield _mention(text, row.name, start, stop)
                if not _goes_on(text, stop):
                    continue
        if text.endswith(ENDS, 0, start):
            yield from _behind(text, start)


def _behind(text: str, start: int) -> Iterator[PlaceMention]:
    if preposition := BEHIND.search(text, max(0, start - REACH), start):
        yield from _named(text, preposition.start())


def _goes_on(text: str, stop: int) -> bool:
    """Say whether a name may be longer than the gazetteer has it: "San Diego County", "Davao del Sur"."""
    following = text[stop + 1 : stop + 2]
    return text[stop : stop + 1] == " " and (following.isupper() or text.startswith((" del ", " de ", " di "), stop))


def _longest(text: str, token: re.Match[str], limit: int) -> tuple[int, Entry | None]:
    """Return the longest name of the gazetteer of up to ``limit`` words that begins at ``token``, and where it ends."""
    start, stop = token.span()
    length, row = _row(token[0])
    best = start + length
    for _ in range(limit - 1):
        following = NEXT.match(text, stop)
        if following is None:
            break
        stop = following.end()
        length, longer = _row(text[start:stop])
        if longer:
            best, row = start + length, longer
    return best, row


@lru_cache(maxsize=50_000)
def _row(words: str) -> tuple[int, Entry | None]:
    """Return how long a name is without the mark behind it, and its row of the gazetteer, if there is one."""
    bare = _bare(words)
    return len(bare), gazetteer().get(folded(bare))


@lru_cache(maxsize=50_000)
def _may_begin(word: str) -> int:
    """Return how many words the longest name of the gazetteer has that begins with a word; 0 for none."""
    bare = _bare(word)
    if bare.lower() in ("the", "al"):
        return LONGEST_NAME
    return _by_first_word().get(folded(bare).split(" ")[0], 0)


DOTTED = re.compile(r"(?:[A-Z]\.)+")
ENDING = re.compile(r"(?:[’']s?|[.,])\Z")


def _bare(words: str) -> str:
    """Return a name without its possessive ending or the mark behind it; "U.S." keeps its dots."""
    return words if DOTTED.fullmatch(words) else ENDING.sub("", words)


def _is_place(text: str, start: int, end: int, row: Entry) -> bool:
    written, before = text[start:end].lower(), word_before(text, start)
    if before in TITLES or NOT_ITSELF.match(text, end) or HYPHENED.match(text, end):
        return False
    if written in ADJECTIVAL and re.match(r"(?:['’]s)?[\s-]+[a-zA-Z]", text[end : end + 4]):
        return (
            before == "the"
            and re.match(r"\s+(?:and|or|to|in|on|by|at|from|for|with)\b", text[end : end + 7]) is not None
        )
    if written.isupper() or written == "us":
        return text[start:end].isupper()
    return written not in EITHER or before in PREPOSITIONS or text[max(0, start - 2) : start] == ", "


def _mention(text: str, name: str, start: int, end: int) -> PlaceMention:
    found = _bearing(text, start)
    if text[end : end + 2] in ("'s", "’s"):
        found = None
    if found is None or (found["plain"] and found["plain"][0].isupper() and found["plain"].lower() != "central"):
        return PlaceMention(name, "", Span(start, end))
    wind = found["wind"] or found["plain"]
    return PlaceMention(name, _wind(wind), Span(found.start(), end))


def _bearing(text: str, start: int) -> re.Match[str] | None:
    if not text.endswith(BEARS, 0, start):
        return None
    before = text[max(0, start - 48) : start].lower()
    if not any(wind in before for wind in WINDS):
        return None
    return BEARING.search(text, max(0, start - 48), start)


def _wind(written: str) -> str:
    """Write a bearing as ``COMPASS`` does: "Northwestern", "north-west"."""
    word = re.sub(r"ern\Z", "", written.lower())
    if word == "central":
        return CENTRE
    joined = re.sub(r"[-‑\s]", "", word)
    return f"{joined[:5]}-{joined[5:]}" if len(joined) > 5 else joined


def _named(text: str, start: int) -> Iterator[PlaceMention]:
    """Yield the name that no gazetteer knows behind the preposition at ``start``: "at Muthanna", "near al-Nowhere"."""
    found = LOCATIVE.match(text, start)
    if found is None:
        return
    name = re.sub(r"[’']s\Z", "", found["name"])
    first = re.split(r"[-‑\s]", name, maxsplit=1)[0].lower()
    if first not in NO_PLACES and not found["person"] and _locates(text, found):
        yield _mention(text, name, found.start("name"), found.start("name") + len(name))


def _locates(text: str, found: re.Match[str]) -> bool:
    """Behind "from", "of" or "the", only with what it is, an Arabic article, or as what a bearing is given from."""
    arabic = re.match(r"(?:al|el|umm|tel|deir|abu)[-‑]", found["name"]) is not None
    if text[found.end("name") : found.end("name") + 1] in ("’", "'"):
        return False
    if found["preposition"] == "of":
        return _bearing(text, found.start("name")) is not None
    if found["kind"]:
        return True
    if found["preposition"].lower() in ("from", "above"):
        return arabic and not found["the"]
    following = text[found.end("name") : found.end("name") + 2]
    return not found["the"] and not re.match(r"\s[A-Z]|[’']", following)
