"""What goes wrong with a call. Data that is wrong is a ``Problem``; a bug is allowed to crash."""


class ReconcileError(Exception):
    """Something the caller asked for cannot be done. ``exit_code`` is what the terminal door answers with."""

    exit_code = 1


class UsageError(ReconcileError):
    """The call itself is wrong: an option, a setting, a path that names nothing."""

    exit_code = 2


class NotFound(ReconcileError):  # noqa: N818 - reads as a sentence where it is raised
    """No object of that name, or several."""

    def __init__(self, noun: str, name: str, candidates: int = 0) -> None:
        told = f"{candidates} {noun}s begin with it; give more digits" if candidates else "nothing has that name"
        super().__init__(f"{noun} {name}: {told}; see `reconcile {noun}s list`")
        self.noun, self.name, self.candidates = noun, name, candidates


class NotAllowed(ReconcileError):  # noqa: N818
    """The decision is not possible in the conflict's present standing."""

    def __init__(self, verb: str, conflict: str, status: str, allowed: tuple[str, ...], last: str = "") -> None:
        told = f" ({last})" if last else ""
        super().__init__(f"cannot {verb} conflict {conflict}: it is {status}{told}; allowed now: {', '.join(allowed)}")
        self.verb, self.conflict, self.status, self.allowed = verb, conflict, status, allowed


class StaleError(ReconcileError):
    """Somebody decided meanwhile. Says who did what."""

    def __init__(self, conflict: str, seen: int, meanwhile: tuple[str, ...]) -> None:
        told = "; ".join(meanwhile)
        super().__init__(f"conflict {conflict} has changed since you read it (entry {seen}): {told}; look again")
        self.conflict, self.seen, self.meanwhile = conflict, seen, meanwhile


class OutOfDate(ReconcileError):  # noqa: N818
    """The database's schema is not this program's."""

    exit_code = 4

    def __init__(self, found: str, wanted: str) -> None:
        super().__init__(
            f"the database is at revision {found or 'none'}, this program needs {wanted}; run `reconcile db upgrade`"
        )
        self.found, self.wanted = found, wanted
