"""Who says something, as the text puts it, and what is left to be said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """An asserter as written; ``name`` is empty where the text names nobody. Offsets are in the view."""

    name: str
    start: int
    end: int
    rule: str
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution found in a clause: the voice, the cue, and the stretch that holds what it says.

    ``spoken`` is in the view, end excluded, and so is what is ``also`` said, further on; the rest of the clause belongs
    to the frame, but for what stands ``beside`` it and is said by whoever says the clause.
    """

    voice: Voice
    cue: tuple[int, int]
    spoken: tuple[int, int]
    also: tuple[tuple[int, int], ...] = ()
    beside: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said: where it stands in the view, and the voices that carry it, innermost first.

    ``clause`` is the stretch that it was cut from, frame included; ``cues`` are the rules that fired, and where.
    """

    start: int
    end: int
    clause: tuple[int, int]
    voices: tuple[Voice, ...]
    cues: tuple[tuple[str, int, int], ...]
