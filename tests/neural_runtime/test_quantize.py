"""int8: exact arithmetic where it can be exact, ranges by oracle, the right layers."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import numpy_helper

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.export import export_streaming
from syrinx.neural.fidelity import compare_models, log_mel_distance_db, snr_db
from syrinx.neural.quantize import (
    QuantizeConfig,
    Range,
    _Histogram,
    calibrate,
    quantisable,
    quantize_static,
    quantize_weight,
)
from syrinx.neural.runtime.session import StateSession, open_session
from tests.neural_runtime.tiny import QUANTIZE, content_encoder, encoder_stream, voice_like


@given(seed=st.integers(0, 10_000), n_in=st.integers(1, 33), sharp=st.floats(0.3, 4.0))
@settings(max_examples=40, deadline=None)
def test_neighbouring_products_cannot_overflow_16_bits(seed: int, n_in: int, sharp: float) -> None:
    rng = np.random.default_rng(seed)
    weight = np.sign(rng.standard_normal((n_in, 5))) * rng.gamma(1.0, 1.0, (n_in, 5)) ** sharp
    value, scale = quantize_weight(weight.astype(np.float32))
    pairs = np.pad(value.astype(np.int32), ((0, n_in % 2), (0, 0))).reshape(-1, 2, 5)
    assert 255 * np.maximum(pairs, 0).sum(axis=1).max() <= 32767
    assert 255 * np.minimum(pairs, 0).sum(axis=1).min() >= -32768
    assert np.abs(value * scale - weight).max() <= 0.5001 * scale.max()


def test_weights_without_the_guard_use_all_bits() -> None:
    weight = np.array([[1.0, -2.0], [0.5, 2.0]], np.float32)
    value, scale = quantize_weight(weight, saturation_safe=False)
    np.testing.assert_array_equal(value, [[127, -127], [64, 127]])
    np.testing.assert_allclose(scale, [1 / 127, 2 / 127])
    value, scale = quantize_weight(np.zeros((4, 2), np.float32))
    assert not value.any()
    assert (scale > 0).all()


def test_histogram_range_is_the_percentile() -> None:
    rng = np.random.default_rng(0)
    values = np.concatenate([rng.standard_normal(200_000), [50.0, -3.0]])
    histogram = _Histogram()
    for piece in np.array_split(values, 37):
        histogram.add(piece)
    found = histogram.range(99.9)
    low, high = np.percentile(values, [0.1, 99.9])
    bin_width = 2 * histogram.limit / histogram.n_bins
    assert found.low == pytest.approx(low, abs=2 * bin_width)
    assert found.high == pytest.approx(high, abs=2 * bin_width)
    assert histogram.range(100.0) == Range(low=values.min(), high=50.0)
    with pytest.raises(SyrinxError, match="NaN"):
        histogram.add(np.array([np.nan]))


def test_calibration_sees_what_torch_computes() -> None:
    module = content_encoder()
    model = export_streaming(module, name="m")
    config = QuantizeConfig(smallest_weight=1024, percentile=100.0)
    steps = list(encoder_stream(1.0))
    ranges = calibrate(model, steps, config)
    seen: list[np.ndarray] = []
    module.stack.blocks[1].up.register_forward_pre_hook(
        lambda _, inputs: seen.append(inputs[0].detach().numpy())
    )
    import torch

    with torch.no_grad():
        module(torch.from_numpy(voice_like(1.0))[None, None])
    (node,) = (n for n in quantisable(model, config) if "blocks.1.up" in n.input[1])
    found = ranges[node.input[0]]
    assert found.low == pytest.approx(float(seen[0].min()), rel=1e-3)
    assert found.high == pytest.approx(float(seen[0].max()), rel=1e-3)


def test_streams_are_separate_and_needed() -> None:
    model = export_streaming(content_encoder(), name="m")
    once = list(encoder_stream(0.5))
    config = QuantizeConfig(smallest_weight=1024, percentile=100.0)
    assert calibrate(model, once, config) == calibrate(model, once + once, config)
    assert calibrate(model, once, config) != calibrate(model, once + once[1:], config)
    with pytest.raises(SyrinxError, match="nothing to calibrate"):
        calibrate(model, [{}], config)


def test_only_inner_layers_become_int8() -> None:
    model = export_streaming(content_encoder(), name="m")
    ranges = calibrate(model, encoder_stream(0.3), QUANTIZE)
    result = quantize_static(model, ranges, QUANTIZE)
    int8 = {i.name for i in result.graph.initializer if i.data_type == onnx.TensorProto.INT8}
    layers = {f"weight.stack.blocks.{b}.{k}.weight" for b in (0, 1) for k in ("up", "down")}
    assert {name.removesuffix(".int8") for name in int8 if name.endswith(".int8")} == layers
    left = {i.name for i in result.graph.initializer}
    assert "weight.project.weight" in left
    assert not layers & left
    nodes = [n for n in result.graph.node if n.op_type == "MatMulIntegerToFloat"]
    assert len(nodes) == 4
    assert all(n.input[6] for n in nodes), "a bias was not fused"
    everything = QuantizeConfig(smallest_weight=1024, float_layers=())
    assert len(quantisable(model, everything)) == 6
    assert not any(n.input[1].startswith("constant.") for n in quantisable(model, everything))


def test_int8_kernel_is_the_integer_product() -> None:
    """One product by hand: quantise, multiply integers, scale, add the bias."""
    module = content_encoder()
    model = export_streaming(module, name="m")
    steps = list(encoder_stream(0.3))
    ranges = calibrate(model, steps, QUANTIZE)
    result = quantize_static(model, ranges, QUANTIZE)
    node = next(n for n in result.graph.node if n.op_type == "MatMulIntegerToFloat")
    source = next(n for n in result.graph.node if n.output[0] == node.input[0]).input[0]
    for name in (source, node.output[0]):
        result.graph.output.append(
            onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, 1, None])
        )
    constants = {i.name: numpy_helper.to_array(i) for i in result.graph.initializer}
    _, w, a_scale, w_scale, a_zero, _, bias = (constants.get(name) for name in node.input)
    session = open_session(result.SerializeToString())
    state = StateSession(open_session(model.SerializeToString()))
    for inputs in steps[1:6]:
        feed = {**inputs, **{k: v.copy() for k, v in state.state.items()}}
        x, y = session.run([source, node.output[0]], feed)
        q = np.clip(np.rint(x / a_scale) + a_zero, 0, 255).astype(np.int64) - int(a_zero)
        expected = (q @ w.astype(np.int64)) * (a_scale * w_scale) + bias
        np.testing.assert_allclose(y, expected, atol=1e-4)
        state.step(**inputs)


def test_report_tells_a_good_twin_from_a_bad_one() -> None:
    model = export_streaming(content_encoder(), name="m")
    steps = list(encoder_stream(0.5, seed=1))
    good = quantize_static(model, calibrate(model, encoder_stream(0.5), QUANTIZE), QUANTIZE)
    ranges = {
        k: Range(low=v.low / 50, high=v.high / 50)
        for k, v in calibrate(model, encoder_stream(0.5), QUANTIZE).items()
    }
    bad = quantize_static(model, ranges, QUANTIZE)
    first, second = compare_models(model, good, steps), compare_models(model, bad, steps)
    assert first.snr_db["content"] > second.snr_db["content"] + 10
    assert first.megabytes_int8 < first.megabytes_float
    assert min(first.step_us_float, first.step_us_int8, first.speed_ratio) > 0


def test_distances_by_oracle() -> None:
    rng = np.random.default_rng(0)
    audio = rng.standard_normal(16_000).astype(np.float32)
    assert log_mel_distance_db(audio, audio) == 0.0
    assert log_mel_distance_db(audio, 2.0 * audio) == pytest.approx(6.02, abs=0.01)
    assert snr_db(audio, 0.9 * audio) == pytest.approx(20.0, abs=0.01)
    assert log_mel_distance_db(np.zeros(16_000, np.float32), audio) > 10
