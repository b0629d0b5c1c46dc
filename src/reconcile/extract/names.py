"""Names of asserters: one name for each, pronouns and descriptions resolved to the last that they may stand for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reconcile.extract.cues import lexicon
from reconcile.extract.subject import bare
from reconcile.values import place
from reconcile.values.words import MONTHS

WORD_OF_NAME = r"(?:[A-Z][\w'-]*|of|the|for|and|on)"
DEFINED = re.compile(rf"\b({WORD_OF_NAME}(?:,? {WORD_OF_NAME}){{1,9}}) \(([A-Z][A-Za-z]{{1,9}})\)")
"""A name and its acronym in brackets, "Iraq Survey Group (ISG)"; after Schwartz and Hearst (2003), letters checked."""

KNOWN_SHORT = 5
"""An acronym of so many letters is itself the better known name: UNMOVIC, UNESCO."""

TITLES = frozenset(
    """president mr mrs ms miss dr prof professor sir lord lady dame sheikh ayatollah king queen prince princess
    general colonel captain major admiral senator congressman congresswoman representative governor mayor judge
    justice chancellor minister secretary ambassador inspector commissioner director pope bishop rabbi imam""".split()
)
BODIES = frozenset(
    """agency ministry department office council committee commission group court police government party union
    bank company organization organisation university institute foundation association service bureau board army
    navy force team inquiry estimate report dossier times post guardian journal herald news newspaper telegraph
    nations pentagon congress senate parliament house assembly embassy church league front brigade corps staff
    center centre authority administration cabinet""".split()
)
MONTH = "|".join(month.title() for month in sorted(MONTHS))
TRAILING = re.compile(
    rf"\s+(?:(?:of|on|in|from|dated|at)\s+(?:\d|{MONTH}|(?:early|late|mid)\b).*"
    r"|(?:about|into|regarding|concerning|on|in)\s+.*|\([^)]*\).*)$"
)
"""What is said of a source after its name: "of 1 October 2002", "on Iraq's programmes"."""

DAMAGED = re.compile(r"^U\.\s+(?=[A-Za-z])")
"""A dotted acronym that lost its second letter: "U. officials"."""

PRONOUN = {
    "he": "person",
    "she": "person",
    "him": "person",
    "her": "person",
    "them": "many",
    "it": "body",
    "they": "many",
    "we": "author",
    "i": "author",
}
ARTICLE = re.compile(r"^(?:the|this|that|these|those|a|an|same)\s+(?:same\s+)?", re.IGNORECASE)


COURTESY = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s+(?=[A-Z])")
ROLES = frozenset(
    "prosecutor co-author founder co-founder activist coach captain spokesman spokeswoman spokesperson chief "
    "leader director chairman chairwoman chair ceo cfo head lawyer "
    "attorney analyst expert "
    "researcher scientist doctor officer official editor reporter correspondent journalist author engineer "
    "deputy envoy "
    "commander sheriff detective superintendent constable adviser advisor candidate councillor lawmaker mp".split()
)
BY = re.compile(
    r"^(?:(?:[\w-]+ ){0,3}(?:investigation|study|report|audit|review|survey|analysis|inquiry|research|paper))"
    r" by (?:the )?(?=[A-Z])"
)
"""An inquiry named by who made it: "a subsequent investigation by Chivers and Schmitt"."""

PROPER = re.compile(r"[A-Z][\w.&'-]*(?:(?: (?:of|for|on)(?: the)?)? [A-Z][\w.&'-]*){0,7}")
REMEMBERED = 40
"""Bodies kept in mind: an older one is no more what a description means."""


@dataclass(frozen=True, slots=True)
class Asserter:
    """A name as resolved, and the rule that resolved it; empty where the text names it outright."""

    name: str
    rule: str = ""


@dataclass(slots=True)
class Cast:
    """Who has been named in a document so far, last first: what pronouns and descriptions fall back on."""

    acronyms: dict[str, str] = field(default_factory=dict)
    named: dict[str, list[str]] = field(default_factory=lambda: {"person": [], "body": [], "many": []})
    heard: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Cast":
        """Return a cast that knows the acronyms that a document defines."""
        return cls({alias: name for text in texts for pair in defined(text) for alias, name in both(*pair)})

    def resolve(self, raw: str, outer: str = "") -> Asserter:
        """Return the one name of an asserter as written, remembering it; itself where nothing better is known.

        A pronoun within what somebody says ("629 members told that they believed") stands for that one, ``outer``.
        """
        said = raw.strip().strip("\"'")
        if said.lower() in PRONOUN:
            return Asserter(outer, "attribution.pronoun") if outer else self._pronoun(said.lower())
        mended = DAMAGED.sub("U.S. ", said)
        name = self.canonical(mended)
        if answer := self._described(said):
            self.meet(answer.name)
            return answer
        full = self._fuller(name, self.named["person"]) if name.istitle() or " " not in name else name
        self.meet(full)
        return Asserter(full, "repair.damaged-name" if mended != said else "attribution.short-name" * (full != name))

    def canonical(self, said: str) -> str:
        """Return a name without article, ending and remarks, and by its better known form."""
        name = plain(said)
        return self.acronyms.get(name, name)

    def meet(self, name: str) -> None:
        """Remember that somebody was named."""
        kind = sort(name)
        if kind and (kind == "many" or name[:1].isupper()):
            listed = self.named[kind]
            if name in listed:
                listed.remove(name)
            listed.insert(0, self._fuller(name, listed))

    def hear(self, text: str) -> None:
        """Remember the bodies that a text names, whatever it says of them: "the Commission" may be one of them."""
        for match in PROPER.finditer(text):
            holder, _, whole = match.group().partition(" of the ")
            name = self.canonical(whole if whole and holder.split()[-1].lower() not in BODIES else match.group())
            if name not in self.heard[:1] and (name.isupper() or BODIES & set(name.lower().split())):
                self.heard[:] = [name, *(other for other in self.heard if other != name)][:REMEMBERED]

    def _fuller(self, name: str, known: list[str]) -> str:
        """Return the name as most fully known: "Blix" after "Hans Blix"."""
        words = name.split()
        last = words[-1] if len(words) == 2 and words[0].lower() in TITLES else name
        return next((full for full in known if full.endswith(f" {last}") and len(full.split()) > 1), name)

    def _pronoun(self, said: str) -> Asserter:
        kind = PRONOUN[said]
        named = self.named.get(kind) or (self.named["body"] if kind == "many" else [])
        return Asserter(named[0], "attribution.pronoun") if named else Asserter(said)

    def _described(self, said: str) -> Asserter | None:
        """Resolve "the Commission", "the newspaper" to the last name that holds a word for it; None for other names."""
        described = ARTICLE.sub("", said).lower()
        endings = lexicon()["descriptions"].get(described)
        if endings is None or described == said.lower():
            return None
        for name in (*self.named["body"], *self.named["person"], *self.heard):
            if described == name.lower():
                continue
            if {word.strip(".,").lower() for word in name.split()} & set(endings):
                return Asserter(name, "attribution.description")
        return None


@lru_cache(maxsize=50_000)
def plain(said: str) -> str:
    """Return a name without article, ending and remarks."""
    name = untitled(BY.sub("", bare(said)))
    return TRAILING.sub("", name) if any(word[:1].isupper() for word in name.split()[:2]) else name


def untitled(name: str) -> str:
    """Return a name without what its bearer is, where a given name and a family name are left: not "President Bush"."""
    if " and " in name:
        return name
    words = COURTESY.sub("", name).split()
    title = max((n for n, word in enumerate(words) if word.lower().strip(".,") in TITLES | ROLES), default=-1)
    rest = words[title + 1 :]
    rest = rest[2:] if rest[:1] == ["of"] else rest
    if title >= 0 and len(rest) >= 2 and all(word[:1].isupper() for word in rest):
        return " ".join(rest)
    return " ".join(words)


def defined(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names and acronyms that a text defines, where the letters fit."""
    for match in DEFINED.finditer(text):
        words = match[1].replace(",", "").split()
        for start in range(len(words)):
            initials = "".join(word[0] for word in words[start:] if word[0].isupper())
            if words[start][0].isupper() and _fits(match[2], initials):
                yield " ".join(words[start:]), match[2]
                break


def _fits(acronym: str, initials: str) -> bool:
    """Say whether the letters of the acronym can be read off in order, the first one first."""
    letters = iter(acronym.upper())
    return bool(initials) and acronym[0].upper() == initials[0] and all(letter in letters for letter in initials)


def both(name: str, acronym: str) -> Iterator[tuple[str, str]]:
    """Yield what each of the two forms becomes: the acronym where it is the better known, else the name."""
    chosen = acronym if len(acronym) >= KNOWN_SHORT else name
    yield name, chosen
    yield acronym, chosen


@lru_cache(maxsize=50_000)
def sort(name: str) -> str:
    """Return what a name is of: "person", "body", "many", or nothing where it cannot be told."""
    words = [word.strip(".,'").lower() for word in name.split()]
    if not words:
        return ""
    if words[0] in TITLES or (words[0] == "secretary" and "of" in words[:2]):
        return "person"
    if BODIES & set(words) or name.isupper() or place.entry(name):
        return "body"
    if words[-1].endswith("s") and not name.split()[-1][:1].isupper():
        return "many"
    return "person" if len(words) <= 3 and all(word[:1].isupper() for word in name.split()) else ""


CUT_SHORT = re.compile(r"\bU\.(?= [a-z])")
STATE = re.compile(r"\b[A-Z][\w.]*(?: (?:of|and the|[A-Z])[\w.]*)*")


def states(text: str) -> list[str]:
    """Return the states that a text names, last first, each once: who a nameless "government" may be of."""
    found = [place.entry(match.group()) for match in STATE.finditer(CUT_SHORT.sub("United States", text))]
    named = [entry.name for entry in reversed(found) if entry and entry.kind == "country"]
    return list(dict.fromkeys(named))
