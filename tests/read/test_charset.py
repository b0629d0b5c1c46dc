"""In which order charsets are tried, and what is said of a guess."""

import codecs

import pytest

from reconcile.model import Problem
from reconcile.read.charset import Decoded, decode
from reconcile.read.contract import File

RUSSIAN = "Правительство заявило, что ни один источник не подтвердил этих сообщений."
FRENCH = "Le président a déclaré que l’Irak n’avait pas coopéré."
POLISH = "Rząd oświadczył, że żadne źródło nie potwierdziło tych doniesień."


def decoded(content: bytes) -> Decoded:
    found = decode(File("a.txt", content))
    assert isinstance(found, Decoded), str(found)
    return found


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (FRENCH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + FRENCH.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_a_mark_or_utf8_is_no_guess(content: bytes, charset: str) -> None:
    assert decoded(content) == Decoded(FRENCH, charset)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (FRENCH, "utf-16-le"),
        ("It’s", "cp1252"),
        ("£5", "cp1252"),
    ],
)
def test_what_declares_nothing_is_guessed_and_said_to_be(text: str, charset: str) -> None:
    found = decoded(text.encode(charset))

    assert (found.text, found.charset) == (text, charset)
    assert [(problem.code, problem.refused) for problem in found.problems] == [("charset-guessed", False)]


@pytest.mark.parametrize("declaration", ['<meta charset="{}">', "<meta http-equiv=x content='text/html; charset={}'>"])
def test_a_declared_charset_is_believed_where_utf8_fails(declaration: str) -> None:
    text = declaration.format("windows-1251") + RUSSIAN

    assert decoded(text.encode("cp1251")) == Decoded(text, "cp1251")


@pytest.mark.parametrize("lie", ["windows-1251", "utf-7", "unicode_escape", "zip", "no-such"])
def test_a_lie_about_utf8_is_not_believed(lie: str) -> None:
    text = f"<meta charset={lie}>{FRENCH}"

    assert decoded(text.encode()).text == text


def test_nul_and_broken_characters_become_replacement_characters_one_for_one() -> None:
    found = decoded(b"The United Nations\0 withdrew its inspectors in December.")

    assert found.text == "The United Nations\ufffd withdrew its inspectors in December."
    assert [problem.code for problem in found.problems] == ["characters-replaced"]


def test_a_lone_surrogate_does_not_come_through() -> None:
    found = decoded(codecs.BOM_UTF16_LE + "Iraq held no weapons at all.".encode("utf-16-le") + b"\x00\xd8")

    assert found.text.startswith("Iraq held no weapons")
    assert "characters-replaced" in [problem.code for problem in found.problems]
    found.text.encode()


def test_a_replacement_character_of_the_file_itself_is_no_fault() -> None:
    assert decoded("Iraq \ufffd held.".encode()).problems == ()


def test_line_ends_stay() -> None:
    assert decoded(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


def test_compressed_bytes_are_no_text() -> None:
    found = decode(File("a.txt", b"PK\x03\x04rest"))

    assert isinstance(found, Problem)
    assert "ZIP" in found.message
