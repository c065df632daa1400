"""Virtual cables are known by their names, on whichever host API they are listed."""

from __future__ import annotations

import pytest

from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.virtual_cable import BLACKHOLE, VB_CABLE, advised_cable, find_cable
from syrinx.app.virtual_mic import VirtualMicrophone, owner_mark
from syrinx.dsp.errors import SyrinxError


def output(name: str, api: str) -> DeviceInfo:
    return DeviceInfo(
        id=f"{api}: {name}", name=name, host_api=api, input_channels=0, output_channels=2,
        default_sample_rate=48000,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "product", "microphone"),
    [
        ("CABLE Input (VB-Audio Virtual Cable)", "VB-CABLE", "CABLE Output"),
        ("CABLE Input (VB-Audio Virtual C", "VB-CABLE", "CABLE Output"),  # MME cuts names
        ("BlackHole 16ch", "BlackHole", "BlackHole 16ch"),
        ("Voicemeeter Input (VB-Audio Voicemeeter VAIO)", "VoiceMeeter", "VoiceMeeter Output"),
        ("Loopback Audio", "Loopback", "Loopback Audio"),
    ],
)
def test_a_cable_is_found(name: str, product: str, microphone: str) -> None:
    found = find_cable([output("Speakers", "MME"), output(name, "MME")])
    assert found is not None
    assert found.kind.name == product
    assert microphone in found.microphone


def test_of_several_entries_the_one_with_the_least_delay() -> None:
    name = "CABLE Input (VB-Audio Virtual Cable)"
    found = find_cable([output(name, api) for api in ("MME", "Windows WASAPI", "WDM-KS")])
    assert found is not None
    assert found.output.host_api == "Windows WASAPI"
    assert find_cable([output("Speakers", "MME"), output("Cable Modem", "MME")]) is None


def test_each_system_has_its_advice() -> None:
    assert advised_cable("win32") is VB_CABLE
    assert advised_cable("darwin") is BLACKHOLE
    assert all(len(step) > 20 for kind in (VB_CABLE, BLACKHOLE) for step in kind.steps)


class FakeServer:
    """pactl with modules in a list; the second load fails on demand."""

    def __init__(self, *, no_remap: bool = False) -> None:
        self.modules: dict[str, str] = {"7": "module-null-sink\tsink_name=syrinx_other"}
        self.no_remap = no_remap

    def __call__(self, *words: str) -> str | None:
        if words[0] == "load-module":
            if self.no_remap and words[1] == "module-remap-source":
                return None
            number = str(100 + len(self.modules))
            self.modules[number] = f"{words[1]}\t{' '.join(words[2:])}"
            return number + "\n"
        if words[0] == "unload-module":
            self.modules.pop(words[1])
            return ""
        return "".join(f"{number}\t{text}\t\n" for number, text in self.modules.items())


def test_a_server_that_cannot_remap_is_left_as_it_was() -> None:
    server = FakeServer(no_remap=True)
    with pytest.raises(SyrinxError, match="module-remap-source"):
        VirtualMicrophone(server).make()
    assert list(server.modules) == ["7"]


def test_another_syrinx_that_runs_keeps_its_own() -> None:
    server = FakeServer()
    theirs = VirtualMicrophone(server)
    theirs._mark = owner_mark(1)  # the first process of the system runs for sure
    theirs.make()
    ours = VirtualMicrophone(server)
    assert ours.state() == "another"
    ours.make()
    ours.remove()
    assert not ours.clear_left_over()
    assert len(server.modules) == 3
    theirs.remove()
    assert list(server.modules) == ["7"]
