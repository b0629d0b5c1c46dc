"""Who says something, as the text puts it, and what is left to be said."""

from dataclasses import dataclass, replace

UNNAMED = "attribution.unnamed"
"""The cue of a verb that reports what somebody says where no rule found who."""


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

    ``clause`` is the stretch that it was cut from, frame included; ``cues`` are the rules that fired, and where;
    ``about`` is its subject, which may stand outside: "drew its staff from N, | and was able to".
    """

    start: int
    end: int
    clause: tuple[int, int]
    voices: tuple[Voice, ...]
    cues: tuple[tuple[str, int, int], ...]
    about: tuple[int, int] | None = None

    def moved(self, clause: tuple[int, int]) -> "Statement":
        """Return the statement as cut from a larger clause, its own included."""
        return replace(self, clause=(min(clause[0], self.clause[0]), max(clause[1], self.clause[1])))
