"""Lessons about who, where and how: roles, places within places, namesakes, details, and talk of the same things."""

from reconcile.detect.reader.lessons import words
from reconcile.detect.reader.lessons.pen import Course, Courses, Label, Pen

GAVE = (
    ("{x} sold the ferry to {y}", "{y} bought the ferry from {x}", "the ferry was sold by {x} to {y}"),
    ("{x} defeated {y} in the final", "{y} lost the final to {x}", "the final was won by {x} against {y}"),
    ("{x} lent the tools to {y}", "{y} borrowed the tools from {x}", "the tools were lent to {y} by {x}"),
    ("{x} sued {y}", "{y} was sued by {x}", "{x} took {y} to court"),
    ("{x} accused {y} of fraud", "{y} was accused of fraud by {x}", "{x} brought a charge of fraud against {y}"),
    ("{x} taught {y}", "{y} was a pupil of {x}", "{y} was taught by {x}"),
    ("{x} invaded the territory of {y}", "{y} was invaded by {x}", "the troops of {x} marched into the land of {y}"),
    ("{x} is older than {y}", "{y} is younger than {x}", "{y} was born after {x}"),
    ("{x} supplied {y} with fuel", "{y} got its fuel from {x}", "fuel was supplied to {y} by {x}"),
    ("{x} succeeded {y} as chairman", "{y} was chairman before {x}", "{x} took over from {y} as chairman"),
    ("{x} finished ahead of {y}", "{y} came in behind {x}", "{x} was faster than {y}"),
    ("{x} rescued {y}", "{y} was saved by {x}", "{y} owes {x} the rescue"),
    ("{x} hired {y}", "{y} was hired by {x}", "{y} was given work by {x}"),
    ("{x} painted {y}", "{y} sat for {x}", "the portrait of {y} is by {x}"),
)
MET = ("{x} met {y}", "{x} wrote to {y}", "{x} and {y} spoke on the telephone", "{x} had known {y} for years")


def roles(pen: Pen, label: Label) -> tuple[str, str]:
    """Who did it to whom: told the same way round, the other way round, or as something else between the two."""
    frames = pen.pick(GAVE)
    x, y = pen.name(), pen.name()
    one, two = pen.two(frames)
    first = one.format(x=x, y=y)
    if label == "neutral":
        other = pen.pick([each for each in GAVE if each != frames])
        second = pen.pick((pen.frame(MET), pen.pick(other))).format(x=x, y=y)
    else:
        second = two.format(x=x, y=y) if label == "agree" else pen.pick(frames).format(x=y, y=x)
    return first, second


WITHIN = (
    ("Basra", "Iraq"),
    ("Mosul", "Iraq"),
    ("Fallujah", "Iraq"),
    ("Aleppo", "Syria"),
    ("Damascus", "Syria"),
    ("Lyon", "France"),
    ("Bristol", "England"),
    ("Leeds", "England"),
    ("Porto", "Portugal"),
    ("Lisbon", "Portugal"),
    ("Krakow", "Poland"),
    ("Milan", "Italy"),
    ("Turin", "Italy"),
    ("Ghent", "Belgium"),
    ("Cologne", "Germany"),
    ("Lagos", "Nigeria"),
    ("Karachi", "Pakistan"),
    ("Delhi", "India"),
    ("Chicago", "Illinois"),
    ("Houston", "Texas"),
    ("Lima", "Peru"),
    ("Oslo", "Norway"),
    ("Odessa", "Ukraine"),
    ("Hanoi", "Vietnam"),
    ("Ankara", "Turkey"),
    ("Prague", "the Czech Republic"),
)
WHERE_ONCE = (
    "{person} was born in {place}",
    "the treaty was concluded in {place}",
    "{person} died in {place}",
    "the headquarters of the company are in {place}",
    "the final was played in {place}",
    "the trial of {person} was held in {place}",
    "the airliner came down in {place}",
    "{person} is buried in {place}",
    "the first such laboratory stood in {place}",
)
WHERE_AGAIN = (
    "{person} gave a lecture in {place}",
    "police broke up a protest in {place}",
    "the company opened a shop in {place}",
    "an old mosque was restored in {place}",
    "inspectors visited a plant in {place}",
    "a bomb went off in {place}",
    "flooding cut off a village in {place}",
    "{person} owned a house in {place}",
)


def places(pen: Pen, label: Label) -> tuple[str, str]:
    """Where something was: within the larger place, elsewhere, or elsewhere for what may be at many places."""
    person = pen.name()
    (town, land), (other_town, other_land) = distinct(pen)
    frame = pen.frame(WHERE_ONCE if label == "conflict" else WHERE_AGAIN if pen.chance(0.5) else WHERE_ONCE)
    if label == "agree":
        return located(frame, person, town), located(frame, person, land)
    if label == "conflict":
        second = pen.pick((other_town, other_land))
        return pen.turned(located(frame, person, town), located(frame, person, second))
    if frame in WHERE_ONCE:
        return located(frame, person, land), located(frame, person, town)
    return located(frame, person, town), located(frame, person, pen.pick((other_town, other_land)))


def distinct(pen: Pen) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return two towns in unlike countries, each with its country."""
    one = pen.pick(WITHIN)
    return one, pen.pick([each for each in WITHIN if each[1] != one[1]])


def located(frame: str, person: str, place: str) -> str:
    """Return a frame with its place."""
    return frame.format(person=person, place=place)


HONOURS = (
    "the prize for best film went to {x}",
    "the election was won by {x}",
    "the murderer was {x}",
    "the first man on the summit was {x}",
    "{x} designed the opera house",
    "{x} is the author of the hymn",
    "{x} holds the record over {n} metres",
    "{x} commanded the fleet in that battle",
    "the capital of the province is {x}",
    "{x} invented the device",
)
"""What only one can be."""

TOOK_PART = (
    "{x} took part in the competition",
    "{x} was praised by the jury",
    "{x} had been there too",
    "{x} gave an interview about it",
)


def honours(pen: Pen, label: Label) -> tuple[str, str]:
    """What only one can be or do, said of one, of another, or of one with something else of the other."""
    frame, x, y = pen.frame(HONOURS), pen.name(), pen.name()
    n = str(pen.pick((100, 200, 400, 800, 1500)))
    first = frame.format(x=x, n=n)
    if label == "conflict":
        return first, frame.format(x=y, n=n)
    if label == "agree":
        return first, frame.format(x=x.split()[1], n=n)
    other = pen.pick([each for each in HONOURS if each != frame])
    return first, pen.pick((pen.frame(TOOK_PART), other)).format(x=pen.pick((x, y)), n=n)


RANKS = ("first", "second", "third", "fourth", "fifth")
BEST = ("largest", "oldest", "longest", "highest", "richest", "busiest", "deadliest", "smallest")
KINDS = ("harbour", "university", "river", "tunnel", "museum", "airport", "mine", "bank", "railway line", "brewery")
RANKED = (
    "it is the {rank} {best} {kind} in {land}",
    "the {kind} is the {rank} {best} of its sort in {land}",
)


def ranks(pen: Pen, label: Label) -> tuple[str, str]:
    """The largest, the second largest, and what follows from it."""
    kind, best, land = pen.pick(KINDS), pen.pick(BEST), pen.pick(words.COUNTRIES)
    rank, other = pen.two(RANKS)
    slots = {"kind": kind, "best": best, "land": land}
    first = pen.wording(RANKED, rank=rank, **slots)
    if label == "conflict":
        return first, pen.wording(RANKED, rank=other, **slots)
    if label == "agree":
        return first, f"the {kind} is in {land}" if pen.chance(0.3) else pen.wording(RANKED, rank=rank, **slots)
    unlike = pen.pick([each for each in BEST if each != best])
    return first, pen.wording(RANKED, rank=rank, kind=kind, best=unlike, land=land)


WHO = (
    ("an old woman", "a woman", "a young man"),
    ("two soldiers", "soldiers", "two nurses"),
    ("a group of tourists", "some people", "a single hiker"),
    ("a fisherman", "a man", "a girl"),
    ("a black dog", "a dog", "a white cat"),
    ("three children", "children", "three pensioners"),
    ("a policeman", "an officer", "a thief"),
)
DOING = (
    ("is walking along the river", "is outdoors", "is asleep in bed"),
    ("is repairing a bicycle", "is fixing something", "is watching television"),
    ("is waiting at the station", "is waiting", "is swimming in a lake"),
    ("is eating soup in the kitchen", "is having a meal", "is riding a horse"),
    ("is climbing over a wall", "is climbing", "is sitting on a bench"),
    ("is reading a letter by the window", "is reading", "is playing the trumpet on stage"),
    ("is pushing a cart through the snow", "is outside in the cold", "is sunbathing on a beach"),
)
PLURAL = frozenset(
    {"two soldiers", "soldiers", "two nurses", "some people", "three children", "children", "three pensioners"}
)

ADDED = (
    "to meet a friend",
    "for the first time",
    "because it is a holiday",
    "before going to work",
    "and feels happy",
    "on the way to a wedding",
    "while talking about football",
    "after a long illness",
)


def sights(pen: Pen, label: Label) -> tuple[str, str]:
    """What somebody is seen doing: told more broadly, told with more, or somebody doing what cannot be meant."""
    (who, broader, unlike), (doing, wider, another) = pen.pick(WHO), pen.pick(DOING)
    first = joined(who, doing)
    if label == "agree":
        return first, joined(broader, pen.pick((doing, wider)))
    if label == "neutral":
        return first, f"{joined(pen.pick((who, broader)), pen.pick((doing, wider)))} {pen.frame(ADDED)}"
    return first, pen.pick((joined(pen.pick((who, broader)), another), joined(unlike, doing)))


def joined(who: str, doing: str) -> str:
    """Return who does what, the verb in the plural where it has to be."""
    return f"{who} {doing.replace('is ', 'are ', 1) if who in PLURAL else doing}"


WHYS = (
    ("the road was closed because of {cause}", "the road was closed"),
    ("the match was put off after {cause}", "the match was put off"),
    ("{cause} led to the fall of the cabinet", "the cabinet fell"),
    ("the plant lost its licence as a result of {cause}", "the plant lost its licence"),
    ("the train was late owing to {cause}", "the train was late"),
    ("the expedition failed because of {cause}", "the expedition failed"),
    ("prices doubled, mainly because of {cause}", "prices doubled"),
)
CAUSES = (
    "a strike",
    "the storm",
    "a forged letter",
    "a shortage of spare parts",
    "an epidemic",
    "a computer fault",
    "a quarrel between the partners",
    "the drought",
    "an explosion",
    "a lack of money",
)
SOLE = ("the only reason was {cause}", "nothing but {cause} was to blame", "it was caused by {cause} alone")
NOT_CAUSE = ("{cause} had nothing to do with it", "{cause} played no part in it", "it was not due to {cause}")


def causes(pen: Pen, label: Label) -> tuple[str, str]:
    """Why something happened: that it happened follows; another only reason clashes; another one may be so as well."""
    frame, bare = pen.pick(WHYS)
    cause, other = pen.two(CAUSES)
    first = frame.format(cause=cause)
    if label == "agree":
        return first, bare
    if label == "neutral":
        return pen.pick(((bare, first), (first, f"{bare}, which made news abroad")))
    table, named = pen.pick(((SOLE, other), (NOT_CAUSE, cause)))
    return first, f"{bare}; {pen.frame(table).format(cause=named)}"


TALK = (
    "{x} is the largest customer of {y}",
    "{x} visited {place} with a delegation of {y}",
    "{x} opened an office next to {y} in {place}",
    "{x} and {y} share a building in {place}",
    "{x} advised {y} on the purchase of land near {place}",
    "in {place}, {x} asked {y} for more time",
    "{x} welcomed the plan that {y} had made for {place}",
    "{x} sent {n} lorries to {place} for {y}",
    "{y} asked {x} to leave {place} within {n} days",
    "{x} holds {n} percent of the shares of {y}",
    "a report by {x} on {y} runs to {n} pages",
    "{x} trained {n} recruits of {y} near {place}",
    "{x} moved its archive to {place} when {y} ran out of room",
)


def talk(pen: Pen, _: Label) -> tuple[str, str]:
    """Two things about the same parties and places that have nothing to do with each other."""
    x, y = pen.two(words.BODIES)
    place, n = pen.pick(words.PLACES), str(pen.random.randint(2, 99))
    one, two = pen.two(TALK)
    slots = {"x": x, "y": y, "place": place, "n": n}
    turned = {**slots, "x": y, "y": x} if pen.chance(0.4) else slots
    return one.format(**slots), two.format(**turned)


COURSES: Courses = {
    "roles": Course(roles, "attribution"),
    "places": Course(places, "location"),
    "honours": Course(honours, "attribution"),
    "ranks": Course(ranks, "quantity"),
    "sights": Course(sights, "status"),
    "causes": Course(causes, "status"),
    "talk": Course(talk, "status", ("neutral",)),
}
