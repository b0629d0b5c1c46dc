"""Dossiers as one self-contained page: no script, no reference to anything outside, good on screen and on paper."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reconcile.model import Dossier, Provenance
from reconcile.report import chain, checks, matrix, quotes, sinks, svg, tally, words

QUIET = 400
"""Verdicts shown under "looked at and not flagged"; the JSON report has all."""

PROBLEMS = 400
"""Problems shown; `reconcile problems list` has all."""


def page(dossier: Dossier | Provenance) -> str:
    """Return the page. Cost: linear in conflicts and documents; charts, matrix and quiet verdicts are bounded."""
    return _discrepancies(dossier) if isinstance(dossier, Dossier) else _provenance(dossier)


def _discrepancies(whole: Dossier) -> str:
    dossier = tally.shown(whole)
    labels, tables = tally.labels(dossier), matrix.matrices(dossier)
    quiet = dossier.quiet[:QUIET]
    return (
        _templates()
        .get_template("discrepancies.html.j2")
        .render(
            dossier=dossier,
            tally=tally.tally(whole),
            index=tally.index(dossier),
            topics={each.id: tally.topic(each, labels) for each in (*dossier.discrepancies, *quiet)},
            matrices=tables,
            homes=matrix.homes(tables),
            timeline=svg.timeline(dossier),
            intervals=svg.intervals(dossier),
            quiet=quiet,
            problems=dossier.problems[:PROBLEMS],
            claims=tally.per_document(dossier),
        )
    )


def _provenance(provenance: Provenance) -> str:
    return (
        _templates()
        .get_template("provenance.html.j2")
        .render(
            provenance=provenance,
            chain=chain.chain(provenance),
            checks=checks.checks(provenance),
        )
    )


@cache
def _templates() -> Environment:
    """Return the templates' environment: everything escaped, whatever the file is called."""
    environment = Environment(
        loader=PackageLoader("reconcile.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        words=words,
        anchor=sinks.anchor,
        link=sinks.link,
        clip=svg.clip,
        excerpt=quotes.excerpt,
        locator=checks.locator,
        words_at=quotes.words_at,
        brief=quotes.BRIEF,
        root_script=checks.ROOT,
    )
    return environment


def _shown(value: object) -> object:
    """Make hidden characters visible in whatever a template writes; what macros have made is done already."""
    if value is None or isinstance(value, Markup):
        return "" if value is None else value
    return sinks.visible(str(value))
