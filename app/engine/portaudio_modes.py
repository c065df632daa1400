"""How PortAudio is told what a host API can do, and what its refusals mean.

Exclusive WASAPI, ASIO and Core Audio are written after sounddevice's documentation and tested on
a stand-in for it; no such machine was at hand.
"""

from __future__ import annotations

from typing import Any

from syrinx.app.engine.device_names import exclusive_mode
from syrinx.app.engine.messages import DeviceInfo
from syrinx.dsp.errors import SyrinxError

_INVALID_RATE = -9997
_UNAVAILABLE = -9985


class NoCommonRateError(SyrinxError):
    """Input and output each work, but at no rate that both take."""


def extra_settings(
    sounddevice: Any,
    info: DeviceInfo,
    *,
    exclusive: bool = False,
    input_channel: int | None = None,
) -> Any:
    """Return sounddevice's settings for the host API of the device; None = its defaults.

    Parameters
    ----------
    sounddevice
        The module.
    info
        The device.
    exclusive
        Have it alone, where there is the choice.
    input_channel
        The one channel to open, from 1; see `selects`.
    """
    api = info.host_api.casefold()
    if "wasapi" in api:
        # Shared mode runs at the mixer's rate alone, unless it is told to convert.
        if exclusive:
            return sounddevice.WasapiSettings(exclusive=True)
        return sounddevice.WasapiSettings(auto_convert=True)
    if "core audio" in api:
        options: dict[str, Any] = {}
        if exclusive:
            options |= {"change_device_parameters": True, "fail_if_conversion_required": True}
        if input_channel is not None:
            options["channel_map"] = [input_channel - 1]
        return sounddevice.CoreAudioSettings(**options) if options else None
    if "asio" in api and input_channel is not None:
        return sounddevice.AsioSettings(channel_selectors=[input_channel - 1])
    return None


def selects(info: DeviceInfo) -> bool:
    """Whether the host API opens one channel alone, wherever it lies."""
    api = info.host_api.casefold()
    return "core audio" in api or "asio" in api


def wants_exclusive(info: DeviceInfo, exclusive: bool) -> bool:
    """Whether the wish for exclusive mode means anything for this device."""
    return exclusive and exclusive_mode(info.host_api) == "choice"


def channel_counts(most: int, input_channel: int | None, name: str) -> list[int]:
    """Return how many channels to try to open, in this order.

    Raises
    ------
    SyrinxError
        The device has no such channel.
    """
    if input_channel is None:
        return list(dict.fromkeys((min(most, 2), most, 1)))
    if input_channel > most:
        if most > 1:
            raise SyrinxError(
                f'"{name}" has channels 1 to {most}: choose one of them, not {input_channel}.'
            )
        raise SyrinxError(f'"{name}" has one channel: choose it, not {input_channel}.')
    return list(dict.fromkeys((max(input_channel, min(most, 2)), most)))


def error_code(error: Exception) -> int:
    """Return PortAudio's number of an error, 0 where it has none."""
    return int(error.args[1]) if len(error.args) > 1 else 0


def is_invalid_rate(error: Exception) -> bool:
    """Whether only the rate was refused."""
    return error_code(error) == _INVALID_RATE


def refusal_sentence(name: str, error: Exception, *, rate: int, other: str | None = None) -> str:
    """Return what to do about a device that does not open, or two that are opened together."""
    text = str(error.args[0]).rstrip(".") if error.args else "unknown reason"
    if other is not None:
        if error_code(error) == _UNAVAILABLE:
            return (
                f'"{name}" and "{other}" cannot be opened: another program (perhaps another '
                "Syrinx) has them; close it or choose other devices."
            )
        if is_invalid_rate(error):
            return f'"{name}" and "{other}" do not take {rate} Hz: choose another rate or device.'
        return f'"{name}" and "{other}" cannot be opened ({text}): choose other devices.'
    if error_code(error) == _UNAVAILABLE:
        return (
            f'"{name}" cannot be opened: another program (perhaps another Syrinx) has it; '
            "close it or choose other devices."
        )
    if is_invalid_rate(error):
        return f'"{name}" does not take {rate} Hz: choose another rate or device.'
    return f'"{name}" cannot be opened ({text}): choose other devices.'
