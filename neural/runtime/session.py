"""onnxruntime for real time: sessions with the right settings, and networks that keep a state.

Settings (measured, see ``docs/measurements/int8.md``): one thread, sequential, no spinning,
denormals as zero, fixed shapes, and state buffers that swap instead of being copied.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

STATE_PREFIX = "state."
NEXT_STATE_PREFIX = "next_state."
ADAPTER_PREFIX = "adapter."
METADATA_KEY = "syrinx"
CONDITION_KEY = "condition_of"
"""State that names the embedding which the cached condition belongs to (`neural.hoist`)."""
WARM_UP_STEPS = 8

Array = NDArray[Any]

_DTYPES: dict[str, type[np.generic]] = {
    "tensor(float)": np.float32,
    "tensor(double)": np.float64,
    "tensor(int64)": np.int64,
    "tensor(int32)": np.int32,
    "tensor(bool)": np.bool_,
}


def open_session(
    model: str | Path | bytes, *, threads: int = 1, name: str = ""
) -> ort.InferenceSession:
    """Open an ONNX model on the CPU with settings fit for an audio thread.

    Parameters
    ----------
    model
        Path of the file, or its content.
    threads
        Threads inside one operator; 1 for everything that runs live.
    name
        How an error calls the model; default: the path.

    Raises
    ------
    SyrinxError
        If the file cannot be read or is no model that this onnxruntime runs.
    """
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    options.log_severity_level = 3
    label = name or ("the model" if isinstance(model, bytes) else str(model))
    source = model if isinstance(model, bytes) else str(model)
    try:
        return ort.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own classes share no public base
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise SyrinxError(
            f"The model {label} cannot be opened: restore the file or reinstall Syrinx ({reason})."
        ) from error


def session_metadata(session: ort.InferenceSession) -> dict[str, Any]:
    """Return the JSON object that the export wrote into the model (empty if there is none)."""
    text = session.get_modelmeta().custom_metadata_map.get(METADATA_KEY, "{}")
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


class StateSession:
    """A network that runs step by step and remembers.

    Inputs named ``state.<name>`` belong to outputs ``next_state.<name>``; all shapes are fixed.
    Inputs named ``adapter.<name>`` belong to the instance: zeros until `adapt` is called.
    Two sets of state buffers and two bindings take turns, so a step copies nothing but its
    inputs. Several instances may share one `onnxruntime.InferenceSession`: the weights are
    there once, the state is here.

    Parameters
    ----------
    session
        From `open_session`.
    warm_up
        Steps run on zeros before the state is reset: onnxruntime plans memory in the first ones.

    Raises
    ------
    SyrinxError
        If the model's shapes are not fixed or a state has no partner.
    """

    def __init__(self, session: ort.InferenceSession, *, warm_up: int = WARM_UP_STEPS) -> None:
        self._session = session
        self.metadata = session_metadata(session)
        fill = self.metadata.get("state_fill", {})
        inputs = {node.name: node for node in session.get_inputs()}
        outputs = {node.name: node for node in session.get_outputs()}
        states = [name for name in inputs if name.startswith(STATE_PREFIX)]
        for name in states:
            partner = outputs.get(self._next(name))
            if partner is None or partner.shape != inputs[name].shape:
                raise SyrinxError(f"The model is broken: {name} has no {self._next(name)}.")

        self._state_names = states
        self._fill = {n: fill.get(n.removeprefix(STATE_PREFIX), 0.0) for n in states}
        self._adapter = {n: _buffer(v) for n, v in inputs.items() if n.startswith(ADAPTER_PREFIX)}
        known = {*states, *self._adapter}
        self._inputs = {n: _buffer(v) for n, v in inputs.items() if n not in known}
        self._outputs = {
            n: _buffer(v) for n, v in outputs.items() if not n.startswith(NEXT_STATE_PREFIX)
        }
        self._states = tuple({n: _buffer(inputs[n]) for n in states} for _ in range(2))
        # An OrtValue made from an array shares its memory; both are kept, so it stays valid.
        self._values: list[ort.OrtValue] = []
        self._bindings = tuple(
            self._bind(self._states[turn], self._states[1 - turn]) for turn in range(2)
        )
        self._turn = 0
        for _ in range(warm_up):
            self.run()
        self.reset()

    @staticmethod
    def _next(name: str) -> str:
        return NEXT_STATE_PREFIX + name.removeprefix(STATE_PREFIX)

    def _bind(self, read: Mapping[str, Array], write: Mapping[str, Array]) -> Any:
        binding = self._session.io_binding()
        for name, array in {**self._inputs, **self._adapter, **read}.items():
            binding.bind_ortvalue_input(name, self._value(array))
        following = {self._next(name): array for name, array in write.items()}
        for name, array in {**self._outputs, **following}.items():
            binding.bind_ortvalue_output(name, self._value(array))
        return binding

    def _value(self, array: Array) -> ort.OrtValue:
        value = ort.OrtValue.ortvalue_from_numpy(array)
        self._values.append(value)
        return value

    @property
    def inputs(self) -> Mapping[str, Array]:
        """The input buffers by name: write into them, then call `run`."""
        return self._inputs

    @property
    def outputs(self) -> Mapping[str, Array]:
        """The output buffers by name: overwritten by the next `run`."""
        return self._outputs

    @property
    def state(self) -> Mapping[str, Array]:
        """The state that the next step reads, by input name (``state.<name>``)."""
        return self._states[self._turn]

    @property
    def adapter(self) -> dict[str, tuple[int, ...]]:
        """Shapes of the adapter that the model takes, by name without ``adapter.``."""
        return {n.removeprefix(ADAPTER_PREFIX): v.shape for n, v in self._adapter.items()}

    @property
    def adapter_values(self) -> Mapping[str, Array]:
        """The adapter's buffers by name without ``adapter.``: what is written counts from the next
        `run` on; see `renew_condition`."""
        return {n.removeprefix(ADAPTER_PREFIX): value for n, value in self._adapter.items()}

    def renew_condition(self) -> None:
        """Have the next `run` compute anew what the graph keeps of embedding and adapter.

        Needed after a change of the adapter alone; a change of the embedding is seen.
        """
        name = STATE_PREFIX + CONDITION_KEY
        if name in self._fill:
            self._states[self._turn][name].fill(self._fill[name])

    def adapt(self, adapter: Mapping[str, NDArray[np.floating]]) -> None:
        """Copy an adapter in, by names without ``adapter.``, and return to the initial state.

        Raises
        ------
        SyrinxError
            If it does not have the names and shapes that the model takes; nothing changes then.
        """
        if {name: value.shape for name, value in adapter.items()} != self.adapter:
            raise SyrinxError("The voice's adapter is not made for this model: enrol it again.")
        for name, value in adapter.items():
            self._adapter[ADAPTER_PREFIX + name][...] = value
        self.reset()

    def reset(self) -> None:
        """Return to the initial state and forget inputs and outputs; the adapter stays."""
        self._turn = 0
        for name, array in self._states[0].items():
            array.fill(self._fill[name])
        for array in (*self._inputs.values(), *self._outputs.values()):
            array.fill(0)

    def run(self) -> None:
        """Run one step on what is in `inputs`."""
        # Without RunOptions: onnxruntime's wrapper looks up a setting in them and catches the
        # exception of its absence, 27 us per call.
        self._session.run_with_iobinding(self._bindings[self._turn])
        self._turn = 1 - self._turn

    def step(self, **inputs: Array | float) -> Mapping[str, Array]:
        """Copy the inputs in, run one step, return the output buffers.

        The arrays returned are the same at every call: copy what must last.

        Raises
        ------
        SyrinxError
            If a name is unknown or a shape is wrong (a number fills its input).
        """
        for name, value in inputs.items():
            buffer = self._inputs.get(name)
            if buffer is None:
                raise SyrinxError(f"The model has no input {name}, only {sorted(self._inputs)}.")
            if isinstance(value, np.ndarray) and value.shape != buffer.shape:
                raise SyrinxError(
                    f"Input {name} has the shape {value.shape}, the model needs {buffer.shape}."
                )
            buffer[...] = value
        self.run()
        return self._outputs


def _buffer(node: Any) -> Array:
    """Zeros of the fixed shape and type of an input or output."""
    if not all(isinstance(size, int) and size > 0 for size in node.shape):
        raise SyrinxError(
            f"The model cannot run step by step: {node.name} has the open shape {node.shape}."
        )
    dtype = _DTYPES.get(node.type)
    if dtype is None:
        raise SyrinxError(f"The model cannot run here: {node.name} has the type {node.type}.")
    return np.zeros(node.shape, dtype)
