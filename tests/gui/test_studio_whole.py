"""Recording and the soundboard with the real engine, on a scripted device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.engine import messages as m
from syrinx.app.engine.markers import read_labels
from syrinx.app.live_extras import LiveExtras
from syrinx.app.services.engine_client import EngineClient, make_engine_host
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.viewmodels import player as player_module
from syrinx.app.viewmodels.capture import silent_config
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.theme import Theme
from syrinx.app.voices import VoiceLibrary
from tests.gui.conftest import settle

RATE = 48000
WAIT_MS = 30_000


@pytest.fixture
def extras(
    qtbot: QtBot, syrinx_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LiveExtras]:
    rng = np.random.default_rng(0)
    spoken = tmp_path / "spoken.wav"
    soundfile.write(spoken, 0.1 * rng.standard_normal(4 * RATE), RATE)
    script = m.DeviceScript(input_path=str(spoken))
    monkeypatch.setattr(
        player_module, "silent_config", lambda live: replace(silent_config(live), script=script)
    )
    client = EngineClient(lambda: make_engine_host(syrinx_home))
    settings = SettingsStore(syrinx_home)
    live = LiveModel(client, settings, VoiceLibrary(syrinx_home).list)
    live.add_to_config(lambda config: replace(config, voice_id=None, script=script))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme = Theme(application, "dark")
    window = MainWindow(live, theme, settings)
    made = LiveExtras(window, live, settings, theme)
    window.show()
    live.open()
    qtbot.waitUntil(lambda: live.engine_ready, timeout=WAIT_MS)
    yield made
    made.close()
    window.close()
    live.close()
    for part in (window, theme, live, settings, client):
        part.deleteLater()
    settle()


def test_a_session_of_a_streamer(extras: LiveExtras, qtbot: QtBot, tmp_path: Path) -> None:
    studio = extras.studio
    board, recordings, player = studio.soundboard, studio.recordings, studio.player
    window = studio.strip.window()
    live = window.live._model  # type: ignore[attr-defined]
    horn = 0.25 * np.sign(np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE))
    soundfile.write(tmp_path / "horn.wav", horn, RATE, subtype="FLOAT")
    board.add_files([tmp_path / "horn.wav"])
    qtbot.waitUntil(lambda: len(board.pads) == 1, timeout=WAIT_MS)
    # Before the voice runs, a pad sounds all the same; then the voice takes the stream.
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_1)
    qtbot.waitUntil(lambda: any(p.seconds for p in player.playing.values()), timeout=WAIT_MS)
    assert live.state == "stopped"
    live.start()
    qtbot.waitUntil(lambda: live.state == "running", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not player.playing, timeout=WAIT_MS)
    recordings.set_format(".flac")
    live.toggle_recording()
    qtbot.waitUntil(lambda: recordings.seconds > 0.5, timeout=WAIT_MS)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_1)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_M)
    qtbot.waitUntil(lambda: recordings.markers == 1 and recordings.seconds > 2, timeout=WAIT_MS)
    live.toggle_recording()
    qtbot.waitUntil(lambda: recordings.takes.rowCount() == 1, timeout=WAIT_MS)
    (path,) = recordings.takes.paths
    stereo, _ = soundfile.read(path)
    sides = np.abs(stereo).reshape(-1, 2)
    # The horn is on the right alone, from the marker on.
    ((at, _label),) = read_labels(path)
    added = (stereo[:, 1] - stereo[:, 0])[: len(sides)]
    first = int(np.argmax(np.abs(added) > 0.1)) / RATE
    assert first == pytest.approx(at, abs=0.5)
    np.testing.assert_allclose(np.abs(added).max(), 0.25, atol=1e-3)
    # The take is heard, over the voice.
    recordings.toggle(recordings.takes.index(0))
    qtbot.waitUntil(lambda: player.playing["take"].played_s > 0.1, timeout=WAIT_MS)
    assert live.state == "running"
    live.stop()
    qtbot.waitUntil(lambda: not player.playing, timeout=WAIT_MS)
