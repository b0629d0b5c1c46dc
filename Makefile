# Everything a checkout needs. Two commands matter: `make demo` and `make test`.
PYTHON ?= python3
export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1
BIN := .venv/bin
UV := .tools/bin/uv
UV_VERSION := 0.13.9
FITS := import sys; (3, 11) <= sys.version_info < (3, 14) or sys.exit(sys.argv[1] + " is Python " + \
  sys.version.split()[0] + ", and 3.11 to 3.13 are needed: name one, as in `make test PYTHON=python3.12`")

.PHONY: demo test test-all check format reports lock clean

demo: .venv/.ready  ## Run the main job on the worked example; the last line is the report's path.
	$(BIN)/reconcile demo

test: check  ## Check the code and run the tests, a real PostgreSQL among them.
	$(BIN)/pytest -m "not slow" -n auto

test-all: check  ## The same with the slow ones.
	$(BIN)/pytest -n auto

check: .venv/.ready  ## Format, lint, types, import contracts, generated pages.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check -r README.md docs/*.md

format: .venv/.ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/cog -r README.md docs/*.md

reports: .venv/.ready  ## Make the worked example's reports anew; their clock and their ledger's origin are fixed.
	rm -rf build/demo
	RECONCILE_CLOCK=2026-01-01T00:00:00Z RECONCILE_ORIGIN=reconcile/demo RECONCILE_ACTOR=demo \
	  $(BIN)/reconcile demo build/demo --quiet
	cp build/demo/reports/discrepancies.* reports/

lock: | $(UV)  ## Pin every dependency with its hashes, those of `train` aside; the file names no index.
	$(UV) pip compile --quiet --universal --generate-hashes --no-annotate --no-header --no-emit-index-url \
	  --python-version 3.11 --extra postgres --extra reader --group dev pyproject.toml -o requirements.lock

# uv needs neither ensurepip nor a system-wide install; where it cannot be had or fails, plain venv and pip do the same.
# The mark is made last, so that an environment that was left half made is made anew.
.venv/.ready: pyproject.toml requirements.lock
	@$(PYTHON) -c '$(FITS)' $(PYTHON)
	( $(MAKE) --no-print-directory $(UV) && \
	  $(UV) venv --quiet --clear --python $(PYTHON) .venv && \
	  $(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock && \
	  $(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ) || \
	( $(PYTHON) -m venv --clear .venv && \
	  $(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e . )
	touch $@

$(UV):
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
	  --upgrade --target .tools uv==$(UV_VERSION)

clean:
	rm -rf .tools .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
