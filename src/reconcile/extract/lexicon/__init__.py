"""Cue words and frames as data; see each file for its literature."""
