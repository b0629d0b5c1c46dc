"""The terminal door: parse, call one use case, print, exit code."""

import os
import sys


def main() -> None:
    """Run the command line. What is slow to import is imported by the command that needs it."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # matrices this small lose more to threads than they win
    from reconcile.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal of another encoding shows what it can
            stream.reconfigure(errors="backslashreplace")
    app()
