"""Dossiers as Markdown (CommonMark with GFM tables) to paste into a note or a pull request."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.model import Checkpoint, Decision, Discrepancy, Dossier, Party, Provenance, Span
from reconcile.report import checks, matrix, quotes, tally, words
from reconcile.report.sinks import anchor, markdown, visible

QUIET = 400
"""Verdicts listed under "looked at and not flagged"; the JSON report has all."""


def page(dossier: Dossier | Provenance) -> str:
    """Return the page, with a line feed at the end."""
    lines = _discrepancies(dossier) if isinstance(dossier, Dossier) else _provenance(dossier)
    return "\n".join(lines).rstrip() + "\n"


def _discrepancies(whole: Dossier) -> Iterator[str]:
    dossier = tally.shown(whole)
    labels = tally.labels(dossier)
    yield from _head(whole)
    yield from _summary(dossier, labels)
    if dossier is not whole:
        yield from (f"{_more(whole, dossier)}.", "")
    for number, each in enumerate(dossier.discrepancies, start=1):
        yield from _conflict(number, each, labels)
    yield from _matrix(dossier)
    yield from _quiet(dossier)
    yield from _problems(dossier)
    yield from _documents(dossier)
    yield from _ledger(dossier.checkpoint)


def _more(whole: Dossier, shown: Dossier) -> str:
    left_out = len(whole.discrepancies) - len(shown.discrepancies)
    return f"These are the gravest and surest; {words.count(left_out, 'more conflict')} in the JSON and CSV reports"


def _head(dossier: Dossier) -> Iterator[str]:
    numbers = tally.tally(dossier)
    filters = ", ".join(f"{markdown(name)} {markdown(value)}" for name, value in dossier.filters.items())
    yield from (f"# {markdown(dossier.title)}: discrepancies", "")
    yield f"Made {markdown(words.moment(dossier.made_at))} by {markdown(dossier.tool)}. Filters: {filters or 'none'}."
    yield ""
    counts = (
        words.count(numbers.documents, "document"),
        words.count(numbers.sources, "source"),
        words.count(numbers.claims, "claim"),
        words.count(numbers.topics, "shared topic"),
        f"**{words.count(numbers.conflicts, 'conflict')}**",
    )
    yield ", ".join(counts) + "." + _parts("kind", numbers.kinds) + _parts("standing", numbers.standings)
    yield ""


def _parts(name: str, parts: Sequence[tuple[str, int]]) -> str:
    return f" By {name}: {', '.join(f'{part} {size}' for part, size in parts)}." if parts else ""


def _summary(dossier: Dossier, labels: Mapping[str, str]) -> Iterator[str]:
    yield from ("## Summary", "")
    if not dossier.discrepancies:
        yield from ("No conflict to show. That is no proof that the sources agree.", "")
        return
    rows = (
        (
            f"[{number}](#{anchor('conflict', each.id)})",
            markdown(tally.topic(each, labels)),
            f"{_who(each.left)} against {_who(each.right)}",
            str(each.verdict.kind),
            words.confidence(each.verdict.confidence),
            words.severity(each.verdict.severity),
            str(each.standing.status),
        )
        for number, each in enumerate(dossier.discrepancies, start=1)
    )
    yield from _table(("No.", "Topic", "Who against whom", "Kind", "Confidence", "Severity", "Standing"), rows)


def _conflict(number: int, each: Discrepancy, labels: Mapping[str, str]) -> Iterator[str]:
    verdict = each.verdict
    yield from (f'<a id="{anchor("conflict", each.id)}"></a>', "", f"## {number}. {markdown(verdict.why)}", "")
    yield (
        f"Topic: {markdown(tally.topic(each, labels))}. Kind: {verdict.kind}. "
        f"Confidence: {words.confidence(verdict.confidence)} ({verdict.confidence:.2f}). "
        f"Severity: {words.severity(verdict.severity)} ({verdict.severity:.2f}). "
        f"Rule: {markdown(verdict.rule)}, version {verdict.version}. Id: {anchor(each.id)}"
    )
    yield ""
    yield from _side("Left", each.left, verdict.left_marks)
    yield from _side("Right", each.right, verdict.right_marks)
    yield from _standing(each)


def _side(name: str, party: Party, marks: Sequence[Span]) -> Iterator[str]:
    claim, document = party.claim, party.document
    said = [words.stance(claim), words.hedge(claim), *(words.dated(mention) for mention in claim.dates[:4])]
    yield f"**{name}: {markdown(words.chain(claim, document.source))}**"
    grade = f"{markdown(document.source.grade)}: {words.grade(document.source)}"
    yield f"(source graded {grade}; {markdown('; '.join(said))})"
    yield ""
    yield "> " + _quote(party, marks)
    yield ""
    yield from (f"{note}\n" for note in _notes(party))
    title = f"{markdown(document.title)}: " if document.title else ""
    yield f"{title}{markdown(document.path)}, {_place(claim.span)}; claim {claim.id}"
    yield ""


def _notes(party: Party) -> Iterator[str]:
    if not party.claim.complete:
        yield "*Sentence cut off: matched, never counted for or against.*"
    if party.claim.offered:
        yield f"*Possibly: {markdown(', '.join(party.claim.offered))}, not confirmed.*"


def _quote(party: Party, marks: Sequence[Span]) -> str:
    cut = quotes.excerpt(party, marks)
    shown = "".join(_piece(piece) for piece in cut.pieces)
    return ("… " if cut.before else "") + shown + (" …" if cut.after or cut.cut else "")


def _piece(piece: quotes.Piece) -> str:
    """Return a piece with the white space at its ends kept outside of the emphasis, where Markdown wants it."""
    text = markdown(piece.text)
    before = " " if piece.text[:1].isspace() else ""
    after = " " if text and piece.text[-1:].isspace() else ""
    return before + (f"**{text}**" if piece.marked and text else text) + after


def _standing(each: Discrepancy) -> Iterator[str]:
    now = each.standing
    yield f"Standing: **{now.status}**, {markdown(words.ruling(each))}." + (
        f" Assigned to {markdown(now.assignee)}." if now.assignee else ""
    )
    if now.actor or now.rationale:
        yield f"Rationale: {_rationale(now.rationale)}"
        yield f"Decided by {markdown(now.actor)}, {markdown(words.moment(now.at))}, ledger entry {now.ruled}."
        yield f"Likelihood: {markdown(now.likelihood) or 'not given'}."
        yield f"Analytic confidence: {markdown(now.confidence) or 'not given'}."
    yield ""


def _rationale(text: str | None) -> str:
    return "withheld" if text is None else markdown(text) or "none given"


def _matrix(dossier: Dossier) -> Iterator[str]:
    yield from ("## Who says what", "", "Silence is not disagreement.", "")
    for table in matrix.matrices(dossier):
        rows = (
            (markdown(line.topic.label), *(f"{cell.symbol} {cell.says} {cell.claims or ''}" for cell in line.cells))
            for line in table.lines
        )
        yield from _table(("Topic", *(markdown(source.name) for source in table.sources)), rows)


def _quiet(dossier: Dossier) -> Iterator[str]:
    if not dossier.quiet:
        return
    yield from ("## Looked at and not flagged", "")
    rows = (
        (
            words.verdict(each.verdict.relation, each.verdict.because),
            *(_brief(party) for party in (each.left, each.right)),
            markdown(each.verdict.why),
        )
        for each in dossier.quiet[:QUIET]
    )
    yield from _table(("Found", "One side", "The other", "Why"), rows)


def _brief(party: Party) -> str:
    return f"{_who(party)}: {markdown(party.claim.quote[: quotes.BRIEF])}"


def _problems(dossier: Dossier) -> Iterator[str]:
    if dossier.problems:
        yield from ("## Problems", "", *(f"- {markdown(str(problem))}" for problem in dossier.problems[:QUIET]), "")


def _documents(dossier: Dossier) -> Iterator[str]:
    yield from ("## Documents", "")
    rows = (
        (
            markdown(words.name(each)),
            markdown(each.path),
            f"{markdown(each.source.name)} ({markdown(each.source.grade)})",
            f"{each.size:,}",
            markdown(each.sha256),
        )
        for each in dossier.documents
    )
    yield from _table(("Document", "Path", "Source (grade)", "Bytes", "SHA-256"), rows)


def _provenance(provenance: Provenance) -> Iterator[str]:
    noun, identifier = provenance.subject
    yield from (f"# Provenance of {markdown(noun)} {markdown(identifier)}", "")
    yield from (f"Made {markdown(words.moment(provenance.made_at))} by {markdown(provenance.tool)}.", "")
    for party in provenance.parties:
        yield from (f"## Claim {party.claim.id}", "")
        yield from _side("Claim", party, ())
        yield from (f"Bytes: {party.document.size:,}; SHA-256 {markdown(party.document.sha256)}", "")
        yield from _cues(party)
    yield from _verdicts(provenance.verdicts)
    yield from _links(provenance)
    yield from ("## Decisions", "", *(_decision(each) for each in provenance.decisions), "")
    yield from ("## Ledger entries", "")
    for number, leaf, body in provenance.entries:
        yield from (f"Entry {number}, leaf hash {markdown(leaf)}", "", *_verbatim(body), "")
    yield from _checks(provenance)
    yield from _ledger(provenance.checkpoint)


def _cues(party: Party) -> Iterator[str]:
    rows = (
        (markdown(cue.rule), markdown(quotes.words_at(party, cue.span)[: quotes.BRIEF]), _place(cue.span))
        for cue in party.claim.cues
    )
    yield from _table(("Rule", "Words that it fired on", "Where"), rows)


def _verdicts(verdicts: Iterable[Discrepancy]) -> Iterator[str]:
    yield from ("## Verdicts", "")
    for each in verdicts:
        yield f"- {each.verdict.relation}, {each.verdict.kind}: {markdown(each.verdict.why)} ({each.id})"
    yield ""


def _links(provenance: Provenance) -> Iterator[str]:
    yield from ("## Links", "")
    for link in provenance.links:
        yield from (f"Score {link.score:.3f} between {markdown(link.left)} and {markdown(link.right)}, made from:", "")
        yield from _table(
            ("Feature", "Value"), ((markdown(name), f"{value:.3f}") for name, value in sorted(link.features.items()))
        )


def _decision(each: Decision) -> str:
    found = f": {words.RULINGS[each.verdict]}" if each.verdict else ""
    who = f"{markdown(each.actor)}, {markdown(words.moment(each.at))}, ledger entry {each.number}"
    judged = (
        f"likelihood {markdown(each.likelihood) or 'not given'}; confidence {markdown(each.confidence) or 'not given'}"
    )
    return f"- {each.verb}{found}. {who}. {_rationale(each.rationale)} ({judged})"


def _checks(provenance: Provenance) -> Iterator[str]:
    yield from ("## Check each step by hand", "")
    for each in checks.checks(provenance):
        yield from (markdown(each.shows), "", *(_verbatim(each.command) if each.command else ()), "")
        if each.expected:
            yield from (f"{'It gives' if each.command else 'Look for'}: {markdown(each.expected)}", "")


def _ledger(checkpoint: Checkpoint) -> Iterator[str]:
    yield from ("## How to check this report", "", "The ledger stood here (place, number of entries, root):", "")
    yield from (*_verbatim(str(checkpoint)), "")
    yield "`reconcile audit verify` hashes it anew; `reconcile audit checkpoint` prints where it stands now. Keep the"
    yield "three lines where the keeper of the database cannot write: as long as nothing recorded by then was removed"
    yield f"or changed, the root over the first {checkpoint.size} entries stays this one."
    yield "The limit: whoever holds both the database and the key can rewrite what came after the last checkpoint that"
    yield "is held elsewhere."


def _verbatim(text: str) -> Iterator[str]:
    """Indent a block as code: no character inside ends it, as a fence's own would."""
    yield from (f"    {line}" for line in visible(text).splitlines())


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield "|" + " --- |" * len(columns)
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _who(party: Party) -> str:
    return markdown(words.asserter(party.claim, party.document.source))


def _place(span: Span) -> str:
    return words.place(span.start, span.end)
