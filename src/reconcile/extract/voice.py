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

    ``spoken`` is in the view, end excluded; the rest of the clause belongs to the frame.
    """

    voice: Voice
    cue: tuple[int, int]
    spoken: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said: where it stands in the view, and the voices that carry it, innermost first.

    ``clause`` is the stretch that it was cut from, frame included; ``cues`` are the rules that fired, with their places.
    """

    start: int
    end: int
    clause: tuple[int, int]
    voices: tuple[Voice, ...]
    cues: tuple[tuple[str, int, int], ...]
