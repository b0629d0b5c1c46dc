"""Who says a stretch of a sentence, and when a clause without a frame is still what the one before it said."""

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.extract.by_syntax.told import Told, told
from reconcile.extract.by_syntax.tree import Run, Tree
from reconcile.extract.cues import TOLD, report_verb, tells
from reconcile.extract.voice import Statement, Voice

Cues = tuple[tuple[str, int, int], ...]


class Said(NamedTuple):
    """Who says a stretch, innermost first, and the cues that tell."""

    voices: tuple[Voice, ...] = ()
    cues: Cues = ()

    def by(self, voice: Voice, cue: Run) -> "Said":
        """Return the same within what one more voice says, whose cue stands at these characters."""
        return Said((voice, *self.voices), (*self.cues, (voice.rule, *cue)))


class Share(NamedTuple):
    """A clause that hangs on nothing in its stretch: its head, and the run that belongs to it."""

    head: int
    run: Run


def carried(tree: Tree, share: Share, before: Sequence[Statement], own: Sequence[Statement], said: Said) -> Said | None:
    """Return who says a clause behind a semicolon that has no frame: who said the one before, if he told it.

    "X said that P; Q", "X held that P; and that Q": of voices within voices it is the outermost who goes on.
    """
    known = len(said.voices)
    if not before or len(before[-1].voices) <= known or tree.tokens[share.run[0] - 1].text != ";":
        return None
    voice, cue = before[-1].voices[-known - 1], before[-1].cues[known : known + 1]
    again = tree.marked(share.head) == "that" and voice.rule in TOLD
    plain = tells(voice.rule, tree.text[cue[0][1] : cue[0][2]].lower()) and not any(len(e.voices) > known for e in own)
    return said.by(voice, cue[0][1:]) if again or (plain and not _reporter(tree, share.head)) else None


def goes_on(tree: Tree, verb: int, part: int, share: Run, found: Told) -> bool:
    """Say whether a clause that is joined to a frame is what the speaker says: "X said that P, but Q"."""
    if tree.labels[part] != "conj" or part < verb or tree.subject(part) is None or found.whole:
        return False
    if not tells(found.voice.rule, tree.lower(found.cue)) or any(low > part for low, _ in found.said):
        return False
    if tree.quoted[found.said[-1][0]] and not tree.quoted[part]:
        return False
    return not _reporter(tree, part) and told(tree, part, share) is None


def _reporter(tree: Tree, verb: int) -> bool:
    """Say whether a clause is about another who reports something: "…, but the Herald reported fewer"."""
    who = tree.subject(verb)
    return report_verb(tree.lower(verb)) is not None and who is not None and tree.tags[who] != "PRP"
