# Set-up is locked (uv.lock) and lands in .venv; nothing outside the project is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
export UV_PROJECT_ENVIRONMENT := $(CURDIR)/$(VENV)
export DBT_SEND_ANONYMOUS_USAGE_STATS := false

.PHONY: help setup run ui superset docs test lint types unit pipeline browser bi quality clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v[:2] < (3, 14) else f"Python 3.11 to 3.13 is needed, {sys.executable} is {v.major}.{v.minor}; run: make PYTHON=python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv sync --locked --quiet --python $(BIN)/python
	@touch $@

setup: $(VENV)/.ready ## install everything into .venv from the lock file

run: setup ## run the whole pipeline on the catalogue's sources
	$(BIN)/jalons run

ui: setup ## open Dagster on http://127.0.0.1:3000
	$(BIN)/jalons ui

superset: setup ## show the published marts in Superset on http://127.0.0.1:8088, set up in .venv-superset
	warehouse/bi/superset/run.sh

docs: setup ## write dbt's docs of every model, column and test into dbt_project/target/static_index.html
	JALONS_WAREHOUSE=$${JALONS_HOME:-$(CURDIR)/warehouse/data}/warehouse.duckdb $(BIN)/dbt --quiet docs generate --static --project-dir dbt_project --profiles-dir dbt_project
	@echo dbt_project/target/static_index.html

test: lint types unit pipeline browser ## everything that must pass

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

unit: setup
	$(BIN)/pytest -q -n 2 tests/unit tests/architecture tests/quality

pipeline: setup
	tests/services.sh
	$(BIN)/pytest -q -n 2 --dist loadfile tests/pipeline

browser: setup
	tests/services.sh
	$(BIN)/pytest -q tests/browser

bi: setup ## test Superset and the Node client over really published marts; slow, not part of test
	tests/services.sh node
	$(BIN)/pytest -q tests/bi

clean: ## remove the environment and everything that runs wrote
	rm -rf $(VENV) .venv-superset warehouse/data dbt_project/target dbt_project/logs .mypy_cache .ruff_cache .pytest_cache
