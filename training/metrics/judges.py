"""Outside judges: networks of others that only ever measure, never train.

They live in the ``judges`` extra and are looked for when used; each ``load_…`` function raises
:class:`MissingJudgeError` with the sentence that says how to get it, and a report goes on without.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics.words import WordErrors, normalise_text, word_errors

SAMPLE_RATE = 16_000
DNSMOS_SAMPLES = 144_160


class MissingJudgeError(SyrinxError):
    """An optional judge is not installed."""


def _judge(package: str, what: str) -> Any:
    try:
        with quiet():
            return importlib.import_module(package)
    except ImportError as error:
        raise MissingJudgeError(
            f'{what} needs {package} ({error}): pip install "syrinx[judges]".'
        ) from None


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep the judges' warnings and prints out of a report."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def load_resemblyzer() -> Callable[[NDArray], NDArray]:
    """Return a function from audio at 16 kHz to Resemblyzer's unit-length embedding (256,)."""
    package = _judge("resemblyzer", "The similarity judge")
    with quiet():
        encoder = package.VoiceEncoder("cpu", verbose=False)

    def embed(audio: NDArray) -> NDArray:
        with quiet():
            wav = package.preprocess_wav(np.asarray(audio, dtype=np.float32))
            if len(wav) < SAMPLE_RATE // 2:  # its voice detector found next to nothing
                wav = np.asarray(audio, dtype=np.float32)
            return np.asarray(encoder.embed_utterance(wav), dtype=np.float64)

    return embed


def load_dnsmos() -> Callable[[NDArray], float]:
    """Return a function from audio at 16 kHz to DNSMOS's overall score (1 to 5).

    It hears windows of 9.01 s. Less is repeated to just that: the package would repeat whole
    recordings and hear the same up to nine times.
    """
    dnsmos = _judge("speechmos.dnsmos", "The naturalness judge")

    def score(audio: NDArray) -> float:
        with quiet():
            clipped = np.clip(np.asarray(audio, dtype=np.float32), -1, 1)
            if len(clipped) < DNSMOS_SAMPLES:
                clipped = np.resize(clipped, DNSMOS_SAMPLES)
            return float(dnsmos.run(clipped, SAMPLE_RATE)["ovrl_mos"])

    return score


def load_nisqa() -> Callable[[NDArray], float]:
    """Return a function from audio at 16 kHz to NISQA-TTS's naturalness (1 to 5).

    NISQA (Mittag and Möller 2020) is no package: the environment variable ``SYRINX_NISQA`` names
    a copy of its repository, with ``weights/nisqa_tts.tar``. The weights are a pickle: use a copy
    that you trust.
    """
    folder = os.environ.get("SYRINX_NISQA")
    if not folder:
        raise MissingJudgeError(
            "NISQA is not installed: SYRINX_NISQA must name a copy of its repository."
        )
    weights = (Path(folder) / "weights" / "nisqa_tts.tar").resolve()
    if not weights.is_file():
        raise MissingJudgeError(f"There is no {weights}, so NISQA does not judge.")
    if folder not in sys.path:
        sys.path.append(folder)
    nisqa = _judge("nisqa.NISQA_model", "NISQA")

    def score(audio: NDArray) -> float:
        with quiet(), tempfile.TemporaryDirectory() as place:
            path = Path(place) / "one.wav"
            soundfile.write(path, np.asarray(audio, dtype=np.float32), SAMPLE_RATE)
            model = nisqa.nisqaModel(_nisqa_options(weights, path))
            return float(model.predict()["mos_pred"].iloc[0])

    # torch reads nothing but tensors since 2.6; these weights hold a table as well.
    os.environ.setdefault("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1")
    try:  # now, not after an hour of conversions
        score(np.random.default_rng(0).normal(0, 0.1, SAMPLE_RATE))
    except Exception as error:
        raise MissingJudgeError(f"NISQA in {folder} does not work: {error}.") from error
    return score


def _nisqa_options(weights: Path, path: Path) -> dict[str, Any]:
    """Options of ``run_predict.py``; its versions call the channel by two names."""
    return {
        "mode": "predict_file",
        "pretrained_model": os.fspath(weights),
        "deg": os.fspath(path),
        "output_dir": None,
        "ms_channel": None,
        "n_channel": None,
        "bs": 1,
        "num_workers": 0,
        "tr_bs_val": 1,
        "tr_num_workers": 0,
        "tr_parallel": False,
    }


class WordJudge:
    """PocketSphinx with a language model of the test sentences only (closed vocabulary).

    The model is a trigram with back-off, so any order of the words can be heard. Sentences with a
    word that is missing from the judge's dictionary are not scored.

    Parameters
    ----------
    sentences
        All sentences of the test set.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        sphinx = _judge("pocketsphinx", "The word judge")
        models = _judge("pocketsphinx.lm", "The word judge")
        path = sphinx.get_model_path("en-us/cmudict-en-us.dict")
        with open(path, encoding="utf-8") as file:
            known = {line.split(None, 1)[0] for line in file if line.strip()}
        kept = [words for words in map(normalise_text, sentences) if words]
        self.sentences = {" ".join(w) for w in kept if all(word in known for word in w)}
        if not self.sentences:
            raise SyrinxError("No sentence has all its words in the judge's dictionary.")
        text = "\n".join(f"<s> {sentence} </s>" for sentence in sorted(self.sentences))
        model = models.ArpaBoLM(text=text + "\n")
        model.compute()
        with tempfile.TemporaryDirectory() as folder:
            arpa = Path(folder) / "sentences.lm"
            with quiet():
                model.write_file(os.fspath(arpa))
            self._decoder = sphinx.Decoder(
                hmm=sphinx.get_model_path("en-us/en-us"),
                lm=os.fspath(arpa),
                dict=path,
                loglevel="FATAL",
            )

    def knows(self, sentence: str) -> bool:
        """Return whether a sentence can be scored."""
        return " ".join(normalise_text(sentence)) in self.sentences

    def hear(self, audio: NDArray) -> list[str]:
        """Return the words heard in audio at 16 kHz."""
        pcm = np.clip(np.round(np.asarray(audio) * 32767), -32768, 32767).astype(np.int16)
        self._decoder.reinit_feat()  # else the last recording's mean would normalise this one
        self._decoder.start_utt()
        self._decoder.process_raw(pcm.tobytes(), no_search=False, full_utt=True)
        self._decoder.end_utt()
        heard = self._decoder.hyp()
        return normalise_text(heard.hypstr) if heard else []

    def errors(self, sentence: str, audio: NDArray) -> WordErrors:
        """Count the word errors of one recording."""
        return word_errors(normalise_text(sentence), self.hear(audio))


def load_sphinx() -> Callable[[NDArray], str]:
    """Return a function from audio at 16 kHz to what PocketSphinx's default model hears.

    Its English model with the language model and the dictionary that come with it: open
    vocabulary, nothing adapted, every recording heard as if it were the first.
    """
    sphinx = _judge("pocketsphinx", "The comparison with PocketSphinx")
    decoder = sphinx.Decoder(loglevel="FATAL")

    def hear(audio: NDArray) -> str:
        pcm = np.clip(np.round(np.asarray(audio) * 32767), -32768, 32767).astype(np.int16)
        decoder.reinit_feat()
        decoder.start_utt()
        decoder.process_raw(pcm.tobytes(), no_search=False, full_utt=True)
        decoder.end_utt()
        heard = decoder.hyp()
        return heard.hypstr if heard else ""

    return hear
