# make run    set up (once) and open the window
# make test   set up (once) and run every check: lint, format, types, imports, tests
# make lint   the checks without the tests
# make bench  measure delay, speed and memory of the live chain
# make lock   write the versions in .venv into packaging/*.lock
# make clean  remove .venv, caches and build outputs
#
# Variables: PYTHON (3.11 or 3.12), ARGS (for run, test and bench), TRAINING=no (set-up without
# torch), TORCH_INDEX (a package index with the CPU build of torch; see README), SYSTEM=no (leave
# the system packages alone).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help run test lint bench lock clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
TRAINING ?= yes
SYSTEM ?= yes
BIN := .venv/bin
LOCKS := packaging/requirements.lock packaging/requirements-training.lock
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
TORCH := $(PIP) install $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) \
	--constraint packaging/requirements-training.lock --constraint packaging/requirements.lock

help:
	@sed -n 's/^# \{0,1\}//p;/^$$/q' Makefile

run: .venv/.ready-run
	@$(BIN)/syrinx $(ARGS)

test: lint
	@QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/run_tests.py $(ARGS)

lint: .venv/.ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir .cache/import-linter

bench: .venv/.ready-run
	@$(BIN)/syrinx bench $(ARGS)

lock: .venv/.ready-test
	@$(BIN)/python packaging/lock.py

clean:
	rm -rf .venv .typeroot .cache build dist syrinx.egg-info .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up. Each stamp is made last, so that a set-up that was cut off starts again; with the stamps
# in place a second `make run` does nothing but start the program.

.venv/.system-run: packaging/system.sh packaging/debian-run.txt
	@[ $(SYSTEM) = no ] || packaging/system.sh packaging/debian-run.txt
	@mkdir -p .venv && touch $@

.venv/.system-test: packaging/system.sh packaging/debian-run.txt packaging/debian-test.txt
	@[ $(SYSTEM) = no ] || packaging/system.sh packaging/debian-run.txt packaging/debian-test.txt
	@mkdir -p .venv && touch $@

.venv/.made: .venv/.system-run
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' || \
		{ echo "Syrinx needs Python 3.11 or 3.12; set PYTHON=/path/to/python3.11." >&2; exit 1; }
	@[ -x $(BIN)/python ] || "$(PYTHON)" -m venv .venv
	@mkdir -p .typeroot && ln -sfn .. .typeroot/syrinx
	@touch $@

.venv/.ready-run: .venv/.made pyproject.toml $(LOCKS)
ifeq ($(TRAINING),yes)
	@$(TORCH) torch==2.13.0
	@$(TORCH) --no-deps torchaudio==2.11.0
	@$(PIP) install --requirement packaging/requirements-training.lock --constraint packaging/requirements.lock
endif
	@$(PIP) install --requirement packaging/requirements.lock
	@$(PIP) install --no-deps --editable .
	@touch $@

.venv/.ready-test: .venv/.ready-run .venv/.system-test packaging/requirements-dev.lock
	@$(PIP) install --requirement packaging/requirements-dev.lock
	@touch $@
