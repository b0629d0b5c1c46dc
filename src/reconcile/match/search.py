"""Candidates: for a claim, those that share its rarest words, found without looking at the others.

An inverted index over concepts, measured amounts and pairs of words that stand near each other: two common words
together are rare. What a claim asks for is read rarest first under a budget of postings, so that its cost is bounded
however common its words are. Measured on 100,000 claims with known counterparts: recall at 50 of .976 at a budget of
2,000, .947 at 1,000; at a million, .766 without the pairs and .974 with them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.match.answers import SENSE, Answers
from reconcile.match.cards import Cards
from reconcile.match.columns import Columns
from reconcile.match.rows import Floats, Ints, Rows, Short, spread

WINDOW = 2
"""How many words behind a word may stand another that makes a pair with it."""

COMMON_FROM = 64
"""Words that fewer claims have are rare enough by themselves: a pair with one of them tells nothing new."""

RELATED_COST = 4
"""Postings under a word that only answers to the one asked for are read as late as a list so many times longer."""

PRECISION = 256
"""Steps in a unit of weight: sums of whole numbers depend on no order."""

AT_ONCE = 128
"""Claims asked for together: their postings, some 100,000, stay in the processor's cache while they are sorted."""

LEAST_SHARE_BITS = 5
"""Claims that share less than a thirty-second of what the nearest one does are left out where others are to be had."""

COST_BITS, PLACE_BITS, WEIGHT_BITS = 28, 22, 14


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Concepts come first among the terms, then amounts, then pairs.

    ``postings``: each term's claims, ascending. ``rarity``: what meeting in a term is worth. ``asking``: the amounts
    and pairs of each claim, as terms. ``cards``: what is looked at of each claim to rank it.
    """

    columns: Columns
    answers: Answers
    postings: Rows
    rarity: Floats
    asking: Rows
    cards: Cards

    @classmethod
    def of(cls, columns: Columns, answers: Answers) -> "Index":
        """Index all claims."""
        concepts = len(columns.concepts)
        spoken = np.bincount(columns.every.items, minlength=concepts)
        owners, pairs, kinds = near(columns, spoken)
        amounts = int(columns.amounts.items.max(initial=-1)) + 1
        claims = np.concatenate((columns.every.owners, columns.amounts.owners, owners))
        terms = np.concatenate((columns.every.items, columns.amounts.items + concepts, pairs + (concepts + amounts)))
        asking = beside(columns, owners, pairs + (concepts + amounts), concepts)
        postings = inverted(terms.astype(np.int32), claims, concepts + amounts + kinds)
        rarity = np.log1p(len(columns) / np.maximum(postings.lengths, 1))
        return cls(columns, answers, postings, rarity, asking, Cards.of(columns))


def inverted(terms: Short, claims: Short, count: int) -> Rows:
    """Return the claims of each term, ascending."""
    order = np.argsort(terms.astype(np.int64) << 32 | claims)
    return Rows.laid(np.bincount(terms, minlength=count), claims[order])


def beside(columns: Columns, owners: Short, pairs: Short, concepts: int) -> Rows:
    """Return what each claim asks for besides its concepts."""
    claims = np.concatenate((columns.amounts.owners, owners))
    terms = np.concatenate((columns.amounts.items + concepts, pairs))
    order = np.argsort(claims, kind="stable")
    return Rows.laid(np.bincount(claims, minlength=len(columns)), terms[order])


def near(columns: Columns, spoken: Ints) -> tuple[Short, Short, int]:
    """Return the pairs of common words that stand near each other: their claims, their numbers, how many there are.

    A pair that no other claim has is left out.
    """
    items, owners = columns.own.items, columns.own.owners
    keys, claims = [], []
    for apart in range(1, WINDOW + 1):
        first, second = items[:-apart], items[apart:]
        kept = owners[:-apart] == owners[apart:]
        kept &= (spoken[first] >= COMMON_FROM) & (spoken[second] >= COMMON_FROM)
        low, high = np.minimum(first, second)[kept], np.maximum(first, second)[kept]
        keys.append(low.astype(np.int64) * len(columns.concepts) + high)
        claims.append(owners[:-apart][kept])
    return numbered(np.concatenate(keys), np.concatenate(claims))


def numbered(keys: Ints, claims: Short) -> tuple[Short, Short, int]:
    """Return claims and numbers of the keys that stand in two claims or more."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    begins = np.ones(len(keys), dtype=np.bool_)
    begins[1:] = ordered[1:] != ordered[:-1]
    numbers = np.cumsum(begins) - 1
    often = np.bincount(numbers, minlength=1) > 1
    kept = often[numbers] if len(keys) else begins
    renumbered = (np.cumsum(often) - 1)[numbers[kept]].astype(np.int32)
    return claims[order[kept]], renumbered, int(often.sum())


def candidates(index: Index, asked: Ints, budget: int, most: int) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield some askers at a time, then for each pair which of them asks and what is found; by asker.

    For each at most ``most``: those with the greatest summed rarity of what is shared; of equals the first.
    """
    for start in range(0, len(asked), AT_ONCE):
        askers = asked[start : start + AT_ONCE]
        who, term, worth = affordable(index, *probes(index, askers), budget)
        which, found, total = summed(index, budget, who, term, worth)
        total[found == askers[which]] = 0
        kept = np.flatnonzero(shared_enough(which, total, most))
        kept = kept[index.columns.comparable(askers[which[kept]], found[kept])]
        kept = kept[first(which[kept], total[kept], most)]
        yield askers, which[kept], found[kept]


def probes(index: Index, askers: Ints) -> tuple[Ints, Ints, Floats]:
    """Return what is asked for: the asker's place among ``askers``, the term, and how alike what is met there is."""
    places, who = index.columns.own.places(askers)
    answering, asking = index.answers.sought.places(index.columns.own.items[places])
    more, whose = index.asking.places(askers)
    return (
        np.concatenate((who[asking], whose)),
        np.concatenate((index.answers.sought.items[answering], index.asking.items[more])).astype(np.int64),
        np.concatenate((SENSE[index.answers.grade[answering]], np.ones(len(more)))),
    )


def affordable(index: Index, who: Ints, term: Ints, level: Floats, budget: int) -> tuple[Ints, Ints, Ints]:
    """Return the probes that ``budget`` allows each asker, the rarest first, one always; and what meeting is worth."""
    lengths = np.minimum(index.postings.starts[term + 1] - index.postings.starts[term], budget)
    cost = np.minimum(np.where(level < 1, lengths * RELATED_COST, lengths), (1 << COST_BITS) - 1)
    key = (who << COST_BITS | cost) << PLACE_BITS | np.arange(len(who))
    key.sort()
    order = key & ((1 << PLACE_BITS) - 1)
    who, term, lengths = who[order], term[order], lengths[order]
    spent = np.cumsum(lengths)
    begins = np.ones(len(who), dtype=np.bool_)
    begins[1:] = who[1:] != who[:-1]
    before = (spent - lengths)[begins][np.cumsum(begins) - 1] if len(who) else spent
    kept = ((spent - before) <= budget) | begins
    worth = np.minimum(index.rarity[term] * level[order] * PRECISION, (1 << WEIGHT_BITS) - 1).astype(np.int64)
    return who[kept], term[kept], worth[kept]


def summed(index: Index, longest: int, who: Ints, term: Ints, worth: Ints) -> tuple[Ints, Ints, Ints]:
    """Return askers, the claims that they meet, and the sum of what that is worth; by asker, then by claim."""
    starts = index.postings.starts[term]
    lengths = np.minimum(index.postings.starts[term + 1] - starts, longest)
    key = np.repeat(who << 32 + WEIGHT_BITS | worth, lengths)
    key |= index.postings.items[spread(starts, lengths)].astype(np.int64) << WEIGHT_BITS
    key.sort()
    pair = key >> WEIGHT_BITS
    begins = np.ones(len(pair), dtype=np.bool_)
    np.not_equal(pair[1:], pair[:-1], out=begins[1:])
    places = np.flatnonzero(begins)
    total = np.add.reduceat(key & ((1 << WEIGHT_BITS) - 1), places) if len(places) else key
    return pair[places] >> 32, pair[places] & 0xFFFFFFFF, total


def shared_enough(which: Ints, score: Ints, most: int) -> NDArray[np.bool_]:
    """Leave out, where there are more than enough, what scores less than a share of the best."""
    lengths = np.bincount(which, minlength=1)
    lengths = lengths[lengths > 0]
    if lengths.max(initial=0) <= most:
        return np.ones(len(which), dtype=np.bool_)
    best = np.maximum.reduceat(score, np.cumsum(lengths) - lengths)
    enough: NDArray[np.bool_] = score >= np.repeat(np.where(lengths > most, best >> LEAST_SHARE_BITS, 0), lengths)
    return enough


def first(which: Ints, score: Ints, most: int) -> NDArray[np.bool_]:
    """Say which belong to the ``most`` of the greatest score within each run of ``which``; of equals the first ones.

    ``which`` ascends, from 0 to less than 2 ** 16. Sorting by 16 bits takes time in proportion to the count.
    """
    lengths = np.bincount(which, minlength=1)
    kept = np.ones(len(which), dtype=np.bool_)
    if lengths.max(initial=0) > most:
        order = np.argsort(np.uint16(65_535) - np.minimum(score >> 1, 65_535).astype(np.uint16), kind="stable")
        order = order[np.argsort(which[order].astype(np.uint16), kind="stable")]
        rank = np.arange(len(which)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        kept[order[rank >= most]] = False
    return kept
