"""Sentences read by their words alone: lists, shapes and neighbours, no parser."""
