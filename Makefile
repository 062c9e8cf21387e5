# Two commands matter: `make run` and `make test`.  Both set up what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CATALOGUES := $(wildcard src/reprise/locale/*/LC_MESSAGES/django.po)

.DEFAULT_GOAL := help
.PHONY: help run test test-all gate lint check-books bench messages clean browser

help:
	@echo "make run          start the marketplace with demo data (PORT=8000, REPRISE_DATA=var)"
	@echo "make test         set up and run the gate and the tests"
	@echo "make test-all     the exhaustive campaigns as well"
	@echo "make check-books  prove stock, orders, payments and ledger of the running marketplace"

# A stamp a lock file: installing again is free when nothing changed.
$(VENV)/pip.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; PYTHON=/path/to/python3.11 names one." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "The environment could not be made; on Debian: apt install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/run.stamp: $(VENV)/pip.stamp requirements/run.txt pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(PYTHON) tools/link.py $(VENV)
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements/test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/messages.stamp: $(VENV)/run.stamp $(CATALOGUES)
	@$(BIN)/pybabel --quiet compile --directory src/reprise/locale --domain django
	@touch $@

# What is given to make (PORT=8001, DATABASE_URL=...) is in its environment already.
run: $(VENV)/messages.stamp
	@exec $(BIN)/reprise run

test: browser gate
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not slow"

test-all: browser gate
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

gate: $(VENV)/test.stamp $(VENV)/messages.stamp
	$(BIN)/ruff check src tests tools bench
	$(BIN)/ruff format --check --quiet src tests tools bench
	$(BIN)/lint-imports
	$(BIN)/mypy

# Root installs Debian's Chromium; anybody else needs one on PATH.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
		  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } ; } || \
		{ echo "The browser tests need chromium on PATH; on Debian: apt install chromium" >&2; exit 1; }

check-books: $(VENV)/run.stamp
	@$(BIN)/reprise check-books

# The texts of the pages and e-mails, for translators.
messages: $(VENV)/test.stamp
	$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --no-location --sort-output --omit-header \
		--keyword _ --keyword gettext_noop --output src/reprise/locale/django.pot .
	$(BIN)/pybabel --quiet update --domain django --input-file src/reprise/locale/django.pot \
		--output-dir src/reprise/locale --no-fuzzy-matching --ignore-pot-creation-date
	rm src/reprise/locale/django.pot

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

# CPU a request beside limits measured in the same run; OFFERS=1000000 takes the large set.
bench: $(VENV)/test.stamp $(VENV)/messages.stamp
	@$(BIN)/python -m bench.run
