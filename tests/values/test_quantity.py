"""What quantities come to, and whether two of them can both be right."""

import math

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.quantity import Quantity, base, compare, dimension, overlap_share, ratio, say, singular
from reconcile.values.units import CURRENCIES, UNITS

units = st.sampled_from(["", "t", "ton", "kg", "lb", "km", "mi", "week", "month", "%", "USD", "warhead", "rocket"])
numbers = st.one_of(st.integers(0, 10**7).map(float), st.floats(0, 1e9))
ends = st.tuples(st.none() | numbers, st.none() | numbers).map(
    lambda pair: tuple(sorted(pair)) if None not in pair else pair  # type: ignore[type-var]
)
quantities = st.builds(
    lambda pair, unit, flags: Quantity(
        *pair,
        unit,
        low_open=flags[0] and pair[0] != pair[1],
        high_open=flags[1] and pair[0] != pair[1],
        approximate=flags[2],
    ),
    ends,
    units,
    st.tuples(st.booleans(), st.booleans(), st.booleans()),
)


@given(quantities, quantities)
def test_order_does_not_matter(left: Quantity, right: Quantity) -> None:
    assert compare(left, right) == compare(right, left)
    assert overlap_share(left, right) == overlap_share(right, left)
    assert ratio(left, right) == ratio(right, left)


@given(quantities)
def test_nothing_is_apart_from_itself(quantity: Quantity) -> None:
    bounded = base(quantity) is not None

    assert compare(quantity, quantity) == ("same" if bounded else "incomparable")
    assert overlap_share(quantity, quantity) == (1.0 if bounded else 0.0)


@given(quantities, quantities)
def test_what_meets_as_written_is_never_disjoint(left: Quantity, right: Quantity) -> None:
    if overlap_share(left, right) > 0:
        assert compare(left, right) in ("same", "within", "overlap")


@given(quantities, quantities)
def test_what_is_disjoint_shares_nothing_and_is_some_way_apart(left: Quantity, right: Quantity) -> None:
    if compare(left, right) == "disjoint":
        apart = ratio(left, right)

        assert overlap_share(left, right) == 0
        assert apart is not None
        assert apart >= 1


@given(numbers.filter(bool), st.sampled_from([("t", "kg", 1000.0), ("km", "m", 1000.0), ("h", "min", 60.0)]))
def test_another_unit_changes_nothing(number: float, units: tuple[str, str, float]) -> None:
    coarse, fine, factor = units

    assert compare(Quantity(number, number, coarse), Quantity(number * factor, number * factor, fine)) == "same"


@given(quantities)
def test_everything_can_be_said(quantity: Quantity) -> None:
    assert say(quantity)


PINT = {"t": "tonne", "short ton": "short_ton", "long ton": "long_ton", "nmi": "nautical_mile", "mi": "mile",
        "m2": "m**2", "km2": "km**2", "ft2": "ft**2", "mi2": "mile**2", "ha": "hectare", "m3": "m**3", "cm3": "cm**3",
        "km3": "km**3", "ft3": "ft**3", "bbl": "oil_bbl", "l/s": "l/s", "m3/s": "m**3/s", "bbl/d": "oil_bbl/day",
        "m/s": "m/s", "km/h": "km/h", "mph": "mph", "kn": "knot", "kt TNT": "kiloton_TNT", "Mt TNT": "megaton_TNT",
        "lb": "pound", "ct": "carat", "ly": "light_year", "Mt": "megatonne", "in": "inch", "yd": "yard",
        "fortnight": "fortnight"}  # fmt: skip
SAME_NAME = ["mg", "g", "kg", "nm", "mm", "cm", "m", "km", "ft", "ml", "cl", "l", "ms", "s", "min", "h", "day", "week",
             "J", "kWh", "MWh", "GWh", "TWh", "W", "kW", "MW", "GW", "Bq", "Ci", "mSv", "Sv", "Pa", "hPa", "bar", "psi",
             "Hz", "kHz", "MHz", "GHz", "au"]  # fmt: skip
BASES = {"kg": "kg", "m": "m", "m2": "m**2", "l": "l", "l/s": "l/s", "m/s": "m/s", "days": "day", "J": "J", "W": "W",
         "Bq": "Bq", "Sv": "Sv", "Pa": "Pa", "Hz": "Hz"}  # fmt: skip


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


@pytest.mark.parametrize(("key", "name"), [*PINT.items(), *((key, key) for key in SAME_NAME)])
def test_factors_are_those_of_the_reference_table(key: str, name: str, registry: pint.UnitRegistry) -> None:
    unit = UNITS[key]
    target = BASES[unit.dimension.rpartition(" ")[2]]

    expected = registry.Quantity(1, name).to(target).magnitude

    assert unit.low == pytest.approx(expected, rel=1e-6)
    assert unit.high == pytest.approx(expected, rel=1e-6)


def test_only_ambiguous_words_have_a_range() -> None:
    ranged = {key for key, unit in UNITS.items() if not math.isclose(unit.low, unit.high, rel_tol=1e-5)}

    assert ranged == {"ton", "oz", "gal", "pt", "month", "year", "decade", "century", "hp"}


def test_each_spelling_names_one_unit() -> None:
    spellings = [spelling for unit in UNITS.values() for spelling in unit.spellings]

    assert len(spellings) == len(set(spellings))


def test_each_currency_is_its_own_dimension() -> None:
    assert {dimension(code) for code in CURRENCIES} == set(CURRENCIES)


def q(low: float | None, high: float | None = None, unit: str = "", **flags: bool) -> Quantity:
    return Quantity(low, high, unit, **flags)  # type: ignore[arg-type]


def n(number: float, unit: str = "rocket", **flags: bool) -> Quantity:
    return q(number, number, unit, **flags)


ROCKETS = "rocket"
COMPARED = [
    (n(180, "t"), n(180_000, "kg"), "same"),
    (n(180, "ton"), n(180, "t"), "same"),
    (n(180, "ton"), n(200, "t"), "disjoint"),
    (n(2500), n(2499), "same"),
    (n(2500), n(2400), "disjoint"),
    (n(12), n(13), "disjoint"),
    (n(16), n(16), "same"),
    (n(19_500, "bomb"), n(13_000, "bomb"), "disjoint"),
    (n(500), n(500, "warhead"), "incomparable"),
    (n(3, "fatality"), n(3, "death"), "same"),
    (n(3, "people"), n(3, "person"), "same"),
    (n(5, "USD"), n(5, "EUR"), "incomparable"),
    (n(400, "mi"), n(650, "km"), "same"),
    (n(1, "mi"), n(1, "km"), "disjoint"),
    (n(1, "month"), n(30, "day"), "same"),
    (n(1, "year"), n(52, "week"), "same"),
    (n(6, "month"), n(1, "year"), "disjoint"),
    (n(50, "%"), n(0.5, "fraction"), "same"),
    (q(500, None, ROCKETS), n(612), "within"),
    (q(500, None, ROCKETS), n(400), "disjoint"),
    (q(None, 20, ROCKETS), n(12), "within"),
    (q(None, 20, ROCKETS), n(25), "disjoint"),
    (q(150, None, "km", low_open=True), n(150, "km"), "disjoint"),
    (q(150, None, "km", low_open=True), n(151, "km"), "within"),
    (q(150, None, "km", low_open=True), n(650, "km"), "within"),
    (q(None, 15, "l/s", high_open=True), q(40, 60, "l/s"), "disjoint"),
    (q(1000, 3000, ROCKETS), n(2500), "within"),
    (q(100, 500, "t"), q(100, 500, "ton"), "within"),
    (q(10, 100, "t"), q(100, 500, "t"), "overlap"),
    (q(10, 100, "t"), q(300, 500, "t"), "disjoint"),
    (n(5000, approximate=True), n(5300), "within"),
    (n(5000, approximate=True), n(6000), "disjoint"),
    (n(5000, approximate=True), n(5000, approximate=True), "same"),
    (q(20, 99, "ton", vague=True), n(50, "t"), "within"),
    (q(20, 99, "ton", vague=True), n(180, "t"), "disjoint"),
    (q(2, 8, "week", vague=True), q(3, 6, "month"), "disjoint"),
    (q(200_000, 999_999, "person", vague=True), q(None, 80_000, "person"), "disjoint"),
    (q(None, None, "shell", vague=True), n(4, "shell"), "incomparable"),
    (n(0, "drum"), n(14, "drum"), "disjoint"),
    (n(16, ""), n(16, "warhead"), "incomparable"),
]


@pytest.mark.parametrize(("left", "right", "expected"), COMPARED)
def test_compare(left: Quantity, right: Quantity, expected: str) -> None:
    assert compare(left, right) == expected


def test_a_bare_number_is_held_against_a_count_on_request() -> None:
    assert compare(n(16, ""), n(16, "warhead"), bare=True) == "same"
    assert compare(n(16, ""), n(16, "km"), bare=True) == "incomparable"


SHARES = [
    (q(10, 100, "t"), q(100, 500, "t"), 0.0),
    (q(10, 100, "t"), q(100, 500, "ton"), 0.1031),
    (q(10, 100, "t"), q(50, 500, "t"), 0.5556),
    (q(1000, 3000), n(2500, ""), 1.0),
    (q(500, None), q(None, 600), 0.1667),
    (q(500, None), q(400, None), 1.0),
    (q(10, 20, "t"), q(30, 40, "t"), 0.0),
    (q(10, 20, "t"), q(10, 20, "km"), 0.0),
]


@pytest.mark.parametrize(("left", "right", "expected"), SHARES)
def test_overlap_share(left: Quantity, right: Quantity, expected: float) -> None:
    assert overlap_share(left, right) == pytest.approx(expected, abs=1e-3)


RATIOS = [
    (n(13_000, "bomb"), n(19_500, "bomb"), 1.5),
    (n(2, "t"), n(500, "kg"), 4.0),
    (q(100, None), n(50, ""), 2.0),
    (n(0), n(14), math.inf),
    (n(5), q(1, 10, ROCKETS), 1.0),
    (n(5), n(5, "km"), None),
]


@pytest.mark.parametrize(("left", "right", "expected"), RATIOS)
def test_ratio(left: Quantity, right: Quantity, expected: float | None) -> None:
    assert ratio(left, right) == (None if expected is None else pytest.approx(expected))


SAID = [
    (q(500, None, ROCKETS), "at least 500 rockets"),
    (Quantity(180, 180, "ton", "sodium cyanide"), "180 tons of sodium cyanide"),
    (Quantity(2500, 2500, "rocket", "chemical rocket"), "2,500 chemical rockets"),
    (Quantity(14, 14, "drum", "drum of phosgene"), "14 drums of phosgene"),
    (q(100, 500, "t"), "100 to 500 tonnes"),
    (q(150, None, "km", low_open=True), "more than 150 kilometres"),
    (q(None, 15, "l/s", high_open=True), "less than 15 litres per second"),
    (n(48.5e6, "USD", approximate=True), "about $48.5 million"),
    (n(1, "missile"), "1 missile"),
    (n(12, "%"), "12 per cent"),
    (n(0.5, "fraction"), "50 per cent"),
    (q(20, 99, "ton", vague=True), "about 20 to 99 tons"),
    (q(None, None, "shell", vague=True), "an unstated number of shells"),
    (n(45, "min"), "45 minutes"),
    (n(16, ""), "16"),
    (n(3, "person"), "3 people"),
]


@pytest.mark.parametrize(("quantity", "expected"), SAID)
def test_say(quantity: Quantity, expected: str) -> None:
    assert say(quantity) == expected


SINGULARS = [
    ("rockets", "rocket"),
    ("batteries", "battery"),
    ("people", "person"),
    ("service members", "service member"),
    ("aircraft", "aircraft"),
    ("boxes", "box"),
    ("trenches", "trench"),
    ("glasses", "glass"),
    ("gas", "gas"),
    ("bases", "base"),
    ("heroes", "hero"),
    ("virus", "virus"),
    ("police officers", "police officer"),
    ("caches", "cache"),
    ("houses", "house"),
    ("", ""),
]


@pytest.mark.parametrize(("many", "one"), SINGULARS)
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one
