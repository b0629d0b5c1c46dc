"""Sentences to statements: frames peeled off from the outside, clause by clause, until only what is said is left."""

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extract.by_words import subject
from reconcile.extract.by_words.clauses import cut, trimmed
from reconcile.extract.by_words.finite import finite, marked
from reconcile.extract.by_words.frames import frame, resumed, unnamed
from reconcile.extract.by_words.subject import PRONOUNS
from reconcile.extract.cues import tells
from reconcile.extract.voice import UNNAMED, Frame, Statement, Voice

DEEPEST = 4
"""Voices within voices; nobody writes more, and what looks like more was misread."""

BEHIND = frozenset({"attribution.trailing", "attribution.according-to"})
"""Frames that may stand behind several clauses."""

RESUMES = frozenset({"and", "but"})
"""Words after which a clause may do without its subject."""

INHERITS = frozenset({"and", "or"})
"""After these words a clause without a frame of its own is still what the same voice says."""

GOES_ON = frozenset({"but", ";"})
"""After these it is so where the voice tells, and does not think."""


ALONE = frozenset({"attribution.denial", "attribution.noun-complement", "attribution.called", "attribution.hearsay"})
"""Frames that take a phrase, and nothing after it."""


PHRASES = frozenset({"attribution.evidence", "attribution.object", "attribution.denial", "attribution.amount"})
"""Frames whose verb is part of what is said, where the speaker speaks of himself."""


def statements(text: str, start: int, end: int) -> Iterator[Statement]:
    """Yield the statements of one sentence, in order."""
    yield from _clauses(text, start, end, (), ())


Cues = tuple[tuple[str, int, int], ...]
Pieces = list[tuple[int, int, str]]


def _clauses(text: str, start: int, end: int, voices: tuple[Voice, ...], cues: Cues) -> Iterator[Statement]:
    pieces = _under_one_speaker(text, cut(text, start, end, sentences=bool(voices)))
    last: tuple[tuple[Voice, ...], Cues] = (voices, cues)
    doer: Voice | None = None
    for begin, stop, word in pieces:
        found = frame(text, begin, stop) if len(voices) < DEEPEST else None
        if found is None and word in RESUMES and (goes_on := _spoke(last, voices, doer)):
            found = resumed(text, begin, stop, goes_on)
        doer = (_doer(text, begin, stop) or doer) if len(pieces) > 1 else None
        if found and not _own_words(found, voices):
            for stretch in found.beside:
                yield from _clauses(text, *stretch, voices, cues)
            said = (found.voice, *voices), (*cues, (found.voice.rule, *found.cue))
            for stretch in (found.spoken, *found.also):
                yield from _spoken(text, stretch, (begin, stop), said)
            last = (voices, cues) if found.beside else said
        else:
            carried = last if _inherits(text, word, last) else (voices, cues)
            inherited = carried is last and len(last[0]) > len(voices)
            for part in _sentences(text, begin, stop):
                yield _leaf(text, part, carried, inherited)


def _inherits(text: str, word: str, last: tuple[tuple[Voice, ...], Cues]) -> bool:
    """Say whether a clause that ``word`` joins is still what the voice before says."""
    if not last[0] or word in INHERITS:
        return not last[0] or last[0][0].rule not in ALONE
    return word in GOES_ON and tells(last[0][0].rule, text[last[1][-1][1] : last[1][-1][2]].lower())


def _spoke(last: tuple[tuple[Voice, ...], Cues], voices: tuple[Voice, ...], doer: Voice | None) -> Voice | None:
    """Return who did what the clause before says: its speaker, or its subject."""
    return last[0][0] if len(last[0]) > len(voices) else doer


def _doer(text: str, start: int, end: int) -> Voice | None:
    found = marked(text, start, end)
    verb = next((n for n in range(1, len(found)) if finite(found, n)), None)
    who = subject.before(found, verb, text) if verb else None
    return Voice(who.text, who.start, who.end, "attribution.resumed") if who else None


def _under_one_speaker(text: str, pieces: Pieces) -> Pieces:
    """Put clauses that "and" joins together again where one speaker stands behind them: "A and B, officials said"."""
    if len(pieces) < 2 or any(word not in INHERITS for _, _, word in pieces[1:]):
        return pieces
    found = frame(text, *pieces[-1][:2])
    if found is None or found.voice.rule not in BEHIND or found.cue[0] < found.spoken[0]:
        return pieces
    if any(frame(text, begin, stop) for begin, stop, _ in pieces[:-1]):
        return pieces
    return [(pieces[0][0], pieces[-1][1], "")]


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a quotation that names no speaker itself; of anything else, the whole."""
    if text[start : start + 1] != '"':
        return [(start, end)]
    return [(begin, stop) for begin, stop, _ in cut(text, start, end, sentences=True)]


def _own_words(found: Frame, voices: tuple[Voice, ...]) -> bool:
    """Say whether a frame only says "it found" of who is speaking already: "the agency said that it had found no N"."""
    words = found.voice.name.lower().split()
    if not words or words[-1] in {"i", "we"}:
        return bool(words)
    return bool(voices) and (found.voice.rule in PHRASES and words[0] in PRONOUNS and len(words) == 1)


def _spoken(
    text: str, spoken: tuple[int, int], clause: tuple[int, int], said: tuple[tuple[Voice, ...], Cues]
) -> Iterator[Statement]:
    """Yield what a voice says: the clauses inside, with the frame that they were cut from.

    What holds its own cue ("is thought to be") is said as it stands.
    """
    voices, cues = said
    if spoken[0] <= cues[-1][1] < spoken[1]:
        yield replace(_leaf(text, spoken, said), clause=clause)
        return
    inner = list(_clauses(text, *spoken, voices, cues))
    yield from (each.moved(clause) for each in inner)


def _leaf(
    text: str, stretch: tuple[int, int], said: tuple[tuple[Voice, ...], Cues], inherited: bool = False
) -> Statement:
    voices, cues = said
    start, end = trimmed(text, *stretch)
    more: Cues = (("attribution.inherited", start, start + 1),) if inherited else ()
    verb = None if voices else unnamed(text, start, end)
    more = (*more, (UNNAMED, *verb)) if verb else more
    return Statement(start, end, stretch, voices, (*cues, *more), _about(text, start, end))


def _about(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the subject of a clause; of one that begins with its verb, none."""
    found = marked(text, start, end)
    verb = next((n for n in range(1, len(found)) if finite(found, n)), None)
    who = subject.before(found, verb, text) if verb else None
    return (who.start, who.end) if who else None
