# Two commands set everything up from nothing but Python 3.11 or newer:
#   make briefing   writes today's briefing of the documents that config.yaml names (seeds/) into out/
#   make test       lint, types and the whole suite

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 /usr/bin/python3 python; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$python; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# briefing is importable only where it is installed or in the checkout itself, so every command runs from here
RUN := $(BIN)/python -m briefing
ARGS ?=

.PHONY: briefing example install test format lint types check pictures word-template reference locks wheel clean help

briefing: $(VENV)/.run-stamp ## write today's briefing of seeds/ into out/ (ARGS="--date 2022-09-20" for another day)
	@$(RUN) run $(ARGS)

install: $(VENV)/.run-stamp ## make the virtual environment, with the briefing command in .venv/bin

test: $(VENV)/.dev-stamp ## lint, types and the whole suite
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n 2 --dist worksteal $(ARGS)

format: $(VENV)/.dev-stamp ## let ruff mend what it can
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

lint: $(VENV)/.dev-stamp
	@$(BIN)/ruff check .

types: $(VENV)/.dev-stamp
	@$(BIN)/mypy

check: $(VENV)/.run-stamp ## what is wrong with config.yaml, the templates, the model, and how to mend it
	@$(RUN) check $(ARGS)

pictures: $(VENV)/.dev-stamp ## make the README's pictures anew (needs chromium, libreoffice-writer, poppler-utils and the fonts of .ci/run)
	@$(BIN)/python docs/make_pictures.py

word-template: $(VENV)/.dev-stamp ## make templates/briefing.docx anew from docs/word_styles.py
	@$(BIN)/python -m docs.make_word_template

# a day with nothing new ends with exit code 4
EXAMPLE := examples/three-days
example: $(VENV)/.run-stamp ## make the briefings of three days of an invented region, each with the ones before in mind, into out/three-days
	@rm -rf out/three-days
	@for day in 2031-05-05 2031-05-08 2031-05-12; do \
		mkdir -p out/three-days/documents/$$day && cp $(EXAMPLE)/$$day/*.md out/three-days/documents/$$day/ || exit 1; \
		$(RUN) run --config $(EXAMPLE)/config.yaml --schedule morning --date $$day || [ $$? -eq 4 ] || exit 1; \
	done

reference: $(VENV)/.dev-stamp ## write README's configuration reference anew
	@$(BIN)/python docs/make_reference.py

wheel: $(VENV)/.dev-stamp ## build dist/briefing-*.whl
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist .

# The locks name exact versions and hashes for every platform, and no registry. Needs uv on the PATH.
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
locks: ## resolve requirements*.lock anew from pyproject.toml (UPGRADE=--upgrade for the newest versions)
	@command -v uv >/dev/null || { echo "make locks needs uv: pip install uv" >&2; exit 2; }
	@$(COMPILE) $(UPGRADE) pyproject.toml -o requirements.lock
	@$(COMPILE) $(UPGRADE) --group build -c requirements.lock -o requirements-build.lock
	@$(COMPILE) $(UPGRADE) pyproject.toml --group dev -c requirements.lock -c requirements-build.lock -o requirements-dev.lock

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer with venv was found; install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@echo "making $(VENV) with $(PYTHON)" >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run-stamp: requirements.lock requirements-build.lock pyproject.toml | $(BIN)/python
	@echo "installing what briefing needs into $(VENV)" >&2
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --require-hashes -r requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.dev-stamp: requirements-dev.lock $(VENV)/.run-stamp
	@echo "installing what the checks need into $(VENV)" >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

clean: ## remove everything that make and the checks made
	@rm -rf $(VENV) build dist out var .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 15
