"""Tells page furniture from text: menus, pagers, page numbers, rules, notices; the same tests for every format."""

import re

SEPARATOR = re.compile(r"\s[|»·•›>/]\s|\s*[|»]\s*")
LONGEST_LABEL = 40
"""Characters of one entry of a menu; what stands between two bars and is longer is text."""

LONGEST = 200
"""Characters of a line of furniture; anything longer is text, whatever it looks like."""

FURNITURE = re.compile(
    r"""
      (?:<<|«|‹|&lt;|←)?\s*(?:previous|prev|back)(?:\s+page)?\s*[|/·]?\s*(?:next(?:\s+page)?\s*(?:>>|»|›|→)?)?
    | (?:next|more)(?:\s+page)?\s*(?:>>|»|›|→)
    | \[?(?:page|p\.)\s*\d{1,5}(?:\s*(?:of|/)\s*\d{1,5})?\]?
    | [-–—\s]{0,4}\d{1,4}[-–—\s]{1,4}
    | [-=_*~#+.\s–—•·]{3,}
    | (?:print|email|e-mail|share|save|bookmark)(?:\s+(?:this|the))?\s+(?:page|article|story|document)
    | (?:back\s+to|return\s+to|go\s+to|jump\s+to|skip\s+to)\s+(?:the\s+)?(?:main\s+)?(?:top|home|content|contents|menu|navigation|index)
    | (?:home|menu|search|contents|table\s+of\s+contents|site\s+map|sitemap|log\s*in|sign\s*in|sign\s*up|subscribe|advertisement)
    | ©.{0,160}
    | (?:\(c\)|copyright)[\s©(c),]{0,8}(?:\d{4}|by\b).{0,140}
    | all\s+rights\s+reserved\.?
    | (?:https?://|www\.)\S{1,190}
    """,  # noqa: E501
    re.IGNORECASE | re.VERBOSE,
)
"""A whole line that is furniture. Each alternative is linear and the line's length is bounded by ``LONGEST``."""


def is_furniture(line: str) -> bool:
    """Say whether a line by itself is a menu, a pager, a page number, a rule or a notice."""
    told = line.strip()
    if not told or len(told) > LONGEST:
        return False
    return FURNITURE.fullmatch(told) is not None or is_menu(told)


def is_menu(line: str) -> bool:
    """Say whether a line is short labels with bars or arrows between them: ``Home | Background | Print``."""
    labels = [label.strip() for label in SEPARATOR.split(line)]
    if len(labels) < 3 and "|" not in line:
        return False
    filled = [label for label in labels if label]
    return len(filled) > 1 and all(
        len(label) <= LONGEST_LABEL and not label.endswith((".", "!", "?")) for label in filled
    )
