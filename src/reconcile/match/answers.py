"""Which concepts answer to which, and how: worked out once for each concept of the claims, as rows of numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reconcile.match.rows import Floats, Rows
from reconcile.match.spelling import alike
from reconcile.values import words
from reconcile.values.alignment import Concepts
from reconcile.values.senses import COMMON, Sense, Senses

LEVELS: Sequence[float] = sorted({float(sense) for sense in Sense})
"""All that two concepts may be alike, ascending; a place in it, twice, is a grade."""

SENSE: Floats = np.repeat(np.array(LEVELS), 2)
"""How alike a grade means; an odd grade says besides that the answering concept is a verb of fact."""

Grades = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """How concepts, by number, answer to each other, themselves included.

    Row ``c`` of ``sought`` are the concepts that answer to ``c``, ``grade`` how well; row ``c`` of ``given`` are those
    to which ``c`` answers, ``worth`` how well, the least first: written into an array in this order, the best remains.
    ``classed`` says which concepts are verbs of fact.
    """

    sought: Rows
    grade: Grades
    given: Rows
    worth: Grades
    classed: NDArray[np.bool_]

    @classmethod
    def among(cls, concepts: Sequence[str], senses: Senses = COMMON, names: Iterable[str] = ()) -> "Answers":
        """Work out the answers among ``concepts``; ``names`` are those that may be misspelt."""
        known = Concepts(concepts, senses)
        numbers = {concept: number for number, concept in enumerate(concepts)}
        grades = {level: 2 * place for place, level in enumerate(LEVELS)}
        found = [dict(sorted(known.answers(concept).items())) for concept in concepts]
        for one, other in alike(names):
            found[numbers[one]].setdefault(other, Sense.NEAR)
            found[numbers[other]].setdefault(one, Sense.NEAR)
        classed = np.array([bool(words.classes(concept)) for concept in concepts], dtype=np.bool_)
        sought = Rows.of([[numbers[other] for other in each] for each in found])
        grade = np.array([grades[how] for each in found for how in each.values()], dtype=np.uint8)
        grade |= classed[sought.items]
        order = np.lexsort((sought.owners, grade, sought.items))
        given = Rows.laid(np.bincount(sought.items, minlength=len(concepts)), sought.owners[order])
        return cls(sought, grade, given, grade[order], classed)
