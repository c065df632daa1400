"""Choose the sentences of other people that fine-tuning converts (ADR 0046).

    .venv/bin/python packaging/other_speech.py

Needs the speech cache (``syrinx train prepare``); writes ``assets/speech/others.ogg`` and whom it
is of. Train speakers only, of corpora that allow it: half readers, half learners of English, of
whom half are children, on phones.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from syrinx.training.augment_batch import active_rms
from syrinx.training.data import SAMPLE_RATE, SpeechCache

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "speech"
CORPORA = {
    "librispeech": "LibriSpeech (Panayotov et al. 2015), CC BY 4.0",
    "speechocean762": "speechocean762 (Zhang et al. 2021, OpenSLR 101), free for any use",
}
SPEAKERS, LONGEST_S, GAP_S = 24, 3.2, 0.1


def main() -> None:
    """Write the file."""
    cache, rng = SpeechCache(), np.random.default_rng(46)
    pieces, thanks = [], []
    for corpus, licence in CORPORA.items():
        of_speaker: dict[str, list] = {}
        for u in cache.select("train", (corpus,)):
            if u.n_samples > LONGEST_S * SAMPLE_RATE and u.f0_median_hz > 0:
                of_speaker.setdefault(u.speaker, []).append(u)
        names = sorted(of_speaker)
        chosen = sorted(names[i] for i in rng.choice(len(names), SPEAKERS, replace=False))
        for name in chosen:
            u = of_speaker[name][int(rng.integers(len(of_speaker[name])))]
            audio = cache.audio(u)
            size = round(LONGEST_S * SAMPLE_RATE)
            first = int(np.argmax(np.abs(audio) > 0.1 * np.abs(audio).max()))  # where speech begins
            audio = audio[min(first, len(audio) - size) :][:size]
            fade = np.minimum(1.0, np.arange(size) / 400.0)
            audio = audio * fade * fade[::-1] * 10.0 ** (-26.0 / 20.0) / active_rms(audio)
            pieces += [audio.clip(-1.0, 1.0), np.zeros(round(GAP_S * SAMPLE_RATE))]
        thanks.append(f"{licence}: speakers {', '.join(chosen)}.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    speech = np.concatenate(pieces).astype(np.float32)
    with soundfile.SoundFile(
        FOLDER / "others.ogg", "w", SAMPLE_RATE, 1, format="OGG", subtype="VORBIS"
    ) as file:
        for first in range(0, len(speech), SAMPLE_RATE):  # libvorbis crashes on minutes at once
            file.write(speech[first : first + SAMPLE_RATE])
    text = "others.ogg: sentences that are converted while a voice is fine-tuned.\n\n"
    (FOLDER / "others.txt").write_text(text + "\n".join(thanks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
