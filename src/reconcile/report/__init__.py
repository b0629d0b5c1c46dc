"""Dossiers to pages: one module per format, each pure, so that the same dossier gives the same bytes."""

from collections.abc import Callable, Iterable, Mapping

from reconcile.model import Dossier, Provenance, UsageError


def page(dossier: Dossier | Provenance, format: str) -> str:  # noqa: A002 - the word that the option has
    """Return ``dossier`` laid out in ``format``, a key of ``RENDERERS``. Raises UsageError for another."""
    if format not in RENDERERS:
        raise UsageError(f"no report format {format!r}; there are {', '.join(RENDERERS)}")
    return "".join(pieces(RENDERERS[format](dossier)))


def pieces(page: str | Iterable[str]) -> Iterable[str]:
    """Return a page as pieces to write one after the other."""
    return [page] if isinstance(page, str) else page


def _html(dossier: Dossier | Provenance) -> str:
    from reconcile.report import html

    return html.page(dossier)


def _markdown(dossier: Dossier | Provenance) -> str:
    from reconcile.report import markdown

    return markdown.page(dossier)


def _json(dossier: Dossier | Provenance) -> Iterable[str]:
    from reconcile.report import json

    return json.page(dossier)


def _csv(dossier: Dossier | Provenance) -> Iterable[str]:
    from reconcile.report import csv

    return csv.page(dossier)


# Each renderer is imported when it is asked for: a listing that needs ``rows`` alone must not pay for Jinja.
RENDERERS: Mapping[str, Callable[[Dossier | Provenance], str | Iterable[str]]] = {
    "html": _html,
    "md": _markdown,
    "json": _json,
    "csv": _csv,
}
"""The formats by the names that commands take. A page comes whole, or in pieces where it can be long."""
