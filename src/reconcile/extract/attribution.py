"""Sentences to statements: frames peeled off from the outside, clause by clause, until only what is said is left."""

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extract.clauses import cut, trimmed
from reconcile.extract.frames import frame
from reconcile.extract.subject import PRONOUNS
from reconcile.extract.voice import Frame, Statement, Voice

DEEPEST = 4
"""Voices within voices; nobody writes more, and what looks like more was misread."""

INHERITS = frozenset({"and", "or"})
"""After these words a clause without a frame of its own is still what the same voice says; "but" turns away from it."""


ALONE = frozenset({"attribution.denial", "attribution.noun-complement", "attribution.called", "attribution.hearsay"})
"""Frames that take a phrase, and nothing after it."""


PHRASES = frozenset({"attribution.evidence", "attribution.object", "attribution.denial", "attribution.amount"})
"""Frames whose verb is part of what is said, where the speaker speaks of himself."""


def statements(text: str, start: int, end: int) -> Iterator[Statement]:
    """Yield the statements of one sentence, in order."""
    yield from _clauses(text, start, end, (), ())


Cues = tuple[tuple[str, int, int], ...]


def _clauses(text: str, start: int, end: int, voices: tuple[Voice, ...], cues: Cues) -> Iterator[Statement]:
    last: tuple[tuple[Voice, ...], Cues] = (voices, cues)
    for begin, stop, word in cut(text, start, end, sentences=bool(voices)):
        found = frame(text, begin, stop) if len(voices) < DEEPEST else None
        if found and not _own_words(found, voices):
            for stretch in found.beside:
                yield from _clauses(text, *stretch, voices, cues)
            said = (found.voice, *voices), (*cues, (found.voice.rule, *found.cue))
            for stretch in (found.spoken, *found.also):
                yield from _spoken(text, stretch, (begin, stop), said)
            last = (voices, cues) if found.beside else said
        else:
            carried = last if word in INHERITS and not (last[0] and last[0][0].rule in ALONE) else (voices, cues)
            inherited = carried is last and len(last[0]) > len(voices)
            for part in _sentences(text, begin, stop):
                yield _leaf(text, part, carried, inherited)


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
    yield from (
        replace(each, clause=(min(clause[0], each.clause[0]), max(clause[1], each.clause[1]))) for each in inner
    )


def _leaf(
    text: str, stretch: tuple[int, int], said: tuple[tuple[Voice, ...], Cues], inherited: bool = False
) -> Statement:
    voices, cues = said
    start, end = trimmed(text, *stretch)
    more: Cues = (("attribution.inherited", start, start + 1),) if inherited else ()
    return Statement(start, end, stretch, voices, (*cues, *more))
