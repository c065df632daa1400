"""The clean-up by name: switches as actions, and the knobs that a controller turns."""

from __future__ import annotations

from syrinx.app.viewmodels.actions import Action
from syrinx.app.viewmodels.knobs import Knob
from syrinx.app.viewmodels.rack import RackModel

GROUP = "Clean-up"
_SWITCHES = {
    "feedback": "Feedback guard",
    "level": "Automatic level",
    "suppress": "Noise suppression",
    "gate": "Gate",
    "de_esser": "De-esser",
    "eq": "Equaliser",
    "compressor": "Compressor",
    "reverb": "Reverb",
}


def rack_actions(rack: RackModel) -> list[Action]:
    """Return an action that switches each stage, and one that lets everything through them."""
    made = [
        Action(
            id=f"switch_{stage}", title=f"{title} on or off", group=GROUP,
            run=lambda _, stage=stage: rack.set_on(stage, not rack.is_on(stage)),
            description=f"Switches the {title[0].lower()}{title[1:]}.",
            is_on=lambda stage=stage: rack.is_on(stage),
        )
        for stage, title in _SWITCHES.items()
    ]  # fmt: skip
    return [
        *made,
        Action(
            id="bypass_clean_up", title="Compare without clean-up", group=GROUP,
            run=lambda _: rack.set_bypassed(not rack.rack.bypass),
            description="Lets everything through all stages of the clean-up, or takes it back.",
            is_on=lambda: rack.rack.bypass,
        ),
    ]  # fmt: skip


def rack_knobs(rack: RackModel) -> tuple[Knob, ...]:
    """Return the knobs that one turns while one speaks; the level of the gate is another's."""

    def share(knob_id: str, title: str, stage: str, name: str) -> Knob:
        return Knob(
            id=knob_id, title=title, low=0, high=1, unit="",
            get=lambda: float(rack.value(stage, name)),
            set=lambda value: rack.set_value(stage, name, round(value, 2)),
        )  # fmt: skip

    return (
        share("suppress_strength", "Strength of the noise suppression", "suppress", "strength"),
        share("reverb_mix", "Share of the reverb", "reverb", "mix"),
    )
