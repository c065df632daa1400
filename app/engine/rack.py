"""The stages around a voice, as they run: switched, turned and put in order without a click."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from syrinx.app.engine.rack_params import OUTPUT_STAGES, RackParams
from syrinx.app.engine.suppression import Cleaners, NoiseSuppressor, VoiceGate
from syrinx.app.texts import mark
from syrinx.dsp.adapters import Bypass, Chain, Reblocked, Switch
from syrinx.dsp.auto_level import AutoLevel
from syrinx.dsp.base import BlockProcessor, Ramp, eased
from syrinx.dsp.compressor import SoftCompressor
from syrinx.dsp.de_esser import DeEsser
from syrinx.dsp.equalizer import Equalizer
from syrinx.dsp.gate import Gate
from syrinx.dsp.limiter import Limiter
from syrinx.dsp.processor import Audio, Processor
from syrinx.dsp.reverb import Reverb
from syrinx.dsp.units import gain_to_db, ms_to_samples
from syrinx.neural.runtime.registry import ModelRegistry

GATE_LOOK_BACK_MS = 4.0
FADE_MS = 20.0
NOT_INSTALLED = (
    "The network for noise suppression is not installed and is left out; install Syrinx again."
)
Readings = tuple[tuple[str, float], ...]


class StageRow(BlockProcessor):
    """Switches one after the other, none of which delays.

    Another order, and ``bypass``, go through a fade: to the signal as it came, and back.

    Parameters
    ----------
    stages
        By name.
    order
        Their names.
    sample_rate
        Rate in Hz.
    stage_name
        What the load is shown under (`stage_meter`).
    """

    def __init__(
        self,
        stages: Mapping[str, Switch],
        *,
        order: tuple[str, ...],
        sample_rate: int,
        stage_name: str,
    ) -> None:
        super().__init__(sample_rate=sample_rate)
        self.stage_name = stage_name
        self.stages = dict(stages)
        self.order = self._running = order
        self.bypassed = False
        self._fresh = False
        self._share = Ramp(1.0, length=ms_to_samples(FADE_MS, sample_rate))

    def reset(self) -> None:
        """Forget the past; what is set stays."""
        for stage in self.stages.values():
            stage.reset()
        self._running = self.order
        self._share.set(0.0 if self.bypassed else 1.0)
        self._share.jump()

    def _process(self, audio: Audio) -> Audio:
        order, share = self.order, self._share
        if order != self._running and share.settled and not share.target:
            # Started afresh, and fed with a fade: a step would run around in the reverb.
            for stage in self.stages.values():
                stage.reset()
            self._running, self._fresh = order, True
        share.set(0.0 if self.bypassed or order != self._running else 1.0)
        if share.settled:
            self._fresh = False
            output = self._run(audio)
            return output if share.target and output is not audio else audio.copy()
        part = eased(share.next(audio.shape[0]))
        if self._fresh:
            return np.asarray(audio - part * audio + self._run(np.asarray(part * audio)))
        return np.asarray(audio + part * (self._run(audio) - audio))

    def _run(self, audio: Audio) -> Audio:
        for name in self._running:
            stage = self.stages[name]
            if stage.on or not stage.idle:
                audio = stage.process(audio)
        return audio


class Rack:
    """All stages of one chain; the chain puts them where they belong.

    Attributes
    ----------
    level, effects
        Rows without delay, in front of the voice and behind it.
    clean_up
        Noise suppression and gate, with their delay; None while both are off.
    limiter
        None where there is none.
    parts
        Name and delay in samples of what is in ``clean_up``.
    """

    def __init__(
        self,
        params: RackParams,
        *,
        sample_rate: int,
        gate_threshold_dbfs: float | None,
        with_voice: bool,
        in_blocks: bool,
        cleaners: Cleaners | None,
        registry: ModelRegistry | None,
        notices: list[str],
    ) -> None:
        self._rate = sample_rate
        self._auto = AutoLevel(
            sample_rate=sample_rate,
            target_lufs=params.level.target_lufs,
            max_boost_db=params.level.max_boost_db,
        )
        level = Switch(self._auto, on=params.level.on)
        self.level = StageRow(
            {"level": level},
            order=("level",),
            sample_rate=sample_rate,
            stage_name=mark("Automatic level"),
        )
        self._effects: tuple[DeEsser, Equalizer, SoftCompressor, Reverb] = (
            DeEsser(
                sample_rate=sample_rate,
                hz=params.de_esser.hz,
                threshold_db=params.de_esser.threshold_db,
                range_db=params.de_esser.range_db,
            ),
            Equalizer(params.eq.bands(), sample_rate=sample_rate),
            SoftCompressor(sample_rate=sample_rate),
            Reverb(sample_rate=sample_rate, mix=params.reverb.mix),
        )
        stages: dict[str, Switch] = {
            name: Switch(stage, on=getattr(params, name).on)
            for name, stage in zip(OUTPUT_STAGES, self._effects, strict=True)
        }
        self.effects = StageRow(
            stages, order=params.order, sample_rate=sample_rate, stage_name=mark("Effects")
        )
        self.parts: list[tuple[str, int]] = []
        self._suppressor: NoiseSuppressor | None = None
        self._gate: Gate | VoiceGate | None = None
        self.clean_up = self._make_clean_up(
            params, gate_threshold_dbfs, in_blocks, cleaners, registry, notices
        )
        self.limiter: Limiter | None = None
        if params.limiter.on and (with_voice or params.amplifies):
            self.limiter = Limiter(
                sample_rate=sample_rate, ceiling_dbfs=params.limiter.ceiling_dbfs
            )
        self.turn(params, gate_threshold_dbfs)
        self.level.reset()
        self.effects.reset()

    def turn(self, params: RackParams, gate_threshold_dbfs: float | None) -> None:
        """Turn the knobs, from any thread; everything glides."""
        self.level.stages["level"].on = params.level.on
        self._auto.target_lufs = params.level.target_lufs
        self._auto.max_boost_db = params.level.max_boost_db
        if self._suppressor is not None:
            self._suppressor.strength = params.suppress.strength if params.suppress.on else 0.0
        if isinstance(self._gate, Gate):
            self._gate.threshold_dbfs = gate_threshold_dbfs
        elif self._gate is not None:
            self._gate.threshold = params.gate.voice_threshold
        de_esser, equalizer, compressor, reverb = self._effects
        de_esser.range_db = params.de_esser.range_db
        de_esser.threshold_db = params.de_esser.threshold_db
        equalizer.set_bands(params.eq.bands())
        chosen = params.compressor
        compressor.set_curve(
            threshold_dbfs=chosen.threshold_dbfs,
            ratio=chosen.ratio,
            knee_db=chosen.knee_db,
            attack_ms=chosen.attack_ms,
            release_ms=chosen.release_ms,
            makeup_db=chosen.makeup_db,
        )
        reverb.mix = params.reverb.mix
        reverb.set_room(size=params.reverb.size, damping=params.reverb.damping)
        for name, stage in self.effects.stages.items():
            stage.on = getattr(params, name).on
        self.effects.order = params.order
        self.level.bypassed = self.effects.bypassed = params.bypass
        if self.clean_up is not None:
            self._clean_bypass.bypassed = params.bypass

    def readings(self) -> Readings:
        """Return what the stages do now, those that are on.

        ``level``, ``de_esser``, ``compressor``, ``limiter`` and ``gate``: gain in dB.
        ``suppress``: probability that somebody speaks.
        """
        de_esser, _, compressor, _ = self._effects
        found: list[tuple[str, float]] = []
        if self.level.stages["level"].on:
            found.append(("level", self._auto.gain_db))
        if self._suppressor is not None:
            found.append(("suppress", self._suppressor.voice_activity))
        if self._gate is not None:
            found.append(("gate", gain_to_db(self._gate.gain)))
        if self.effects.stages["de_esser"].on:
            found.append(("de_esser", -de_esser.reduction_db))
        if self.effects.stages["compressor"].on:
            found.append(("compressor", -compressor.reduction_db))
        if self.limiter is not None:
            found.append(("limiter", -self.limiter.reduction_db))
        return tuple(found)

    def _make_clean_up(
        self,
        params: RackParams,
        gate_threshold_dbfs: float | None,
        in_blocks: bool,
        cleaners: Cleaners | None,
        registry: ModelRegistry | None,
        notices: list[str],
    ) -> Processor | None:
        rate = self._rate
        gated = gate_threshold_dbfs is not None
        stages: list[Processor] = []
        if params.suppress.on or (gated and params.gate.by_voice):
            models = registry if registry is not None else ModelRegistry()
            if cleaners is not None and cleaners.available(models):
                strength = params.suppress.strength if params.suppress.on else 0.0
                source = cleaners.suppressor(models, sample_rate=rate, strength=strength)
                self._suppressor = source
                stages.append(source)
                self.parts.append((mark("noise suppression"), source.latency))
                if gated and params.gate.by_voice:
                    self._gate = cleaners.voice_gate(
                        source, sample_rate=rate, threshold=params.gate.voice_threshold
                    )
            else:
                notices.append(NOT_INSTALLED)
        if gated and self._gate is None:
            self._gate = Gate(
                sample_rate=rate,
                threshold_dbfs=gate_threshold_dbfs,
                look_back_ms=GATE_LOOK_BACK_MS,
            )
        if self._gate is not None:
            stages.append(self._gate)
            self.parts.append((mark("gate"), self._gate.latency))
        if not stages:
            return None
        self._clean_bypass = Bypass(Chain(stages), bypassed=params.bypass)
        size = self._clean_bypass.block_size
        if size == 1 or in_blocks:
            return self._clean_bypass
        name, latency = self.parts[0]
        self.parts[0] = (name, latency + size - 1)
        return Reblocked(self._clean_bypass, block_size=size)


def structure(
    params: RackParams, gate_threshold_dbfs: float | None, *, with_voice: bool
) -> tuple[object, ...]:
    """What needs another chain when it changes: all that delays, and what cannot glide."""
    gated = gate_threshold_dbfs is not None
    return (
        params.suppress.on,
        gated,
        gated and params.gate.by_voice,
        params.limiter.on and (with_voice or params.amplifies),
        params.limiter.ceiling_dbfs,
        params.de_esser.hz,
    )
