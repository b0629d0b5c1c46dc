"""The word before a place in the text: what decides cheaply whether the costlier patterns are tried at all."""

SKIPPED = " \t\n\r\u00a0\u202f\u2009,(-‑–—\"'“‘"
LONGEST_WORD = 16


def word_before(text: str, start: int) -> str:
    """Return the word, with a dot at its end, that stands before ``start``, lower case; empty at the beginning."""
    window = text[max(0, start - LONGEST_WORD - 4) : start].rstrip(SKIPPED)
    begin = len(window)
    while begin > 0 and (window[begin - 1].isalpha() or window[begin - 1] == "."):
        begin -= 1
    word = window[begin:].lower()
    return word[word.rfind(".", 0, len(word) - 1) + 1 :]
