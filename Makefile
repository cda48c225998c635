# `make run` and `make test` are all that a newcomer needs; each target sets up what it lacks (config/setup).

SHELL := /bin/bash
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
SETUP := $(PYTHON) config/setup/bootstrap.py

TS := $(wildcard assets/translations/*.ts)
QM := $(TS:.ts=.qm)

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: setup-run $(QM) ## try it: a hub with the demonstration programme, and a terminal's window
	@$(BIN)/python -m kiosk.tryout

.PHONY: test
test: setup-test $(QM) ## all tests, on SQLite and on a real PostgreSQL
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

.PHONY: demo
demo: setup-demo $(QM) ## the scripted tour of the three jobs; leaves build/demo
	@$(BIN)/python -m tests.e2e.tour

.PHONY: check
check: setup-check lint types layers qml translations-check ## style, types, imports, QML, translations

.PHONY: bench
bench: setup-bench $(QM) ## the benchmarks; leaves build/bench
	@$(BIN)/python -m tests.bench

.PHONY: screens
screens: setup-test $(QM) ## a picture of every screen in every state; leaves build/screens
	@$(BIN)/python -m tests.screens

.PHONY: simulate
simulate: setup-test $(QM) ## the simulation of terminals and hub, SEEDS=n seeds, resumable; leaves build/simulate
	@$(BIN)/python -m tests.simulation --seeds $(or $(SEEDS),1000)

.PHONY: prove
prove: setup-test $(QM) ## all long proofs, resumable; leaves build/prove
	@$(BIN)/python -m tests.proof
	@QC_EVERY_SCREEN=1 QC_EVERY_BENCHMARK=1 $(BIN)/python -m pytest --numprocesses auto -q tests/kiosk/test_layout.py tests/kiosk/test_pixels.py \
		tests/kiosk/test_rush.py \
		tests/bench/test_bench.py
	@$(BIN)/python -m tests.bench --only visits --strict

.PHONY: bundle
bundle: setup-bundle $(QM) ## the program with everything inside, in dist/kiosk
	@$(BIN)/python -m PyInstaller --noconfirm --clean --log-level ERROR --workpath build/bundle --distpath dist kiosk.spec
	@du -sh dist/kiosk

.PHONY: lint
lint: setup-python ## style alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: format
format: setup-python ## puts the code in its form, and mends what can be mended safely
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

.PHONY: translations
translations: setup-check ## brings assets/translations up to date with the texts in the code
	$(BIN)/python config/setup/translations.py update

.PHONY: lock
lock: setup-python ## resolves requirements.lock anew, within pyproject.toml
	$(BIN)/uv --no-config pip compile pyproject.toml --quiet --upgrade --all-extras --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make lock" --output-file requirements.lock

# Parts of `make check`.
.PHONY: types layers qml translations-check
types:
	$(BIN)/mypy
layers:
	$(BIN)/lint-imports --no-logo
qml:
	$(BIN)/python config/setup/qml.py
translations-check:
	$(BIN)/python config/setup/translations.py check

%.qm: %.ts
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

SETUPS := setup-python setup-check setup-run setup-demo setup-test setup-bench setup-bundle
.PHONY: $(SETUPS)
$(SETUPS): setup-%:
	@$(SETUP) $*
