"""Builds voices aside, in a thread of its own, while the present one goes on sounding."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from syrinx.app.engine.errands import Errands
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.priority import BESIDE, raise_thread_priority
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.settings import home
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """What to build, and why (the name of the command, for the error)."""

    voice_id: str | None
    params: VoiceParams
    sample_rate: int
    fp32: bool
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A chain ready to run, or the sentence that says why there is none."""

    request: BuildRequest
    chain: VoiceChain | None = None
    error: str | None = None


class Workshop:
    """Builds and warms up chains; one model registry for all, so that weights are shared.

    One library as well: to decode a profile takes the interpreter's lock for some milliseconds,
    which the sound waits for, so each is decoded once.
    """

    def __init__(self) -> None:
        self._registry: ModelRegistry | None = None
        self._library: VoiceLibrary | None = None

    def build(
        self, request: BuildRequest, rest: Callable[[float], object] | None = None
    ) -> VoiceChain:
        """Return the chain, warm.

        Parameters
        ----------
        rest
            See `VoiceChain.warm_up`; where another voice sounds meanwhile: ``time.sleep``.

        Raises
        ------
        SyrinxError
            There is no such voice, or it cannot be built.
        """
        voice = second = None
        notices: list[str] = []
        if self._library is None:
            self._library = VoiceLibrary(home())
        if request.voice_id is not None:
            voice = self._library.get(request.voice_id)
        rack = request.params.rack
        networks = rack.suppress.on or rack.gate.by_voice
        neural = voice is not None and voice.kind == "neural"
        if (networks or neural) and self._registry is None:
            self._registry = ModelRegistry(home())
        if neural:
            second = _second(self._library, request.params.morph_to, notices)
        chain = build_voice_chain(
            voice,
            sample_rate=request.sample_rate,
            params=request.params,
            second=second,
            fp32=request.fp32,
            registry=self._registry,
            trace=True,
        )
        chain.notices = (*notices, *chain.notices)
        chain.warm_up(rest)
        return chain


def _second(library: VoiceLibrary, voice_id: str | None, notices: list[str]) -> Voice | None:
    """Return the voice to morph into; one that is not there must not keep the first one silent."""
    if voice_id is None:
        return None
    try:
        second = library.get(voice_id)
    except SyrinxError as error:
        why = str(error).rstrip(".")
        notices.append(f"There is nothing to morph into: {why}.")
        return None
    if second.kind == "neural":
        return second
    notices.append(f'"{second.name}" is an effect: only neural voices can be morphed into.')
    return None


Aside = Callable[[], None]


class Builder:
    """Builds the latest request in a thread of its own; older ones not begun are dropped.

    Other work that must not disturb the sound is done in it as well (`aside`).

    Parameters
    ----------
    workshop
        Does the work.
    deliver
        Called in the thread with each result.
    """

    def __init__(self, workshop: Workshop, deliver: Callable[[Built], None]) -> None:
        def work(task: BuildRequest | Aside, _: Callable[[], bool]) -> Built | None:
            if isinstance(task, BuildRequest):
                return attempt(workshop, task)
            task()
            return None

        def hand_over(built: Built | None) -> None:
            if built is not None:
                deliver(built)

        # It holds the interpreter's lock now and then: put off by another program meanwhile, it
        # would put off the DSP thread (measured, ADR 0061: gaps at every change of the voice).
        self._errands: Errands[BuildRequest | Aside, Built | None] = Errands(
            work, hand_over, name="builder", begin=lambda: raise_thread_priority(BESIDE)
        )
        self._count = 0

    def request(self, request: BuildRequest) -> None:
        """Ask for a chain."""
        self._errands.request(request)

    def aside(self, work: Aside) -> None:
        """Do ``work``, which must not raise, after what is waiting."""
        self._count += 1
        self._errands.request(work, key=("aside", self._count))

    def close(self) -> None:
        """End the thread once it has finished what it does."""
        self._errands.close()


def attempt(workshop: Workshop, request: BuildRequest) -> Built:
    """Build, and put every failure into a sentence."""
    try:
        # Half of the time is the sounding voice's alone: whenever its thread lets go of the
        # interpreter's lock, this one takes it for a while.
        return Built(request=request, chain=workshop.build(request, rest=time.sleep))
    except SyrinxError as error:
        return Built(request=request, error=str(error))
    except Exception as error:  # a broken voice must not end the engine
        return Built(
            request=request,
            error=f"The voice cannot be built ({type(error).__name__}: {error}).",
        )
