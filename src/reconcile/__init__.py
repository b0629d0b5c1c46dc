"""Reads documents that disagree, finds where their claims conflict, and keeps the proof."""

__version__ = "0.1.0"
