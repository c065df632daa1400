"""What the cards of the Clean-up tab show: names, help, knobs with their ranges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MeterKind = Literal["down", "both", "share", "guard", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knob:
    """A number of a stage.

    Attributes
    ----------
    name
        Field of the stage.
    caption
        One or two words.
    low, high, step, default
        As shown.
    scale
        The field times this is what is shown: 100 for shares in per cent.
    """

    name: str
    caption: str
    low: float
    high: float
    step: float
    default: float
    unit: str
    help: str
    decimals: int = 0
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A yes or no of a stage."""

    name: str
    caption: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCard:
    """A stage: the first knob is the main one, the others lie behind the expander."""

    stage: str
    title: str
    help: str
    knobs: tuple[Knob, ...]
    options: tuple[Option, ...] = ()
    meter: MeterKind = "none"
    meter_help: str = ""


CARDS: tuple[StageCard, ...] = (
    StageCard(
        stage="feedback", title="Feedback guard", meter="guard",
        help="Silences the output when your microphone hears the loudspeaker: howling, or your "
        "voice that comes round again. It adds no delay.",
        meter_help="Green: all is well. Yellow: something is being tested. Red: muted.",
        knobs=(
            Knob(
                name="sensitivity", caption="Sensitivity", low=0, high=100, step=5, default=50,
                unit="%", scale=100.0,
                help="How faint an echo counts. Lower it when it mutes although you use "
                "headphones.",
            ),
            Knob(
                name="muted_s", caption="Pause", low=1, high=15, step=1, default=4, unit="s",
                help="How long the output rests before it is tried again; longer each time it "
                "fails.",
            ),
        ),
    ),
    StageCard(
        stage="level", title="Automatic level", meter="both",
        help="Brings quiet and loud speech to one loudness, slowly. It stands still in pauses, "
        "so that the background is not pumped up.",
        meter_help="Gain now, in dB: left of the middle softer, right of it louder.",
        knobs=(
            Knob(
                name="target_lufs", caption="Target", low=-30, high=-14, step=1, default=-20,
                unit="LUFS", help="Loudness of your speech behind it. -20 suits most programs.",
            ),
            Knob(
                name="max_boost_db", caption="Most boost", low=0, high=30, step=1, default=18,
                unit="dB", help="Furthest that it amplifies; noise is amplified as well.",
            ),
        ),
    ),
    StageCard(
        stage="suppress", title="Noise suppression", meter="share",
        help="Takes fans, keyboards, traffic and hiss out of your speech, by a small network.",
        meter_help="How sure it is that somebody speaks.",
        knobs=(
            Knob(
                name="strength", caption="Strength", low=0, high=100, step=5, default=100,
                unit="%", scale=100.0,
                help="More takes away more noise, and in the end a little of your voice.",
            ),
        ),
    ),
    StageCard(
        stage="gate", title="Gate", meter="down",
        help="Silences the background while you do not speak. It looks back, so that no word "
        "loses its beginning.",
        meter_help="Full bar: closed. Empty: open.",
        knobs=(
            Knob(
                name="threshold_dbfs", caption="Level", low=-80, high=-10, step=1, default=-50,
                unit="dB", help="Below this level the input counts as silence.",
            ),
            Knob(
                name="voice_threshold", caption="Sure at", low=5, high=95, step=5, default=40,
                unit="%", scale=100.0,
                help="With “Open for speech only”: how sure it must be that somebody speaks.",
            ),
        ),
        options=(
            Option(
                name="by_voice", caption="Open for speech only",
                help="Keyboards and doors do not open it, however loud they are.",
            ),
        ),
    ),
    StageCard(
        stage="de_esser", title="De-esser", meter="down",
        help="Softens sharp s sounds, and nothing else.",
        meter_help="By how many dB the s sounds are lowered now.",
        knobs=(
            Knob(
                name="range_db", caption="At most", low=0, high=18, step=1, default=8, unit="dB",
                help="Most that an s sound is lowered.",
            ),
            Knob(
                name="threshold_db", caption="From", low=-24, high=6, step=1, default=-6, unit="dB",
                help="How loud an s must be, against your voice, to be lowered.",
            ),
            Knob(
                name="hz", caption="Above", low=3000, high=9000, step=250, default=5000, unit="Hz",
                help="Where the sharp sounds begin: higher for high voices.",
            ),
        ),
    ),
    StageCard(
        stage="eq", title="Equaliser",
        help="Fuller, clearer, brighter: five bands of tone.",
        knobs=(
            Knob(
                name="amount", caption="Amount", low=0, high=200, step=5, default=100, unit="%",
                scale=100.0, help="Scales all gains below at once; 0 leaves only the low cut.",
            ),
            Knob(
                name="low_cut_hz", caption="Low cut", low=20, high=300, step=5, default=80,
                unit="Hz", help="Takes out what lies below: rumble and thumps on the desk.",
            ),
            Knob(
                name="low_db", caption="Warmth", low=-12, high=12, step=0.5, default=0, unit="dB",
                decimals=1, help="Gain below about 160 Hz: the weight of a voice.",
            ),
            Knob(
                name="body_db", caption="Body", low=-12, high=12, step=0.5, default=-2, unit="dB",
                decimals=1, help="Gain around 350 Hz: less sounds less boxy.",
            ),
            Knob(
                name="presence_db", caption="Presence", low=-12, high=12, step=0.5, default=2.5,
                unit="dB", decimals=1, help="Gain around 3.5 kHz: how clear words are.",
            ),
            Knob(
                name="air_db", caption="Air", low=-12, high=12, step=0.5, default=2, unit="dB",
                decimals=1, help="Gain above 9 kHz: breath and brilliance.",
            ),
        ),
    ),
    StageCard(
        stage="compressor", title="Compressor", meter="down",
        help="Evens out loud and soft within words: dense and close.",
        meter_help="By how many dB it lowers now.",
        knobs=(
            Knob(
                name="threshold_dbfs", caption="Threshold", low=-50, high=0, step=1, default=-24,
                unit="dB", help="What is louder is lowered; less means more compression.",
            ),
            Knob(
                name="ratio", caption="Ratio", low=1, high=12, step=0.5, default=3, unit=": 1",
                decimals=1, help="How many dB above the threshold become one.",
            ),
            Knob(
                name="attack_ms", caption="Attack", low=1, high=100, step=1, default=5, unit="ms",
                help="How fast it grips. Slow lets consonants through.",
            ),
            Knob(
                name="release_ms", caption="Release", low=20, high=800, step=10, default=120,
                unit="ms", help="How fast it lets go.",
            ),
            Knob(
                name="knee_db", caption="Knee", low=0, high=20, step=1, default=8, unit="dB",
                help="How gently it sets in around the threshold.",
            ),
            Knob(
                name="makeup_db", caption="Make-up", low=0, high=20, step=0.5, default=6,
                unit="dB", decimals=1, help="Gain behind it, when not automatic.",
            ),
        ),
        options=(
            Option(
                name="auto_makeup", caption="Automatic make-up",
                help="Gives back what a loud syllable has lost.",
            ),
        ),
    ),
    StageCard(
        stage="reverb", title="Reverb",
        help="Puts you into a room.",
        knobs=(
            Knob(
                name="mix", caption="Mix", low=0, high=100, step=1, default=20, unit="%",
                scale=100.0, help="Share of the room in the sound.",
            ),
            Knob(
                name="size", caption="Size", low=0, high=100, step=5, default=35, unit="%",
                scale=100.0, help="From a booth to a hall.",
            ),
            Knob(
                name="damping", caption="Damping", low=0, high=100, step=5, default=50, unit="%",
                scale=100.0, help="Bare walls, or curtains and carpets.",
            ),
        ),
    ),
    StageCard(
        stage="limiter", title="Limiter", meter="down",
        help="The last stage: nothing gets louder than the ceiling, so that nothing distorts. "
        "Without a voice it works where another stage amplifies.",
        meter_help="By how many dB peaks are lowered now.",
        knobs=(
            Knob(
                name="ceiling_dbfs", caption="Ceiling", low=-12, high=0, step=0.1, default=-0.3,
                unit="dB", decimals=1, help="Highest level that leaves.",
            ),
        ),
    ),
)  # fmt: skip
