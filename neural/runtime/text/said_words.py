"""How letters are named, and short and new words that the lexicon has otherwise or not at all."""

from __future__ import annotations

Way = tuple[str, ...]


def _way(text: str) -> Way:
    return tuple(text.split())


LETTERS: dict[str, Way] = {
    letter: _way(said)
    for letter, said in {
        "A": "EY1", "B": "B IY1", "C": "S IY1", "D": "D IY1", "E": "IY1", "F": "EH1 F",
        "G": "JH IY1",
        "H": "EY1 CH", "I": "AY1", "J": "JH EY1", "K": "K EY1", "L": "EH1 L", "M": "EH1 M",
        "N": "EH1 N", "O": "OW1", "P": "P IY1", "Q": "K Y UW1", "R": "AA1 R", "S": "EH1 S",
        "T": "T IY1", "U": "Y UW1", "V": "V IY1", "W": "D AH1 B AH0 L Y UW0", "X": "EH1 K S",
        "Y": "W AY1", "Z": "Z IY1",
    }.items()
}  # fmt: skip
WEAK: dict[str, tuple[Way, Way]] = {
    word: (_way(weak), _way(clear))
    for word, (weak, clear) in {
        "a": ("AH0", "EY1"), "an": ("AE0 N", "AE1 N"), "and": ("AE0 N D", "AE1 N D"),
        "am": ("AE0 M", "AE1 M"), "are": ("AA0 R", "AA1 R"), "as": ("AE0 Z", "AE1 Z"),
        "at": ("AE0 T", "AE1 T"), "be": ("B IY0", "B IY1"), "been": ("B IH0 N", "B IH1 N"),
        "but": ("B AH0 T", "B AH1 T"), "by": ("B AY0", "B AY1"), "can": ("K AE0 N", "K AE1 N"),
        "could": ("K UH0 D", "K UH1 D"), "do": ("D UW0", "D UW1"), "does": ("D AH0 Z", "D AH1 Z"),
        "for": ("F AO0 R", "F AO1 R"), "from": ("F R AH0 M", "F R AH1 M"),
        "had": ("HH AE0 D", "HH AE1 D"), "has": ("HH AE0 Z", "HH AE1 Z"),
        "have": ("HH AE0 V", "HH AE1 V"), "he": ("HH IY0", "HH IY1"), "her": ("HH ER0", "HH ER1"),
        "him": ("HH IH0 M", "HH IH1 M"), "his": ("HH IH0 Z", "HH IH1 Z"), "i": ("AY0", "AY1"),
        "if": ("IH0 F", "IH1 F"), "in": ("IH0 N", "IH1 N"), "into": ("IH0 N T UW0",
        "IH1 N T UW0"), "is": ("IH0 Z", "IH1 Z"),
        "it": ("IH0 T", "IH1 T"), "its": ("IH0 T S", "IH1 T S"), "me": ("M IY0", "M IY1"),
        "my": ("M AY0", "M AY1"), "of": ("AH0 V", "AH1 V"), "on": ("AA0 N", "AA1 N"),
        "or": ("AO0 R", "AO1 R"), "our": ("AW0 ER0", "AW1 ER0"), "she": ("SH IY0", "SH IY1"),
        "should": ("SH UH0 D", "SH UH1 D"), "so": ("S OW0", "S OW1"),
        "than": ("DH AE0 N", "DH AE1 N"), "that": ("DH AE0 T", "DH AE1 T"),
        "the": ("DH AH0", "DH IY1"), "their": ("DH EH0 R", "DH EH1 R"),
        "them": ("DH EH0 M", "DH EH1 M"), "there": ("DH EH0 R", "DH EH1 R"),
        "they": ("DH EY0", "DH EY1"), "this": ("DH IH0 S", "DH IH1 S"), "to": ("T AH0", "T UW1"),
        "us": ("AH0 S", "AH1 S"), "was": ("W AH0 Z", "W AA1 Z"), "we": ("W IY0", "W IY1"),
        "were": ("W ER0", "W ER1"), "will": ("W IH0 L", "W IH1 L"), "with": ("W IH0 DH",
        "W IH1 DH"),
        "would": ("W UH0 D", "W UH1 D"), "you": ("Y UW0", "Y UW1"), "your": ("Y AO0 R", "Y AO1 R"),
    }.items()
}  # fmt: skip
"""Short words: unstressed in a sentence, and by themselves or with emphasis."""
SPECIAL: dict[str, Way] = {
    word: _way(said)
    for word, said in {
        "missus": "M IH1 S IH0 Z", "miz": "M IH1 Z", "et": "EH1 T", "cetera": "S EH1 T ER0 AH0",
        "gonna": "G AH1 N AH0", "wanna": "W AA1 N AH0", "gotta": "G AA1 T AH0",
        "kinda": "K AY1 N D AH0", "lemme": "L EH1 M IY0", "dunno": "D AH0 N OW1",
        "em": "AH0 M", "'em": "AH0 M", "'cause": "K AH0 Z", "'n": "AH0 N", "'bout": "B AW1 T",
        "tis": "T IH1 Z", "twas": "T W AA1 Z", "o'clock": "AH0 K L AA1 K",
        "hashtag": "HH AE1 SH T AE2 G",
        "fye": "F AY1", "wye": "W AY1", "emoji": "IH0 M OW1 JH IY0", "yuan": "Y UW0 AA1 N",
        "pound": "P AW1 N D", "blog": "B L AA1 G", "website": "W EH1 B S AY2 T",
        "google": "G UW1 G AH0 L", "covid": "K OW1 V IH0 D", "wiki": "W IH1 K IY0",
        "ok": "OW2 K EY1", "okay": "OW2 K EY1", "url": "Y UW2 AA2 R EH1 L",
        "gmail": "JH IY1 M EY2 L",
        "oh": "OW1", "yeah": "Y AE1", "uh": "AH1", "um": "AH1 M", "ugh": "AH1 G", "huh": "HH AH1",
        "read": "R IY1 D", "app": "AE1 P", "apps": "AE1 P S", "selfie": "S EH1 L F IY0",
        "don't": "D OW1 N T", "won't": "W OW1 N T", "can't": "K AE1 N T", "shan't": "SH AE1 N T",
        "aren't": "AA1 R N T", "weren't": "W ER1 N T", "i'm": "AY1 M", "i've": "AY1 V",
        "i'll": "AY1 L",
        "i'd": "AY1 D", "you're": "Y UH1 R", "they're": "DH EH1 R", "we're": "W IH1 R",
        "you'll": "Y UW1 L", "he'll": "HH IY1 L", "she'll": "SH IY1 L", "we'll": "W IY1 L",
        "they'll": "DH EY1 L", "it'll": "IH1 T AH0 L", "you've": "Y UW1 V", "we've": "W IY1 V",
        "they've": "DH EY1 V", "you'd": "Y UW1 D", "he'd": "HH IY1 D", "she'd": "SH IY1 D",
        "we'd": "W IY1 D", "they'd": "DH EY1 D", "y'all": "Y AO1 L", "ma'am": "M AE1 M",
        "let's": "L EH1 T S", "it's": "IH1 T S", "that's": "DH AE1 T S", "what's": "W AH1 T S",
        "who's": "HH UW1 Z", "there's": "DH EH1 R Z", "here's": "HH IH1 R Z", "he's": "HH IY1 Z",
        "she's": "SH IY1 Z", "e'er": "EH1 R", "ne'er": "N EH1 R",
        "thirty": "TH ER1 T IY0", "without": "W IH0 DH AW1 T", "within": "W IH0 DH IH1 N",
        "thirtieth": "TH ER1 T IY0 AH0 TH", "twenty": "T W EH1 N T IY0",
        "twentieth": "T W EH1 N T IY0 AH0 TH", "se": "S EY1", "login": "L AO1 G IH0 N",
        "podcast": "P AA1 D K AE2 S T", "crucially": "K R UW1 SH AH0 L IY0", "beep": "B IY1 P",
        "email": "IY1 M EY2 L", "internet": "IH1 N T ER0 N EH2 T", "wifi": "W AY1 F AY2",
        "pist": "P S T", "org": "AO1 R G", "edu": "EH1 D Y UW0", "ain't": "EY1 N T",
    }.items()
}  # fmt: skip
"""Words that the lexicon of 1998 lacks or that the normaliser makes."""
