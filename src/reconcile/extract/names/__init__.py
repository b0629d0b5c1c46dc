"""Names of asserters: one name for each, pronouns and descriptions resolved to the last that they may stand for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reconcile.extract.names import figures
from reconcile.extract.names.acronyms import both, defined
from reconcile.extract.names.figures import BODIES, BODY, OPENING, PERSON, ROLES, TEXT, Figure, Role
from reconcile.extract.names.runs import PROPER
from reconcile.extract.names.written import GENDER, PRONOUN, Written, plain, trimmed, unopened, written
from reconcile.values import place

DESCRIBED = re.compile(
    r"(?:,? (?:is|was)|, who (?:is|was)|,) (?:the |a |an |his |her )?((?:[\w'’-]+ ){0,7}?[\w'’-]+)"
    r"(?=[,.;:)]| said| told|$)"
)
"""What is said of somebody behind the name: ", the JIC Chairman,", " is the mayor of Basra."."""

TWO_SURNAMES = 3
"""Words of a name of which the second may stand alone: "Vázquez" of "Wanda Vázquez Garced"."""

NEAR = 5
"""Sentences after which a pronoun no longer stands for somebody who was not named again."""

NEXT = 2
"""The same for "it" and "they", which may be of anything."""

FAR = 40
"""Sentences after which a description in small letters no longer stands for somebody."""

OWNERS = frozenset("his her its their my our your".split())
"""What begins a description that leans on somebody else: "he" behind "his father" is seldom the father."""

NOBODY = frozenset(
    "both all some many several others another none most few each one two three either neither everyone nobody".split()
)
"""What is said of somebody and names nobody."""

NO_FIRST = figures.NO_PERSON | figures.TITLES

STAGE = 8
MOST = 4_000
ALIKE = 24
"""Figures kept: of those met last, of all, and of one surname or description."""


@dataclass(frozen=True, slots=True)
class Asserter:
    """A name as resolved, and the rule that resolved it; empty where the text names it outright."""

    name: str
    rule: str = ""


@dataclass(slots=True)
class Cast:
    """Who has been named in a document so far, and when: what pronouns, surnames and descriptions fall back on."""

    acronyms: dict[str, str] = field(default_factory=dict)
    known: dict[str, Figure | None] = field(default_factory=dict)
    surnames: dict[str, list[Figure]] = field(default_factory=dict)
    headed: dict[str, list[Figure]] = field(default_factory=dict)
    longer: dict[str, str] = field(default_factory=dict)
    stage: list[Figure] = field(default_factory=list)
    lately: list[Figure] = field(default_factory=list)
    sentence: int = 0

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Cast":
        """Return a cast that knows the acronyms that a document defines, and who bears a full name in it."""
        listed = list(texts)
        pairs = [pair for text in listed if "(" in text or ", or " in text for pair in defined(text)]
        cast = cls({alias: name for pair in pairs for alias, name in both(*pair)})
        cast.longer.update({name.partition(" and ")[0]: name for name, _ in pairs if " and " in name})
        for text in listed:
            for run in dict.fromkeys(PROPER.findall(text)):
                cast._introduced(run)
        return cast

    def resolve(self, raw: str, outer: str = "") -> Asserter:
        """Return the one name of an asserter as written, remembering it; itself where nothing better is known.

        A pronoun within what somebody says ("629 members told that they believed") stands for that one, ``outer``,
        where it can.
        """
        said = written(raw)
        if said.pronoun:
            return self._pronoun(said.pronoun, outer)
        if said.described and (answer := self._described(said)):
            self._met(answer)
            return Asserter(answer.name, "attribution.description")
        name = self.acronyms.get(said.name, said.name)
        full = self._fuller(name)
        self.meet(full)
        return Asserter(full, "repair.damaged-name" if said.mended else "attribution.short-name" * (full != name))

    def kind(self, name: str) -> str:
        """Return what a name is of, as far as is known: "person", "body", "text", "many", or nothing."""
        figure = self.known.get(self._fuller(name))
        return figure.kind if figure else figures.read(name).kind

    def canonical(self, said: str) -> str:
        """Return a name without article, ending and remarks, and by its better known form."""
        name = plain(said)
        return self.acronyms.get(name, name)

    def meet(self, name: str, kind: str = "") -> None:
        """Remember that somebody is spoken of: the subject of a sentence, or who says it.

        ``kind`` is "person", "body", "text" or "many" where it is known; else it is read off the words.
        """
        rest = unopened(name)
        name = self._fuller(rest if rest[:1].isupper() else name)
        if " and " in name:
            self._meet_one(*name.split(" and ", 1))
        figure = self.known.get(name)
        if figure is None and name.lower() in BODIES:
            figure = self._described(written(f"the {name}"))
        figure = figure or self._figure(name)
        if figure and name.partition(" ")[0].lower() not in OWNERS and name.lower() not in NOBODY:
            figure.kind = kind or figure.kind
            self._met(figure)

    def _meet_one(self, first: str, others: str) -> None:
        """Remember the only person among several: "he" behind "Moss and three of his friends"."""
        figure = self._figure(self._fuller(first))
        if figure and figure.kind == PERSON and figures.read(others).kind != PERSON and not others[:1].isupper():
            self._met(figure)

    def hear(self, text: str) -> None:
        """Remember whom a sentence names, whatever it says of them, and what it says that they are."""
        for run in PROPER.finditer(text):
            figure = self._introduced(run.group())
            if figure is not None:
                figure.heard = self.sentence
                self.lately[:] = [figure, *self.lately[: STAGE - 1]]
                if figure.kind in (PERSON, "") and len(figure.roles) < ALIKE:
                    self._placed(figure, text, run.start(), run.end())
        self.sentence += 1

    def _met(self, figure: Figure) -> None:
        figure.met = figure.heard = self.sentence
        if self.stage[:1] != [figure]:
            self.stage[:] = [figure, *(other for other in self.stage if other is not figure)][:STAGE]

    def _introduced(self, run: str) -> Figure | None:
        """Return who a run of capitalised words names; None for nobody."""
        if run in self.known:
            figure = self.known[run]
            return figure if figure or " " in run else self._bearer(run)
        name = trimmed(run)
        if not name or (" " in name and name.isupper()) or len(self.known) > MOST:
            return None
        name = self.longer.get(name, name)
        reading = figures.read(name)
        figure = self._figure(self.acronyms.get(reading.name, reading.name)) if self._names_somebody(name) else None
        if figure and reading.role and reading.role not in figure.roles:
            self._role(figure, reading.role)
        self.known[run] = figure
        return figure or self._bearer(name)

    def _names_somebody(self, name: str) -> bool:
        """Say whether a run is a name: not one word that only describes, "the Commission", or may be anything."""
        reading = figures.read(name)
        words = name.split()
        if len(words) == 1:
            return name in self.acronyms or (reading.kind == BODY and name.lower() not in BODIES)
        return bool(reading.name) and not (reading.kind == PERSON and reading.name == name and reading.role)

    def _bearer(self, name: str) -> Figure | None:
        """Return who was last named of those with a surname; None for nobody."""
        return max(self.surnames.get(figures.surname(name), ()), key=lambda each: each.heard, default=None)

    def _figure(self, name: str) -> Figure | None:
        """Return the figure of a name, a new one where it is not known."""
        figure = self.known.get(name)
        if figure is None and name and len(self.known) <= MOST:
            reading = figures.read(name)
            figure = self.known[name] = Figure(name, reading.kind, reading.gender)
            if reading.role:
                self._role(figure, reading.role)
            self._listed(figure)
        return figure

    def _listed(self, figure: Figure) -> None:
        words = figure.name.split()
        if figure.kind in (BODY, TEXT):
            for word in {each.strip(".,").lower() for each in words}:
                _append(self.headed, word, figure)
        if figure.kind in (PERSON, "") and _full(words):
            _append(self.surnames, figures.surname(figure.name), figure)
            if (
                figure.kind == PERSON
                and len(words) == TWO_SURNAMES
                and len(words[1]) > 2
                and words[1].lower() not in figures.GIVEN
            ):
                _append(self.surnames, figures.surname(words[1]), figure)

    def _role(self, figure: Figure, role: Role) -> None:
        if role not in figure.roles:
            figure.roles.append(role)
            _append(self.headed, role.head, figure)

    def _placed(self, figure: Figure, text: str, start: int, end: int) -> None:
        """Remember what stands beside a name: "spokeswoman A B", "A B, the mayor,", "the mayor, A B,"."""
        before = text[max(0, start - 60) : start].rstrip()
        if before.endswith(",") and text[end : end + 1] == ",":
            before = before[:-1]
        last = before.rpartition(" ")[2].lower()
        if last in ROLES and (found := figures.role(_phrase(before))):
            self._is(figure, found)
        behind = DESCRIBED.match(text, end, end + 120) if text[end : end + 1] in {",", " "} else None
        if behind and (found := figures.role(behind[1])):
            self._is(figure, found)

    def _is(self, figure: Figure, role: Role) -> None:
        """Take a role for a figure's; who bears one that no body has is a person."""
        if figure.kind != PERSON and (role.head in figures.OFFERED or not figures.may_be_person(figure.name)):
            return
        figure.kind = PERSON
        self._role(figure, role)

    def _fuller(self, name: str) -> str:
        """Return the name as most fully known: "Blix" after "Hans Blix", "Brightwell" after "Brightwell Ltd"."""
        words = name.split()
        if not words or len(words) > 2 or " and " in name:
            return name
        title = words[0].lower().strip(".")
        if len(words) == 2 and title not in figures.TITLES and title not in figures.PARTICLES:
            return name
        if len(words) == 2 and title in figures.KNIGHTED and words[1].lower() in figures.GIVEN:
            return self._knight(name, title, words[1])
        gender = figures.read(name).gender
        bearers = [
            each for each in self.surnames.get(figures.surname(name), ()) if not gender or each.gender in ("", gender)
        ]
        last = figures.surname(name)
        named = max(
            bearers,
            key=lambda each: (each.heard >= 0, figures.surname(each.name) == last, each.met, each.heard),
            default=None,
        )
        return named.name if named else name

    def _knight(self, name: str, title: str, given: str) -> str:
        """Return the full name of "Sir John": whoever was named so with a surname, where it was only one."""
        bearers = {each.name: each for each in self.headed.get(title, ()) if each.name.split()[0] == given}
        ranked = sorted(bearers.values(), key=lambda each: each.heard, reverse=True)
        apart = len(ranked) == 1 or (ranked and ranked[0].heard > max(ranked[1].heard, self.sentence - FAR))
        return ranked[0].name if apart else name

    def _pronoun(self, said: str, outer: str) -> Asserter:
        gender = GENDER.get(said, "")
        if outer and (not PRONOUN[said] or self._may_be(self._figure(outer), PRONOUN[said], gender)):
            return Asserter(outer, "attribution.pronoun")
        near = NEAR if gender else NEXT
        for figure in self.stage:
            if self.sentence - figure.met <= near and self._may_be(figure, PRONOUN[said], gender):
                self._met(figure)
                return Asserter(self._fuller(figure.name), "attribution.pronoun")
        return self._beside(said, gender) if gender else Asserter(said)

    def _beside(self, said: str, gender: str) -> Asserter:
        """Resolve a pronoun to the only person of the last sentences for certain of its gender, subject or not."""
        near = {each.name: each for each in self.lately if each.gender == gender and self.sentence - each.heard <= 2}
        fitting = list(near.values())
        if len(fitting) != 1:
            return Asserter(said)
        self._met(fitting[0])
        return Asserter(fitting[0].name, "attribution.pronoun")

    def _may_be(self, figure: Figure | None, kinds: Iterable[str], gender: str) -> bool:
        if figure is None:
            return True
        kind = figure.kind or (PERSON if gender and figures.may_be_person(figure.name) else "")
        return kind in kinds and (not gender or figure.gender in ("", gender))

    def _described(self, said: Written) -> Figure | None:
        """Return whom "the Commission", "the Foreign Secretary" stands for; None where that is open."""
        if said.role:
            fitting = [each for each in self.headed.get(said.role.head, ()) if figures.fits(said.role, each)]
            return self._last([each for each in fitting if each.kind == PERSON], said.described)
        return self._last([each for key, words in said.keys for each in self._named(key, words)], said.described)

    def _named(self, key: str, words: frozenset[str]) -> Iterator[Figure]:
        """Yield the bodies and texts whose names hold all the words, one of them ``key``."""
        for figure in self.headed.get(key, ()):
            if len(words) == 1 or words <= {word.lower() for word in figure.name.split()}:
                yield figure

    def _last(self, fitting: Iterable[Figure], described: str) -> Figure | None:
        """Return the one that was named last, where it is the only one or the others were not named beside it."""
        heard = {each.name: each for each in fitting if each.heard >= 0 and each.name.lower() != described.lower()}
        ranked = sorted(heard.values(), key=lambda each: (each.heard, each.met), reverse=True)
        if not ranked or (described.islower() and self.sentence - ranked[0].heard > FAR):
            return None
        apart = len(ranked) == 1 or (self.sentence - ranked[0].heard <= NEAR and ranked[1].heard < ranked[0].heard)
        return ranked[0] if apart else None


def _full(words: Sequence[str]) -> bool:
    """Say whether words may be a person's full name: none but capitals, no title and no place among them."""
    if len(words) < 2 or words[0].lower() in NO_FIRST or words[-1].isupper() or place.entry(words[-1]):
        return False
    return all(figures.in_name(word) for word in words)


def _append(table: dict[str, list[Figure]], key: str, figure: Figure) -> None:
    listed = table.setdefault(key, [])
    if figure not in listed:
        listed.insert(0, figure)
        del listed[ALIKE:]


def _phrase(before: str) -> str:
    """Return the noun phrase that ends a text: its words in small letters and capitals up to a mark or an article."""
    words: list[str] = []
    for word in reversed(before.split()[-5:]):
        if word.lower() in OPENING or word[-1:] in ',.;:"' or word.endswith("ed"):
            break
        words.insert(0, word)
    return " ".join(words)


CUT_SHORT = re.compile(r"\bU\.(?= [a-z])")
STATE = re.compile(r"\b[A-Z][\w.]*(?: (?:of|and the|[A-Z])[\w.]*)*")


def states(text: str) -> list[str]:
    """Return the states that a text names, last first, each once: who a nameless "government" may be of."""
    found = [place.entry(match.group()) for match in STATE.finditer(CUT_SHORT.sub("United States", text))]
    named = [entry.name for entry in reversed(found) if entry and entry.kind == "country"]
    return list(dict.fromkeys(named))
