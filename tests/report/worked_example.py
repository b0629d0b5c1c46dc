"""A rich dossier made by hand from the worked example's documents: what the golden pages show."""

import hashlib
from dataclasses import replace
from typing import Any

from reconcile.model import (
    Because,
    Cue,
    DateRole,
    Decision,
    Discrepancy,
    Document,
    Dossier,
    Kind,
    Link,
    Modality,
    Party,
    Polarity,
    PolarityKind,
    Provenance,
    Relation,
    Ruling,
    Standing,
    Status,
    Topic,
    Verb,
)
from report import dossiers as a

UN = a.read(
    "unmovic_findings_digest_2003.md",
    a.source("unmovic", "UN inspectors (UNMOVIC, IAEA)", "A"),
    title="UNMOVIC and IAEA findings in Iraq, November 2002 to June 2003: a digest",
    published="2003-06-06",
    media_type="text/markdown",
    reader="markdown/1",
    origin="front matter",
)
US = a.read(
    "us_assessment_digest_2003.html",
    a.source("us-government", "U.S. Government", "C"),
    title="U.S. assessments of Iraq's chemical weapons, October 2002 to February 2003: a digest",
    published="2003-02-06",
    media_type="text/html",
    reader="html/1",
)
UK = a.read(
    "uk_claims_2002_2006.csv",
    a.source("uk-government", "UK Government", "C"),
    title="UK claims, 2002 to 2006",
    media_type="text/csv",
    reader="csv/1",
)
IRAQ = a.read(
    "iraq_statements_digest.txt",
    a.source("iraq", "Government of Iraq", "E"),
    title="Statements by the Government of Iraq on chemical weapons, 2002-2014 (digest)",
    url="https://example.org/iraq",
)
ISG = a.read(
    "isg_findings_digest_2004.txt", a.source("isg", "Iraq Survey Group", "B"), published="2004-09-30", title=""
)
PRESS = a.read(
    "press_investigation_digest_2014.txt", a.source("press", "Press investigations"), title="Chemical remnants in Iraq"
)

DENIED: dict[str, Any] = {"polarity": Polarity.NEG, "polarity_kind": PolarityKind.DENIAL}
UNFOUND: dict[str, Any] = {"polarity": Polarity.NEG, "polarity_kind": PolarityKind.EVIDENTIAL}


def says(within: Document, quote: str, *by: str, **given: Any) -> Party:
    return a.party(within, a.claim(within, quote, *by, **given))


MUSTARD = says(US, "Iraq had resumed making mustard, sarin, cyclosarin and VX", "National Intelligence Estimate",
    dates=(a.when(US, "1 October 2002", "2002-10-01", DateRole.REPORT),),
    cues=(Cue("attribution.according-to", a.spot(US, "According to the estimate")),))  # fmt: skip
NO_SIGN = says(ISG, "It found no credible sign that Iraq made chemical munitions again after that year.",
    "Iraq Survey Group", **UNFOUND, subject="Iraq Survey Group",
    dates=(a.when(ISG, "that year", "1991/..", DateRole.BOUND),),
    cues=(Cue("polarity.evidential", a.spot(ISG, "found no credible sign")),
          Cue("attribution.find-that", a.spot(ISG, "found"))))  # fmt: skip
STOCK = says(US, "Iraq held between 100 and 500 tons of chemical weapons agent", "Colin Powell", "U.S. Government",
    dates=(a.when(US, "5 February 2003", "2003-02-05", DateRole.REPORT),),
    quantities=(a.amount(US, "between 100 and 500 tons", 100, 500, "ton", counted="agent"),))  # fmt: skip
ESTIMATE = says(US, "no less than 100 metric tons and possibly 500\xa0metric tons", "National Intelligence Estimate",
    quantities=(a.amount(US, "no less than 100 metric tons", 100, None, "t"),))  # fmt: skip
MINUTE = says(UK, "Iraq probably holds between 10 and 100 tonnes of chemical agent", "John Scarlett",
    modality=Modality.LIKELY, confidence="moderate",
    dates=(a.when(UK, "2003-03-31", "2003-03-31", DateRole.REPORT), a.when(UK, "2003-03", "2003-03", DateRole.AS_OF)),
    quantities=(a.amount(UK, "between 10 and 100 tonnes", 10, 100, "t", counted="chemical agent"),))  # fmt: skip
BOMBS = says(UN, "13,000 chemical bombs between 1983 and 1988", "Iraqi Air Force document", "Hans Blix",
    dates=(a.when(UN, "between 1983 and 1988", "1983/1988"),
           a.when(UN, "27 January 2003", "2003-01-27", DateRole.REPORT)),
    quantities=(a.amount(UN, "13,000 chemical bombs", 13000, 13000, "bomb"),))  # fmt: skip
CONSUMED = says(IRAQ, "its air force consumed 19,500\nchemical bombs between 1983 and 1988", "Iraq",
    dates=(a.when(IRAQ, "between 1983 and 1988", "1983/1988"),),
    quantities=(a.amount(IRAQ, "19,500\nchemical bombs", 19500, 19500, "bomb"),))  # fmt: skip
KEPT = says(UK, "Iraq has kept up to 20 Al Hussein missiles with a range of 650 km", "UK Government",
    dates=(a.when(UK, "2002-09-24", "2002-09-24", DateRole.REPORT),),
    quantities=(a.amount(UK, "up to 20", None, 20, "missile"),))  # fmt: skip
NO_MISSILES = says(ISG, "Iraq kept no Al Hussein missiles after 1991", "Iraq Survey Group", **DENIED,
    dates=(a.when(ISG, "after 1991", "1991/..", DateRole.BOUND),))  # fmt: skip
TRAILERS = says(UK, "The captured trailers belong to a transportable system for making biological agent",
    "Secret Intelligence Service", modality=Modality.VERY_LIKELY)  # fmt: skip
GENERATORS = says(ISG, "The two trailers seized in northern Iraq in the spring of 2003 were almost certainly hydrogen "
    "generators and nothing else", "Iraq Survey Group", modality=Modality.ALMOST_CERTAIN,
    dates=(a.when(ISG, "the spring of 2003", "2003-21"),))  # fmt: skip
NORTH = says(PRESS, "the former chemical weapons\ncomplex at Muthanna, north-west of Baghdad",
    dates=(a.when(PRESS, "11 June 2014", "2014-06-11"),))  # fmt: skip
SOUTH = says(PRESS, "One New York tabloid placed the complex south-west of Baghdad.", "a New York tabloid")
HOPE = says(ISG, "government's hope that stocks would be found", complete=False, offered=("U.S. Government",),
    modality=Modality.UNDERSPECIFIED)  # fmt: skip
FOUND_NONE = says(UN, "UNMOVIC had found no weapons of mass\ndestruction in Iraq", "UNMOVIC", "Hans Blix", **UNFOUND,
    dates=(a.when(UN, "14 February 2003", "2003-02-14", DateRole.REPORT),))  # fmt: skip
ENTERED = says(IRAQ, "armed groups had entered the Muthanna\nsite on 11 June 2014", "Mohamed Ali Alhakim",
    dates=(a.when(IRAQ, "11 June 2014", "2014-06-11"),))  # fmt: skip
OVERRAN = says(PRESS, "On 11 June 2014 Islamic State fighters overran the former chemical weapons\ncomplex",
    dates=(a.when(PRESS, "11 June 2014", "2014-06-11"),))  # fmt: skip

CHEMICAL, AGENT, BOMB, MISSILE, MOBILE, MUTHANNA = (hashlib.sha256(bytes([n])).hexdigest()[:32] for n in range(6))

SURVEY_STANDS = Ruling.LEFT if NO_SIGN.claim.id < MUSTARD.claim.id else Ruling.RIGHT

DECIDED = Standing(
    Status.RESOLVED,
    SURVEY_STANDS,
    "The survey had access to the plants and to the people; the estimate rested on reporting that was withdrawn.",
    "A. Editor",
    "2026-02-20T09:30:00+00:00",
    likelihood="very likely",
    confidence="high",
    number=17,
    ruled=17,
    comments=2,
)
WITHHELD = Standing(
    Status.DISMISSED, Ruling.NOT_A_CONFLICT, None, "B. Editor", "2026-02-21T10:00:00+00:00", number=21, ruled=21
)


def conflicts() -> tuple[Discrepancy, ...]:
    return (
        a.discrepancy(MUSTARD, NO_SIGN, ("had resumed making", "found no credible sign"), topic=CHEMICAL,
            why="The National Intelligence Estimate says that Iraq resumed making agent, the Iraq Survey Group found "
            "no sign of it.", confidence=0.93, severity=0.9, standing=DECIDED, rule="polarity.evidential"),
        a.discrepancy(STOCK, MINUTE, ("between 100 and 500 tons", "between 10 and 100 tonnes"), topic=AGENT,
            kind=Kind.QUANTITY, why="Colin Powell gives 100 to 500 tons of agent, John Scarlett 10 to 100 tonnes.",
            confidence=0.71, severity=0.8, rule="quantity.touching", version=2,
            standing=Standing(Status.UNDER_REVIEW, assignee="C. Analyst", comments=1)),
        a.discrepancy(BOMBS, CONSUMED, ("13,000", "19,500"), kind=Kind.QUANTITY, topic=BOMB, confidence=0.95,
            severity=0.6, rule="quantity.disjoint",
            why="An Iraqi Air Force document gives 13,000 bombs for 1983 to 1988, Iraq 19,500 for the same years."),
        a.discrepancy(KEPT, NO_MISSILES, ("has kept up to 20", "kept no"), topic=MISSILE, confidence=0.88, severity=0.6,
            why="The UK Government says that Iraq kept missiles, the Iraq Survey Group that it kept none.",
            standing=replace(DECIDED, status=Status.SUSPECT, verdict=Ruling.BOTH, comments=0, number=19,
                rationale="They count different things: what was built and what was kept.")),
        a.discrepancy(TRAILERS, GENERATORS, ("for making biological agent", "hydrogen generators"),
            kind=Kind.ATTRIBUTION, topic=MOBILE, confidence=0.77, severity=0.5, rule="attribution.function",
            why="One says that the trailers were for making biological agent, the other that they made hydrogen."),
        a.discrepancy(NORTH, SOUTH, ("north-west", "south-west"), kind=Kind.LOCATION, topic=MUTHANNA, confidence=0.9,
            severity=0.2, rule="location.bearing", standing=WITHHELD,
            why="Muthanna is put north-west of Baghdad by one, south-west of it by the other."),
        a.discrepancy(HOPE, FOUND_NONE, ("stocks would be found", "found no weapons"), topic=CHEMICAL, confidence=0.3,
            severity=0.3, why="One hoped that stocks would be found; UNMOVIC had found none."),
    )  # fmt: skip


def quiet() -> tuple[Discrepancy, ...]:
    return (
        a.discrepancy(ENTERED, OVERRAN, topic=MUTHANNA, relation=Relation.AGREEMENT, kind=Kind.DATE, severity=0.0,
            why="Both give 11 June 2014.", rule="date.same"),
        a.discrepancy(STOCK, ESTIMATE, topic=AGENT, relation=Relation.COMPATIBLE, because=Because.PRECISION,
            kind=Kind.QUANTITY, why="100 to 500 tons lies within no less than 100 tons.", rule="quantity.within"),
    )  # fmt: skip


def dossier(**given: Any) -> Dossier:
    made = a.dossier(conflicts(), quiet=quiet(), title="Iraq’s chemical weapons, 1983 to 2014", **given)
    labels = ("making of chemical agent", "stock of chemical agent", "chemical bombs used", "Al Hussein missiles")
    topics = (
        Topic(CHEMICAL, labels[0], _ids(MUSTARD, NO_SIGN, HOPE, FOUND_NONE)),
        Topic(AGENT, labels[1], _ids(STOCK, MINUTE, ESTIMATE)),
        Topic(BOMB, labels[2], _ids(BOMBS, CONSUMED)),
        Topic(MISSILE, labels[3], _ids(KEPT, NO_MISSILES)),
        Topic(MOBILE, "captured trailers", _ids(TRAILERS, GENERATORS)),
        Topic(MUTHANNA, "the Muthanna site", _ids(NORTH, SOUTH, ENTERED, OVERRAN)),
    )
    return replace(made, topics=topics, problems=(a.problem(),))


def provenance() -> Provenance:
    found = conflicts()[0]
    entries = tuple(
        _entry(number, body) for number, body in ((3, _ingested(ISG)), (4, _ingested(US)), (17, _decided(found)))
    )
    return a.provenance(
        found.left,
        found.right,
        subject=("conflict", found.id),
        verdicts=(found,),
        links=(Link(found.verdict.left, found.verdict.right, 0.81, {"tokens": 0.42, "numbers": 1.0, "subject": 0.8}),),
        decisions=(
            Decision(found.id, Verb.RESOLVE, DECIDED.actor, DECIDED.at, DECIDED.rationale, 0, "5f" * 32, SURVEY_STANDS,
                "very likely", "high", number=17),
        ),
        entries=entries,
    )  # fmt: skip


def _ids(*parties: Party) -> tuple[str, ...]:
    return tuple(side.claim.id for side in parties)


def _entry(number: int, body: str) -> tuple[int, str, str]:
    return number, hashlib.sha256(b"\0" + body.encode()).hexdigest(), body


def _ingested(document: Document) -> str:
    return f'{{"action":"source.ingest","document":"{document.id}","sha256":"{document.sha256}"}}'


def _decided(found: Discrepancy) -> str:
    return f'{{"action":"conflict.resolve","actor":"{DECIDED.actor}","conflict":"{found.id}"}}'
