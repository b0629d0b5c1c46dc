"""The table of units: what they measure, how much of it, and how they are written.

Factors are to the base unit of the dimension, as the range that the word may mean: a "ton" is short, long or metric, a
"gallon" American or imperial, a month 28 to 31 days. Sources: BIPM SI Brochure 9 (2019), NIST SP 811 (2008) appendix B.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``low`` to ``high`` base units of ``dimension``; equal where the word has one meaning.

    ``one`` and ``many`` are how it is said; ``spellings`` how it is found, lower case, "_" for a space or hyphen;
    ``symbols`` are found in exactly this case.
    """

    key: str
    dimension: str
    low: float
    high: float
    one: str
    many: str
    spellings: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()


Row = tuple[str, float, float, str, str, str]

SHORT_TON, LONG_TON = 907.18474, 1016.0469088
YEAR = (365.0, 366.0)
BARREL = 158.987294928
BARRELS_A_DAY = "barrels_a_day barrels_of_oil_a_day barrels_of_oil_per_day barrels_of_crude_a_day"

ROWS: Mapping[str, tuple[Row, ...]] = {
    # key, low, high, singular|plural, further spellings, symbols
    "mass in kg": (
        ("mg", 1e-6, 1e-6, "milligram|milligrams", "milligramme milligrammes", "mg"),
        ("g", 1e-3, 1e-3, "gram|grams", "gramme grammes", "g"),
        ("kg", 1, 1, "kilogram|kilograms", "kilogramme kilogrammes kilo kilos", "kg kgs Kg"),
        ("t", 1000, 1000, "tonne|tonnes", "metric_ton metric_tons metric_tonne metric_tonnes", "MT t"),
        ("ton", SHORT_TON, LONG_TON, "ton|tons", "", ""),
        ("short ton", SHORT_TON, SHORT_TON, "short ton|short tons", "", ""),
        ("long ton", LONG_TON, LONG_TON, "long ton|long tons", "", ""),
        ("Mt", 1e9, 1e9, "megatonne|megatonnes", "", "Mt"),
        ("lb", 0.45359237, 0.45359237, "pound|pounds", "", "lb lbs lb. lbs."),
        ("oz", 0.028349523125, 0.0311034768, "ounce|ounces", "", "oz oz."),
        ("ct", 2e-4, 2e-4, "carat|carats", "", ""),
    ),
    "fineness": (("karat", 1 / 24, 1 / 24, "karat|karats", "", ""),),
    "length in m": (
        ("nm", 1e-9, 1e-9, "nanometre|nanometres", "", ""),
        ("µm", 1e-6, 1e-6, "micrometre|micrometres", "micron microns", "µm μm"),
        ("mm", 1e-3, 1e-3, "millimetre|millimetres", "", "mm"),
        ("cm", 1e-2, 1e-2, "centimetre|centimetres", "", "cm"),
        ("m", 1, 1, "metre|metres", "", "m"),
        ("km", 1000, 1000, "kilometre|kilometres", "", "km kms Km"),
        ("in", 0.0254, 0.0254, "inch|inches", "", ""),
        ("ft", 0.3048, 0.3048, "foot|feet", "", "ft ft."),
        ("yd", 0.9144, 0.9144, "yard|yards", "", "yd yds"),
        ("mi", 1609.344, 1609.344, "mile|miles", "", "mi"),
        ("nmi", 1852, 1852, "nautical mile|nautical miles", "", "nmi"),
        ("ly", 9.4607304725808e15, 9.4607304725808e15, "light-year|light-years", "", ""),
        ("au", 1.495978707e11, 1.495978707e11, "astronomical unit|astronomical units", "", ""),
    ),
    "area in m2": (
        ("m2", 1, 1, "square metre|square metres", "sq_m sqm", "m² m2"),
        ("km2", 1e6, 1e6, "square kilometre|square kilometres", "sq_km", "km² km2"),
        ("ft2", 0.09290304, 0.09290304, "square foot|square feet", "sq_ft", "ft²"),
        ("mi2", 2589988.110336, 2589988.110336, "square mile|square miles", "sq_mi", ""),
        ("ha", 1e4, 1e4, "hectare|hectares", "", "ha"),
        ("ac", 4046.8564224, 4046.8726099, "acre|acres", "", ""),
    ),
    "volume in l": (
        ("ml", 1e-3, 1e-3, "millilitre|millilitres", "", "ml mL"),
        ("cl", 1e-2, 1e-2, "centilitre|centilitres", "", "cl"),
        ("l", 1, 1, "litre|litres", "", "l L"),
        ("m3", 1000, 1000, "cubic metre|cubic metres", "", "m³ m3"),
        ("cm3", 1e-3, 1e-3, "cubic centimetre|cubic centimetres", "", "cm³ cc"),
        ("km3", 1e12, 1e12, "cubic kilometre|cubic kilometres", "", "km³"),
        ("ft3", 28.316846592, 28.316846592, "cubic foot|cubic feet", "", "ft³"),
        ("gal", 3.785411784, 4.54609, "gallon|gallons", "", "gal"),
        ("imp gal", 4.54609, 4.54609, "imperial gallon|imperial gallons", "", ""),
        ("US gal", 3.785411784, 3.785411784, "US gallon|US gallons", "", ""),
        ("pt", 0.473176473, 0.56826125, "pint|pints", "", ""),
        ("bbl", BARREL, BARREL, "barrel of oil|barrels of oil", "barrels_of_crude", "bbl"),
        ("acre-foot", 1233481.83754752, 1233489.24, "acre-foot|acre-feet", "", ""),
    ),
    "flow in l/s": (
        ("l/s", 1, 1, "litre per second|litres per second", "", "l/s L/s"),
        ("m3/s", 1000, 1000, "cubic metre per second|cubic metres per second", "", "m³/s m3/s"),
        ("bbl/d", BARREL / 86400, BARREL / 86400, "barrel per day|barrels per day", BARRELS_A_DAY, "bpd"),
    ),
    "concentration in g/l": (
        ("mg/l", 1e-3, 1e-3, "milligram per litre|milligrams per litre", "", "mg/l mg/L"),
        ("g/l", 1, 1, "gram per litre|grams per litre", "", "g/l g/L"),
        ("mg/m3", 1e-6, 1e-6, "milligram per cubic metre|milligrams per cubic metre", "", "mg/m³ mg/m3"),
    ),
    "amount in mol/m3": (
        ("mol/m3", 1, 1, "mole per cubic metre|moles per cubic metre", "", "mol/m³ mol/m3"),
        ("mol/l", 1000, 1000, "mole per litre|moles per litre", "", "mol/l mol/L"),
    ),
    "speed in m/s": (
        ("m/s", 1, 1, "metre per second|metres per second", "", "m/s"),
        ("km/h", 1 / 3.6, 1 / 3.6, "kilometre per hour|kilometres per hour", "kilometres_an_hour", "km/h kph kmh"),
        ("mph", 0.44704, 0.44704, "mile per hour|miles per hour", "miles_an_hour", "mph"),
        ("km/s", 1000, 1000, "kilometre per second|kilometres per second", "", "km/s"),
        ("ft/s", 0.3048, 0.3048, "foot per second|feet per second", "", "ft/s"),
        ("kn", 1852 / 3600, 1852 / 3600, "knot|knots", "", "kn"),
    ),
    "time in days": (
        ("ms", 1e-3 / 86400, 1e-3 / 86400, "millisecond|milliseconds", "", "ms"),
        ("s", 1 / 86400, 1 / 86400, "second|seconds", "sec secs", "s"),
        ("min", 1 / 1440, 1 / 1440, "minute|minutes", "min mins", ""),
        ("h", 1 / 24, 1 / 24, "hour|hours", "hr hrs", "h"),
        ("day", 1, 1, "day|days", "", ""),
        ("week", 7, 7, "week|weeks", "", ""),
        ("fortnight", 14, 14, "fortnight|fortnights", "", ""),
        ("month", 28, 31, "month|months", "", ""),
        ("year", *YEAR, "year|years", "yr yrs", ""),
        ("decade", 3652, 3653, "decade|decades", "", ""),
        ("century", 36524, 36525, "century|centuries", "", ""),
        ("millennium", 365242, 365243, "millennium|millennia", "millenniums", ""),
    ),
    "energy in J": (
        ("J", 1, 1, "joule|joules", "", "J"),
        ("kJ", 1e3, 1e3, "kilojoule|kilojoules", "", "kJ"),
        ("MJ", 1e6, 1e6, "megajoule|megajoules", "", "MJ"),
        ("kcal", 4184, 4184, "kilocalorie|kilocalories", "", "kcal"),
        ("kWh", 3.6e6, 3.6e6, "kilowatt-hour|kilowatt-hours", "", "kWh"),
        ("MWh", 3.6e9, 3.6e9, "megawatt-hour|megawatt-hours", "", "MWh"),
        ("GWh", 3.6e12, 3.6e12, "gigawatt-hour|gigawatt-hours", "", "GWh"),
        ("TWh", 3.6e15, 3.6e15, "terawatt-hour|terawatt-hours", "", "TWh"),
        ("kt TNT", 4.184e12, 4.184e12, "kiloton|kilotons", "kilotonne kilotonnes", "kt"),
        ("Mt TNT", 4.184e15, 4.184e15, "megaton|megatons", "", ""),
    ),
    "power in W": (
        ("W", 1, 1, "watt|watts", "", "W"),
        ("kW", 1e3, 1e3, "kilowatt|kilowatts", "", "kW KW"),
        ("MW", 1e6, 1e6, "megawatt|megawatts", "", "MW"),
        ("GW", 1e9, 1e9, "gigawatt|gigawatts", "", "GW"),
        ("TW", 1e12, 1e12, "terawatt|terawatts", "", "TW"),
        ("hp", 735.49875, 745.69987158, "horsepower|horsepower", "", "hp"),
    ),
    "activity in Bq": (
        ("Bq", 1, 1, "becquerel|becquerels", "", "Bq"),
        ("Ci", 3.7e10, 3.7e10, "curie|curies", "", "Ci"),
    ),
    "dose in Sv": (
        ("mSv", 1e-3, 1e-3, "millisievert|millisieverts", "", "mSv"),
        ("Sv", 1, 1, "sievert|sieverts", "", "Sv"),
    ),
    "pressure in Pa": (
        ("Pa", 1, 1, "pascal|pascals", "", "Pa"),
        ("hPa", 100, 100, "hectopascal|hectopascals", "millibar millibars", "hPa mbar"),
        ("bar", 1e5, 1e5, "bar|bar", "", ""),
        ("psi", 6894.757293168, 6894.757293168, "pound per square inch|pounds per square inch", "", "psi"),
    ),
    "frequency in Hz": (
        ("Hz", 1, 1, "hertz|hertz", "", "Hz"),
        ("kHz", 1e3, 1e3, "kilohertz|kilohertz", "", "kHz"),
        ("MHz", 1e6, 1e6, "megahertz|megahertz", "", "MHz"),
        ("GHz", 1e9, 1e9, "gigahertz|gigahertz", "", "GHz"),
    ),
    "potential in V": (("V", 1, 1, "volt|volts", "", "V"), ("kV", 1e3, 1e3, "kilovolt|kilovolts", "", "kV")),
    "loudness in dB": (("dB", 1, 1, "decibel|decibels", "", "dB"),),
    "size in bytes": (
        ("kB", 1e3, 1e3, "kilobyte|kilobytes", "", "kB KB"),
        ("MB", 1e6, 1e6, "megabyte|megabytes", "", "MB"),
        ("GB", 1e9, 1e9, "gigabyte|gigabytes", "", "GB"),
        ("TB", 1e12, 1e12, "terabyte|terabytes", "", "TB"),
    ),
    "angle in degrees": (("°", 1, 1, "degree|degrees", "", "° º"),),
    "degrees Celsius": (("°C", 1, 1, "degree Celsius|degrees Celsius", "degrees_centigrade", "°C ºC"),),
    "degrees Fahrenheit": (("°F", 1, 1, "degree Fahrenheit|degrees Fahrenheit", "", "°F ºF"),),
    "share": (
        ("%", 0.01, 0.01, "per cent|per cent", "percent pct per_cents", "% ％"),
        ("fraction", 1, 1, "of the whole|of the whole", "", ""),
        ("ppm", 1e-6, 1e-6, "part per million|parts per million", "", "ppm"),
        ("ppb", 1e-9, 1e-9, "part per billion|parts per billion", "", "ppb"),
    ),
    "percentage points": (("pp", 1, 1, "percentage point|percentage points", "", ""),),
    "times": (("times", 1, 1, "time|times", "occasion occasions fold", ""),),
}  # fmt: skip

CURRENCIES: Mapping[str, tuple[str, str, str]] = {
    # code: (singular|plural, further spellings, symbols before the number)
    "USD": ("US dollar|US dollars", "dollar dollars american_dollars", "US$ $US USD $"),
    "EUR": ("euro|euros", "", "€ EUR"),
    "GBP": ("pound sterling|pounds sterling", "", "£ GBP"),
    "JPY": ("yen|yen", "japanese_yen", "¥ JPY"),
    "CNY": ("yuan|yuan", "renminbi chinese_yuan", "RMB CNY"),
    "CHF": ("Swiss franc|Swiss francs", "", "CHF"),
    "CAD": ("Canadian dollar|Canadian dollars", "", "C$ CA$ CAN$ CDN$ CAD"),
    "AUD": ("Australian dollar|Australian dollars", "", "A$ AU$ AUS$ AUD"),
    "NZD": ("New Zealand dollar|New Zealand dollars", "", "NZ$ NZD"),
    "HKD": ("Hong Kong dollar|Hong Kong dollars", "", "HK$ HKD"),
    "INR": ("Indian rupee|Indian rupees", "", "₹ Rs. INR"),
    "RUB": ("rouble|roubles", "rubles ruble", "₽ RUB"),
    "KRW": ("South Korean won|South Korean won", "", "₩ KRW"),
    "ILS": ("shekel|shekels", "", "₪ ILS"),
    "TRY": ("Turkish lira|Turkish lira", "", "₺ TRY"),
    "SEK": ("Swedish krona|Swedish kronor", "", "SEK"),
    "NOK": ("Norwegian krone|Norwegian kroner", "", "NOK"),
    "DKK": ("Danish krone|Danish kroner", "", "DKK"),
    "DEM": ("Deutschmark|Deutschmarks", "", "DM DEM"),
    "IQD": ("Iraqi dinar|Iraqi dinars", "", "IQD"),
    "ZAR": ("rand|rand", "", "ZAR"),
    "BRL": ("Brazilian real|Brazilian reais", "", "R$ BRL"),
    "MXN": ("Mexican peso|Mexican pesos", "", "MX$ MXN"),
    "ARS": ("Argentine peso|Argentine pesos", "", "AR$"),
    "CLP": ("Chilean peso|Chilean pesos", "", "CLP"),
    "COP": ("Colombian peso|Colombian pesos", "", ""),
    "SGD": ("Singapore dollar|Singapore dollars", "", "S$ SGD"),
    "TWD": ("Taiwan dollar|Taiwan dollars", "new_taiwan_dollars", "NT$ TWD"),
    "PLN": ("zloty|zlotys", "zlotych złoty złotych", "PLN"),
    "CZK": ("Czech koruna|Czech korunas", "czech_crowns", "CZK"),
    "HUF": ("forint|forints", "", "HUF"),
    "RON": ("Romanian leu|Romanian lei", "", "RON"),
    "BGN": ("Bulgarian lev|Bulgarian leva", "", "BGN"),
    "UAH": ("hryvnia|hryvnias", "hryvnya", "₴ UAH"),
    "KZT": ("Kazakh tenge|Kazakh tenge", "tenge", "₸ KZT"),
    "IRR": ("Iranian rial|Iranian rials", "", "IRR"),
    "SAR": ("Saudi riyal|Saudi riyals", "", ""),
    "QAR": ("Qatari riyal|Qatari riyals", "", "QAR"),
    "AED": ("UAE dirham|UAE dirhams", "emirati_dirhams", ""),
    "KWD": ("Kuwaiti dinar|Kuwaiti dinars", "", "KWD"),
    "JOD": ("Jordanian dinar|Jordanian dinars", "", "JOD"),
    "SYP": ("Syrian pound|Syrian pounds", "", "SYP"),
    "LBP": ("Lebanese pound|Lebanese pounds", "", "LBP"),
    "EGP": ("Egyptian pound|Egyptian pounds", "", "EGP"),
    "AFN": ("afghani|afghanis", "", "AFN"),
    "PKR": ("Pakistani rupee|Pakistani rupees", "", "PKR"),
    "LKR": ("Sri Lankan rupee|Sri Lankan rupees", "", "LKR"),
    "NPR": ("Nepalese rupee|Nepalese rupees", "", ""),
    "BDT": ("taka|taka", "bangladeshi_taka", "৳ BDT"),
    "THB": ("baht|baht", "thai_baht", "฿ THB"),
    "VND": ("Vietnamese dong|Vietnamese dong", "", "₫ VND"),
    "IDR": ("rupiah|rupiah", "indonesian_rupiah", "IDR"),
    "MYR": ("ringgit|ringgit", "malaysian_ringgit", "MYR"),
    "PHP": ("Philippine peso|Philippine pesos", "", "₱"),
    "NGN": ("naira|naira", "nigerian_naira", "₦ NGN"),
    "KES": ("Kenyan shilling|Kenyan shillings", "", "KES"),
    "GHS": ("Ghanaian cedi|Ghanaian cedis", "cedis", "₵ GHS"),
    "ETB": ("Ethiopian birr|Ethiopian birr", "birr", "ETB"),
    "MAD": ("Moroccan dirham|Moroccan dirhams", "", ""),
}

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "death": ("dead", "fatality", "killed", "died"),
    "injury": ("injured", "wounded"),
    "person": ("people", "individual"),
    "arrest": ("arrested", "detained"),
    "missing": ("missing person",),
}
"""Count nouns that count the same. "Casualty" is in none: it may or may not include the wounded."""


def _spellings(names: str, more: str) -> tuple[str, ...]:
    """Return every way to write a unit out: British and American, with what ``more`` adds."""
    words = [name.lower().replace("-", " ") for name in (*names.split("|"), *more.replace("_", "-").split())]
    american = [word.replace("metre", "meter").replace("litre", "liter") for word in words]
    return tuple(dict.fromkeys([*words, *american]))


def _units() -> dict[str, Unit]:
    found = {}
    for dimension, rows in ROWS.items():
        for key, low, high, names, more, symbols in rows:
            one, many = names.split("|")
            found[key] = Unit(key, dimension, low, high, one, many, _spellings(names, more), tuple(symbols.split()))
    for code, (names, more, _) in CURRENCIES.items():
        one, many = names.split("|")
        found[code] = Unit(code, code, 1, 1, one, many, _spellings(names, more))
    return found


UNITS: Mapping[str, Unit] = _units()
"""Every unit by its key. What is not in it is a count noun, its own dimension."""
