"""Two scrolling spectrograms at 60 pictures a second: the load of a window, for the soak.

``python -m syrinx.app.engine.soak --beside "python tests/bench/painting_window.py {taps}"``
"""

from __future__ import annotations

import sys
from multiprocessing import resource_tracker

import numpy as np
import pyqtgraph
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from syrinx.app.engine.taps import TapReader

COLUMNS, N_FFT = 600, 1024


def main() -> int:
    app = QApplication(sys.argv)
    reader = TapReader(sys.argv[1])
    # This process is no child of the owner: its own tracker must not remove the memory.
    resource_tracker.unregister(f"/{sys.argv[1]}", "shared_memory")
    layout = pyqtgraph.GraphicsLayoutWidget()
    images, pictures, rests = [], [], []
    for row in range(2):
        view = layout.addPlot(row=row, col=0)
        image = pyqtgraph.ImageItem(axisOrder="col-major")
        image.setColorMap(pyqtgraph.colormap.get("viridis"))
        view.addItem(image)
        images.append(image)
        pictures.append(np.full((COLUMNS, N_FFT // 2 + 1), -100.0, np.float32))
        rests.append(np.zeros(0, np.float32))
    layout.resize(1100, 700)
    layout.show()
    window = np.hanning(N_FFT)

    def paint() -> None:
        seen = reader.read_audio()
        if seen is None:
            return
        for index, audio in enumerate((seen.input, seen.output)):
            joined = np.concatenate((rests[index], audio))
            while len(joined) >= N_FFT:
                level = np.abs(np.fft.rfft(joined[:N_FFT] * window))
                pictures[index] = np.roll(pictures[index], -1, axis=0)
                pictures[index][-1] = 20 * np.log10(level + 1e-5)
                joined = joined[N_FFT // 4 :]
            rests[index] = joined
            images[index].setImage(pictures[index], levels=(-80, 40), autoLevels=False)

    timer = QTimer()
    timer.timeout.connect(paint)
    timer.start(16)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
