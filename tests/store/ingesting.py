"""A program that ingests documents through the store until it is done or killed. ``python ingesting.py URL``."""

import sys

from reconcile import store
from samples import ANN, AT, CLAIMS, DOCUMENTS, TEXT, claim, document, ingest


def main(url: str) -> None:
    """Ingest what is not there yet, one transaction a document."""
    opened = store.open(url)
    for number in range(DOCUMENTS):
        kept = document(f"{number}.txt", f"{TEXT} {number} " * 20)
        with opened.writing(at=AT, actor=ANN) as writer:
            if writer.document_by_digest(kept.sha256, kept.reader) is None:
                ingest(writer, kept, *(claim(kept, start, start + 9) for start in range(CLAIMS)))
        print(number, flush=True)
    opened.close()


if __name__ == "__main__":
    main(sys.argv[1])
