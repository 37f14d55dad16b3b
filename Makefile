# make run    install into .venv and run the demo
# make test   everything; also installs what the tests need
# make check  the quick part of it

# The first interpreter that runs and is new enough: a name on the PATH may be a stub.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
SOURCES := $(shell find src -type f -not -name '*.pyc' -not -path '*.egg-info/*')

.PHONY: run test check chromium clean

run: .venv/installed
	$(BIN)/rashomon demo

test: .venv/editable chromium
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest
	$(BIN)/python -m eval.gate

check: .venv/editable
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -m "not slow and not browser"

.venv/created:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; name it: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

# An editable install, once made by `make test`, follows the sources by itself.
.venv/installed: .venv/created pyproject.toml $(SOURCES)
	test -e .venv/editable || { rm -rf build && $(BIN)/pip install -q . && rm -rf build; }
	touch $@

.venv/editable: .venv/created pyproject.toml
	$(BIN)/pip install -q -e ".[test]"
	touch $@

# Browser tests say why they skip where it cannot be had.
chromium:
	@command -v chromium >/dev/null || if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; fi \
		|| echo "Chromium could not be installed: browser tests will skip"

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
