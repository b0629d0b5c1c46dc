"""Plain sentences, from text to verdict: what disagrees is flagged, and what only differs is not."""

import pytest

from reconcile import detect, extract, match
from reconcile.model import Claim, Document, Layout, Relation, Segment, Source, Span


def document(text: str, number: int) -> Document:
    whole = Segment(Span(0, len(text)), Layout.PARAGRAPH, "line=1")
    source = Source(f"source-{number}", f"Source {number}")
    return Document(f"{number}.txt", source, text, f"{number:064x}", len(text), "text/1", segments=(whole,))


def conflicts(left: str, right: str) -> list[str]:
    found = [claim for n, text in enumerate((left, right)) for claim in extract.claims(document(text, n))]
    claims = {claim.id: claim for claim in found if isinstance(claim, Claim)}
    verdicts = detect.verdicts(match.links(list(claims.values())), claims)
    return [verdict.rule for verdict in verdicts if verdict.relation is Relation.CONFLICT]


CONFLICTING = [
    ("The minister said the bridge was safe.", "Engineers said the bridge was unsafe."),
    ("The company did not sell the land to the city.", "The company sold the land to the city in 2003."),
    ("The drug reduced deaths among patients.", "The drug increased deaths among patients."),
    ("The peace talks succeeded.", "The peace talks failed."),
    ("The senator supports the bill.", "The senator opposes the bill."),
    ("The factory was closed in 2004.", "The factory remained open in 2004."),
    ("Officials confirmed that the vessel sank.", "Officials denied that the vessel sank."),
    ("Five people were killed in the blast in Kabul.", "Nine people were killed in the blast in Kabul."),
    ("The dam is 120 metres high.", "The dam is 95 metres high."),
    ("The court ruled that the law was constitutional.", "The court ruled that the law was unconstitutional."),
    ("Steel production accelerated in 2002.", "Steel production slowed in 2002."),
    ("The army retained the stockpile.", "The army destroyed the stockpile."),
    ("The treaty was signed in Geneva in May 1987.", "The treaty was signed in Geneva in June 1988."),
    ("Shoji Hamada was born in 1884.", "Shoji Hamada was born in 1894."),
    ("The reactor was built by Siemens.", "The reactor was not built by Siemens."),
    ("The ship left the port on 4 March 2010.", "The ship left the port on 9 March 2010."),
    ("The committee approved the budget.", "The committee rejected the budget."),
    ("The plant holds 40 tonnes of ammonia.", "The plant holds 90 tonnes of ammonia."),
    ("Inspectors found no traces of anthrax at the site.", "Inspectors found traces of anthrax at the site."),
    ("The accused was acquitted of fraud.", "The accused was convicted of fraud."),
    ("The rebels captured the town of Sirte.", "The rebels never captured the town of Sirte."),
    ("The storm made landfall north of Tampa.", "The storm made landfall south of Tampa."),
    ("The fire started in the kitchen.", "The fire did not start in the kitchen."),
    ("Unemployment rose in Spain last year.", "Unemployment fell in Spain last year."),
    ("The prime minister resigned on Monday.", "The prime minister refused to resign."),
    ("The pilot survived the crash.", "The pilot died in the crash."),
]


@pytest.mark.parametrize(("left", "right"), CONFLICTING)
def test_plain_disagreement_is_flagged(left: str, right: str) -> None:
    assert conflicts(left, right)


ONLY_DIFFERENT = [
    ("The drug reduced deaths among men.", "The drug reduced deaths among women."),
    ("Five people were killed in Kabul.", "Nine people were killed in Herat."),
    ("The plant held 40 tonnes of ammonia in 1990.", "The plant held 90 tonnes of ammonia in 2005."),
    ("At least 500 people attended the rally.", "Police counted 612 people at the rally."),
    ("The stockpile weighs 180 t.", "The stockpile weighs 180,000 kg."),
    ("Project Alpha began in 1981.", "Project Alpha began in June 1981."),
    ("The team may have found anthrax.", "The team found no anthrax."),
    ("The minister resigned in May.", "The mayor did not resign in May."),
    ("The company could build a reactor.", "The company did not build a reactor."),
    ("About 200 soldiers were wounded.", "Some 210 soldiers were wounded."),
    ("The museum bought a painting by Monet.", "The museum did not buy a sculpture by Rodin."),
    ("The bridge, which is 40 metres long, was closed.", "The bridge is 12 metres wide."),
    ("By Tuesday 12 bodies had been recovered.", "By Friday 19 bodies had been recovered."),
]


@pytest.mark.parametrize(("left", "right"), ONLY_DIFFERENT)
def test_a_difference_is_no_disagreement(left: str, right: str) -> None:
    assert conflicts(left, right) == []
