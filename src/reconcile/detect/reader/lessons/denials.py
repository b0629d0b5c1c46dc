"""Lessons about whether: denials, what nobody has evidence of, what was tried or prevented, hedges, and not found."""

from collections.abc import Sequence

from reconcile.detect.reader.lessons import words
from reconcile.detect.reader.lessons.acts import ACTS, Act, Deed
from reconcile.detect.reader.lessons.pen import Course, Courses, Label, Pen

DID = (
    "{who} {past} {what}",
    "{what} {was} {done} by {who}",
    "it was {who} that {past} {what}",
    "{who} did in fact {base} {what}",
    "{who} has {done} {what}",
    "{who} had {done} {what} by then",
    "{who} actually {past} {what}",
)
NOT_DONE = (
    "{who} did not {base} {what}",
    "{who} never {past} {what}",
    "{who} has not {done} {what}",
    "at no time did {who} {base} {what}",
    "{what} {was} not {done} by {who}",
    "it is not true that {who} {past} {what}",
    "{who} didn't {base} {what}",
    "the claim that {who} {past} {what} is false",
    "{who} denied having {done} {what}",
    "contrary to what was said, {who} did not {base} {what}",
)
SUCCEEDED = (
    "{who} managed to {base} {what}",
    "{who} succeeded in {doing} {what}",
    "{who} was able to {base} {what} and did so",
    "{who} went on to {base} {what}",
    "{who} did not fail to {base} {what}",
    "{who} admitted having {done} {what}",
    "{who} regretted having {done} {what}",
    "{who} was forced to {base} {what} in the end, and did",
    "{who} remembered to {base} {what}",
    "{who} did not hesitate to {base} {what}",
    "{who} finished {doing} {what}",
)
FAILED = (
    "{who} failed to {base} {what}",
    "{who} refused to {base} {what}",
    "{who} was prevented from {doing} {what}",
    "{who} declined to {base} {what}",
    "{who} neglected to {base} {what}",
    "{who} was unable to {base} {what}",
    "{who} refrained from {doing} {what}",
    "{who} stopped short of {doing} {what}",
    "{who} forgot to {base} {what}",
    "{who} gave up the attempt to {base} {what}",
    "{who} left without {doing} {what}",
    "{who} did not manage to {base} {what}",
)
OPEN = (
    "{who} planned to {base} {what}",
    "{who} wanted to {base} {what}",
    "{who} was asked to {base} {what}",
    "{who} threatened to {base} {what}",
    "{who} was expected to {base} {what}",
    "{who} promised to {base} {what}",
    "{who} considered {doing} {what}",
    "{who} had the right to {base} {what}",
    "{who} would {base} {what} if it were attacked",
    "{who} discussed whether to {base} {what}",
    "{who} prepared to {base} {what}",
)
HEDGED = (
    "{who} may have {done} {what}",
    "{who} might have {done} {what}",
    "perhaps {who} {past} {what}",
    "{who} possibly {past} {what}",
    "it is conceivable that {who} {past} {what}",
    "{who} could have {done} {what}",
    "it cannot be ruled out that {who} {past} {what}",
    "{who} is suspected of having {done} {what}",
)
NO_EVIDENCE = (
    "there is no evidence that {who} {past} {what}",
    "nothing indicates that {who} {past} {what}",
    "investigators found no sign that {who} had {done} {what}",
    "no proof has been found that {who} {past} {what}",
    "the search brought no indication that {who} ever {past} {what}",
    "there was nothing to show that {who} had {done} {what}",
)
EVIDENCE = (
    "there is clear evidence that {who} {past} {what}",
    "documents prove that {who} {past} {what}",
    "satellite pictures show that {who} {past} {what}",
    "it has been established that {who} {past} {what}",
)
UNSURE = (
    "it is not known whether {who} {past} {what}",
    "nobody could confirm that {who} {past} {what}",
    "it remains unclear whether {who} {past} {what}",
    "the inquiry did not look into whether {who} {past} {what}",
    "{who} has not said whether it {past} {what}",
    "opinions differ on whether {who} {past} {what}",
)
DETAILS = (
    "{who} {past} {what} at night",
    "{who} {past} {what} without a permit",
    "{who} {past} {what} for the second time",
    "{who} {past} {what} in order to save money",
    "{who} secretly {past} {what}",
    "{who} {past} {what} together with foreign partners",
    "{who} was praised because it {past} {what}",
    "{who} quickly {past} {what}",
)

GIVES = {
    "conflict": (
        (DID, NOT_DONE),
        (DID, NOT_DONE),
        (DETAILS, NOT_DONE),
        (SUCCEEDED, NOT_DONE),
        (DID, FAILED),
        (SUCCEEDED, FAILED),
        (EVIDENCE, NOT_DONE),
        (EVIDENCE, NO_EVIDENCE),
        (DID, NO_EVIDENCE),
        (EVIDENCE, FAILED),
    ),
    "agree": (
        (SUCCEEDED, DID),
        (DETAILS, DID),
        (EVIDENCE, DID),
        (DID, DID),
        (FAILED, NOT_DONE),
        (FAILED, NOT_DONE),
        (NOT_DONE, NOT_DONE),
        (DID, HEDGED),
        (UNSURE, UNSURE),
        (NO_EVIDENCE, NO_EVIDENCE),
    ),
    "neutral": (
        (OPEN, DID),
        (OPEN, NOT_DONE),
        (OPEN, FAILED),
        (HEDGED, DID),
        (HEDGED, NOT_DONE),
        (UNSURE, DID),
        (UNSURE, NOT_DONE),
        (DID, DETAILS),
        (NOT_DONE, OPEN),
        (NOT_DONE, FAILED),
        (DID, OPEN),
    ),
}
"""Which tables of frames, the first sentence's and the second's, stand to each other as each label says."""


def deed(pen: Pen) -> Deed:
    """Return a deed."""
    act = pen.pick(ACTS)
    return Deed(pen.somebody(), act, pen.pick(act.objects))


def said(pen: Pen, deed: Deed, frames: Sequence[str]) -> str:
    """Return a deed in one of the frames."""
    return pen.wording(frames, **deed.slots())


def whether(pen: Pen, label: Label) -> tuple[str, str]:
    """One deed: done, not done, tried, prevented, suspected, or nobody knows."""
    one = deed(pen)
    first, second = pen.pick(GIVES[label])
    texts = pen.until(lambda: (said(pen, one, first), said(pen, one, second)))
    return pen.turned(*texts) if label == "conflict" else texts


def others(pen: Pen, label: Label) -> tuple[str, str]:
    """Deeds that share most of their words: the same is done to another thing, or something else to the same."""
    one = deed(pen)
    if label == "agree":
        frames = pen.pick(((DID, DID), (NOT_DONE, NOT_DONE), (EVIDENCE, DID), (FAILED, NOT_DONE)))
        return said(pen, one, frames[0]), said(pen, one, frames[1])
    another = Deed(*pen.pick(unlike(pen, one)))
    return said(pen, one, pen.pick((DID, NOT_DONE, SUCCEEDED))), said(pen, another, pen.pick((DID, NOT_DONE, FAILED)))


def unlike(pen: Pen, one: Deed) -> tuple[tuple[str, Act, str], ...]:
    """Return deeds that are like ``one`` but for one part."""
    what = pen.pick([each for each in one.act.objects if each != one.what])
    act = pen.pick([each for each in ACTS if each.base != one.act.base])
    who = pen.pick([each for each in words.BODIES if each != one.who])
    return (one.who, one.act, what), (one.who, act, one.what), (who, one.act, one.what)


SOUGHT = (
    "anthrax cultures",
    "centrifuge parts",
    "a warhead",
    "survivors",
    "fingerprints",
    "stolen jewellery",
    "traces of explosives",
    "drugs",
    "illegal software",
    "wolves",
    "a second will",
    "mines",
    "forged passports",
    "traces of poison",
    "weapons",
)
SITES = (
    "the warehouse",
    "the farm",
    "the villa",
    "the laboratory",
    "the valley",
    "the wreck",
    "the airfield",
    "the depot",
    "the monastery",
    "the cargo hold",
    "the cellar",
)
FOUND = (
    "{who} found {what} in {site}",
    "{what} turned up in {site}",
    "a search of {site} brought {what} to light",
    "{who} discovered {what} at {site}",
)
FOUND_NONE = (
    "{who} found no {what} in {site}",
    "no {what} turned up in {site}",
    "{who} did not find any {what} at {site}",
    "a search of {site} for {what} brought nothing",
    "{who} searched {site} for {what} in vain",
    "{who} left {site} without having found any {what}",
)
ARE_THERE = (
    "there were {what} in {site}",
    "{site} held {what}",
    "{what} had been hidden in {site}",
    "{what} were kept in {site}",
)
NONE_THERE = (
    "there were no {what} in {site}",
    "{site} never held any {what}",
    "{site} was free of {what}",
    "{what} were never kept in {site}",
)
LOOKED = (
    "{who} searched {site} for {what}",
    "{who} went through {site} looking for {what}",
    "{who} was allowed to look for {what} in {site}",
)
SEARCHES = {
    "conflict": (
        (FOUND, FOUND_NONE),
        (FOUND, NONE_THERE),
        (FOUND_NONE, FOUND),
        (ARE_THERE, NONE_THERE),
        (NONE_THERE, FOUND),
    ),
    "agree": (
        (FOUND, ARE_THERE),
        (FOUND_NONE[:5:2], FOUND_NONE[:3]),
        (FOUND, FOUND),
        (NONE_THERE, NONE_THERE),
        (FOUND_NONE[3:], LOOKED),
    ),
    "neutral": (
        (FOUND_NONE, ARE_THERE),
        (FOUND_NONE, NONE_THERE),
        (ARE_THERE, FOUND_NONE),
        (LOOKED, FOUND),
        (LOOKED, FOUND_NONE),
        (LOOKED, ARE_THERE),
    ),
}
"""What was found was there; what was not found may have been there or not."""


def searches(pen: Pen, label: Label) -> tuple[str, str]:
    """Something looked for at a place: found, not found, there, not there."""
    what = pen.pick([each for each in SOUGHT if not each.startswith("a ")])
    who, sites = pen.pick(words.BODIES), pen.two(SITES)
    elsewhere = label == "neutral" and pen.chance(0.25)
    first, second = (FOUND_NONE, FOUND) if elsewhere else pen.pick(SEARCHES[label])
    slots = {"who": who, "what": what}
    one = pen.wording(first, site=sites[0], **slots)
    return one, pen.wording(second, site=sites[1] if elsewhere else sites[0], **slots)


LACKING = (
    "{n} {things} remain unaccounted for",
    "{who} could not account for {n} {things}",
    "the whereabouts of {n} {things} are unknown",
    "{who} kept no record of what became of {n} {things}",
)
KEPT = ("{who} kept {n} {things}", "{who} still has {n} {things}", "{n} {things} were held back by {who}")
GONE = ("{who} destroyed all its {things}", "none of the {things} was kept by {who}", "{who} has no {things} left")
OPEN_FATE = (
    "the fate of {n} {things} has not been cleared up",
    "nobody knows what happened to {n} {things}",
    "{n} {things} are still missing",
)
FATES = {
    "conflict": ((KEPT, GONE), (GONE, KEPT)),
    "agree": ((LACKING, OPEN_FATE), (OPEN_FATE, LACKING[::2]), (KEPT, KEPT), (GONE, GONE)),
    "neutral": ((LACKING, KEPT), (LACKING, GONE), (OPEN_FATE, KEPT), (OPEN_FATE, GONE), (KEPT, LACKING)),
}
HELD = ("shells", "passports", "bombs", "tapes", "vials", "ballot boxes", "warheads", "rifles", "gold bars", "missiles")


def fates(pen: Pen, label: Label) -> tuple[str, str]:
    """Things that nobody can account for are neither kept nor gone."""
    slots = {"who": pen.pick(words.BODIES), "n": str(pen.random.randint(2, 900)), "things": pen.pick(HELD)}
    first, second = pen.pick(FATES[label])
    return pen.until(lambda: (pen.wording(first, **slots), pen.wording(second, **slots)))


COURSES: Courses = {
    "whether": Course(whether, "polarity"),
    "whether again": Course(whether, "polarity"),
    "other deeds": Course(others, "polarity", ("agree", "neutral")),
    "searches": Course(searches, "polarity"),
    "fates": Course(fates, "status"),
}
