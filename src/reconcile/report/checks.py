"""How to check a chain of provenance by hand, with tools that are not this program's."""

import shlex
from dataclasses import dataclass

from reconcile.model import Claim, Document, Party, Provenance
from reconcile.report import sinks

VERBATIM = frozenset({"text/plain", "text/markdown", "text/csv", "application/jsonl", "application/x-ndjson"})
"""Files whose text is their decoded bytes, so that one line of Python slices it."""

LEAVES = (
    'python3 -c \'import hashlib, json, sys; [print(each["number"], hashlib.sha256(b"\\0" + '
    'each["body"].encode()).hexdigest()) for each in json.load(sys.stdin)["entries"]]\' < provenance.json'
)
"""RFC 6962, section 2.1: a leaf's hash is SHA-256 over a zero byte and the entry."""

ROOT = """\
import base64, hashlib, json, sys

def sha(data):
    return hashlib.sha256(data).digest()

def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha(b"")
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    return sha(b"\\1" + root(leaves[:half]) + root(leaves[half:]))

leaves = [sha(b"\\0" + json.loads(line)["body"].encode()) for line in sys.stdin]
print(base64.b64encode(root(leaves[:int(sys.argv[1])])).decode())
"""
"""The whole of RFC 6962's tree hash, so that a checkpoint can be checked where this program is not trusted."""


@dataclass(frozen=True, slots=True)
class Check:
    """One step: what it shows, what to type, what must come out. ``command`` is empty where reading is the check."""

    shows: str
    command: str
    expected: str


def checks(provenance: Provenance) -> tuple[Check, ...]:
    """Return the steps for each document once, each quote, and the ledger entries."""
    documents = {party.document.id: party.document for party in provenance.parties}
    return (
        *(_bytes(document) for document in documents.values()),
        *(_slice(party) for party in provenance.parties),
        *((_leaves(provenance),) if provenance.entries else ()),
        Check("The ledger is whole, and its root is the checkpoint's.", "reconcile audit verify", ""),
    )


def locator(claim: Claim, document: Document) -> str:
    """Return where the claim begins in the file, as its reader tells ("line=12"); empty where it does not tell."""
    return next((each.locator for each in document.segments if each.span.overlaps(claim.span)), "")


def _bytes(document: Document) -> Check:
    shows = "The file is the one that was read (type it where the document lies)."
    return Check(shows, f"sha256sum -- {_quoted(document.path)}", document.sha256)


def _slice(party: Party) -> Check:
    claim, document = party.claim, party.document
    if document.media_type not in VERBATIM:
        place = locator(claim, document)
        begins = f"; it begins at {place}" if place else ""
        shows = f"The quote stands in the file, as the reader {document.reader} reads it: open it and look{begins}."
        return Check(shows, "", claim.quote)
    code = (
        "import sys; print(open(sys.argv[1], encoding=sys.argv[2], newline='').read()"
        f"[{claim.span.start}:{claim.span.end}])"
    )
    command = f'python3 -c "{code}" {_quoted(document.path)} {_quoted(document.charset)}'
    return Check("The quote stands at these characters of the document.", command, claim.quote)


def _leaves(provenance: Provenance) -> Check:
    expected = "; ".join(f"{number} {leaf}" for number, leaf, _ in provenance.entries)
    return Check(
        "The entries have these leaf hashes (this report as JSON, saved as provenance.json).", LEAVES, expected
    )


def _quoted(text: str) -> str:
    """Quote for a POSIX shell; hidden characters are shown, so that nobody pastes what cannot be seen."""
    return shlex.quote(sinks.visible(text))
