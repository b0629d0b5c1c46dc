"""The text of a file that somebody hands to a measurement, or one line on why there is none."""

from pathlib import Path

from reconcile.model import UsageError

LARGEST = 256 * 1024 * 1024
"""Bytes of a file of known answers; what is larger is something else."""


def text(file: Path, what: str) -> str:
    """Return the text of a file in UTF-8; ``what`` it is, in the plural. Raises UsageError."""
    try:
        if file.exists() and not file.is_file():
            raise UsageError(f"{file}: {what} cannot be read: it is no regular file")
        if file.stat().st_size > LARGEST:
            raise UsageError(f"{file}: {what} cannot be read: it has more than {LARGEST} bytes")
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        told = f"byte {error.start} is no UTF-8; save it in UTF-8"
        raise UsageError(f"{file}: {what} cannot be read: {told}") from error
    except (OSError, ValueError) as error:
        told = str(getattr(error, "strerror", None) or error)
        raise UsageError(f"{file}: {what} cannot be read: {told}") from error
