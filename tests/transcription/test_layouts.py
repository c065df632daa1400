"""Which model a folder holds: every layout that sherpa-onnx publishes, and what is none."""

from __future__ import annotations

import inspect
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sherpa_onnx

from syrinx.app.transcription.layouts import Layout, recognise
from syrinx.app.transcription.sherpa import open_model
from syrinx.dsp.errors import SyrinxError
from tests.transcription import tiny_models
from tests.transcription.tiny_models import stub, write_tokens

WHISPER = {"model_type": "whisper-tiny.en", "n_mels": 80, "n_text_layer": 4, "is_multilingual": 0}
NEMO_CACHE = {"cache_last_channel_dim1": 17, "window_size": 65, "chunk_shift": 56}
PARAFORMER = {"vocab_size": 9, "lfr_window_size": 7, "neg_mean": "0,0", "inv_stddev": "1,1"}
SENSE = {"model_type": "sense_voice_ctc", "lfr_window_size": 7, "neg_mean": "0", "lang_auto": 0}
SENSE |= {f"lang_{code}": 1 for code in ("zh", "en", "ja", "ko", "yue")}

# name of the case -> (files with metadata, kind, mode, factory, arguments)
Files = dict[str, dict[str, Any]]
CASES: dict[str, tuple[Files, str, str, str, dict[str, object]]] = {
    "whisper": (
        {"tiny.en-encoder.onnx": WHISPER, "tiny.en-encoder.int8.onnx": WHISPER,
         "tiny.en-decoder.onnx": {}, "tiny.en-decoder.int8.onnx": {}, "tiny.en-tokens.txt": {}},
        "Whisper", "offline", "from_whisper",
        {"encoder": "tiny.en-encoder.int8.onnx", "decoder": "tiny.en-decoder.int8.onnx",
         "tokens": "tiny.en-tokens.txt", "language": "en"},
    ),
    "zipformer": (
        {"encoder-epoch-99-avg-1.int8.onnx": {"model_type": "zipformer2"},
         "decoder-epoch-99-avg-1.onnx": {}, "joiner-epoch-99-avg-1.int8.onnx": {},
         "joiner-epoch-99-avg-1.onnx": {}, "tokens.txt": {}},
        "Zipformer transducer", "offline", "from_transducer",
        {"encoder": "encoder-epoch-99-avg-1.int8.onnx", "decoder": "decoder-epoch-99-avg-1.onnx",
         "joiner": "joiner-epoch-99-avg-1.int8.onnx", "model_type": "transducer"},
    ),
    "streaming zipformer of icefall": (
        {"exp/encoder-epoch-12.onnx": {"model_type": "zipformer2", "decode_chunk_len": 32},
         "exp/decoder-epoch-12.onnx": {}, "exp/joiner-epoch-12.onnx": {},
         "data/lang_char/tokens.txt": {}},
        "Zipformer transducer (streaming)", "online", "from_transducer",
        {"encoder": "exp/encoder-epoch-12.onnx", "tokens": "data/lang_char/tokens.txt"},
    ),
    "conformer": (
        {"encoder.onnx": {"model_type": "conformer"}, "decoder.onnx": {}, "joiner.onnx": {},
         "tokens.txt": {}},
        "Conformer transducer", "offline", "from_transducer", {"model_type": "transducer"},
    ),
    "parakeet": (
        {"encoder.int8.onnx": {"model_type": "EncDecRNNTBPEModel"}, "decoder.int8.onnx": {},
         "joiner.int8.onnx": {}, "tokens.txt": {}},
        "NeMo transducer", "offline", "from_transducer", {"model_type": "nemo_transducer"},
    ),
    "streaming fast conformer": (
        {"encoder.onnx": {"model_type": "EncDecHybridRNNTCTCBPEModel", **NEMO_CACHE},
         "decoder.onnx": {}, "joiner.onnx": {}, "tokens.txt": {}},
        "NeMo transducer (streaming)", "online", "from_transducer", {},
    ),
    "zipformer ctc": (
        {"model.int8.onnx": {"model_type": "zipformer2_ctc"}, "tokens.txt": {}},
        "Zipformer CTC", "offline", "from_zipformer_ctc", {"model": "model.int8.onnx"},
    ),
    "streaming zipformer ctc": (
        {"ctc-epoch-20-avg-1.onnx": {"model_type": "zipformer2", "decode_chunk_len": 32},
         "tokens.txt": {}},
        "Zipformer CTC (streaming)", "online", "from_zipformer2_ctc",
        {"model": "ctc-epoch-20-avg-1.onnx"},
    ),
    "nemo ctc": (
        {"model.onnx": {"model_type": "EncDecCTCModelBPE"}, "tokens.txt": {}},
        "NeMo CTC", "offline", "from_nemo_ctc", {"model": "model.onnx"},
    ),
    "streaming nemo ctc": (
        {"model.onnx": {"model_type": "EncDecHybridRNNTCTCBPEModel", **NEMO_CACHE},
         "tokens.txt": {}},
        "NeMo CTC (streaming)", "online", "from_nemo_ctc", {},
    ),
    "wenet, both kinds": (
        {"model.onnx": {"model_type": "wenet_ctc"}, "model-streaming.onnx": {},
         "tokens.txt": {}},
        "WeNet CTC", "offline", "from_wenet_ctc", {"model": "model.onnx"},
    ),
    "telespeech": (
        {"model.int8.onnx": {"model_type": "telespeech_ctc"}, "tokens.txt": {}},
        "TeleSpeech CTC", "offline", "from_telespeech_ctc", {},
    ),
    "yes-no": (
        {"model-epoch-14-avg-2.onnx": {"model_type": "tdnn"}, "tokens.txt": {}},
        "TDNN CTC", "offline", "from_tdnn_ctc", {"model": "model-epoch-14-avg-2.onnx"},
    ),
    "medasr": (
        {"model.int8.onnx": {"model_type": "medasr_ctc"}, "tokens.txt": {}},
        "MedASR CTC", "offline", "from_medasr_ctc", {},
    ),
    "omnilingual": (
        {"model.int8.onnx": {"model_type": "omnilingual-asr"}, "tokens.txt": {}},
        "Omnilingual CTC", "offline", "from_omnilingual_asr_ctc", {},
    ),
    "t-one": (
        {"model.onnx": {"model_type": "t-one"}, "tokens.txt": {}},
        "T-one CTC (streaming)", "online", "from_t_one_ctc", {},
    ),
    "dolphin": (
        {"model.int8.onnx": {"mean": "0", "invstd": "1"}, "tokens.txt": {}},
        "Dolphin CTC", "offline", "from_dolphin_ctc", {},
    ),
    "fire red ctc": (
        {"model.int8.onnx": {"model_type": "fire-red-asr-2-ctc"}, "tokens.txt": {}},
        "FireRedASR CTC", "offline", "from_fire_red_asr_ctc", {},
    ),
    "fire red": (
        {"encoder.int8.onnx": {"cmvn_mean": "0", "num_decoder_layers": 16},
         "decoder.int8.onnx": {}, "tokens.txt": {}},
        "FireRedASR", "offline", "from_fire_red_asr", {},
    ),
    "paraformer": (
        {"model.int8.onnx": PARAFORMER, "tokens.txt": {}},
        "Paraformer", "offline", "from_paraformer", {"paraformer": "model.int8.onnx"},
    ),
    "streaming paraformer": (
        {"encoder.int8.onnx": PARAFORMER, "encoder.onnx": PARAFORMER, "decoder.int8.onnx": {},
         "decoder.onnx": {}, "tokens.txt": {}},
        "Paraformer (streaming)", "online", "from_paraformer",
        {"encoder": "encoder.int8.onnx", "decoder": "decoder.int8.onnx"},
    ),
    "sense voice": (
        {"model.int8.onnx": SENSE, "model.onnx": SENSE, "tokens.txt": {}},
        "SenseVoice", "offline", "from_sense_voice", {"model": "model.int8.onnx", "use_itn": True},
    ),
    "moonshine": (
        {"preprocess.onnx": {}, "encode.int8.onnx": {}, "uncached_decode.int8.onnx": {},
         "cached_decode.int8.onnx": {}, "tokens.txt": {}},
        "Moonshine", "offline", "from_moonshine",
        {"preprocessor": "preprocess.onnx", "encoder": "encode.int8.onnx",
         "uncached_decoder": "uncached_decode.int8.onnx",
         "cached_decoder": "cached_decode.int8.onnx"},
    ),
    "moonshine 2": (
        {"encoder_model.ort": {}, "decoder_model_merged.ort": {}, "tokens.txt": {}},
        "Moonshine", "offline", "from_moonshine_v2",
        {"encoder": "encoder_model.ort", "decoder": "decoder_model_merged.ort"},
    ),
    "canary": (
        {"encoder.int8.onnx": {"model_type": "EncDecMultiTaskModel"}, "decoder.int8.onnx": {},
         "tokens.txt": {}},
        "Canary", "offline", "from_nemo_canary", {},
    ),
    "cohere": (
        {"encoder.int8.onnx": {"model_type": "cohere-transcribe-encoder"},
         "decoder.int8.onnx": {}, "tokens.txt": {}},
        "Cohere Transcribe", "offline", "from_cohere_transcribe", {},
    ),
    "qwen": (
        {"conv_frontend.onnx": {}, "encoder.int8.onnx": {}, "decoder.int8.onnx": {},
         "tokenizer/vocab.json": {}, "tokenizer/merges.txt": {}},
        "Qwen3-ASR", "offline", "from_qwen3_asr",
        {"conv_frontend": "conv_frontend.onnx", "tokenizer": "tokenizer"},
    ),
    "funasr nano": (
        {"encoder_adaptor.int8.onnx": {}, "llm.int8.onnx": {}, "embedding.int8.onnx": {},
         "Qwen3-0.6B/tokenizer.json": {}, "Qwen3-0.6B/vocab.json": {}},
        "FunASR Nano", "offline", "from_funasr_nano",
        {"encoder_adaptor": "encoder_adaptor.int8.onnx", "tokenizer": "Qwen3-0.6B"},
    ),
}  # fmt: skip


def write(folder: Path, files: Files) -> Path:
    """Write a folder of these names; networks do nothing but have the metadata."""
    for name, metadata in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".onnx":
            stub(path, metadata)
        elif path.suffix == ".ort":
            path.write_bytes(b"\x20\0\0\0ORTM" + bytes(64))
        elif path.name.endswith("tokens.txt"):
            write_tokens(path.parent, path.name)
        else:
            path.write_text("{}")
    return folder


class Recorder:
    """Stands for the package: checks calls against the real signatures, and keeps them."""

    def __init__(self) -> None:
        self.OfflineRecognizer = self._owner(sherpa_onnx.OfflineRecognizer, "offline")
        self.OnlineRecognizer = self._owner(sherpa_onnx.OnlineRecognizer, "online")
        self.call: tuple[str, str, dict[str, object]] | None = None

    def _owner(self, real: type, mode: str) -> SimpleNamespace:
        def method(name: str) -> Any:
            def make(**arguments: object) -> str:
                inspect.signature(getattr(real, name)).bind(**arguments)
                self.call = (mode, name, arguments)
                return "model"

            return make

        names = [name for name in dir(real) if name.startswith("from_")]
        return SimpleNamespace(**{name: method(name) for name in names})


@pytest.mark.parametrize("case", CASES)
def test_a_published_layout_is_recognised_and_opened_by_its_factory(
    case: str, tmp_path: Path
) -> None:
    files, kind, mode, factory, wanted = CASES[case]
    folder = write(tmp_path / "model", files)
    layout = recognise(folder)
    assert (layout.kind, layout.mode, layout.factory) == (kind, mode, factory)
    recorder = Recorder()
    assert open_model(folder, layout, recorder) == "model"
    assert recorder.call is not None
    called_mode, called, arguments = recorder.call
    assert (called_mode, called) == (mode, factory)
    assert arguments["num_threads"] == 1
    for name, value in wanted.items():
        expected = str(folder / value) if (folder / str(value)).exists() and value else value
        assert arguments[name] == expected, name
    for path in layout.paths:
        assert (folder / path[1]).exists()


def test_every_factory_of_the_package_for_speech_has_a_layout() -> None:
    """Fails when another version of sherpa-onnx opens kinds that are unknown here."""
    offered = {("offline", name) for name in dir(sherpa_onnx.OfflineRecognizer)}
    offered |= {("online", name) for name in dir(sherpa_onnx.OnlineRecognizer)}
    offered = {(mode, name) for mode, name in offered if name.startswith("from_")}
    known = {(case[2], case[3]) for case in CASES.values()}
    known.add(("online", "from_wenet_ctc"))  # below, by the names of its inputs
    assert offered == known


def test_a_streaming_wenet_model_is_told_by_its_inputs(tmp_path: Path) -> None:
    stub(tmp_path / "model-streaming.onnx", {"model_type": "wenet_ctc"}, "x", "offset", "att_cache")
    write_tokens(tmp_path)
    layout = recognise(tmp_path)
    assert (layout.mode, layout.factory) == ("online", "from_wenet_ctc")


def test_full_precision_is_an_option(tmp_path: Path) -> None:
    folder = write(tmp_path / "m", CASES["whisper"][0])
    assert dict(recognise(folder).paths)["encoder"] == "tiny.en-encoder.int8.onnx"
    full = recognise(folder, full_precision=True)
    assert dict(full.paths)["encoder"] == "tiny.en-encoder.onnx"
    assert {file.name for file in full.needed} == {
        "tiny.en-encoder.onnx",
        "tiny.en-decoder.onnx",
        "tiny.en-tokens.txt",
    }


def test_languages_come_from_the_metadata(tmp_path: Path) -> None:
    def languages(case: str, **changes: object) -> tuple[str, ...]:
        files = {name: {**meta, **changes} for name, meta in CASES[case][0].items()}
        return recognise(write(tmp_path / str(len(list(tmp_path.iterdir()))), files)).languages

    assert languages("whisper") == ("en",)
    many = {"is_multilingual": 1, "all_language_codes": "en,zh,de"}
    assert languages("whisper", **many) == ("en", "zh", "de")
    assert languages("sense voice") == ("zh", "en", "ja", "ko", "yue")
    assert languages("nemo ctc", language="Russian") == ("Russian",)
    assert languages("moonshine") == ()


def test_a_multilingual_whisper_finds_out_the_language(tmp_path: Path) -> None:
    files = {name: {**meta, "is_multilingual": 1} for name, meta in CASES["whisper"][0].items()}
    layout = recognise(write(tmp_path / "m", files))
    assert dict(layout.options)["language"] == ""
    assert layout.longest_s <= 28


WRONG: list[tuple[Files, str]] = [
    (
        {"tiny-encoder.onnx": WHISPER, "tiny-tokens.txt": {}},
        "looks like a Whisper model, but this is missing: decoder.onnx.",
    ),
    ({"tiny-decoder.onnx": {}}, "this is missing: encoder.onnx, tokens.txt."),
    (
        {"encoder.onnx": {}, "joiner.onnx": {}, "tokens.txt": {}},
        "looks like a Zipformer transducer model, but this is missing: decoder.onnx.",
    ),
    (
        {"model.onnx": {"model_type": "zipformer2_ctc"}},
        "looks like a Zipformer CTC model, but this is missing: tokens.txt.",
    ),
    (
        {"preprocess.onnx": {}, "encode.onnx": {}, "tokens.txt": {}},
        "this is missing: uncached_decode.onnx, cached_decode.onnx.",
    ),
    (
        {"conv_frontend.onnx": {}, "encoder.onnx": {}, "decoder.onnx": {}},
        "this is missing: tokenizer/vocab.json.",
    ),
    (
        {"model.onnx": {"model_type": "vits"}, "tokens.txt": {}},
        'model.onnx is a model of the kind "vits", which Syrinx cannot recognise speech with.',
    ),
    ({"model.onnx": {}, "tokens.txt": {}}, "model.onnx does not say what kind of model it is"),
    (
        {"encoder.onnx": {}, "decoder.onnx": {}, "tokens.txt": {}},
        "encoder.onnx does not say what kind of model it is",
    ),
    ({"tokens.txt": {}}, "There is no .onnx file in this folder"),
    (
        {"a/model.onnx": {}, "b/model.onnx": {}},
        "There is more than one model in this folder: add one of a, b.",
    ),
]


@pytest.mark.parametrize(("files", "sentence"), WRONG)
def test_what_is_wrong_is_said_in_one_sentence(files: Files, sentence: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "model", files)
    with pytest.raises(SyrinxError) as refused:
        recognise(folder)
    assert sentence in str(refused.value)
    assert str(refused.value).count(". ") == 0


def test_a_table_of_tokens_that_would_end_the_process_is_refused(tmp_path: Path) -> None:
    folder = tiny_models.ctc(tmp_path / "m")
    for content in (b"", b"no number here\n", b"\xff\xfe\x00a 1\n", b"a 1 b\n"):
        (folder / "tokens.txt").write_bytes(content)
        with pytest.raises(SyrinxError, match=r"tokens\.txt is not a table of tokens"):
            recognise(folder)


def test_links_and_weights_outside_the_folder_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    tiny_models.ctc(outside)
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "model.onnx").symlink_to(outside / "model.onnx")
    write_tokens(folder)
    with pytest.raises(SyrinxError, match="is a link to a file outside the folder"):
        recognise(folder)
    (folder / "model.onnx").unlink()
    (folder / "real.bin").write_bytes((outside / "model.onnx").read_bytes())
    (folder / "model.onnx").symlink_to("real.bin")  # inside it may be
    assert recognise(folder).kind == "Zipformer CTC"


def test_weights_in_another_file_must_be_there_and_inside(tmp_path: Path) -> None:
    import onnx
    from onnx.external_data_helper import convert_model_to_external_data

    folder = tiny_models.ctc(tmp_path / "m")

    def move_weights(place: str) -> None:
        model = onnx.load(folder / "model.onnx", load_external_data=False)
        for tensor in model.graph.initializer:
            if tensor.name == "bands":
                if tensor.data_location == onnx.TensorProto.EXTERNAL:
                    del tensor.external_data[:]
                    tensor.external_data.add(key="location", value=place)
                else:
                    small = {
                        "location": place,
                        "size_threshold": 0,
                        "all_tensors_to_one_file": True,
                    }
                    convert_model_to_external_data(model, **small)
        onnx.save(model, folder / "model.onnx")

    move_weights("model.data")
    layout = recognise(folder)
    assert "model.data" in {file.name for file in layout.needed}
    (folder / "model.data").unlink()
    with pytest.raises(SyrinxError, match=r"needs the file model\.data, which is missing"):
        recognise(folder)
    path = folder / "model.onnx"
    path.write_bytes(path.read_bytes().replace(b"model.data", b"../../etcd"))
    with pytest.raises(SyrinxError, match=r"wants to read \.\./\.\./etcd, outside its folder"):
        recognise(folder)


def test_a_layout_is_a_plain_value() -> None:
    layout = Layout(kind="k", mode="offline", factory="f", paths=())
    assert layout.size == 0
    assert not layout.streaming
