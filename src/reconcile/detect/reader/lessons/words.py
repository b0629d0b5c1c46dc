"""The words that lessons are written with: names, places, bodies, tellers, and clauses that change nothing."""

FIRST_NAMES = (
    "Adam Aisha Amir Anna Anton Carlos Chen Clara Daniel Elena Emil Fatima George Grace Hana Hassan Helen Ibrahim "
    "Irina Ivan James Jana Karim Laura Leila Lukas Maria Marko Nadia Omar Paul Peter Rosa Samuel Sofia"
).split()

LAST_NAMES = (
    "Abbott Adeyemi Alvarez Bauer Castro Dahl Demir Dubois Farouk Fischer Haddad Hartley Ito Jansen Kaya "
    "Keller Khan Kovac Larsen Lindqvist Marsh Mensah Moreau Nakamura Novak Okafor Petrov Rahimi Reyes Rossi Schmidt "
    "Sorensen Tanaka Varga Walker Weiss"
).split()

PLACES = (
    "Aleppo Ankara Athens Baku Basra Belgrade Bristol Cairo Chicago Cologne Dakar Damascus Delhi Dublin Fallujah "
    "Geneva Ghent Hanoi Helsinki Houston Jakarta Karachi Kirkuk Krakow Lagos Leeds Lima Lisbon Lyon Madrid Manila "
    "Mosul Nairobi Odessa Oslo Porto Prague Quito Riga Samarra Seattle Seoul Sofia Tbilisi Tikrit Toronto Tripoli Turin"
).split()

COUNTRIES = (
    "Albania Algeria Argentina Austria Belgium Brazil Canada Chile Croatia Denmark Egypt Estonia Finland Ghana "
    "Greece Hungary India Iran Iraq Ireland Japan Jordan Kenya Latvia Mexico Morocco Norway Peru Poland Portugal "
    "Romania Serbia Spain Sudan Sweden Syria Tunisia Turkey Uganda Vietnam"
).split()

BODIES = (
    "the ministry",
    "the government",
    "the army",
    "the regiment",
    "the company",
    "the bank",
    "the city council",
    "the court",
    "the inspection team",
    "the commission",
    "the agency",
    "the university",
    "the hospital",
    "the airline",
    "the union",
    "the regulator",
    "the police force",
    "the museum",
    "the coast guard",
    "the laboratory",
    "the club",
    "the parliament",
    "the charity",
    "the energy firm",
    "the shipyard",
    "the district office",
    "the rebel group",
    "the embassy",
    "the newspaper",
    "the school board",
)

OFFICES = (
    "President General Colonel Minister Senator Judge Mayor Professor Ambassador Captain Inspector Director".split()
)

TELLERS = (
    "a spokesman",
    "the report",
    "officials",
    "a government paper",
    "two witnesses",
    "the agency",
    "the inquiry",
    "a local newspaper",
    "diplomats",
    "the auditors",
    "an internal memo",
    "the opposition",
    "researchers",
    "the annual review",
    "state television",
    "the archive",
    "his lawyer",
    "the survey",
)

MONTHS = "January February March April May June July August September October November December".split()

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

TOLD = (
    "{told}",
    "{teller} said that {told}",
    "{teller} said {told}",
    "according to {teller}, {told}",
    "{told}, according to {teller}",
    "{told}, {teller} said",
    "as {teller} put it, {told}",
    "{teller} stated that {told}",
    "{teller} reported that {told}",
    "{teller} confirmed that {told}",
    "it is known that {told}",
    "{teller} concluded that {told}",
    "{teller} noted on {weekday} that {told}",
    "{teller} told reporters that {told}",
    "the record shows that {told}",
    "{told}, as {teller} reported",
)
"""Who says it changes nothing about what is said."""

ASIDES = (
    "after weeks of talks",
    "despite heavy rain",
    "although no date had been announced",
    "while {n} reporters waited outside",
    "as the harvest began",
    "under an agreement that was never published",
    "with the help of volunteers",
    "for reasons that were not made public",
    "in front of {n} guests",
    "at a cost of {n},000 dollars",
    "{n} days before the holidays",
    "as neighbours had not expected",
    "following a request from {place}",
    "in spite of what {person} had advised",
    "without any comment from {place}",
    "when the road to {place} was still blocked",
    "a decision that {person} did not oppose",
    "{n} months after the fire in {place}",
)
"""What else a sentence may say without bearing on the matter."""
