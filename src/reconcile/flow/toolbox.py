"""What the machine works with: the built-in stages, and what installed plugins add to them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from itertools import chain
from pathlib import Path
from typing import TypeVar

from reconcile.flow.settings import Settings
from reconcile.model import Claim, Document, Dossier, Link, Problem, Provenance, Topic, Verdict
from reconcile.read.contract import Limits, Reader, Reading
from reconcile.values.vocabulary import EMPTY, Vocabulary

Read = Callable[[Sequence[Path], Path], Iterator[Reading | Problem]]
Extract = Callable[[Document], Iterator[Claim | Problem]]
Match = Callable[[Sequence[Claim], Collection[str] | None], Iterator[Link]]
Cluster = Callable[[Sequence[Claim], Iterable[Link], Mapping[str, str]], Sequence[Topic]]
Detect = Callable[[Iterable[Link], Mapping[str, Claim]], Iterator[Verdict]]
Page = Callable[[Dossier | Provenance], str | Iterable[str]]

READERS, EXTRACTORS, DETECTORS, REPORTS = (
    "reconcile.readers",
    "reconcile.extractors",
    "reconcile.detectors",
    "reconcile.reports",
)
"""The entry points: a ``Reader`` by suffix, an ``Extract``, a ``Detect``, a ``Page`` by format."""

PLUGIN, PLUGIN_REMEDY = "plugin", "update or uninstall it; everything else works without it"
"""The problem of a plugin that does not load, and what to do."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Toolbox:
    """The stages as plain functions, and the versions of all that can change what they find.

    ``problems`` says which plugins did not load.
    """

    read: Read
    extract: Extract
    match: Match
    cluster: Cluster
    detect: Detect
    versions: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    @property
    def extractors(self) -> Mapping[str, str]:
        """The versions of all that extracts claims."""
        return extracting(self.versions)


def extracting(versions: Mapping[str, str]) -> Mapping[str, str]:
    """Return the versions of all that extracts claims, out of those of everything."""
    return {name: version for name, version in versions.items() if "extract" in name}


@dataclass(frozen=True, slots=True)
class Plugins:
    """What the entry points of one group gave: objects by name, their versions, what did not load."""

    found: Mapping[str, object]
    versions: Mapping[str, str]
    problems: tuple[Problem, ...]


def standard(settings: Settings, vocabulary: Vocabulary = EMPTY) -> Toolbox:
    """Return the built-in stages, set as ``settings`` say, with the case's ``vocabulary`` and the plugins installed."""
    from reconcile import detect, extract, match

    readers, plugged, detectors = plugins(READERS), plugins(EXTRACTORS), plugins(DETECTORS)
    groups = (readers, plugged, detectors)
    plan = match.Plan(**settings.matching.model_dump())
    reading_claims = partial(extract.claims, syntax=settings.extraction.syntax, vocabulary=vocabulary)
    built_in = {"match": f"{match.VERSION} {plan}", "detect": detect.VERSION}
    built_in = {stage: knowing(version, vocabulary) for stage, version in built_in.items()}
    return Toolbox(
        read=reading(settings, readers),
        extract=joined([reading_claims, *callables(plugged)]),
        match=partial(match.links, plan=plan, vocabulary=vocabulary),
        cluster=match.topics,
        detect=detecting(partial(detect.verdicts, vocabulary=vocabulary), callables(detectors)),
        versions={**built_in, **extractors(settings, vocabulary, plugged), **readers.versions, **detectors.versions},
        problems=tuple(problem for group in groups for problem in group.problems),
    )


def extractors(settings: Settings, vocabulary: Vocabulary = EMPTY, plugged: Plugins | None = None) -> Mapping[str, str]:
    """Return the versions of all that extracts claims, as ``Toolbox.extractors``, without loading what is built in."""
    from reconcile import extract

    built_in = knowing(extract.version(syntax=settings.extraction.syntax), vocabulary)
    return {"extract": built_in, **(plugged or plugins(EXTRACTORS)).versions}


def knowing(version: str, vocabulary: Vocabulary) -> str:
    """Return the version of a stage that uses ``vocabulary``: another one where its content is another."""
    return f"{version} vocabulary {vocabulary.digest}" if vocabulary else version


def reading(settings: Settings, plugged: Plugins) -> Read:
    """Return the reading stage within the limits of ``settings``; built-in formats are safe from plugins."""
    from reconcile import read

    limits = Limits(**settings.reading.model_dump())
    readers = {
        **{suffix: reader for suffix, reader in plugged.found.items() if isinstance(reader, Reader)},
        **read.READERS,
    }

    def documents(paths: Sequence[Path], root: Path) -> Iterator[Reading | Problem]:
        return read.documents(paths, root=root, readers=readers, limits=limits)

    return documents


def joined(extractors: Sequence[Extract]) -> Extract:
    """Return one extractor that gives what all of them give, in order."""
    return lambda document: chain.from_iterable(extract(document) for extract in extractors)


def detecting(built_in: Detect, plugged: Sequence[Detect]) -> Detect:
    """Return one detector that gives what all of them give; where two answer the same question, the first."""
    if not plugged:
        return built_in

    def verdicts(links: Iterable[Link], claims: Mapping[str, Claim]) -> Iterator[Verdict]:
        known, given = list(links), set[str]()
        for verdict in chain.from_iterable(detect(known, claims) for detect in (built_in, *plugged)):
            if verdict.id not in given:
                given.add(verdict.id)
                yield verdict

    return verdicts


def renderers() -> tuple[Mapping[str, Page], tuple[Problem, ...]]:
    """Return the report formats by name, the built-in ones first and safe from plugins, and what did not load."""
    from reconcile import report

    plugged = plugins(REPORTS)
    return {**dict(zip(plugged.found, callables(plugged), strict=True)), **report.RENDERERS}, plugged.problems


def plugins(group: str) -> Plugins:
    """Load the entry points of ``group``; one that fails is a Problem, and the others are used."""
    loaded: dict[str, object] = {}
    versions: dict[str, str] = {}
    problems: list[Problem] = []
    for entry in sorted(entry_points(group=group), key=lambda entry: entry.name):
        try:
            loaded[entry.name] = entry.load()
        except Exception as error:  # a plugin is somebody else's code: whatever it raises
            problems.append(broken(entry, error))
        else:
            versions[f"{group}:{entry.name}"] = entry.dist.version if entry.dist else "unknown"
    return Plugins(loaded, versions, tuple(problems))


def callables(group: Plugins) -> list[Callable[..., T]]:
    """Return what a group gave as the functions that its documentation asks for."""
    return list(group.found.values())  # type: ignore[arg-type]


def broken(entry: EntryPoint, error: Exception) -> Problem:
    """Say that a plugin did not load."""
    return Problem(
        code=PLUGIN,
        document=f"plugin {entry.name}",
        where=entry.group,
        message=f"it did not load: {type(error).__name__}: {error}",
        remedy=PLUGIN_REMEDY,
        refused=False,
    )
