"""Builds voices aside, in a thread of its own, while the present one goes on sounding."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from syrinx.app.engine.messages import VoiceParams
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.settings import home
from syrinx.app.voices import VoiceLibrary
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
    """Builds and warms up chains; one model registry for all, so that weights are shared."""

    def __init__(self) -> None:
        self._registry: ModelRegistry | None = None

    def build(self, request: BuildRequest) -> VoiceChain:
        """Return the chain, warm.

        Raises
        ------
        SyrinxError
            There is no such voice, or it cannot be built.
        """
        voice = None
        if request.voice_id is not None:
            folder = home()
            voice = VoiceLibrary(folder).get(request.voice_id)
        rack = request.params.rack
        networks = rack.suppress.on or rack.gate.by_voice
        networks = networks or (voice is not None and voice.kind == "neural")
        if networks and self._registry is None:
            self._registry = ModelRegistry(home())
        chain = build_voice_chain(
            voice,
            sample_rate=request.sample_rate,
            params=request.params,
            fp32=request.fp32,
            registry=self._registry,
            trace=True,
        )
        chain.warm_up()
        return chain


class Builder:
    """A thread that builds the latest request; older ones that it has not begun are dropped.

    Parameters
    ----------
    workshop
        Does the work.
    deliver
        Called in the builder's thread with each result.
    """

    def __init__(self, workshop: Workshop, deliver: Callable[[Built], None]) -> None:
        self._workshop, self._deliver = workshop, deliver
        self._request: BuildRequest | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="builder", daemon=True)
        self._thread.start()

    def request(self, request: BuildRequest) -> None:
        """Ask for a chain."""
        with self._changed:
            self._request = request
            self._changed.notify()

    def close(self) -> None:
        """End the thread once it has finished what it does."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(10.0)

    def _run(self) -> None:
        while True:
            with self._changed:
                while self._request is None and not self._closing:
                    self._changed.wait()
                request, self._request = self._request, None
                if self._closing or request is None:
                    return
            self._deliver(attempt(self._workshop, request))


def attempt(workshop: Workshop, request: BuildRequest) -> Built:
    """Build, and put every failure into a sentence."""
    try:
        return Built(request=request, chain=workshop.build(request))
    except SyrinxError as error:
        return Built(request=request, error=str(error))
    except Exception as error:  # a broken voice must not end the engine
        return Built(
            request=request,
            error=f"The voice cannot be built ({type(error).__name__}: {error}).",
        )
