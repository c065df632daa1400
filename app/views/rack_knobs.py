"""What the cards of the Clean-up tab show: names, help, knobs with their ranges.

All texts are English here; the cards show them in the language of the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from syrinx.app.translation import mark

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
        stage="feedback", title=mark("Feedback guard"), meter="guard",
        help=mark(
            "Silences the output when your microphone hears the loudspeaker: howling, or your "
            "voice that comes round again. It adds no delay."
        ),
        meter_help=mark("Green: all is well. Yellow: something is being tested. Red: muted."),
        knobs=(
            Knob(
                name="sensitivity", caption=mark("Sensitivity"),
                low=0, high=100, step=5, default=50, unit="%", scale=100.0,
                help=mark(
                    "How faint an echo counts. Lower it when it mutes although you use "
                    "headphones."
                ),
            ),
            Knob(
                name="muted_s", caption=mark("Pause"), low=1, high=15, step=1, default=4, unit="s",
                help=mark(
                    "How long the output rests before it is tried again; longer each time it "
                    "fails."
                ),
            ),
        ),
    ),
    StageCard(
        stage="level", title=mark("Automatic level"), meter="both",
        help=mark(
            "Brings quiet and loud speech to one loudness, slowly. It stands still in pauses, "
            "so that the background is not pumped up."
        ),
        meter_help=mark("Gain now, in dB: left of the middle softer, right of it louder."),
        knobs=(
            Knob(
                name="target_lufs", caption=mark("Target"), low=-30, high=-14, step=1, default=-20,
                unit="LUFS",
                help=mark("Loudness of your speech behind it. -20 suits most programs."),
            ),
            Knob(
                name="max_boost_db", caption=mark("Most boost"), low=0, high=30, step=1, default=18,
                unit="dB", help=mark("Furthest that it amplifies; noise is amplified as well."),
            ),
        ),
    ),
    StageCard(
        stage="suppress", title=mark("Noise suppression"), meter="share",
        help=mark(
            "Takes fans, keyboards, traffic and hiss out of your speech, by a small network."
        ),
        meter_help=mark("How sure it is that somebody speaks."),
        knobs=(
            Knob(
                name="strength", caption=mark("Strength"), low=0, high=100, step=5, default=100,
                unit="%", scale=100.0,
                help=mark("More takes away more noise, and in the end a little of your voice."),
            ),
        ),
    ),
    StageCard(
        stage="gate", title=mark("Gate"), meter="down",
        help=mark(
            "Silences the background while you do not speak. It looks back, so that no word "
            "loses its beginning."
        ),
        meter_help=mark("Full bar: closed. Empty: open."),
        knobs=(
            Knob(
                name="threshold_dbfs", caption=mark("Level"),
                low=-80, high=-10, step=1, default=-50,
                unit="dB", help=mark("Below this level the input counts as silence."),
            ),
            Knob(
                name="voice_threshold", caption=mark("Sure at"), low=5, high=95, step=5, default=40,
                unit="%", scale=100.0,
                help=mark("With “Open for speech only”: how sure it must be that somebody speaks."),
            ),
        ),
        options=(
            Option(
                name="by_voice", caption=mark("Open for speech only"),
                help=mark("Keyboards and doors do not open it, however loud they are."),
            ),
        ),
    ),
    StageCard(
        stage="de_esser", title=mark("De-esser"), meter="down",
        help=mark("Softens sharp s sounds, and nothing else."),
        meter_help=mark("By how many dB the s sounds are lowered now."),
        knobs=(
            Knob(
                name="range_db", caption=mark("At most"),
                low=0, high=18, step=1, default=8, unit="dB",
                help=mark("Most that an s sound is lowered."),
            ),
            Knob(
                name="threshold_db", caption=mark("Threshold"),
                low=-24, high=6, step=1, default=-6, unit="dB",
                help=mark("How loud an s must be, against your voice, to be lowered."),
            ),
            Knob(
                name="hz", caption=mark("Above"),
                low=3000, high=9000, step=250, default=5000, unit="Hz",
                help=mark("Where the sharp sounds begin: higher for high voices."),
            ),
        ),
    ),
    StageCard(
        stage="eq", title=mark("Equaliser"),
        help=mark("Fuller, clearer, brighter: five bands of tone."),
        knobs=(
            Knob(
                name="amount", caption=mark("Amount"),
                low=0, high=200, step=5, default=100, unit="%",
                scale=100.0,
                help=mark("Scales all gains below at once; 0 leaves only the low cut."),
            ),
            Knob(
                name="low_cut_hz", caption=mark("Low cut"), low=20, high=300, step=5, default=80,
                unit="Hz", help=mark("Takes out what lies below: rumble and thumps on the desk."),
            ),
            Knob(
                name="low_db", caption=mark("Warmth"),
                low=-12, high=12, step=0.5, default=0, unit="dB",
                decimals=1, help=mark("Gain below about 160 Hz: the weight of a voice."),
            ),
            Knob(
                name="body_db", caption=mark("Body"),
                low=-12, high=12, step=0.5, default=-2, unit="dB",
                decimals=1, help=mark("Gain around 350 Hz: less sounds less boxy."),
            ),
            Knob(
                name="presence_db", caption=mark("Presence"),
                low=-12, high=12, step=0.5, default=2.5,
                unit="dB", decimals=1, help=mark("Gain around 3.5 kHz: how clear words are."),
            ),
            Knob(
                name="air_db", caption=mark("Air"),
                low=-12, high=12, step=0.5, default=2, unit="dB",
                decimals=1, help=mark("Gain above 9 kHz: breath and brilliance."),
            ),
        ),
    ),
    StageCard(
        stage="compressor", title=mark("Compressor"), meter="down",
        help=mark("Evens out loud and soft within words: dense and close."),
        meter_help=mark("By how many dB it lowers now."),
        knobs=(
            Knob(
                name="threshold_dbfs", caption=mark("Threshold"),
                low=-50, high=0, step=1, default=-24,
                unit="dB", help=mark("What is louder is lowered; less means more compression."),
            ),
            Knob(
                name="ratio", caption=mark("Ratio"),
                low=1, high=12, step=0.5, default=3, unit=": 1",
                decimals=1, help=mark("How many dB above the threshold become one."),
            ),
            Knob(
                name="attack_ms", caption=mark("Attack"),
                low=1, high=100, step=1, default=5, unit="ms",
                help=mark("How fast it grips. Slow lets consonants through."),
            ),
            Knob(
                name="release_ms", caption=mark("Release"), low=20, high=800, step=10, default=120,
                unit="ms", help=mark("How fast it lets go."),
            ),
            Knob(
                name="knee_db", caption=mark("Knee"), low=0, high=20, step=1, default=8, unit="dB",
                help=mark("How gently it sets in around the threshold."),
            ),
            Knob(
                name="makeup_db", caption=mark("Make-up"), low=0, high=20, step=0.5, default=6,
                unit="dB", decimals=1, help=mark("Gain behind it, when not automatic."),
            ),
        ),
        options=(
            Option(
                name="auto_makeup", caption=mark("Automatic make-up"),
                help=mark("Gives back what a loud syllable has lost."),
            ),
        ),
    ),
    StageCard(
        stage="reverb", title=mark("Reverb"),
        help=mark("Puts you into a room."),
        knobs=(
            Knob(
                name="mix", caption=mark("Mix"), low=0, high=100, step=1, default=20, unit="%",
                scale=100.0, help=mark("Share of the room in the sound."),
            ),
            Knob(
                name="size", caption=mark("Size"), low=0, high=100, step=5, default=35, unit="%",
                scale=100.0, help=mark("From a booth to a hall."),
            ),
            Knob(
                name="damping", caption=mark("Damping"),
                low=0, high=100, step=5, default=50, unit="%",
                scale=100.0, help=mark("Bare walls, or curtains and carpets."),
            ),
        ),
    ),
    StageCard(
        stage="limiter", title=mark("Limiter"), meter="down",
        help=mark(
            "The last stage: nothing gets louder than the ceiling, so that nothing distorts. "
            "Without a voice it works where another stage amplifies."
        ),
        meter_help=mark("By how many dB peaks are lowered now."),
        knobs=(
            Knob(
                name="ceiling_dbfs", caption=mark("Ceiling"),
                low=-12, high=0, step=0.1, default=-0.3,
                unit="dB", decimals=1, help=mark("Highest level that leaves."),
            ),
        ),
    ),
)  # fmt: skip
