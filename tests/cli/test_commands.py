"""voices, enroll, devices, doctor, live and bench."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from syrinx.app.engine.messages import DeviceScript, EngineConfig
from syrinx.app.enrolment import enrol, robust_mean
from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry, shipped_models
from tests.cli.conftest import Result, run_program, speech_like

Run = Callable[..., Result]
Wav = Callable[..., Path]


class FakeEmbedder:
    """An embedder that hears only the loudest frequency."""

    def embed(self, audio: Any) -> Any:
        spectrum = np.abs(np.fft.rfft(audio[:16_000]))
        vector = np.full(192, 0.01, np.float32)
        vector[int(np.argmax(spectrum)) // 50 % 192] = 1.0
        return vector / np.linalg.norm(vector)


# ---- voices ----


def test_voices_lists_effects(syrinx: Run) -> None:
    listed = json.loads(syrinx("voices", "--json").out)
    assert listed["problems"] == []
    assert {voice["kind"] for voice in listed["voices"]} >= {"effect"}
    assert json.loads(syrinx("voices", "list", "--json").out) == listed
    text = syrinx("voices").out
    for voice in listed["voices"]:
        assert voice["id"] in text


def add_voice(home: Path, wav: Wav, name: str = "Ada") -> VoiceLibrary:
    library = VoiceLibrary(home)
    source = wav("speech.wav", audio=speech_like(8.0, 16_000, f0_hz=200.0), rate=16_000)
    enrol(name, [source], library=library, embedder=FakeEmbedder(), consent="given")
    return library


def test_export_import_remove(syrinx: Run, syrinx_home: Path, wav: Wav, tmp_path: Path) -> None:
    library = add_voice(syrinx_home, wav)
    before = library.get("ada")
    assert syrinx("voices", "export", "Ada", tmp_path / "ada.syrinxvoice").code == 0
    assert syrinx("voices", "remove", "ada").code == 0
    assert "ada" not in [voice.id for voice in library.list()]
    assert syrinx("voices", "import", tmp_path / "ada.syrinxvoice").code == 0
    assert library.get("ada") == before


def test_voices_errors_are_sentences(syrinx: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.syrinxvoice").write_text("no")
    for arguments in (
        ["remove", "nobody"],
        ["remove", "robot"],
        ["export", "nobody", tmp_path],
        ["export", "robot", tmp_path],
        ["import", tmp_path / "gone.syrinxvoice"],
        ["import", tmp_path / "bad.syrinxvoice"],
        ["import", tmp_path],
    ):
        syrinx("voices", *arguments).assert_one_sentence()


def test_one_bad_voice_file_does_not_stop_the_others(
    syrinx: Run, syrinx_home: Path, wav: Wav, tmp_path: Path
) -> None:
    library = add_voice(syrinx_home, wav)
    good, bad = tmp_path / "ada.syrinxvoice", tmp_path / "bad.syrinxvoice"
    library.export("ada", good)
    library.remove("ada")
    bad.write_text("no")
    done = syrinx("voices", "import", bad, good)
    assert str(bad) in done.assert_one_sentence()
    assert library.get("ada").name == "Ada"


def test_a_voice_file_cannot_garble_the_list(syrinx: Run, syrinx_home: Path) -> None:
    embedding = np.full(192, 192**-0.5, np.float32)
    voice = Voice(
        id="a" * 64,
        name="Long",
        kind="neural",
        description="first\nsecond \x1b[31m" + "x" * 5000,
        speaker_embedding=embedding,
        consent="given",
    )
    VoiceLibrary(syrinx_home).add(voice)
    lines = syrinx("voices").out.splitlines()
    assert "\x1b" not in "".join(lines)
    assert "first second" in lines[1]
    assert max(map(len, lines)) < 200
    assert max(len(line) for line in lines if line.startswith("  deep")) < 80


def test_a_damaged_profile_is_named_and_the_rest_listed(
    syrinx: Run, syrinx_home: Path, wav: Wav
) -> None:
    add_voice(syrinx_home, wav)
    path = syrinx_home / "voices" / "ada" / "voice.json"
    path.write_text(path.read_text()[:100])
    result = syrinx("voices")
    assert result.code == 0
    assert str(path) in result.err
    assert "robot" in result.out
    sentence = syrinx("convert", "x.wav", "--voice", "ada").assert_one_sentence()
    assert str(path) in sentence


# ---- enroll ----


def test_enroll_needs_consent(syrinx: Run, wav: Wav, syrinx_home: Path) -> None:
    source = wav(seconds=8.0)
    assert "--consent" in syrinx("enroll", "Ada", source).assert_one_sentence()
    assert not (syrinx_home / "voices").exists()


def test_enrolment_measures_pitch_and_keeps_no_audio(wav: Wav, syrinx_home: Path) -> None:
    library = add_voice(syrinx_home, wav)
    voice = library.get("ada")
    assert voice.f0_median_hz == pytest.approx(200.0, rel=0.01)
    assert voice.consent == "given"
    assert voice.seconds == pytest.approx(8.0, abs=0.5)
    files = [path.name for path in library.folder.rglob("*") if path.is_file()]
    assert files == ["voice.json"]


def test_enrolment_of_an_hour_reads_ten_minutes(wav: Wav, syrinx_home: Path) -> None:
    source = wav(audio=np.tile(speech_like(60.0, 8_000), 60), rate=8_000)
    done = enrol(
        "Long", [source], library=VoiceLibrary(syrinx_home), embedder=FakeEmbedder(), consent="x"
    )
    assert 500 < done.speech_s < 620


def test_enrolment_refuses_bad_recordings(wav: Wav, syrinx_home: Path) -> None:
    rng = np.random.default_rng(0)
    good = speech_like(8.0, 16_000)
    nan = good.copy()
    nan[1000] = np.nan
    cases = {
        "short": (speech_like(2.0, 16_000), "2.0 s of speech"),
        "silent": (np.zeros(160_000, np.float32), "is silent"),
        "quiet": (1e-5 * rng.standard_normal(160_000).astype(np.float32), "is silent"),
        "clipped": (np.clip(20 * good, -1, 1), "clipped"),
        "nan": (nan, "no numbers"),
    }
    library = VoiceLibrary(syrinx_home)
    for name, (audio, words) in cases.items():
        source = wav(f"{name}.wav", audio=audio, subtype="FLOAT")
        with pytest.raises(SyrinxError, match=words):
            enrol(name, [source], library=library, embedder=FakeEmbedder(), consent="x")
    assert not library.folder.exists()


def test_a_failed_fine_tuning_leaves_a_voice_that_says_so(wav: Wav, syrinx_home: Path) -> None:
    class Broken:
        def tune(self, *_: object) -> VoiceAdapter:
            raise SyrinxError("The disk is full.")

    done = enrol(
        "Ada",
        [wav("speech.wav", audio=speech_like(8.0, 16_000, f0_hz=200.0), rate=16_000)],
        library=VoiceLibrary(syrinx_home),
        embedder=FakeEmbedder(),
        consent="given",
        tuner=Broken(),
    )
    assert done.voice.adapter is None
    assert any("not fine-tuned. The disk is full." in remark for remark in done.remarks)


def test_enrolment_names_a_stranger(wav: Wav, syrinx_home: Path) -> None:
    low = wav("low.wav", audio=speech_like(10.0, 16_000, f0_hz=110.0))
    high = wav("high.wav", audio=speech_like(10.0, 16_000, f0_hz=320.0))
    done = enrol(
        "Two", [low, high], library=VoiceLibrary(syrinx_home), embedder=FakeEmbedder(), consent="x"
    )
    assert any("another person" in remark for remark in done.remarks)


def test_enrolment_refuses_a_taken_name_before_any_work(wav: Wav, syrinx_home: Path) -> None:
    library = add_voice(syrinx_home, wav)
    old = library.get("ada")
    again = {"library": library, "embedder": FakeEmbedder(), "consent": "x"}
    source = wav("other.wav", audio=speech_like(8.0, 16_000, f0_hz=100.0))
    with pytest.raises(SyrinxError, match="--replace"):
        enrol("Ada", [source], **again)
    with pytest.raises(SyrinxError, match="built-in"):
        enrol("Robot", [source], **again)
    assert library.get("ada") == old
    done = enrol("Ada", [source], replace_existing=True, **again)
    assert library.get("ada") == done.voice != old
    with pytest.raises(SyrinxError, match="control characters"):
        enrol("a\nb", [source.with_name("not even looked for")], **again)
    twice = enrol("Twice", [source, source], **again)
    assert twice.speech_s == done.speech_s
    assert len(list((library.folder / "ada" / "previous").iterdir())) == 1


def test_robust_mean_leaves_out_the_odd_ones() -> None:
    rng = np.random.default_rng(0)
    person = rng.standard_normal(192)
    group = person + 0.3 * rng.standard_normal((20, 192))
    odd = rng.standard_normal((3, 192))
    vectors = np.concatenate([group, odd])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    mean, kept = robust_mean(vectors, np.ones(len(vectors)))
    assert not kept[20:].any()
    assert kept[:20].sum() >= 17
    assert mean @ (person / np.linalg.norm(person)) > 0.99
    assert np.linalg.norm(mean) == pytest.approx(1.0, abs=1e-6)


def test_robust_mean_of_one_and_of_equal_ones() -> None:
    one = np.zeros((1, 192))
    one[0, 5] = 1.0
    mean, kept = robust_mean(one, np.array([3.0]))
    assert kept.all()
    np.testing.assert_allclose(mean, one[0])
    mean, kept = robust_mean(np.repeat(one, 5, axis=0), np.ones(5))
    assert kept.all()


@pytest.mark.parametrize("fine_tune", [False, True])
def test_enroll_and_convert_with_the_shipped_networks(
    syrinx: Run, wav: Wav, tmp_path: Path, fine_tune: bool
) -> None:
    source = wav("speech.wav", audio=speech_like(8.0, 44_100, f0_hz=200.0), rate=44_100)
    options = ["--steps", "1"] if fine_tune else ["--no-fine-tune"]
    made = syrinx("enroll", "Ada", source, "--consent", "--json", *options)
    assert made.code == 0, made.err
    assert json.loads(made.out)["id"] == "ada"
    assert json.loads(made.out)["fine_tuned"] is fine_tune
    for options in ([], ["--fp32"]):
        target = tmp_path / f"out{len(options)}.wav"
        done = syrinx("convert", wav(seconds=1.5), "--voice", "ada", "-o", target, *options)
        assert done.code == 0, done.err
        assert target.exists()


# ---- devices, doctor, live, bench ----


def no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("syrinx.app.engine.device.list_devices", lambda **options: ())


def test_no_devices_is_one_sentence(syrinx: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    no_devices(monkeypatch)
    assert "No sound device" in syrinx("devices").assert_one_sentence()
    as_json = syrinx("devices", "--json")
    assert as_json.code == 1
    assert json.loads(as_json.out) == {"devices": []}


def test_doctor_checks_everything(syrinx: Run) -> None:
    result = syrinx("doctor", "--json")
    report = json.loads(result.out)
    names = {check["name"] for check in report["checks"]}
    expected = {"versions", "packages", "processor", "memory", "data folder", "models", "voices"}
    assert names >= expected | {"sound files", "sound devices", "window", "training"}
    failed = [check for check in report["checks"] if check["state"] == "fail"]
    assert report["ok"] == (not failed)
    assert result.code == int(bool(failed))
    assert not failed
    for check in report["checks"]:
        assert check["state"] in ("OK", "warn", "fail")


def a_model(home: Path) -> Path:
    """Copy the shipped models to where the user's own lie, where they come first; name one."""
    shutil.copytree(shipped_models(), home / "models")
    return ModelRegistry(home).entries()["decoder.int8"].path


@pytest.mark.parametrize("how", ["altered", "cut short", "gone"])
def test_doctor_names_a_bad_model(syrinx: Run, syrinx_home: Path, how: str) -> None:
    path = a_model(syrinx_home)
    data = path.read_bytes()
    if how == "altered":
        path.write_bytes(data[:100] + bytes([data[100] ^ 1]) + data[101:])
    elif how == "cut short":
        path.write_bytes(data[: len(data) // 2])
    else:
        path.unlink()
    result = syrinx("doctor")
    assert result.code == 1
    assert any(line.startswith("fail") and str(path) in line for line in result.out.splitlines())


@pytest.mark.parametrize("how", ["altered", "cut short"])
def test_convert_refuses_a_bad_model(
    syrinx: Run, syrinx_home: Path, wav: Wav, tmp_path: Path, how: str
) -> None:
    add_voice(syrinx_home, wav)
    path = a_model(syrinx_home)
    data = path.read_bytes()
    path.write_bytes(
        data[: len(data) // 2] if how == "cut short" else data[:99] + b"\0\1" + data[101:]
    )
    target = tmp_path / "out.wav"
    done = syrinx("convert", wav(), "--voice", "ada", "-o", target)
    assert str(path) in done.assert_one_sentence()
    assert not target.exists()


def test_doctor_names_an_unwritable_home(syrinx: Run, tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SYRINX_HOME", str(tmp_path / "file"))
    result = syrinx("doctor")
    assert result.code == 1
    assert any(x.startswith("fail  data folder") for x in result.out.splitlines()), result.out


def test_doctor_survives_a_check_that_breaks(syrinx: Run, monkeypatch: Any) -> None:
    def broken() -> Any:
        raise RuntimeError("surprise")

    monkeypatch.setattr("syrinx.app.doctor._sound_files", broken)
    result = syrinx("doctor")
    assert "RuntimeError: surprise" in result.out
    assert "sound devices" in result.out


def scripted(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """Let ``syrinx live`` run on a scripted device."""
    import dataclasses

    from syrinx.app.cli import live

    original = live.make_config

    def make_config(options: Any) -> EngineConfig:
        script = DeviceScript(**({"seconds": 1.0} | changes))
        return dataclasses.replace(original(options), script=script)

    monkeypatch.setattr(live, "make_config", make_config)


def test_live_reports(syrinx: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scripted(monkeypatch)
    path = tmp_path / "report.json"
    result = syrinx("live", "--voice", "robot", "--seconds", "0.5", "--report", path, "--json")
    assert result.code == 0, result.err
    report = json.loads(path.read_text())
    assert json.loads(result.out) == report
    assert report["voice"] == "robot"
    assert report["latency"]["total_ms"] > 0
    assert report["blocks"] > 0
    assert report["engine_ready_s"] > 0


def test_live_names_a_device_that_vanishes(
    syrinx: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    scripted(monkeypatch, seconds=5.0, vanish_at_s=0.3)
    path = tmp_path / "report.json"
    syrinx("live", "--seconds", "4", "--report", path).assert_one_sentence()
    assert json.loads(path.read_text())["seconds"] < 3.0, "what ran is reported all the same"


def test_live_without_the_wanted_device(syrinx: Run) -> None:
    sentence = syrinx("live", "--input", "no such thing", "--seconds", "1").assert_one_sentence()
    assert "device" in sentence


def test_live_errors_come_before_the_engine(syrinx: Run, tmp_path: Path) -> None:
    assert "robot" in syrinx("live", "--voice", "robt").assert_one_sentence()
    syrinx("live", "--report", tmp_path).assert_one_sentence()
    syrinx("live", "--report", tmp_path / "gone" / "report.json").assert_one_sentence()


def test_a_live_run_that_never_starts_leaves_no_report(syrinx: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    syrinx("live", "--input", "no such thing", "--report", path).assert_one_sentence()
    assert list(tmp_path.iterdir()) == []
    path.write_text("before")
    syrinx("live", "--input", "no such thing", "--report", path).assert_one_sentence()
    assert path.read_text() == "before"


def test_live_interrupted_before_it_starts_is_130(
    syrinx: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: object, kind: object) -> None:
        raise KeyboardInterrupt

    scripted(monkeypatch)
    monkeypatch.setattr("syrinx.app.engine.live.EngineHost.wait_for", interrupt)
    result = syrinx("live", "--seconds", "1")
    assert (result.code, result.err) == (130, "syrinx: interrupted.\n")


def test_bench_of_effects(syrinx: Run) -> None:
    result = syrinx("bench", "--effects", "--seconds", "1", "--json")
    assert result.code == 0, result.err
    rows = json.loads(result.out)["effects"]
    assert len(rows) >= 10
    for row in rows:
        assert row["rtf"] > 0
        total = sum(part["ms"] for part in row["parts"])
        assert total == pytest.approx(row["chain_latency_ms"])


def test_bench_without_models_is_one_sentence(
    syrinx: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("syrinx.neural.runtime.registry.shipped_models", lambda: tmp_path)
    assert "--effects" in syrinx("bench").assert_one_sentence()


def test_bench_keys() -> None:
    result = run_program("bench", "--json", "--seconds", "2")
    assert result.code == 0, result.err
    figures = json.loads(result.out)
    keys = (
        "model_latency_ms chain_latency_ms rtf_int8 rtf_fp32 step_ms_p50 step_ms_p99 "
        "live_files_mb engine_rss_mb engine_ready_s load_s int8_speedup"
    )
    for key in keys.split():
        assert figures[key] > 0, key
    total = sum(part["ms"] for part in figures["parts"])
    assert total == pytest.approx(figures["chain_latency_ms"])
