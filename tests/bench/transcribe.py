"""What the Transcribe area costs the window's thread: ``python -m tests.bench.transcribe``.

500 files in the list, and a transcript of an hour and a half with 9,800 words. Milliseconds of the
wall clock until the window is idle again, the medians of what is done often.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from syrinx.app.recognition_area import RecognitionArea
from syrinx.app.services.engine_client import EngineClient
from syrinx.app.services.recognition_client import RecognitionClient
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.transcription.find import Query
from syrinx.app.transcription.process import Progressed, Transcribed
from syrinx.app.transcription.queue import TranscriptionQueue
from syrinx.app.transcription.transcript import to_json
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.player import PlayerModel
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.theme import Theme
from tests.gui.fakes import FakeHost, make_voices
from tests.gui.test_recognition_client import FakeChild
from tests.gui.transcribe_bench import searched, spoken

LINE = "this is a line of about twelve words which somebody says in a meeting"


def main() -> int:
    """Measure and print."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        _measure(application, Path(place))
    return 0


def _measure(application: QApplication, home: Path) -> None:
    host = FakeHost()
    settings, engine = SettingsStore(home), EngineClient(lambda: host)
    live, theme = LiveModel(engine, settings, make_voices), Theme(application, "dark")
    window = MainWindow(live, theme, settings)
    child, queue = FakeChild(), TranscriptionQueue(home / "transcription")
    client = RecognitionClient(queue, child)
    player = PlayerModel(engine, live)
    area = RecognitionArea(window, live, settings, player, theme, home, client=client)
    window.resize(1280, 800)
    window.show()
    window.show_area(area.view)
    area.open()

    def timed(name: str, work: Callable[[], object]) -> None:
        begun = time.perf_counter()
        work()
        application.processEvents()
        print(f"{name:40s}{1000 * (time.perf_counter() - begun):8.1f} ms")

    def frames(name: str, widget: QWidget, move: Callable[[int], object], count: int) -> None:
        taken = []
        for number in range(count):
            begun = time.perf_counter()
            move(number)
            widget.repaint()
            taken.append(time.perf_counter() - begun)
        print(f"{name:40s}{1000 * statistics.median(taken):8.1f} ms a frame")

    def answer(*answers: object) -> None:
        child.answers.extend(answers)
        client._on_poll()

    folder = home / "many"
    folder.mkdir()
    for number in range(500):
        (folder / f"{number:03d}.wav").write_bytes(b"x")
    files, editor = area.view.files.list, area.model.editor
    timed("drop a folder of 500 files", lambda: (area.view.add([folder]), searched(area.view)))
    bar = files.verticalScrollBar()
    frames("scroll the list", files.viewport(), lambda n: bar.setValue(40 * n), 500)
    running = child.asked[-1].item
    timed("progress", lambda: answer(Progressed(item=running, done_s=1, total_s=9, text="x")))
    short = to_json(spoken("hello"))
    timed("a file is done", lambda: answer(Transcribed(item=running, transcript=short, took_s=1)))
    ids = [item.id for item in queue.items]
    timed("cancel 100", lambda: area.model.cancel(ids[100:200]))
    timed("try 100 again", lambda: area.model.retry(ids[100:200]))
    timed("remove 300", lambda: area.model.remove(ids[100:400]))
    long, item = to_json(spoken(*[LINE] * 700)), child.asked[-1].item
    timed("a long file is done", lambda: answer(Transcribed(item=item, transcript=long, took_s=1)))
    timed("show its text", lambda: files.show_item(item))
    text, canvas = area.view.editor.text, area.view.editor.canvas
    place = text.verticalScrollBar()
    frames("scroll the text", text.viewport(), lambda n: place.setValue(120 * n), 160)
    frames("scroll the picture", canvas, lambda n: canvas.scroll_to(float(n)), 200)
    timed("edit a segment", lambda: editor.rewrite(350, "another text here"))
    timed("keep it", editor.keep)
    timed("find 699 places", lambda: editor.find(Query(text="line")))
    timed("replace all", lambda: editor.replace_all("row"))
    timed("undo that", editor.undo)
    area.close()
    live.close()
    host.close()
    application.processEvents()


if __name__ == "__main__":
    sys.exit(main())
