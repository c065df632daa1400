"""Names of units, currencies and magnitudes, by their signs."""

from __future__ import annotations

import re

CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "US$": ("U S dollar", "U S dollars", "cent", "cents"),
    "A$": ("australian dollar", "australian dollars", "cent", "cents"),
    "C$": ("canadian dollar", "canadian dollars", "cent", "cents"),
    "HK$": ("hong kong dollar", "hong kong dollars", "cent", "cents"),
    "NZ$": ("new zealand dollar", "new zealand dollars", "cent", "cents"),
    "R$": ("real", "reals", "centavo", "centavos"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "", ""),
    "元": ("yuan", "yuan", "", ""),
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "₽": ("ruble", "rubles", "kopek", "kopeks"),
    "₩": ("won", "won", "", ""),
    "₿": ("bitcoin", "bitcoins", "", ""),
    "¢": ("cent", "cents", "", ""),
    "CHF": ("swiss franc", "swiss francs", "centime", "centimes"),
    "SEK": ("swedish crown", "swedish crowns", "", ""),
}
"""Sign -> one, many, a hundredth, hundredths."""
CURRENCY_CODES = {
    "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "元", "RMB": "元", "INR": "₹",
    "RUB": "₽", "KRW": "₩", "BTC": "₿", "CHF": "CHF", "SEK": "SEK", "AUD": "A$", "CAD": "C$",
    "HKD": "HK$", "NZD": "NZ$",
}  # fmt: skip
MAGNITUDES = {
    "thousand": "thousand", "k": "thousand", "million": "million", "millions": "million",
    "m": "million", "mn": "million", "mio": "million", "billion": "billion", "b": "billion",
    "bn": "billion", "trillion": "trillion", "tn": "trillion", "kn": "thousand",
}  # fmt: skip


def _both(one: str) -> tuple[str, str]:
    return one, one + "s"


UNIT_NAMES: dict[str, tuple[str, str]] = {
    "%": ("percent", "percent"), "‰": ("per mille", "per mille"),
    "°C": ("degree celsius", "degrees celsius"), "℃": ("degree celsius", "degrees celsius"),
    "°F": ("degree fahrenheit", "degrees fahrenheit"),
    "℉": ("degree fahrenheit", "degrees fahrenheit"), "°": _both("degree"),
    "° C": ("degree celsius", "degrees celsius"), "° F": ("degree fahrenheit",
    "degrees fahrenheit"),
    "ºC": ("degree celsius", "degrees celsius"), "ºF": ("degree fahrenheit", "degrees fahrenheit"),
    "km": _both("kilometer"), "m": _both("meter"), "cm": _both("centimeter"),
    "mm": _both("millimeter"), "µm": _both("micrometer"), "nm": _both("nanometer"),
    "km²": ("square kilometer", "square kilometers"), "m²": ("square meter", "square meters"),
    "cm²": ("square centimeter", "square centimeters"), "m³": ("cubic meter", "cubic meters"),
    "cm³": ("cubic centimeter", "cubic centimeters"), "sqm": ("square meter", "square meters"),
    "sq ft": ("square foot", "square feet"), "sq mi": ("square mile", "square miles"),
    "ft": ("foot", "feet"), "in.": ("inch", "inches"), "mi": _both("mile"), "yd": _both("yard"),
    "yds": _both("yard"), "kg": _both("kilogram"), "g": _both("gram"), "mg": _both("milligram"),
    "µg": _both("microgram"), "lb": _both("pound"), "lbs": _both("pound"), "oz": _both("ounce"),
    "t": _both("ton"), "l": _both("liter"), "L": _both("liter"), "ml": _both("milliliter"),
    "mL": _both("milliliter"), "cl": _both("centiliter"), "dl": _both("deciliter"),
    "gal": _both("gallon"), "tsp": _both("teaspoon"), "tbsp": _both("tablespoon"),
    "s": _both("second"), "sec": _both("second"), "secs": _both("second"),
    "ms": _both("millisecond"), "µs": _both("microsecond"), "ns": _both("nanosecond"),
    "min": _both("minute"), "mins": _both("minute"), "h": _both("hour"), "hr": _both("hour"),
    "hrs": _both("hour"), "yr": _both("year"), "yrs": _both("year"),
    "mph": ("mile per hour", "miles per hour"), "kph": ("kilometer per hour",
    "kilometers per hour"),
    "kmh": ("kilometer per hour", "kilometers per hour"), "rpm": ("R P M", "R P M"),
    "fps": ("frame per second", "frames per second"), "dpi": ("D P I", "D P I"),
    "Hz": ("hertz", "hertz"), "kHz": ("kilohertz", "kilohertz"), "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"), "B": _both("byte"), "kB": _both("kilobyte"),
    "KB": _both("kilobyte"), "MB": _both("megabyte"), "GB": _both("gigabyte"),
    "TB": _both("terabyte"), "PB": _both("petabyte"), "KiB": _both("kibibyte"),
    "MiB": _both("mebibyte"), "GiB": _both("gibibyte"), "kbps": ("kilobit per second",
    "kilobits per second"),
    "Mbps": ("megabit per second", "megabits per second"), "Gbps": ("gigabit per second",
    "gigabits per second"),
    "Mbit": _both("megabit"), "Gbit": _both("gigabit"), "kbit": _both("kilobit"),
    "W": _both("watt"), "kW": _both("kilowatt"), "MW": _both("megawatt"), "GW": _both("gigawatt"),
    "kWh": _both("kilowatt hour"), "MWh": _both("megawatt hour"), "V": _both("volt"),
    "kV": _both("kilovolt"), "mV": _both("millivolt"), "A": _both("amp"), "mA": _both("milliamp"),
    "mAh": _both("milliamp hour"), "Ω": _both("ohm"), "J": _both("joule"), "kJ": _both("kilojoule"),
    "kcal": _both("kilocalorie"), "cal": _both("calorie"), "N": _both("newton"),
    "Pa": ("pascal", "pascals"), "hPa": _both("hectopascal"), "kPa": _both("kilopascal"),
    "bar": ("bar", "bar"), "psi": ("P S I", "P S I"), "dB": _both("decibel"), "K": ("K", "K"),
    "ha": _both("hectare"), "px": _both("pixel"), "MP": _both("megapixel"), "pt": _both("point"),
    "pts": _both("point"), "bpm": ("beat per minute", "beats per minute"), "x": ("times", "times"),
    "×": ("times", "times"), "D": ("D", "D"), "G": ("G", "G"), "pp": ("percentage point",
    "percentage points"),
    "ppm": ("part per million", "parts per million"), "hp": ("horsepower", "horsepower"),
    "ct": _both("carat"), "mmHg": ("millimeter of mercury", "millimeters of mercury"),
    "k": ("thousand", "thousand"), "M": ("million", "million"), "bn": ("billion", "billion"),
}  # fmt: skip
"""Sign -> one, many."""
UNIT_PATTERN = "|".join(re.escape(s) for s in sorted(UNIT_NAMES, key=len, reverse=True))
