"""Where a document comes from: what `source.toml` says, what the document says, and who counts."""

import pytest

from read.folders import Folder
from reconcile.model import Source
from reconcile.read.metadata import slug


def test_source_toml_comes_before_what_a_document_says_of_itself(folder: Folder) -> None:
    folder.put("source.toml", '[default]\npublisher = "The Press"\ngrade = "b"\n[documents."a.md"]\ntitle = "Stated"\n')
    folder.put("a.md", "---\ntitle: Own\npublisher: Itself\ndate: 2003\n---\nText.")
    (document,) = folder.documents()

    assert document.source == Source("the-press", "The Press", "B")
    assert (document.title, document.published, document.origin) == ("Stated", "2003", "source.toml, front matter")


def test_dates_and_addresses_of_toml_are_read(folder: Folder) -> None:
    folder.put(
        "source.toml", '[documents."a.txt"]\ndate = 2003-02-06\nurl = "https://example.org/"\nsource = "The Press"\n'
    )
    folder.put("a.txt", "Text.")
    (document,) = folder.documents()

    assert (document.published, document.url, document.source.slug) == (
        "2003-02-06",
        "https://example.org/",
        "the-press",
    )


def test_a_folder_inherits_from_the_one_above(folder: Folder) -> None:
    folder.put("source.toml", '[default]\npublisher = "Above"\ngrade = "C"\n[documents."x/b.txt"]\ntitle = "B"\n')
    folder.put("x/source.toml", '[default]\npublisher = "Here"\n')
    folder.put("x/b.txt", "Text.")
    (document,) = folder.documents()

    assert (document.source, document.title) == (Source("here", "Here", "C"), "B")


@pytest.mark.parametrize(
    ("name", "content", "publisher"),
    [
        (
            "a.html",
            '<meta name=publisher content=P><meta property="og:site_name" content=S><meta name=author content=A><p>x',
            "P",
        ),
        ("a.html", '<meta property="og:site_name" content=S><meta name=author content=A><p>x', "S"),
        ("a.html", "<meta name=author content=A><p>x", "A"),
        ("isg_report-2004.txt", "Text.", "Isg report 2004"),
    ],
)
def test_the_publisher_is_the_best_that_is_known(folder: Folder, name: str, content: str, publisher: str) -> None:
    folder.put(name, content)

    assert [document.source.name for document in folder.documents()] == [publisher]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[default", "source-toml"),
        ("[default]\ngrad = 'A'\n", "metadata-key"),
        ("publisher = 'P'\n", "metadata-key"),
        ("[documents.'b.txt']\ntitle = 'B'\n", "metadata-key"),
        ("[default]\ngrade = 'G'\n", "metadata-value"),
        ("[default]\ndate = 'yesterday'\n", "metadata-value"),
        ("[default]\nurl = 'javascript:alert(1)'\n", "metadata-value"),
        ("[documents]\n'a.txt' = 3\n", "metadata-value"),
        ("default = 3\n", "metadata-value"),
        ("a = " + "[" * 5000, "source-toml"),
        ("\x00", "source-toml"),
    ],
)
def test_what_is_wrong_in_source_toml_is_told_once_and_refuses_nothing(folder: Folder, content: str, code: str) -> None:
    folder.put("source.toml", content)
    folder.put("a.txt", "Text a.")
    folder.put("c.txt", "Text c.")

    assert [(problem.code, problem.document, problem.refused) for problem in folder.problems()] == [
        (code, "source.toml", False)
    ]
    assert len(folder.documents()) == 2


def test_a_document_in_another_language_is_remarked_on(folder: Folder) -> None:
    folder.put("a.html", "<html lang=fr><p>Le texte.")

    assert [(problem.code, problem.refused) for problem in folder.problems()] == [("language", False)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("United States Government", "united-states-government"),
        ("Ägypten & Co.", "agypten-co"),
        ("--", slug("--")),
        ("新华社", slug("新华社")),
    ],
)
def test_a_slug_is_short_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected
    assert slug(name).isascii()
    assert slug(name) != slug(name + "x")
