"""Digits and signs in a Chinese sentence, written out in Chinese characters."""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
_SMALL = ("", "十", "百", "千")
_LARGE = ("", "万", "亿", "万亿")
MOST_DIGITS = 16
_UNITS = {
    "km/h": "公里每小时", "km": "公里", "cm": "厘米", "mm": "毫米", "kg": "公斤", "mg": "毫克",
    "ml": "毫升",    "mL": "毫升", "m²": "平方米", "m": "米", "g": "克", "L": "升", "°C": "摄氏度",
    "℃": "摄氏度", "°": "度",
    "GB": "G B", "MB": "M B",
}  # fmt: skip
_MEASURES = frozenset(
    "个位只条张本把块次天年种件双对辆岁家间座台口头名份层篇句首杯碗瓶斤米元小分秒点"
    "倍套群颗粒枚幅封万千亿百部场周月里公"
)
_MONEY = {"$": "美元", "¥": "元", "€": "欧元", "£": "英镑", "￥": "元"}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,20})?|\d{1,40}(?:\.\d{1,20})?"
_UNIT_PATTERN = "|".join(sorted(_UNITS, key=len, reverse=True))
_PATTERN = re.compile(
    rf"(?P<year>\d{{4}}|\d\d)(?=年)"
    rf"|(?P<iso>(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}))(?![\d-])"
    rf"|(?P<clock>([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?)"
    rf"|(?P<phone>1[3-9]\d{{9}}(?!\d)|\d{{3,4}}-\d{{7,8}}(?!\d))"
    rf"|(?P<money>[$¥￥€£])\s?(?P<amount>{_NUMBER})"
    rf"|(?P<percent>-?(?:{_NUMBER}))[%％]"
    rf"|(?P<fraction>(\d{{1,6}})/(\d{{1,6}}))(?!\d)"
    rf"|(?P<range>({_NUMBER})(?:-|–|—|~|～)(?={_NUMBER}))"
    rf"|(?P<minus>(?<![\w])-(?=\d))"
    rf"|(?P<number>{_NUMBER})(?P<unit>\s?(?:{_UNIT_PATTERN})(?![A-Za-z]))?"
)


def cardinal(value: int) -> str:
    """A whole number: 10 十, 205 二百零五, 12000 一万二千; digit by digit beyond `MOST_DIGITS`."""
    if value < 0:
        return "负" + cardinal(-value)
    if value == 0:
        return DIGITS[0]
    if value >= 10**MOST_DIGITS:
        return digits(str(value))
    groups = []
    while value:
        value, rest = divmod(value, 10000)
        groups.append(rest)
    out, gap = "", False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group == 0:
            gap = bool(out)
            continue
        if out and (gap or group < 1000):
            out += DIGITS[0]
        out += _group(group) + _LARGE[place]
        gap = False
    return out[1:] if out.startswith("一十") else out


def _group(value: int) -> str:
    out, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit == 0:
            gap = bool(out)
            continue
        out += (DIGITS[0] if gap else "") + DIGITS[digit] + _SMALL[place]
        gap = False
    return out


def digits(text: str) -> str:
    """Each digit by itself."""
    return "".join(DIGITS[int(c)] for c in text if c in "0123456789")


def number(text: str) -> str:
    """A number in digits, with a decimal point: 3.14 三点一四."""
    whole, point, rest = text.replace(",", "").partition(".")
    sign = "负" if whole.startswith("-") else ""
    whole = whole.lstrip("-")
    if len(whole) > MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        said = digits(whole)
    else:
        said = cardinal(int(whole or "0"))
    return sign + said + ("点" + digits(rest) if point and rest else "")


def written_out(text: str, at: int) -> tuple[str, int] | None:
    """What is said for the digits that begin at a place, and where they end; None if none do."""
    match = _PATTERN.match(text, at)
    if match is None:
        return None
    found = match.groupdict()
    if found["year"]:
        return digits(found["year"]), match.end()
    if found["iso"]:
        year, month, day = re.split("[-/]", found["iso"])
        said = f"{digits(year)}年{cardinal(int(month))}月{cardinal(int(day))}日"
        return said, match.end()
    if found["clock"]:
        return _clock(*re.split("[:：]", found["clock"])), match.end()
    if found["phone"]:
        return digits(found["phone"]).replace("一", "幺"), match.end()
    if found["money"]:
        amount = found["amount"]
        if "." in amount:
            amount = amount.rstrip("0").rstrip(".")
        return number(amount) + _MONEY[found["money"]], match.end()
    if found["percent"]:
        return "百分之" + number(found["percent"]), match.end()
    if found["fraction"]:
        over, under = found["fraction"].split("/")
        return f"{number(under)}分之{number(over)}", match.end()
    if found["range"]:
        return number(re.split("[-–—~～]", found["range"])[0]) + "到", match.end()
    if found["minus"]:
        return "负", match.end()
    plain, unit = found["number"], (found["unit"] or "").strip()
    after = text[match.end() : match.end() + 1]
    if (
        plain == "2"
        and (unit or (after and after in _MEASURES))
        and text[max(0, at - 1) : at] != "第"
    ):
        return "两" + _UNITS.get(unit, ""), match.end()
    return number(plain) + _UNITS.get(unit, ""), match.end()


def _clock(hour: str, minute: str, second: str | None = None) -> str:
    said = cardinal(int(hour)) + "点"
    if int(hour) == 2:
        said = "两点"
    if int(minute):
        said += ("零" if minute[0] == "0" else "") + cardinal(int(minute)) + "分"
    elif second is None:
        said += "整"
    if second is not None:
        said += cardinal(int(second)) + "秒"
    return said
