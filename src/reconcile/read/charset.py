"""Bytes to text: byte order mark, strict UTF-8, what is declared, a limited guess, Windows-1252."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model import Problem
from reconcile.read.contract import File
from reconcile.read.fault import problem

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks. UTF-32 stands before UTF-16, whose mark it begins with."""

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
"""How files begin that are no text, whatever their name says."""

DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)  # fmt: skip  # noqa: E501

PRESCAN = 1024
"""Bytes in which a page must declare its charset (WHATWG HTML, 13.2.3.2, prescan)."""

DECLARABLE = re.compile(
    r"utf-8|utf-16(-[lb]e)?|cp125\d|cp(437|850|852|866|874|932|949)|iso8859-\d\d?|tis-620|koi8-[ru]|mac-(roman|cyrillic)"
    r"|shift_jis|euc_(jp|kr)|iso2022_jp|gb2312|gbk|gb18030|big5(hkscs)?"
)
"""What a file may declare, as Python names it. Not among them: codecs that are no charsets, and UTF-7."""

SUPERSETS: Mapping[str, str] = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
"""What is meant where these are declared (WHATWG Encoding, 4.2, labels)."""

SPARSE = 0.25
"""Share of bytes above 127 below which a text is in Latin letters: measured 2 to 13 % there, above 60 % elsewhere."""

LATIN: tuple[tuple[str, ...], ...] = (("cp1252",), ("cp1250",))
"""Tried one after the other: held against each other, cp1250 wins on English with curly quotes."""

OTHERS: tuple[tuple[str, ...], ...] = (
    ("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)

FEW = 4
"""Characters from which on a share means something."""

SAMPLE = 65_536
"""Bytes or characters looked at to guess a charset or to tell a binary file."""

CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
BINARY = 0.05
"""Share of control characters from which a file is no text: compressed bytes have 0.1, prose with stray ones 0.001."""

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the charset it was in, and what there is to say about that."""

    text: str
    charset: str
    problems: tuple[Problem, ...] = ()


def storable(text: str) -> str:
    """Return ``text`` with U+FFFD for each NUL and lone surrogate, which not every database can hold; same length."""
    return UNSTORABLE.sub("\ufffd", text)


def decode(file: File) -> Decoded | Problem:
    """Return the text of a file without its byte order mark, its line ends as they are; or why it is no text."""
    kind = next((kind for start, kind in MAGIC if file.content.startswith(start)), None)
    if kind is not None:
        return problem("binary", file.name, f"it is {kind}, whatever its name says")
    text, charset, guessed = attempt(file.content)
    if is_binary(text):
        return problem("binary", file.name, "it is no text: too many of its bytes are control characters")
    if not text.strip("\ufeff\ufffd\x00 \t\r\n"):
        return problem("empty", file.name, "it holds nothing")
    problems = []
    if guessed:
        problems.append(problem("charset-guessed", file.name, f"it declares no charset; read as {charset}"))
    replaced = text.count("\x00") + text.count("\ufffd") - genuine(file.content, charset)
    if replaced > 0:
        problems.append(problem("characters-replaced", file.name, f"{replaced:,} characters could not be read"))
    return Decoded(storable(text), charset, tuple(problems))


def attempt(content: bytes) -> tuple[str, str, bool]:
    """Return the text, the charset, and whether that was a guess."""
    for mark, charset in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(charset, "replace"), charset, False
    known = [(wide(content), True), ("utf-8", False), (declared(content), False), (guess(content), True)]
    for charset, guessed in known:
        text = strictly(content, charset)
        if text is not None:
            return text, charset, guessed
    return content.decode("cp1252", "replace"), "cp1252", True


def strictly(content: bytes, charset: str) -> str | None:
    """Decode without forgiving anything; None if that fails or there is no charset to try."""
    if not charset:
        return None
    try:
        return content.decode(charset, "strict")
    except UnicodeError:
        return None


def wide(content: bytes) -> str:
    """Return UTF-16 or UTF-32 without a mark by where its NULs stand; UTF-8 would take them for characters.

    Holds for texts in Latin letters, whose other byte or bytes are zero.
    """
    sample = content[: SAMPLE // 4 * 4]
    empty = [sample[place::4].count(0) * 4 > 3 * len(sample[place::4]) for place in range(4)]
    shapes = {
        (0, 1, 1, 1): "utf-32-le",
        (1, 1, 1, 0): "utf-32-be",
        (0, 1, 0, 1): "utf-16-le",
        (1, 0, 1, 0): "utf-16-be",
    }
    return shapes.get((empty[0], empty[1], empty[2], empty[3]), "") if len(sample) > 8 else ""


def declared(content: bytes) -> str:
    """Return the charset that a page declares in its first bytes, as Python names it; empty if it is none of ours."""
    found = DECLARED.search(content[:PRESCAN])
    if found is None:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii", "replace")).name
    except LookupError:
        return ""
    name = SUPERSETS.get(name, name)
    return name if DECLARABLE.fullmatch(name) else ""


def guess(content: bytes) -> str:
    """Return the charset that a sample looks most like among a few candidates; empty if like none."""
    from charset_normalizer import from_bytes  # 40 ms to import, and most files are UTF-8

    sample = content[:SAMPLE]
    high = len(sample.translate(None, bytes(range(128))))
    if high < FEW:
        return "cp1252"
    for candidates in LATIN if high < SPARSE * len(sample) else OTHERS:
        best = from_bytes(sample, cp_isolation=list(candidates)).best()
        if best is not None and best.encoding in candidates:
            return best.encoding
    return ""


def is_binary(text: str) -> bool:
    """Say whether too many characters at both ends of the text are control characters, and more than a few."""
    sample = text if len(text) <= 2 * SAMPLE else text[:SAMPLE] + text[-SAMPLE:]
    return len(CONTROL.findall(sample)) > max(FEW, BINARY * len(sample))


def genuine(content: bytes, charset: str) -> int:
    """Count the U+FFFD that stand in the file itself."""
    return content.count("\ufffd".encode(charset)) if charset.startswith("utf-") else 0
