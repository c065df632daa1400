"""The actions of the Live area: what keys, MIDI, WebSocket and OSC can do with the voice."""

from __future__ import annotations

from collections.abc import Callable

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.actions import Action, ActionRegistry, Argument
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.mute import MuteModel
from syrinx.app.viewmodels.presets import PresetsModel
from syrinx.dsp.errors import SyrinxError

STREAM, MUTING, VOICES = mark("Stream"), mark("Muting"), mark("Voice")
PRESETS, SOUNDBOARD = mark("Presets"), mark("Soundboard")
"""Groups; where they are shown, they are translated."""
STEP = 1.0
"""Semitones and decibels of an action that goes up or down."""


def add_live_actions(
    registry: ActionRegistry, live: LiveModel, mute: MuteModel, presets: PresetsModel
) -> None:
    """Offer all of them; those of the presets follow the presets."""
    registry.add(*_stream(live), *_muting(live, mute), *_voice(live))

    def offer_presets() -> None:
        registry.replace_group(PRESETS, _presets(presets))

    presets.changed.connect(offer_presets)
    offer_presets()


def clip_actions(
    play: Callable[[int], object], stop: Callable[[], object], count: int
) -> list[Action]:
    """Return actions that play the clips of a soundboard, and one that stops them.

    Parameters
    ----------
    play
        Gets the place of the clip, 1 the first; may raise SyrinxError.
    stop
        Ends what plays.
    count
        Clips that get an action of their own. ``clip`` plays any.
    """

    def by_number(argument: Argument) -> None:
        play(round(float(argument or 0)))

    made = [
        Action(
            id="clip", title=tr("Clip by number"), group=SOUNDBOARD, wants="number", run=by_number,
            description=tr("Plays a clip of the soundboard by its place; 1 is the first."),
        ),
        Action(
            id="clip_stop", title=tr("Stop the clips"), group=SOUNDBOARD, run=lambda _: stop(),
            description=tr("Fades out what the soundboard plays."),
        ),
    ]  # fmt: skip
    for place in range(1, count + 1):
        made.append(
            Action(
                id=f"clip.{place}", title=tr("Clip {place}", place=place), group=SOUNDBOARD,
                description=tr("Plays clip {place} of the soundboard.", place=place),
                run=lambda _, place=place: play(place),
            )
        )  # fmt: skip
    return made


def _stream(live: LiveModel) -> list[Action]:
    def start(_: Argument) -> None:
        if live.state == "stopped":
            if not live.can_start:
                raise SyrinxError(tr("There is no audio device to start with."))
            live.start()

    def stop(_: Argument) -> None:
        if live.state != "stopped":
            live.stop()

    def record(_: Argument) -> None:
        if live.recording_path is None and live.state != "running":
            raise SyrinxError(tr("Nothing runs that could be recorded: start the voice first."))
        live.toggle_recording()

    return [
        Action(
            id="toggle", title=tr("Start or stop"), group=STREAM, run=lambda _: live.toggle(),
            description=tr("Starts the voice, or stops it."),
            is_on=lambda: live.state != "stopped",
        ),
        Action(
            id="start", title=tr("Start"), group=STREAM, run=start,
            description=tr("Starts the voice; nothing happens when it runs."),
        ),
        Action(
            id="stop", title=tr("Stop"), group=STREAM, run=stop,
            description=tr("Stops the voice; nothing happens when it is stopped."),
        ),
        Action(
            id="record", title=tr("Record"), group=STREAM, run=record,
            description=tr("Begins to record input and output to a new file, or ends it."),
            is_on=lambda: live.recording_path is not None,
        ),
    ]  # fmt: skip


def _muting(live: LiveModel, mute: MuteModel) -> list[Action]:
    def talk(_: Argument) -> None:
        if not mute.push_to_talk:
            raise SyrinxError(tr("Push-to-talk is off: switch it on beside the mute button."))
        mute.set_talking(True)

    return [
        Action(
            id="panic", title=tr("Panic mute"), group=MUTING,
            run=lambda _: mute.set_panic(not mute.panic),
            description=tr("Silence at once, clips too, until it is pressed again."),
            is_on=lambda: mute.panic,
        ),
        Action(
            id="panic_on", title=tr("Panic mute: on"), group=MUTING,
            run=lambda _: mute.set_panic(True),
            description=tr("Silence at once; pressed again it stays."),
        ),
        Action(
            id="panic_off", title=tr("Panic mute: off"), group=MUTING,
            run=lambda _: mute.set_panic(False),
            description=tr("Lets sound out again after a panic mute."),
        ),
        Action(
            id="mute", title=tr("Mute"), group=MUTING, run=lambda _: mute.set_muted(not mute.muted),
            description=tr("Silences the voice, or lets it be heard; the soundboard goes on."),
            is_on=lambda: mute.muted,
        ),
        Action(
            id="push_to_mute", title=tr("Push to mute"), group=MUTING,
            run=lambda _: mute.set_muted(True), end=lambda: mute.set_muted(False),
            description=tr("The voice is silent while the key is held: to cough."),
            is_on=lambda: mute.muted,
        ),
        Action(
            id="push_to_talk", title=tr("Push to talk"), group=MUTING,
            run=talk, end=lambda: mute.set_talking(False),
            description=tr(
                "The voice is heard only while the key is held, once push-to-talk is on."
            ),
            is_on=lambda: mute.talking,
        ),
        Action(
            id="push_to_talk_mode", title=tr("Push-to-talk on or off"), group=MUTING,
            run=lambda _: mute.set_push_to_talk(not mute.push_to_talk),
            description=tr("Chooses between push-to-talk and an open microphone."),
            is_on=lambda: mute.push_to_talk,
        ),
        Action(
            id="bypass", title=tr("Bypass"), group=MUTING,
            run=lambda _: live.set_bypassed(not live.params.bypass),
            description=tr("Lets your own voice through, or the changed one."),
            is_on=lambda: live.params.bypass,
        ),
        Action(
            id="push_to_bypass", title=tr("Push to bypass"), group=MUTING,
            run=lambda _: mute.push_bypass(True), end=lambda: mute.push_bypass(False),
            description=tr("Your own voice goes through while the key is held."),
        ),
    ]  # fmt: skip


def _voice(live: LiveModel) -> list[Action]:
    def choose(argument: Argument) -> None:
        text = str(argument)
        voices = live.voices.everything
        for voice in [*(v for v in voices if v.id == text), *voices]:
            if text == voice.id or text.casefold() == voice.name.casefold():
                live.select_voice(voice.id)
                return
        raise SyrinxError(tr('There is no voice "{name}".', name=text[:60]))

    def pitch_by(by: float) -> None:
        now = live.params.pitch
        shift = (live.auto_shift() or 0.0) if now == "auto" else float(now)
        live.set_pitch(round(min(24.0, max(-24.0, shift + by)), 1))

    def gain_by(by: float) -> None:
        live.set_output_gain(min(24.0, max(-24.0, live.params.output_gain_db + by)))

    steps = (
        ("voice_next", tr("Next voice"), tr("The voice below in the list."),
         lambda: _step(live, 1)),
        ("voice_previous", tr("Previous voice"), tr("The voice above it."),
         lambda: _step(live, -1)),
        ("pitch_up", tr("Pitch up"), tr("A semitone higher."), lambda: pitch_by(STEP)),
        ("pitch_down", tr("Pitch down"), tr("A semitone lower."), lambda: pitch_by(-STEP)),
        ("gain_up", tr("Louder"), tr("Output 1 dB louder."), lambda: gain_by(STEP)),
        ("gain_down", tr("Softer"), tr("Output 1 dB softer."), lambda: gain_by(-STEP)),
    )  # fmt: skip
    return [
        Action(
            id="voice", title=tr("Voice by name"), group=VOICES, wants="text", run=choose,
            description=tr("Changes to the voice with this id or name."),
        ),
        *(
            Action(id=name, title=title, description=text, group=VOICES, run=lambda _, do=do: do())
            for name, title, text, do in steps
        ),
        Action(
            id="pitch_auto", title=tr("Automatic pitch"), group=VOICES,
            run=lambda _: live.set_auto_pitch(live.params.pitch != "auto"),
            description=tr("Follows the mean pitch of the voice, or keeps the shift."),
            is_on=lambda: live.params.pitch == "auto",
        ),
    ]  # fmt: skip


def _step(live: LiveModel, by: int) -> None:
    """Change to a neighbour in the list as it is shown, around its ends."""
    count = live.voices.rowCount()
    if not count:
        raise SyrinxError(tr("The list of voices is empty: take the search away."))
    row = live.voices.row_of(live.voice.id if live.voice else None)
    if row < 0:
        row = -1 if by > 0 else 0
    voice = live.voices.voice_at((row + by) % count)
    if voice is not None:
        live.select_voice(voice.id)


def _presets(presets: PresetsModel) -> list[Action]:
    def is_on(preset_id: str) -> bool:
        return presets.current is not None and presets.current.id == preset_id

    return [
        Action(
            id="preset", title=tr("Preset by name"), group=PRESETS, wants="text",
            run=lambda argument: presets.apply(presets.named(str(argument)).id),
            description=tr("Changes to the preset with this name or number; 1 is the first."),
        ),
        Action(
            id="preset_next", title=tr("Next preset"), group=PRESETS, run=lambda _: presets.step(1),
            description=tr("The preset to the right."),
        ),
        Action(
            id="preset_previous", title=tr("Previous preset"), group=PRESETS,
            run=lambda _: presets.step(-1), description=tr("The preset to the left."),
        ),
        *(
            Action(
                id=f"preset.{preset.id}", group=PRESETS,
                title=tr("Preset “{name}”", name=preset.name),
                description=tr("Changes to “{name}”.", name=preset.name),
                run=lambda _, preset_id=preset.id: presets.apply(preset_id),
                is_on=lambda preset_id=preset.id: is_on(preset_id),
            )
            for preset in presets.presets
        ),
    ]  # fmt: skip
