"""What a reader finds on the page."""

import re
from importlib.resources import files
from itertools import pairwise
from typing import Any

import lxml.html
import pytest

from reconcile import report
from reconcile.model import Discrepancy, Dossier, Provenance, Ruling, Standing, Status, Topic
from reconcile.report import tally
from report import dossiers as a
from report import worked_example

CSS = (files("reconcile.report") / "templates" / "report.css").read_text("utf-8")


def tree(dossier: Dossier | Provenance) -> Any:
    return lxml.html.fromstring(report.page(dossier, "html"))


def text(node: Any) -> str:
    return " ".join(node.text_content().split())


PAGES = {"discrepancies": tree(worked_example.dossier()), "provenance": tree(worked_example.provenance())}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_headings_go_down_one_level_at_a_time(page: Any) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_links_lead_somewhere(page: Any) -> None:
    sound(page)


def test_links_lead_somewhere_where_tables_leave_topics_out() -> None:
    found = many(300)
    topics = tuple(Topic(each.topic, each.topic, (each.verdict.left, each.verdict.right)) for each in found)

    sound(tree(a.dossier(found, topics=topics, sources=(*(a.source(f"s{n}") for n in range(12)), a.source()))))


def sound(page: Any) -> None:
    """Hold a page's links to its identifiers."""
    ids = page.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {href for href in page.xpath("//a/@href") if href.startswith("#")} <= {f"#{each}" for each in ids}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_tables_have_captions_and_scopes_and_drawings_have_names(page: Any) -> None:
    assert not page.xpath("//table[not(caption)]|//th[not(@scope)]")
    assert not page.xpath("//svg[@role='img'][not(title)]")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_script_no_frame_nothing_loaded(page: Any) -> None:
    assert not page.xpath(
        "//script|//iframe|//img|//link|//object|//embed|//form|//base|//@*[starts-with(name(), 'on')]"
    )
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_conflicts_stand_in_the_dossiers_order_with_permanent_anchors() -> None:
    dossier = worked_example.dossier()

    assert tree(dossier).xpath("//article/@id") == [f"conflict-{each.id}" for each in dossier.discrepancies]


def test_clashing_words_are_marked_on_both_sides() -> None:
    first = PAGES["discrepancies"].xpath("//article")[0]

    assert {text(mark) for mark in first.xpath(".//blockquote//mark")} == {
        "had resumed making",
        "found no credible sign",
    }


def test_the_chain_of_asserters_is_said_in_words() -> None:
    assert "Iraqi Air Force document, as reported by Hans Blix, in UN inspectors (UNMOVIC, IAEA)" in text(
        PAGES["discrepancies"]
    )


def test_a_sentence_cut_off_and_an_offered_asserter_are_labelled() -> None:
    shown = text(PAGES["discrepancies"])

    assert "Sentence cut off: matched, never counted for or against." in shown
    assert "Possibly: U.S. Government, not confirmed." in shown


def standing(**given: Any) -> str:
    found = a.discrepancy(standing=Standing(**given))
    return text(tree(a.dossier([found])).xpath("//div[@class='standing']")[0])


def test_a_withheld_rationale_says_so() -> None:
    given = {"status": Status.DISMISSED, "verdict": Ruling.NOT_A_CONFLICT, "actor": "B", "at": a.AT}

    assert "Rationale withheld." in standing(**given, rationale=None)


def test_likelihood_and_confidence_stand_apart() -> None:
    shown = standing(status=Status.RESOLVED, verdict=Ruling.LEFT, actor="B", likelihood="likely", confidence="low")

    assert "Likelihood likely Analytic confidence low" in shown


def test_a_suspect_conflict_asks_to_look_again() -> None:
    assert "look again" in standing(status=Status.SUSPECT, verdict=Ruling.LEFT, actor="B")


@pytest.mark.parametrize(
    ("dossier", "says"),
    [
        (a.dossier(), "There are no documents yet"),
        (a.dossier(documents=(a.document(),)), "no claim was found"),
        (a.dossier(documents=(a.document(),), claims={"x": a.claim()}), "No conflict was found"),
        (a.dossier(documents=(a.document(),), claims={"x": a.claim()}, filters={"kind": "date"}), "passes the filters"),
    ],
)
def test_an_empty_report_says_what_that_means(dossier: Dossier, says: str) -> None:
    assert says in text(tree(dossier).xpath("//section[@aria-labelledby='summary']")[0])


def test_the_checkpoint_and_its_limit_stand_in_the_footer() -> None:
    footer = PAGES["discrepancies"].xpath("//body/footer")[0]

    assert footer.xpath("pre")[0].text == str(a.CHECKPOINT)
    assert "can rewrite what came after the last checkpoint" in text(footer)


def many(size: int) -> tuple[Discrepancy, ...]:
    left = a.party()
    within = [a.document(f"Iraq held no weapons {number}", f"{number}.txt") for number in range(size)]
    return tuple(a.discrepancy(left, a.party(each), topic=f"topic-{n}") for n, each in enumerate(within))


def test_each_further_conflict_costs_the_same() -> None:
    few, more, most = (len(report.page(a.dossier(many(size)), "html")) for size in (200, 400, 600))

    assert abs((most - more) - (more - few)) < 0.02 * (more - few)


def test_a_long_report_has_an_index_by_kind_and_standing() -> None:
    page = tree(a.dossier(many(30)))
    listed = [text(entry) for entry in page.xpath("//details[@class='index']//dt")]

    assert listed == ["Polarity 30", "Open 30"]


def test_quiet_verdicts_beyond_the_bound_are_counted() -> None:
    page = tree(a.dossier(quiet=many(450)))

    assert "50 more pairs in the JSON report" in text(page)


@pytest.mark.parametrize("form", ["html", "md"])
def test_conflicts_beyond_the_bound_are_told_and_stand_in_the_data(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "SHOWN", 3)
    found = a.dossier(many(5))
    page = report.page(found, form)

    assert [each.id in page for each in found.discrepancies] == [True] * 3 + [False] * 2
    assert "The JSON and CSV reports have all" in page or "2 more conflicts in the JSON and CSV reports" in page
    assert all(each.id in report.page(found, data) for data in ("json", "csv") for each in found.discrepancies)


def colours(scheme: str) -> dict[str, str]:
    """Return a colour scheme's variables: the first ``:root`` is light, the second dark, the third print."""
    block = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[("light", "dark", "print").index(scheme)]
    return {name: value if len(value) == 6 else "".join(2 * each for each in value)
            for name, value in re.findall(r"--(\w+): #([0-9a-f]{3,6})", block)}  # fmt: skip


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_text_stands_out_enough(scheme: str, ground: str) -> None:
    named = colours(scheme)
    pairs = [(named[name], named[ground]) for name in ("ink", "soft", "left", "right", "link", "grave")]
    pairs.append((named["marked"], named["mark"]))
    ratios = [sorted((luminance(a_), luminance(b_))) for a_, b_ in pairs]

    assert min((lighter + 0.05) / (darker + 0.05) for darker, lighter in ratios) >= 4.5
