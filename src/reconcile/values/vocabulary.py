"""A workspace's own words: which names are of one thing, what is a kind of what, who speaks for whom, which years.

Extraction and matching share it, so that who is called X in a claim is called X in the index. It is made of checked
tables by ``values.entries``.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import chain, pairwise

from reconcile.values import words
from reconcile.values.lexicon import tables
from reconcile.values.senses import Senses
from reconcile.values.words import TOKEN, Term

DIGITS = 16
"""Hexadecimal digits of the digest: it tells two versions of one file apart, and no more."""

BETWEEN = re.compile(r"[\s\u2010\u2011&/-]*")
ABBREVIATED = re.compile(r"\.[\s\u2010\u2011-]*")
SHORT = re.compile(r"[A-Z][a-z]{0,2}")
"""What may stand between two words of one name; a full stop only behind a word cut short: "St. Petersburg"."""

Many = Mapping[str, tuple[str, ...]]
One = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names something of the vocabulary (end excluded), by which of its names ever."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name to be looked for in a text.

    ``exact`` is how it must be written ("MoD"), or empty; a ``capital`` must be one ("Times", not "times"); any other
    word may stand in any form ("programme", "Programmes").
    """

    folded: str
    base: str
    exact: str
    capital: bool

    def reads(self, token: "Word") -> bool:
        """Say whether a token of a text, folded likewise, is this word."""
        if self.exact:
            return self.exact == token.exact
        return token.capital and self.folded == token.folded if self.capital else self.base == token.base


@dataclass(frozen=True)
class Vocabulary:
    """The tables as the file has them; empty by default. Look-ups cost a few dictionary accesses a word.

    ``aliases``: a name, and the other names of the same. ``broader``: a term, and what it is a kind of. ``metonyms``: a
    name, and who it stands for where it speaks. ``spellings``: a variant of a word, and the spelling chosen.
    ``periods``: a period's name, and EDTF. ``acronyms``: an acronym as written, and what it is short for.
    """

    aliases: Many = field(default_factory=dict)
    broader: Many = field(default_factory=dict)
    metonyms: One = field(default_factory=dict)
    spellings: One = field(default_factory=dict)
    periods: One = field(default_factory=dict)
    acronyms: One = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Say whether there is anything in it."""
        return any(self.entries.values())

    @cached_property
    def entries(self) -> Mapping[str, Mapping[str, object]]:
        """The tables by name."""
        return asdict(self)

    @cached_property
    def digest(self) -> str:
        """Return what changes whenever its content does; empty for an empty one."""
        if not self:
            return ""
        written = json.dumps(self.entries, sort_keys=True, ensure_ascii=True)
        return sha256(written.encode()).hexdigest()[:DIGITS]

    def canonical(self, name: str) -> str:
        """Return the one name of what is called ``name``: itself, with the spellings chosen, where none is known."""
        if not self:
            return name
        read = self.folded(name)
        found = (self._names.get(key) for key in (written(read), plain(read), based(read)))
        return next(filter(None, found), "") or self._respelt(name)

    def asserter(self, name: str) -> str:
        """Return who speaks where ``name`` is said to: the canonical name, of whom it stands for where it does."""
        known = self.canonical(name)
        return self._speakers.get(known, known)

    def spelling(self, word: str) -> str:
        """Return a word in the spelling chosen, small where it was small; itself where none is."""
        chosen = self._spellings.get(_bare(word).lower())
        return word if chosen is None else chosen.lower() if word.islower() else chosen

    def mentions(self, text: str) -> Iterator[Mention]:
        """Yield where a text names anything of aliases, acronyms and broader, in order; of two at one place the longer.

        A word begun with a capital in the vocabulary has one in the text; an acronym is written as it is; any other
        word may be in any form.
        """
        heads = {token for token in set(TOKEN.findall(text)) if self._word(token).base in self._lengths}
        tokens = list(TOKEN.finditer(text)) if heads else []
        passed = 0
        for position, token in enumerate(tokens):
            if position >= passed and token.group() in heads and (found := self._named(text, tokens, position)):
                name, length = found
                passed = position + length
                yield Mention(name, token.start(), tokens[passed - 1].end())

    def terms(self, text: str) -> tuple[Term, ...]:
        """Return the content words of a text as ``words.terms`` does, each thing under the terms of its one name."""
        found = words.terms(text)
        if not self:
            return found
        named = list(self.mentions(text))
        said = [*named, *self._respelt_words(text, named)]
        if not said:
            return found
        ours = [replace(term, start=m.start, end=m.end) for m in said for term in self.meaning(m.name)]
        kept = [term for term in found if not any(m.start <= term.start and term.end <= m.end for m in said)]
        return tuple(sorted([*kept, *ours], key=lambda term: term.start))

    def meaning(self, name: str) -> tuple[Term, ...]:
        """Return the terms that a name stands for: one where it is broader or narrower than another, else its words'.

        The article before it keeps its first word from being read as the first of a sentence.
        """
        found = words.terms(f"the {self._respelt(name)}")
        if name not in self._related or len(found) <= 1:
            return found
        concept = "_".join(term.concept for term in found)
        heaviest = max(term.weight for term in found)
        return (Term(concept, found[0].start, found[-1].end, heaviest, name=all(term.name for term in found)),)

    @cached_property
    def senses(self) -> Senses:
        """How concepts stand to each other, with ``broader`` over the tables that everybody has."""
        return Senses({concept: frozenset(up) for concept, up in self._above.items()} if self.broader else {})

    @cached_property
    def _above(self) -> Mapping[str, set[str]]:
        """What stands above each concept of ``broader``, all the way up; a name of several words under each of them."""
        above: dict[str, set[str]] = defaultdict(set)
        for name in self._related:
            for concept in (term.concept for term in self.meaning(name)):
                higher = {term.concept for up in self._higher(name) for term in self.meaning(up)}
                parts = {term.concept for term in words.terms(f"the {self._respelt(name)}") if not term.number}
                known = chain.from_iterable(tables.above().get(up, ()) for up in higher | parts)
                above[concept] |= (higher | parts | set(known)) - {concept}
        return above

    def _higher(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = list(self._parents.get(name, ()))
        while waiting:
            up = waiting.pop()
            if up not in found:
                found.add(up)
                waiting += self._parents.get(up, ())
        return found

    @cached_property
    def _parents(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name, above in self.broader.items():
            found[self.canonical(name)] |= {self.canonical(up) for up in above}
        return found

    @cached_property
    def _related(self) -> frozenset[str]:
        return frozenset(chain(self._parents, *self._parents.values()))

    @cached_property
    def _spellings(self) -> One:
        return {_bare(variant).lower(): chosen for variant, chosen in self.spellings.items()}

    @cached_property
    def _names(self) -> One:
        """The canonical name under all that any name of it may be looked up by."""
        found: dict[str, str] = {}
        for known, other in self.names():
            for key in keys(self.folded(other)):
                found.setdefault(key, known)
        return found

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield each canonical name with all its names, itself first: of aliases, then what acronyms and broader add.

        Where two names claim one, it comes with both.
        """
        owners: dict[str, str] = {}
        for known, others in chain(self.aliases.items(), self._further(owners)):
            for other in (known, *others):
                owners |= {key: known for key in keys(self.folded(other)) if key not in owners}
                yield known, other

    def _further(self, owners: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what acronyms are short for and the terms of broader, under the names that ``owners`` has by then."""
        short = ((meant, (acronym,)) for acronym, meant in self.acronyms.items())
        terms = ((name, ()) for name in chain(self.broader, *self.broader.values()))
        for name, others in chain(short, terms):
            known = next((owners[key] for key in keys(self.folded(name)) if key in owners), name)
            if others or known == name:
                yield known, others

    @cached_property
    def _speakers(self) -> One:
        return {self.canonical(name): self.canonical(meant) for name, meant in self.metonyms.items()}

    @cached_property
    def _phrases(self) -> Mapping[tuple[str, ...], Mapping[tuple[Word, ...], str]]:
        """The canonical name of each way to write one, by the base forms of its words."""
        found: dict[tuple[str, ...], dict[tuple[Word, ...], str]] = defaultdict(dict)
        for _, other in self.names():
            read = self.folded(other)
            found[tuple(word.base for word in read)][read] = self.canonical(other)
        return found

    @cached_property
    def _lengths(self) -> Mapping[str, Sequence[int]]:
        """How many words the names have that begin with one, by its base form, the longest first."""
        found: dict[str, set[int]] = defaultdict(set)
        for bases in self._phrases:
            found[bases[0]].add(len(bases))
        return {base: sorted(lengths, reverse=True) for base, lengths in found.items()}

    def _named(self, text: str, tokens: Sequence[re.Match[str]], position: int) -> tuple[str, int] | None:
        """Return what is named at a token, and by how many; None where nothing is."""
        lengths = self._lengths[self._word(tokens[position].group()).base]
        ahead = [self._word(token.group()) for token in tokens[position : position + lengths[0]]]
        for length in lengths:
            said = ahead[:length]
            for asked, name in self._phrases.get(tuple(word.base for word in said), {}).items():
                if all(map(Word.reads, asked, said)) and _joined(text, tokens[position : position + length]):
                    return name, length
        return None

    def folded(self, name: str) -> tuple[Word, ...]:
        """Return the words of a name as they are compared: in the spelling chosen, without "the"."""
        read = tuple(self._word(token) for token in TOKEN.findall(name))
        return read[1:] if len(read) > 1 and read[0].folded == "the" else read

    def _word(self, token: str) -> Word:
        word = _read(token)
        chosen = self._spellings.get(word.folded)
        return word if chosen is None else replace(_read(chosen), exact="", capital=word.capital)

    def _respelt(self, text: str) -> str:
        return TOKEN.sub(lambda token: self.spelling(token.group()), text) if self.spellings else text

    def _respelt_words(self, text: str, named: Sequence[Mention]) -> Iterator[Mention]:
        """Yield the words that are spelt otherwise than chosen, outside of what is named."""
        for token in TOKEN.finditer(text) if self.spellings else ():
            outside = all(token.end() <= each.start or each.end <= token.start() for each in named)
            if outside and _bare(token.group()).lower() in self._spellings:
                yield Mention(self.spelling(_bare(token.group())), *token.span())


@lru_cache(maxsize=100_000)
def _read(token: str) -> Word:
    """Return a word as it is compared, before any spelling is chosen."""
    bare = _bare(token)
    low = bare.lower()
    return Word(low, words.lemma(low), bare if sum(map(str.isupper, bare)) > 1 else "", bare[:1].isupper())


def _bare(token: str) -> str:
    """Return a word without possessive and dots: "Iraq's", "U.S."."""
    return token.replace("’", "'").removesuffix("'s").replace(".", "")


def _joined(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Say whether nothing stands between the words that would part a name."""
    for before, after in pairwise(run):
        gap = text[before.end() : after.start()]
        short = SHORT.fullmatch(before.group()) and ABBREVIATED.fullmatch(gap)
        if not short and not BETWEEN.fullmatch(gap):
            return False
    return True


def written(read: Sequence[Word]) -> str:
    """Return the key of a name with its acronyms as written."""
    return " ".join(word.exact or word.folded for word in read)


def plain(read: Sequence[Word]) -> str:
    """Return the key of a name all small."""
    return " ".join(word.folded for word in read)


def based(read: Sequence[Word]) -> str:
    """Return the key of a name in base forms; marked, so that it is no other name's plain key."""
    return "~" + " ".join(word.base for word in read)


def keys(read: Sequence[Word]) -> Iterator[str]:
    """Yield what a name is found by: small letters where it has no acronym, base forms where no word is a name."""
    yield written(read)
    if not any(word.exact for word in read):
        yield plain(read)
    if not any(word.exact or word.capital for word in read):
        yield based(read)


EMPTY = Vocabulary()
"""What a workspace without a vocabulary has."""
