"""The remote control over real sockets: who gets in, what it answers, and that garbage is none."""

from __future__ import annotations

import json
import os
import socket
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from websockets.frames import Frame, Opcode

from syrinx.app.engine.messages import Levels, SetParams, StartStream, Telemetry
from syrinx.app.osc import OscMessage, write_message
from syrinx.app.presets import PresetStore
from syrinx.app.remote_access import FILE_NAME, load_access
from syrinx.app.services import remote_session
from syrinx.app.viewmodels.actions import ActionRegistry
from syrinx.app.viewmodels.knobs import live_knobs
from syrinx.app.viewmodels.live_actions import add_live_actions
from syrinx.app.viewmodels.mute import MuteModel
from syrinx.app.viewmodels.presets import PresetsModel
from syrinx.app.viewmodels.remote import RemoteModel
from syrinx.app.viewmodels.remote_desk import RemoteDesk
from tests.gui.conftest import Bench
from tests.gui.remote_client import Client, Raw


class Far(Bench):
    """Models without a window, and a remote control that is on."""

    def join(self, **changes: object) -> Client:
        made = Client(self.port, **{"token": self.remote.token, **changes})  # type: ignore[arg-type]
        self.clients.append(made)
        return made

    def raw(self) -> Raw:
        made = Raw(self.port)
        self.clients.append(made)
        return made

    @property
    def port(self) -> int:
        assert self.remote.server.port is not None
        return self.remote.server.port


@pytest.fixture
def far(make_bench, unused_port: int) -> Iterator[Far]:  # type: ignore[no-untyped-def]
    bench = make_bench(window=False)
    made = Far(**vars(bench), clients=[])
    made.registry = ActionRegistry()
    made.presets = PresetsModel(bench.model, bench.settings, PresetStore(bench.settings.folder))
    made.mute = MuteModel(bench.model, bench.settings)
    add_live_actions(made.registry, bench.model, made.mute, made.presets)
    made.desk = RemoteDesk(
        made.registry, bench.model, made.mute, made.presets, live_knobs(bench.model)
    )
    bench.settings.remember("remote", {"enabled": True, "port": unused_port})
    made.remote = RemoteModel(
        made.desk, bench.model, made.mute, made.presets, bench.settings, bench.settings.folder
    )
    assert made.remote.error is None
    yield made
    for client in made.clients:
        client.close()
    made.remote.close()
    for model in (made.remote, made.mute, made.presets, made.registry):
        model.deleteLater()


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# ---- who gets in ----


def test_off_until_asked_for(bench: Bench, tmp_path: Path) -> None:
    from syrinx.app.live_extras import LiveExtras

    extras = LiveExtras(bench.window, bench.model, bench.settings, bench.theme)
    try:
        assert extras.control.remote.server.port is None
        assert extras.control.remote.osc.port is None
        assert not (bench.settings.folder / FILE_NAME).exists()
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.1", 47470), timeout=1)
    finally:
        extras.close()


def test_only_this_computer_can_reach_it(far: Far) -> None:
    listening = [
        line.split()[1]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for line in Path(table).read_text().splitlines()[1:]
        if line.split()[3] == "0A" and line.split()[1].endswith(f":{far.port:04X}")
    ]
    assert {place.partition(":")[0] for place in listening} <= {
        "0100007F",
        "00000000000000000000000001000000",
    }
    assert listening
    others = {
        address[4][0]
        for address in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        if not address[4][0].startswith("127.")
    }
    for host in others:
        with pytest.raises(OSError, match=r"refused|reach|timed"):
            socket.create_connection((host, far.port), timeout=1)


def test_with_the_token_by_header_or_address_over_both_protocols(far: Far) -> None:
    token = far.remote.token
    for client in (
        far.join(),
        far.join(token=None, path=f"/?token={token}"),
        far.join(host="localhost"),
        far.join(host="::1"),
    ):
        assert client.status == 101
        assert client.ask("hello") == {"program": "syrinx", "protocol": 1}


def test_without_the_token_it_refuses_and_hangs_up(far: Far) -> None:
    token = far.remote.token
    for changes in (
        {"token": None},
        {"token": ""},
        {"token": "wrong"},
        {"token": None, "path": "/?token="},
        {"token": None, "path": "/?token=wrong"},
        {"token": None, "path": "/?token=%ff%fe"},
        {"token": None, "path": "/?" + "&".join([f"token={token}"] * 20)},
        {"token": None, "path": f"/?token={token}&token=wrong"},
        {"path": "/?token=wrong"},
        {"token": None, "path": f"/?Token={token}"},
        {"token": None, "headers": {"Authorization": f"Basic {token}"}},
        {"token": None, "headers": {"Authorization": token}},
        {"token": None, "headers": {"Cookie": f"token={token}"}},
    ):
        client = far.join(**changes)
        assert client.status == 401, changes
        client.wait_closed()
    raw = far.raw()
    raw.send(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{far.port}\r\n".encode())
    raw.send(b"Authorization: Bearer " + "é".encode() * 16 + UPGRADE)
    assert raw.rest().startswith(b"HTTP/1.1 401 ")
    assert far.remote.server.clients == 0


UPGRADE = (
    b"\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


def test_a_token_that_was_almost_right_or_right_before_is_wrong(far: Far) -> None:
    token = far.remote.token
    for wrong in (token[:-1], token + "x", token.swapcase(), f" {token[1:]}"):
        assert far.join(token=wrong).status == 401
    kept = far.join()
    far.remote.renew_token()
    kept.wait_closed()
    assert far.join(token=token).status == 401
    assert far.join().status == 101


def test_web_pages_are_refused_though_they_know_the_token(far: Far) -> None:
    for origin in ("https://evil.example", "null", "file://", "http://127.0.0.1", ""):
        assert far.join(headers={"Origin": origin}).status == 403
    far.remote.set_origins("absolute://dock, null")
    assert far.join(headers={"Origin": "null"}).status == 101
    assert far.join(headers={"Origin": "https://evil.example"}).status == 403


def test_a_name_that_was_made_to_point_here_is_refused(far: Far) -> None:
    for host in ("evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:1", "", "127.1:{port}"):
        assert far.join(headers={"Host": host.format(port=far.port)}).status == 403


def test_the_file_of_the_token_is_for_its_owner_alone(far: Far) -> None:
    path = far.settings.folder / FILE_NAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    access = load_access(far.settings.folder)
    assert access is not None
    assert (access.token, access.port) == (far.remote.token, far.port)
    far.remote.close()
    after = load_access(far.settings.folder)
    assert after is not None
    assert (after.token, after.port) == (far.remote.token, None)


def test_a_port_that_is_taken_is_named_and_another_helps(far: Far, unused_port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        far.remote.set_port(taken)
        assert far.remote.error is not None
        assert str(taken) in far.remote.error
        assert far.remote.server.port is None
        assert load_access(far.settings.folder).port is None  # type: ignore[union-attr]
    far.remote.set_port(unused_port)
    assert far.remote.error is None


def test_nobody_is_hung_up_on_without_need(far: Far) -> None:
    client = far.join()
    far.remote.set_port(far.port)
    far.remote.set_osc_enabled(True)
    far.remote.set_osc_enabled(False)
    far.remote.set_origins("")
    assert client.ask("hello")
    assert far.remote.osc.port is None
    far.remote.set_enabled(False)
    client.wait_closed()


# ---- what it answers ----


def test_actions_are_listed_and_called(far: Far) -> None:
    client = far.join()
    listed = {item["id"]: item for item in client.ask("actions")}
    assert listed["push_to_talk"]["held"]
    assert listed["voice"]["wants"] == "text"
    assert listed["mute"]["on"] is False
    client.ask("call", action="mute")
    assert far.model.params.mute == "voice"
    assert {item["id"]: item for item in client.ask("actions")}["mute"]["on"] is True
    client.ask("call", action="toggle")
    assert far.host.sent(StartStream)
    client.ask("call", action="voice", argument="Robot")
    assert far.model.voice.id == "robot"
    assert "no voice" in client.refused("call", action="voice", argument="Nobody")
    assert "no action" in client.refused("call", action="explode")
    assert "held" in client.refused("call", action="push_to_talk")


def test_push_to_talk_ends_with_the_release_or_with_the_connection(far: Far) -> None:
    client, other = far.join(), far.join()
    assert "Push-to-talk is off" in client.refused("press", action="push_to_talk")
    client.ask("call", action="push_to_talk_mode")
    assert far.model.params.mute == "talk"
    client.ask("press", action="push_to_talk")
    other.ask("press", action="push_to_talk")
    assert far.model.params.mute == "off"
    client.ask("release", action="push_to_talk")
    assert far.model.params.mute == "off"  # the other one still holds it
    other.close()
    client.ask("hello")
    assert far.model.params.mute == "talk"


def test_parameters_are_read_and_set_and_checked(far: Far) -> None:
    client = far.join()
    far.model.start()
    far.deliver()
    assert client.ask("params")["pitch"] == "auto"
    assert client.ask("set", name="formant_semitones", value=2.5) == {"formant_semitones": 2.5}
    assert far.host.sent(SetParams)[-1].params.formant_semitones == 2.5
    client.ask("set", values={"pitch": -3, "gate_threshold_dbfs": -40, "wet": 0.5})
    assert (far.model.params.pitch, far.model.params.wet) == (-3.0, 0.5)
    client.ask("set", name="gate_threshold_dbfs", value=None)
    for name, value in (
        ("wet", 2), ("wet", "much"), ("wet", True), ("nothing", 1), ("pitch", "high"),
        ("pitch", 30), ("bypass", 1), ("wet", None), ("wet", [1]), ("__class__", 1), ("", 1),
    ):  # fmt: skip
        before = far.model.params
        client.refused("set", name=name, value=value)
        assert far.model.params == before
    for name, value in (("mark", False), ("mute", "off"), ("source_f0_hz", 100)):
        assert "cannot be set from here" in client.refused("set", name=name, value=value)


def test_knobs_are_turned_in_their_units_or_by_their_place(far: Far) -> None:
    client = far.join()
    ids = [knob["id"] for knob in client.ask("knobs")]
    for name in ids:
        for place, end in ((0.0, "low"), (1.0, "high")):
            knob = client.ask("turn", knob=name, place=place)
            if not (name == "gate" and end == "low"):
                assert knob["value"] == pytest.approx(knob[end])
    assert far.model.params.gate_threshold_dbfs == -10.0
    assert client.ask("turn", knob="pitch", value=4)["value"] == 4.0
    client.refused("turn", knob="pitch", value=400)
    client.refused("turn", knob="nothing", value=1)


def test_voices_presets_clips_and_state(far: Far) -> None:
    client = far.join()
    assert [voice["id"] for voice in client.ask("voices")][:2] == ["kathleen", "gunter"]
    assert client.ask("presets") == []
    assert client.ask("clips") == []
    far.presets.add("One")
    far.model.set_formant(3.0)
    far.presets.add("Two")
    assert [(p["number"], p["name"], p["on"]) for p in client.ask("presets")] == [
        (1, "One", False),
        (2, "Two", True),
    ]
    client.ask("call", action="preset", argument="one")
    assert far.model.params.formant_semitones == 0.0
    client.ask("call", action="preset", argument=2)
    assert far.model.params.formant_semitones == 3.0
    state = client.ask("state")
    assert state["preset"]["name"] == "Two"
    assert state["voice"] == {"id": "kathleen", "name": "Kathleen"}
    assert state["state"] == "stopped"
    far.model.set_formant(1.0)
    assert client.ask("state")["preset"]["modified"]


def test_subscribers_hear_of_changes_and_nobody_else(far: Far, qtbot: QtBot) -> None:
    listener, deaf = far.join(), far.join()
    assert listener.ask("subscribe", topics=["state", "levels"])["state"]["muted"] is False
    far.mute.set_muted(True)
    far.mute.set_panic(True)
    told = listener.event("state")["state"]
    assert told["muted"]
    assert told["panic"]
    far.deliver(Telemetry(streaming=True, levels=Levels(input_peak=0.5), load=0.25))
    levels = listener.event("levels")["levels"]
    assert levels["input_peak_dbfs"] == pytest.approx(-6.0, abs=0.05)
    assert levels["output_peak_dbfs"] == -120.0
    assert levels["load"] == 0.25
    listener.ask("unsubscribe", topics=["levels"])
    assert not far.remote.server.wanted("levels")
    deaf.pump()
    assert deaf.messages == []
    assert "topics" in deaf.refused("subscribe", topics=["everything"])
    assert "topics" in deaf.refused("subscribe", topics=[{}])


def test_an_error_inside_is_told_and_the_connection_lives(
    far: Far, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *error: seen.append(error[1]))
    far.desk.clips = lambda: 1 / 0
    client = far.join()
    assert "error in Syrinx itself" in client.refused("clips")
    assert isinstance(seen[0], ZeroDivisionError)
    client.ask("hello")


# ---- garbage ----


NONSENSE = (
        "", "{", "null", "[]", "1", '"text"', "{}", '{"op": 1}', '{"op": "explode"}',
        '{"op": {"op": "hello"}}', '{"op": "call"}', '{"op": "call", "action": 1}',
        '{"op": "call", "action": "voice", "argument": {}}',
        '{"op": "call", "action": "voice", "argument": ""}',
        '{"op": "set"}', '{"op": "set", "values": []}', '{"op": "set", "values": {}}',
        '{"op": "turn", "knob": "pitch", "value": NaN}',
        '{"op": "turn", "knob": "pitch", "value": 1e999}',
        '{"op": "turn", "knob": "pitch", "place": 1' + "0" * 400 + "}",
        '{"op": "set", "name": "pitch", "value": ' + "9" * 5000 + "}",
        '{"op": "set", "name": "' + "a." * 2000 + '", "value": 1}',
        "[" * 30000, '{"a":' * 10000, '{"op": "call", "action": "\\ud800"}',
        '{"id": "' + "x" * 1000 + '", "op": "call", "action": "\\u0000"}',
)  # fmt: skip


def test_nonsense_is_answered_by_one_sentence(far: Far) -> None:
    client = far.join()
    for text in NONSENSE:
        client.send_text(text)
        answer = client.wait(lambda _message: True)
        assert answer["ok"] is False, text[:60]
        assert 0 < len(answer["error"]) < 500
    assert client.ask("hello")


def test_what_is_too_large_too_much_or_no_text_ends_the_connection(far: Far) -> None:
    large = far.join()
    large.send_text(json.dumps({"op": "hello", "x": "x" * remote_session.MAX_MESSAGE}))
    assert large.wait_closed() == 1009
    pieces = far.join()
    for _ in range(20):
        pieces.protocol.send_continuation(
            b"x" * 8000, fin=False
        ) if pieces.protocol.expect_continuation_frame else pieces.protocol.send_text(
            b"x" * 8000, fin=False
        )
    assert pieces.wait_closed() == 1009
    binary = far.join()
    binary.protocol.send_binary(b"\x00\x01")
    assert binary.wait_closed() == 1003
    broken = far.join()
    broken.send_text(b'{"op": "\xff\xfe"}')
    assert broken.wait_closed() == 1007
    flood = far.join()
    for _ in range(int(remote_session.BURST) + 50):
        flood.protocol.send_text(b"{}")
    assert flood.wait_closed() == 1008
    assert far.join().ask("hello")


def test_pings_count_as_well_and_fragments_are_put_together(far: Far) -> None:
    client = far.join()
    client.protocol.send_text(b'{"id": 7, "op": ', fin=False)
    client.protocol.send_ping(b"here?")
    client.protocol.send_continuation(b'"hello"}', fin=True)
    assert client.wait(lambda got: got.get("id") == 7)["ok"]
    for _ in range(int(remote_session.BURST) + 50):
        client.protocol.send_ping(b"x")
    assert client.wait_closed() == 1008


def test_who_says_nothing_is_sent_away(far: Far, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_session, "HANDSHAKE_MS", 50)
    raw = far.raw()
    raw.send(b"GET / HTTP/1.1\r\n")
    assert raw.rest() == b""
    endless = far.raw()
    endless.send(b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 10000)
    endless.rest()


def test_more_than_so_many_do_not_fit(far: Far) -> None:
    held = [far.raw() for _ in range(40)]
    for _ in range(20):
        QApplication.processEvents()
    for raw in held:
        raw.receive()
    assert sum(1 for raw in held if not raw.closed) <= 32
    for raw in held:
        raw.close()
    for _ in range(20):
        QApplication.processEvents()
    assert far.join().ask("hello")


def test_who_does_not_read_is_cut_off(far: Far, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_session, "MAX_UNREAD", 10_000)
    client = far.join()
    client.ask("subscribe", topics=["levels"])
    far.desk.levels = lambda: {"x": "x" * 50_000}
    for _ in range(400):  # more than the buffers of the system hold
        far.deliver(Telemetry(streaming=True))
        if far.remote.server.clients == 0:
            break
    assert far.remote.server.clients == 0


FUZZ = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FUZZ
@given(data=st.binary(max_size=3000), polite=st.booleans())
def test_any_bytes_instead_of_a_handshake(far: Far, data: bytes, polite: bool) -> None:
    raw = Raw(far.port)
    head = f"GET /?token={far.remote.token} HTTP/1.1\r\nHost: 127.0.0.1:{far.port}\r\n".encode()
    raw.send((head if polite else b"") + data + b"\r\n\r\n")
    answer = raw.receive() + raw.receive()
    assert not answer.startswith(b"HTTP/1.1 101") or b"Upgrade" in data
    raw.close()
    QApplication.processEvents()
    assert_alive(far)


@FUZZ
@given(data=st.binary(min_size=1, max_size=2000))
def test_any_bytes_after_the_handshake(far: Far, data: bytes) -> None:
    client = Client(far.port, token=far.remote.token)
    client.raw.send(data)
    for _ in range(3):
        client.raw.receive()
    client.close()
    assert_alive(far)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
_OPS = st.sampled_from(
    ["hello", "actions", "call", "press", "release", "params", "set", "knobs", "turn", "voices",
     "presets", "clips", "state", "subscribe", "unsubscribe"]
)  # fmt: skip
_NAMES = st.sampled_from(["pitch", "wet", "mute", "voice", "push_to_talk", "preset", "gate", "x"])


@FUZZ
@given(
    message=st.fixed_dictionaries(
        {"op": _OPS},
        optional={
            "id": _JSON, "action": _NAMES | _JSON, "argument": _JSON, "name": _NAMES | _JSON,
            "value": _JSON, "values": _JSON, "knob": _NAMES | _JSON, "place": _JSON,
            "topics": _JSON,
        },
    )
)  # fmt: skip
def test_any_message_is_answered(far: Far, message: dict) -> None:
    client = Client(far.port, token=far.remote.token)
    client.send_text(json.dumps(message))
    answer = client.wait(lambda got: "ok" in got)
    assert answer["ok"] or answer["error"]
    assert "error in Syrinx itself" not in str(answer.get("error"))
    client.close()
    QApplication.processEvents()
    far.mute.set_panic(False)


@FUZZ
@given(
    frames=st.lists(
        st.builds(
            Frame, st.sampled_from(list(Opcode)), st.binary(max_size=130), st.booleans(),
            st.booleans(), st.booleans(), st.booleans(),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_any_frames(far: Far, frames: list[Frame]) -> None:
    client = Client(far.port, token=far.remote.token)
    for frame in frames:
        client.raw.send(frame_bytes(frame))
    for _ in range(3):
        client.raw.receive()
    client.close()
    assert_alive(far)


def frame_bytes(frame: Frame) -> bytes:
    """Serialise as the frame says, sensible or not."""
    flags = frame.fin << 7 | frame.rsv1 << 6 | frame.rsv2 << 5 | frame.rsv3 << 4
    size = len(frame.data)
    head = bytes([flags | frame.opcode, 0x80 | (size if size < 126 else 126)])
    return head + (struct.pack("!H", size) if size > 125 else b"") + bytes(4) + bytes(frame.data)


def assert_alive(far: Far) -> None:
    assert far.remote.server.port is not None
    client = Client(far.port, token=far.remote.token)
    assert client.ask("hello")
    client.close()


# ---- OSC ----


def osc(far: Far, *messages: OscMessage | bytes) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for message in messages:
            packet = message if isinstance(message, bytes) else write_message(message)
            sender.sendto(packet, ("127.0.0.1", far.remote.osc.port))
    for _ in range(10):
        QApplication.processEvents()


@pytest.fixture
def osc_far(far: Far) -> Far:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    far.remote.set_osc_port(port)
    far.remote.set_osc_enabled(True)
    assert far.remote.osc.port == port
    return far


def test_osc_calls_actions_holds_and_turns(osc_far: Far) -> None:
    far, root = osc_far, f"/syrinx/{osc_far.remote.token}"
    osc(far, OscMessage(f"{root}/action/mute", (1.0,)), OscMessage(f"{root}/action/mute", (0.0,)))
    assert far.mute.muted  # the release of the button did nothing
    osc(far, OscMessage(f"{root}/action/mute"))
    assert not far.mute.muted
    far.mute.set_push_to_talk(True)
    osc(far, OscMessage(f"{root}/action/push_to_talk", (1,)))
    assert far.model.params.mute == "off"
    osc(far, OscMessage(f"{root}/action/push_to_talk", (0,)))
    assert far.model.params.mute == "talk"
    osc(far, OscMessage(f"{root}/fader/wet", (0.25,)))
    assert far.model.params.wet == 0.25
    osc(far, OscMessage(f"{root}/knob/pitch", (-5,)))
    assert far.model.params.pitch == -5.0
    osc(far, OscMessage(f"{root}/action/voice", ("giant",)))
    assert far.model.voice.id == "giant"


def test_osc_without_the_token_or_with_nonsense_does_nothing(osc_far: Far) -> None:
    far, token = osc_far, osc_far.remote.token
    before = far.model.params
    osc(
        far,
        OscMessage("/syrinx/wrong/action/panic"), OscMessage("/syrinx//action/panic"),
        OscMessage("/action/panic"), OscMessage(f"/{token}/action/panic"),
        OscMessage(f"/syrinx/{token}"), OscMessage(f"/syrinx/{token}/action"),
        OscMessage(f"/syrinx/{token}/action/panic/now"), OscMessage(f"/syrinx/{token}/fader/wet"),
        OscMessage(f"/syrinx/{token}/fader/wet", ("much",)),
        OscMessage(f"/syrinx/{token}/knob/wet", (7.0,)),
        OscMessage(f"/syrinx/{token}/fader/wet", (float("nan"),)),
        b"", b"\0" * 4, b"#bundle\0" + b"\xff" * 16, b"/x" * 3000,
    )  # fmt: skip
    assert far.model.params == before
    assert not far.mute.panic
    osc(far, OscMessage(f"/syrinx/{token}/action/panic"))
    assert far.mute.panic


def test_osc_listens_at_home_only(osc_far: Far) -> None:
    lines = Path("/proc/net/udp").read_text().splitlines()[1:]
    ours = [x.split()[1] for x in lines if x.split()[1].endswith(f":{osc_far.remote.osc.port:04X}")]
    assert {place.partition(":")[0] for place in ours} == {"0100007F"}
    assert os.name == "posix"
