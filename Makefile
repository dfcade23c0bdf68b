# Two commands do everything: `make demo` and `make test`. The rest are their parts.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export BEZPIECZNIK_HOME ?= $(CURDIR)/var
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Where a container forbids it, each of some hundred processes of the tests would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE
# What the tests run beside the server's needs; `tools/system-packages` installs it where it may.
TEST_PACKAGES := chromium postgresql-15 postgresql-common tesseract-ocr-pol \
	libreoffice-writer-nogui,libreoffice-writer libreoffice-calc-nogui,libreoffice-calc
PYTEST := $(BIN)/python -m pytest -q
SPREAD := -n 2 --dist worksteal --durations 15
# A cluster for these tests alone, thrown away after them: what it writes need not outlive a power cut.
ON_POSTGRES := pg_virtualenv -v 15 -o fsync=off -o synchronous_commit=off -o full_page_writes=off \
	sh -c 'DATABASE_URL="postgres://$$PGUSER:$$PGPASSWORD@$$PGHOST:$$PGPORT/postgres"

.PHONY: help setup demo serve test test-sqlite test-postgres test-postgres-all test-thorough test-browser test-needs check fix bench lock clean

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: .venv/.base src/bezpiecznik/static/dist/site.css ## everything but running
	@$(BIN)/bezpiecznik migrate --verbosity 0

demo: setup ## the Kielce programme with made-up reports, on 127.0.0.1:PORT
	@DEMO=1 $(BIN)/bezpiecznik demo
	@DEMO=1 $(BIN)/bezpiecznik serve --port $(PORT)

serve: setup ## the installation as it is, with one worker
	@$(BIN)/bezpiecznik serve --port $(PORT)

test: test-needs .venv/.dev src/bezpiecznik/static/dist/site.css ## all tests: SQLite, PostgreSQL, browser
	@homes=$$(mktemp -d); trap 'rm -rf "$$homes"' EXIT; for leg in sqlite postgres browser; do \
		begun=$$(date +%s); PREPARED_HOMES=$$homes $(MAKE) --no-print-directory test-$$leg || exit 1; \
		echo "test-$$leg: $$(( $$(date +%s) - begun )) s"; done

test-sqlite: .venv/.dev
	$(PYTEST) $(SPREAD) -m "not browser"

test-postgres: .venv/.dev
	$(ON_POSTGRES) $(PYTEST) $(SPREAD) -m "postgres and not browser"'

test-postgres-all: .venv/.dev ## everything that touches the database, on PostgreSQL (a quarter of an hour)
	$(ON_POSTGRES) $(PYTEST) $(SPREAD) -m "database and not browser"'

test-thorough: .venv/.dev ## all that has no end: every random example, the longest texts, whole years
	THOROUGH=1 $(PYTEST) $(SPREAD) -m "not browser"

test-browser: .venv/.dev src/bezpiecznik/static/dist/site.css
	$(PYTEST) $(SPREAD) -m browser

test-needs:
	@tools/system-packages "make test" $(TEST_PACKAGES)

check: .venv/.dev ## format, lint, types, imports, templates, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --check --lint --quiet src/bezpiecznik/templates
	$(BIN)/bezpiecznik makemigrations --check --dry-run

fix: .venv/.dev ## what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --reformat --quiet src/bezpiecznik/templates || true

bench: .venv/.dev src/bezpiecznik/static/dist/site.css ## what is measured, one script a claim
	$(BIN)/python bench/personal_data.py
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/matrices.py
	$(BIN)/python bench/journal.py
	$(BIN)/python bench/imports.py
	$(BIN)/python bench/pdf.py
	$(BIN)/python bench/sign_in.py
	$(BIN)/python bench/doubts.py
	$(BIN)/python bench/yearly_report.py

lock: .venv/.dev ## new versions of what we stand on
	$(BIN)/python tools/lock.py

clean: ## back to a fresh clone (keeps var/)
	rm -rf .venv node_modules src/bezpiecznik/static/dist

.venv/bin/python:
	@tools/make-venv $(PYTHON)

.venv/.base: requirements/base.txt pyproject.toml | .venv/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.base
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

FRONTEND := $(shell find frontend -type f 2>/dev/null) vite.config.js

node_modules/.ready: package-lock.json .npmrc | .venv/.base
	@tools/with-node npm ci --silent
	@touch $@

src/bezpiecznik/static/dist/site.css: node_modules/.ready $(FRONTEND)
	@tools/with-node npm run --silent build
	@touch $@
