"""A program that decides on conflicts beside others. ``python deciding.py URL ACTOR DECISIONS``; prints its numbers."""

import sys
from dataclasses import replace

from reconcile import store
from reconcile.model import StaleError
from samples import AT, decision

CONFLICTS = ("a" * 32, "b" * 32)


def main(url: str, actor: str, decisions: int) -> None:
    """Look in one transaction and decide in another, as people do; print the number of each decision that was taken."""
    opened = store.open(url)
    for turn in range(decisions):
        conflict = CONFLICTS[turn % len(CONFLICTS)]
        with opened.reading() as reader:
            standing = reader.standings().get(conflict)
        made = replace(decision(conflict, "comment", standing.number if standing else 0), actor=actor)
        try:
            with opened.writing(at=AT, actor=actor) as writer:
                number = writer.decide(made)
        except StaleError:
            print("stale", flush=True)
        else:
            print(number, flush=True)
    opened.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
