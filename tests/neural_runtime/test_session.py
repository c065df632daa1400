"""Sessions that remember: swapping buffers, reset, sharing, errors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.export import set_metadata
from syrinx.neural.runtime.session import StateSession, open_session


def counter(*, fill: float = 0.0, state: str = "next_state.sum", size: int | str = 2) -> bytes:
    """``y = state + x``, the state is the running sum."""
    shape = [1, size]
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        [
            helper.make_node("Add", ["state.sum", "x"], ["y"]),
            helper.make_node("Identity", ["y"], [state]),
        ],
        "counter",
        [info("x", TensorProto.FLOAT, shape), info("state.sum", TensorProto.FLOAT, shape)],
        [info("y", TensorProto.FLOAT, shape), info(state, TensorProto.FLOAT, shape)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    set_metadata(model, {"name": "counter", "state_fill": {"sum": fill}})
    onnx.checker.check_model(model)
    return model.SerializeToString()


def test_state_is_carried_over_many_swaps() -> None:
    session = StateSession(open_session(counter()))
    rng = np.random.default_rng(0)
    total = np.zeros((1, 2), np.float32)
    for _ in range(101):
        x = rng.standard_normal((1, 2)).astype(np.float32)
        total = total + x
        np.testing.assert_array_equal(session.step(x=x)["y"], total)
        np.testing.assert_array_equal(session.state["state.sum"], total)


def test_reset_after_an_odd_number_of_steps_starts_from_the_declared_value() -> None:
    session = StateSession(open_session(counter(fill=5.0)))
    for steps in (1, 2, 3):
        for _ in range(steps):
            session.step(x=1.0)
        session.reset()
        assert not session.inputs["x"].any()
        np.testing.assert_array_equal(session.step(x=1.0)["y"], [[6.0, 6.0]])
        session.reset()


def test_outputs_are_preallocated() -> None:
    session = StateSession(open_session(counter()))
    first, second = session.step(x=1.0)["y"], session.step(x=1.0)["y"]
    assert first is second
    np.testing.assert_array_equal(first, [[2.0, 2.0]])


def test_instances_over_one_session_do_not_meet() -> None:
    shared = open_session(counter())
    one, other = StateSession(shared), StateSession(shared)
    one.step(x=3.0)
    np.testing.assert_array_equal(other.step(x=1.0)["y"], [[1.0, 1.0]])
    np.testing.assert_array_equal(one.step(x=1.0)["y"], [[4.0, 4.0]])


@pytest.mark.parametrize(
    ("inputs", "message"),
    [({"z": 1.0}, "no input z"), ({"x": np.ones(2, np.float32)}, "shape")],
)
def test_wrong_inputs_are_refused(inputs: dict[str, float], message: str) -> None:
    session = StateSession(open_session(counter()))
    with pytest.raises(SyrinxError, match=message):
        session.step(**inputs)


def test_a_state_without_partner_and_open_shapes_are_refused() -> None:
    with pytest.raises(SyrinxError, match=r"state\.sum has no next_state\.sum"):
        StateSession(open_session(counter(state="next_state.other")))
    with pytest.raises(SyrinxError, match="open shape"):
        StateSession(open_session(counter(size="n")))


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.onnx"
    path.write_bytes(counter()[:-20])
    with pytest.raises(SyrinxError, match=r"broken\.onnx"):
        open_session(path)
    with pytest.raises(SyrinxError, match="decoder"):
        open_session(b"no model", name="decoder")


def test_live_settings() -> None:
    options = open_session(counter()).get_session_options()
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"
    assert options.get_session_config_entry("session.set_denormal_as_zero") == "1"


def adding() -> bytes:
    """``y = adapter.offset + state + x``."""
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        [
            helper.make_node("Add", ["state.sum", "x"], ["sum"]),
            helper.make_node("Identity", ["sum"], ["next_state.sum"]),
            helper.make_node("Add", ["sum", "adapter.offset"], ["y"]),
        ],
        "adding",
        [info(n, TensorProto.FLOAT, [1, 2]) for n in ("x", "adapter.offset", "state.sum")],
        [info(n, TensorProto.FLOAT, [1, 2]) for n in ("y", "next_state.sum")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    return model.SerializeToString()


def test_an_adapter_stays_with_its_instance() -> None:
    shared = open_session(adding())
    one, other = StateSession(shared), StateSession(shared)
    assert one.adapter == {"offset": (1, 2)}
    assert set(one.inputs) == {"x"}
    one.step(x=5.0)
    one.adapt({"offset": np.array([[1.0, 2.0]])})
    for _ in range(2):  # adapting begins anew, and a reset leaves the adapter
        np.testing.assert_array_equal(one.step(x=1.0)["y"], [[2.0, 3.0]])
        one.reset()
    np.testing.assert_array_equal(other.step(x=1.0)["y"], [[1.0, 1.0]])
    for wrong in ({}, {"offset": np.zeros((1, 3))}, {"other": np.zeros((1, 2))}):
        with pytest.raises(SyrinxError, match="enrol it again"):
            one.adapt(wrong)
    np.testing.assert_array_equal(one.step(x=1.0)["y"], [[2.0, 3.0]])
