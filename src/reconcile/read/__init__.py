"""Bytes to documents: one module per file format, behind one gate, under one set of limits."""

from reconcile.read.contract import Facts, File, Limits, Page, Parse, Reader, Reading
from reconcile.read.fault import FAULTS, Fault, problem
from reconcile.read.gate import bytes_of
from reconcile.read.intake import READERS, documents
from reconcile.read.mapping import COLUMNS

__all__ = [
    "COLUMNS",
    "FAULTS",
    "READERS",
    "Facts",
    "Fault",
    "File",
    "Limits",
    "Page",
    "Parse",
    "Reader",
    "Reading",
    "bytes_of",
    "documents",
    "problem",
]
