"""Whether a date is that of the event or of the report on it."""

import pytest

from reconcile.extract import dates
from reconcile.model import DateMention


def only(text: str, published: str = "") -> DateMention:
    found = dates.find(text, published)
    assert len(found) == 1, found
    return found[0]


ROLES = [
    ("The works closed on 5 May 1990.", "event"),
    ("On 16 January 2003 inspectors discovered 11 warheads.", "event"),
    ("On 11 June 2014 fighters overran the complex.", "event"),
    ("In Nov. 2016 the firm recalled 31,000 inhalers.", "event"),
    ("Blix said that Iraq destroyed the stock in 1991.", "event"),
    ("The group found that production ended in 1991.", "event"),
    ("By 1978 the institute had failed.", "bound"),
    ("The site has been a reserve since 1990.", "bound"),
    ("As of 1 May 1992 it held 14 drums.", "asof"),
    ("From 1990, the site was closed.", "bound"),
    ("The munitions dated from the 1980s.", "event"),
    ("It fell in the United States in 1922.", "event"),
    ("It was seen in spring 1974.", "event"),
    ("He responded to the report in May 2004 and left.", "event"),
    ("The report was published on 5 May 2004.", "event"),
    ("The leak was first reported on 5 May 2004.", "event"),
    ("It was reported on 5 May 2004 that the dam leaked.", "report"),
    ("Under resolution 1441 it may end in May 2004.", "event"),
    ("On 27 January 2003 Blix said that Iraq had gone further.", "report"),
    ("On 14 February 2003 the Commission reported that it had found nothing.", "report"),
    ("On 5 June 2003 Blix told the Council that nothing was found.", "report"),
    ("Blix told the Security Council on 5 June 2003 that nothing was found.", "report"),
    ("Blix said on 27 January 2003 that Iraq had gone further.", "report"),
    ("It was set out in his address of 28 January 2003.", "report"),
    ("In his speech in Glasgow on 15 February 2003, Mr Blair said so.", "report"),
    ("On 2 December 2002 the ministry published a report.", "report"),
    ("The declaration of 7 December 2002 repeated that.", "report"),
    ("The National Intelligence Estimate of October 2002 assessed it.", "report"),
    ("The 2004 report found nothing.", "report"),
    ("The September 2002 dossier was wrong.", "report"),
    ("According to officials on 5 May 2004, nobody died.", "report"),
    ("According to a tweet on 5 May 2004 by the minister, nobody died.", "report"),
    ("The minister on 5 May 2004 announced that nobody died.", "report"),
    ("In an Assessment issued on 24 August 2002, the Committee changed its mind.", "report"),
    ("In his statement to the House on 17 March 2003, Mr Cook set out his reasons.", "report"),
    ("In presenting it to the Council on 5 June 2003, Mr Blix highlighted that it lacked proof.", "report"),
    ("During a discussion on 15 May 2002, the minister told him that it was over.", "report"),
    ("The tough statement to the Council on 27 May 2003 surprised them.", "report"),
    ("He wrote to Mr Hill on 30 May 2003 to emphasise that it was not so.", "report"),
    ("A 2001 World Relief study suggests less.", "report"),
    ("This was in its Sept. 2004 report.", "report"),
    ("The last major report on the programme in 2004 found that it had ended.", "report"),
    ("Researchers (Okafor et al. 1999) disagree.", "report"),
    ("A report, dated 14 Aug. 2011, says so.", "report"),
    ("14 October 2014. The paper reported 5,000 shells.", "report"),
    ("Friday, September 13, 2019", "report"),
    ("BAGHDAD, 3 May 2005 — Two men died.", "report"),
    ("The ministry issued a statement on 29 October 2004.", "report"),
    ("On 6 November 2014 the Pentagon found that 629 had been exposed.", "report"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_role(text: str, role: str) -> None:
    assert only(text).role == role


def test_a_date_behind_that_is_of_what_is_said() -> None:
    assert only("He told the board that between May 2001 and May 2003 it had met twice.").role == "event"
