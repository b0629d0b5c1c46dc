"""The syntax of one sentence as a tree over its tokens, and the questions that reading asks of it.

Labels are those of ClearNLP's dependencies (Choi and Palmer 2012), tags those of the Penn Treebank.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.extract.tokens import NEGATORS, Token

NAMED = frozenset({"NNP", "NNPS"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"})
PRONOMINAL = frozenset({"PRP", "EX", "DT", "WP", "WDT"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NO_SUBJECT = frozenset({"compound", "nmod"})
"""What a noun may be labelled before its verb where a parser errs: no verb has either."""

INVERTED = frozenset({"should", "had", "were"})
"""Verbs that stand before the subject of a condition."""

HELPING = frozenset({"aux", "auxpass"})
ARGUMENTS = frozenset({"poss", "nsubj", "nsubjpass", "dobj", "pobj"})

Run = tuple[int, int]
"""Positions of tokens, the end excluded."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of a sentence and how they hang together; every position counts tokens from the sentence's first.

    ``text`` is the block that the sentence stands in, which the tokens' offsets count in.
    """

    text: str
    tokens: Sequence[Token]
    tags: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]
    kids: Sequence[Sequence[int]]
    runs: Sequence[Run]
    finite: Sequence[bool]
    """Of each token, whether it is a finite verb, by itself or by an auxiliary."""
    quoted: Sequence[bool]
    """Of each token, whether it stands within quotation marks; of a mark, whether it closes them."""

    @classmethod
    def of(
        cls, text: str, tokens: Sequence[Token], tags: Sequence[str], heads: Sequence[int], labels: Sequence[str]
    ) -> "Tree":
        """Build the tree of columns as a parser gives them; a root is its own head."""
        kids: list[list[int]] = [[] for _ in heads]
        for kid, head in enumerate(heads):
            if kid != head:
                kids[head].append(kid)
        finite = [tag in VERBAL and _finite(position, tags, heads, labels, kids) for position, tag in enumerate(tags)]
        for position in (n for n, token in enumerate(tokens) if "'" in token.text):
            finite[position] = finite[position] or _contracted(tokens[position], tags[position], labels[position])
        return cls(text, tokens, tags, heads, labels, kids, _runs(heads, kids), finite, list(_quoted(tokens)))

    def lower(self, position: int) -> str:
        """Return a token in small letters."""
        return self.tokens[position].lower

    def roots(self) -> Iterator[int]:
        """Yield the roots, in order."""
        return (n for n, head in enumerate(self.heads) if head == n)

    def labelled(self, position: int, *labels: str) -> Iterator[int]:
        """Yield the dependents of a token that have one of the labels, in order."""
        return (kid for kid in self.kids[position] if self.labels[kid] in labels)

    def has(self, position: int, *labels: str) -> bool:
        """Say whether a token has a dependent with one of the labels."""
        return any(self.labels[kid] in labels for kid in self.kids[position])

    def under(self, position: int) -> Iterator[int]:
        """Yield a token and all that depends on it, heads before what hangs on them."""
        waiting = [position]
        while waiting:
            now = waiting.pop()
            yield now
            waiting.extend(reversed(self.kids[now]))

    def subject(self, verb: int) -> int | None:
        """Return the head of a verb's own subject; of "it's", the word itself."""
        if self.finite[verb] and self.tags[verb] in PRONOMINAL:
            return verb
        misled = (kid for kid in self.labelled(verb, *NO_SUBJECT) if kid < verb and self.finite[verb])
        return next(self.labelled(verb, *SUBJECTS), next(misled, None))

    def doer(self, verb: int) -> int | None:
        """Return the head of the subject that a verb has, or shares with the verb it is joined to."""
        for _ in range(len(self.heads)):
            if (found := self.subject(verb)) is not None:
                return found
            if self.heads[verb] == verb and (before := self._before_semicolon(verb)) is not None:
                verb = before
                continue
            if self.labels[verb] not in {"conj", "xcomp", "advcl", "dep"} or self.heads[verb] == verb:
                return None
            verb = self.heads[verb]
        return None

    def _before_semicolon(self, verb: int) -> int | None:
        """Return the root whose subject another shares: "X thought that P; and suggested that Q"."""
        low = self.runs[verb][0]
        low -= self.tags[low] != "CC"
        if not self.finite[verb] or low < 1 or ";" not in {self.tokens[low].text, self.tokens[low - 1].text}:
            return None
        return max((root for root in self.roots() if root < low and self.finite[root]), default=None)

    def negated(self, verb: int) -> bool:
        """Say whether a verb is negated: by an adverb of its own, or behind its auxiliary ("had at no time")."""
        helping = min((kid for kid in self.labelled(verb, *HELPING) if kid < verb), default=verb)
        between = (token.lower for token in self.tokens[helping:verb])
        return self.has(verb, "neg") or not NEGATORS.isdisjoint(between)

    def passive(self, verb: int) -> bool:
        """Say whether a verb is in the passive."""
        return self.has(verb, "auxpass", "nsubjpass")

    def inverted(self, verb: int) -> bool:
        """Say whether a clause is a condition by the order of its words: "…, should the board so decide"."""
        who = self.subject(verb)
        return who is not None and any(
            self.lower(n) in INVERTED for n in (*self.labelled(verb, *HELPING), verb) if n < who
        )

    def marked(self, verb: int) -> str:
        """Return the word that subordinates a clause: "that", "because"; nothing where none does."""
        return next((self.lower(kid) for kid in self.labelled(verb, "mark")), "")

    def in_marks(self, place: int) -> bool:
        """Say whether a character of the text stands within quotation marks."""
        return self.text.count('"', self.tokens[0].start, place) % 2 == 1

    def tagged(self, run: Run) -> list[Token]:
        """Return the tokens of a run with their parts of speech."""
        tags = self.tags[slice(*run)]
        return [token._replace(tag=tag) for token, tag in zip(self.tokens[slice(*run)], tags, strict=True)]

    def stretch(self, run: Run) -> Run:
        """Return the characters of a run of tokens, the end excluded."""
        return self.tokens[run[0]].start, self.tokens[run[1] - 1].end


def _quoted(tokens: Sequence[Token]) -> Iterator[bool]:
    opened = False
    for token in tokens:
        yield opened
        opened ^= token.text == '"'


def _finite(
    verb: int, tags: Sequence[str], heads: Sequence[int], labels: Sequence[str], kids: Sequence[Sequence[int]]
) -> bool:
    """Say whether a verb is finite. A past form with a subject, or joined to a past, is no participle.

    Without "and" it is one, even with a subject: "ten wells, all built before 1991".
    """
    if tags[verb] in TENSED:
        return True
    helped = [tags[kid] in TENSED for kid in kids[verb] if labels[kid] in HELPING]
    if helped or tags[verb] != "VBN":
        return any(helped)
    head = heads[verb]
    beside = labels[verb] == "conj" and not any(labels[kid] == "cc" and kid < verb for kid in kids[head])
    if any(labels[kid] in {"nsubj", "nsubjpass"} for kid in kids[verb]):
        return not beside
    alone = not any(labels[kid] in HELPING for kid in kids[head])
    return labels[verb] == "conj" and head != verb and alone and tags[head] == "VBD"


def _contracted(token: Token, tag: str, label: str) -> bool:
    """Say whether a pronoun has its verb in it: "it's late" is a clause, whose root is that word."""
    return tag in PRONOMINAL and "'" in token.text[1:] and label not in ARGUMENTS


def _runs(heads: Sequence[int], kids: Sequence[Sequence[int]]) -> Sequence[Run]:
    """Return from where to where each token's dependents reach; of a crossing tree, from the first to the last."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    for position in _bottom_up(heads, kids):
        head = heads[position]
        first[head], last[head] = min(first[head], first[position]), max(last[head], last[position])
    return [(low, high + 1) for low, high in zip(first, last, strict=True)]


def _bottom_up(heads: Sequence[int], kids: Sequence[Sequence[int]]) -> Sequence[int]:
    ordered = [n for n, head in enumerate(heads) if head == n]
    for position in ordered:
        ordered.extend(kids[position])
    return ordered[::-1]
