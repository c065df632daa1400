"""Write the versions installed in this environment into packaging/*.lock.

Three files, each with what the one before does not have: what runs, what training adds (without
torch and torchaudio, which the Makefile installs by name), what the checks add.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
BY_NAME = {"torch", "torchaudio"}


def main() -> None:
    """Resolve the three groups of pyproject.toml and write the files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    groups = [
        ("requirements.lock", "What runs.", project["dependencies"]),
        ("requirements-training.lock", "What training adds to it.", extras["training"]),
        ("requirements-dev.lock", "What the checks and tests add to both.", extras["dev"]),
    ]
    done: set[str] = set(BY_NAME)
    for file_name, title, requirements in groups:
        names = closure([Requirement(text).name for text in requirements]) - done
        done |= names
        lines = [f"# {title} Exact versions, written by `make lock`."]
        lines += [f"{distribution(n).name}=={distribution(n).version}" for n in sorted(names)]
        (ROOT / "packaging" / file_name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def closure(names: list[str]) -> set[str]:
    """Return the normalised names of these distributions and of all that they require."""
    seen: set[str] = set()
    waiting = [normalised(name) for name in names]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for text in distribution(name).requires or []:
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(normalised(requirement.name))
    return seen


def normalised(name: str) -> str:
    """Return the name as package indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main()
