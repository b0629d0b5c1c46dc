"""Which files are let in, and what is said of the others."""

import os
import socket
from pathlib import Path

import pytest

from read.folders import Folder
from reconcile import read
from reconcile.model import Problem


def codes(found: list[read.Reading | Problem]) -> list[str]:
    return [item.code if isinstance(item, Problem) else item.document.path for item in found]


def test_a_folder_is_walked_in_sorted_order(folder: Folder) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "c/d/e.txt"):
        folder.put(name, f"It is {name}.")

    assert codes(folder.read()) == ["a/z.txt", "a.txt", "b.txt", "c/d/e.txt"]


def test_files_that_describe_others_and_hidden_ones_are_passed_over(folder: Folder) -> None:
    for name in (".hidden.txt", ".git/x.txt", "source.toml", "vocabulary.toml", "uk.csv.mapping.toml"):
        folder.put(name, "")
    folder.put("a.txt", "It is.")

    assert codes(folder.read()) == ["a.txt"]


def test_a_file_from_elsewhere_goes_by_its_name(folder: Folder, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.txt"
    outside.write_text("It is.")

    assert codes(folder.read(outside)) == ["elsewhere.txt"]


@pytest.mark.parametrize(
    ("path", "name"),
    [("a/../b.txt", "b.txt"), ("a/../a/c.txt", "a/c.txt"), ("../elsewhere.txt", "elsewhere.txt"), ("./b.txt", "b.txt")],
)
def test_a_document_has_one_name_whichever_way_its_path_is_written(folder: Folder, path: str, name: str) -> None:
    for each in ("b.txt", "a/c.txt", "../elsewhere.txt"):
        folder.put(each, f"It is {each}.")

    assert codes(folder.read(folder.path / path)) == [name]


def test_the_same_bytes_twice_are_one_document(folder: Folder) -> None:
    folder.put("a.txt", "It is.")
    folder.put("b.md", "It is.")
    document, problem = folder.read()

    assert isinstance(problem, Problem)
    assert (problem.code, problem.document, problem.refused) == ("duplicate", "b.md", True)
    assert "a.txt" in problem.message
    assert isinstance(document, read.Reading)


def test_the_same_path_twice_is_read_once(folder: Folder) -> None:
    path = folder.put("a.txt", "It is.")

    assert codes(folder.read(path, folder.path, path)) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.exe", b"text", "unsupported"),
        ("noending", b"text", "unsupported"),
        ("a.txt", b"%PDF-1.7 and so on", "binary"),
        ("a.txt", bytes(range(256)) * 4, "binary"),
        ("a.html", b"<html><script>x</script></html>", "no-text"),
        ("a.html", b"<nav>Home</nav>", "no-text"),
        ("a.html", b"<div>" * 60_000 + b"hidden" + b"</div>" * 60_000, "markup-lost"),
        ("a.html", b"<p " + b" ".join(b"a%d=1" % number for number in range(5000)) + b">x", "markup-lost"),
        ("a.csv", b"who,what\nIraq,rockets\n", "no-claim-column"),
        ("a.csv", b"claim\n", "no-rows"),
        ("a.csv", b"claim,claim\nx,y\n", "header"),
        ("a.jsonl", b'{"who": "Iraq"}\n', "no-claim-column"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(folder: Folder, name: str, content: bytes, code: str) -> None:
    folder.put(name, content)
    folder.put("good.txt", "It is.")

    assert sorted(codes(folder.read())) == sorted([code, "good.txt"])


def test_a_path_that_names_nothing_is_missing(folder: Folder) -> None:
    assert codes(folder.read(folder.path / "none.txt", folder.path / "nul\0.txt")) == ["missing", "unreadable"]


def test_a_file_larger_than_the_limit_is_refused(folder: Folder) -> None:
    folder.put("a.txt", "x" * 101)

    assert [problem.code for problem in folder.problems(size=100)] == ["too-large"]
    assert folder.problems(size=101) == []


def test_a_pipe_a_socket_and_a_device_do_not_make_us_wait(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder.path / "a.txt")
    monkeypatch.chdir(folder.path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("b.txt")
        found = folder.read(folder.path, Path("/dev/zero"))

    assert codes(found) == ["not-a-file", "not-a-file", "not-a-file"]


def test_a_link_is_followed_inside_its_folder_only(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("It is secret.")
    (folder.path / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder.path / "folder").symlink_to(tmp_path)
    (folder.path / "loop.txt").symlink_to("loop.txt")
    (folder.path / "in.txt").symlink_to("z/real.txt")
    folder.put("z/real.txt", "It is.")

    assert codes(folder.read()) == ["symlink", "in.txt", "unreadable", "symlink", "duplicate"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_one_problem(folder: Folder) -> None:
    folder.put("a.txt", "It is.").chmod(0)

    assert codes(folder.read()) == ["unreadable"]


def test_a_name_that_is_no_utf8_is_shown_as_one_that_is(folder: Folder) -> None:
    path = os.fsencode(folder.path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - the name is bytes
        file.write(b"It is.")

    assert codes(folder.read()) == ["caf\ufffd.txt"]


def test_the_bytes_are_those_that_were_read(folder: Folder) -> None:
    folder.put("a.txt", b"It is.\r\n\xff")
    (reading, *_) = folder.read()

    assert isinstance(reading, read.Reading)
    assert reading.content == b"It is.\r\n\xff"
    assert reading.document.size == 9


def test_bytes_of_gives_bytes_or_says_why_not(folder: Folder) -> None:
    path = folder.put("a.txt", "It is.")

    assert read.bytes_of(path) == b"It is."
    assert isinstance(read.bytes_of(path, read.Limits(size=3)), Problem)
