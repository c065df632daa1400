"""Headers of ONNX files against the onnx package, and files that are none."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from syrinx.app.transcription.onnx_header import read_onnx_header
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import shipped_models
from tests.transcription import tiny_models


@pytest.mark.parametrize("name", ["suppressor.fp16.onnx", "content_encoder.int8.onnx"])
def test_says_what_the_onnx_package_says(name: str) -> None:
    path = shipped_models() / name
    header = read_onnx_header(path)
    model = onnx.load(path)
    assert header.metadata == {entry.key: entry.value for entry in model.metadata_props}
    assert header.inputs == tuple(value.name for value in model.graph.input)
    assert header.outputs == tuple(value.name for value in model.graph.output)
    assert header.external == ()


def test_names_files_with_weights_also_inside_branches(tmp_path: Path) -> None:
    def outside(name: str, place: str) -> onnx.TensorProto:
        tensor = helper.make_tensor(name, TensorProto.FLOAT, [1], [0.0])
        tensor.ClearField("float_data")
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=place)
        tensor.external_data.add(key="offset", value="0")
        return tensor

    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])
    branch = helper.make_graph(
        [helper.make_node("Constant", [], ["z"], value=outside("c", "deep.bin"))],
        "branch",
        [],
        [helper.make_tensor_value_info("z", TensorProto.FLOAT, [1])],
    )
    node = helper.make_node("If", ["b"], ["y"], then_branch=branch, else_branch=branch)
    b = helper.make_tensor_value_info("b", TensorProto.BOOL, [])
    graph = helper.make_graph([node], "g", [b], [y], [outside("w", "weights.bin")])
    path = tmp_path / "model.onnx"
    path.write_bytes(helper.make_model(graph).SerializeToString())
    assert read_onnx_header(path).external == ("deep.bin", "weights.bin")


def test_an_ort_file_is_known_as_such(tmp_path: Path) -> None:
    path = tmp_path / "model.ort"
    path.write_bytes(b"\x20\0\0\0ORTM" + bytes(64))
    assert read_onnx_header(path).optimised


def test_garbage_is_refused_and_never_anything_else(tmp_path: Path) -> None:
    whole = (tiny_models.ctc(tmp_path / "whole") / "model.onnx").read_bytes()
    path = tmp_path / "model.onnx"
    rng = np.random.default_rng(1)
    contents = [b"", b"\0", b"PK\x03\x04" + bytes(99), rng.bytes(5000), b"\x3a\xff\xff\xff\xff\x0f"]
    contents += [whole[:n] for n in range(0, len(whole) - 1, 97)]
    for content in contents:
        path.write_bytes(content)
        with pytest.raises(SyrinxError, match=r"is not an ONNX model, or is cut short"):
            read_onnx_header(path)
    for _ in range(300):  # damaged ones are read or refused
        damaged = bytearray(whole)
        for at in rng.integers(0, len(whole), 4):
            damaged[at] = rng.integers(256)
        path.write_bytes(damaged)
        with contextlib.suppress(SyrinxError):
            read_onnx_header(path)
    with pytest.raises(SyrinxError, match="Cannot read"):
        read_onnx_header(tmp_path / "missing.onnx")
