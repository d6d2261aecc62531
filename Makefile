# Everything that one does with Siang Sapha. `make` alone says what there is.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

BIN := .venv/bin
FLASK := $(BIN)/flask --app webapp
PYTEST := $(BIN)/pytest -q
PO := $(wildcard webapp/translations/*/LC_MESSAGES/messages.po)
FAST_TESTS := tests/unit tests/integration tests/architecture
BROWSER_TESTS := tests/accessibility tests/journeys

# Settings come from the environment, else from a file .env (see .env.example).
SETTINGS := asked=$$(export -p); set -a; [ ! -f .env ] || . ./.env; set +a; eval "$$asked"
PATHS := export PATH="$$PWD/$(BIN):$$PATH"

.PHONY: help
help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: .venv/installed ## Make .venv and install everything into it

# pip is the last thing that venv makes: where Debian keeps it apart, pip's own Python is asked.
.venv/installed: requirements.txt
	@python="$${PYTHON:-}"; \
	for name in python3.11 python3.12 python3.13 python3; do \
	  [ -n "$$python" ] && break; \
	  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && python="$$name" || true; \
	done; \
	[ -n "$$python" ] || { echo "Python 3.11 or newer is needed; none was found."; exit 1; }; \
	$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
	  echo "Making .venv with $$($$python --version)"; \
	  "$$python" -m venv --clear .venv >/dev/null 2>&1 || "$$python" -m venv --clear --without-pip .venv; \
	  $(BIN)/python -m pip --version >/dev/null 2>&1 || \
	  $(BIN)/python -m ensurepip --upgrade >/dev/null 2>&1 || \
	  "$$python" -m pip --python $(BIN)/python install --quiet pip || { \
	    echo "This Python has no pip. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }; \
	}
	@echo "Installing what requirements.txt lists (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input -r requirements.txt
	@touch $@

.PHONY: translations
translations: $(PO:.po=.mo)
%.mo: %.po | setup
	@$(BIN)/pybabel -q compile -i $< -o $@

.PHONY: database
database: setup translations
	@$(SETTINGS); $(FLASK) seed --upgrade

.PHONY: run
run: database ## Start the site and its worker; PORT=8000 unless said otherwise
	@$(PATHS); $(SETTINGS); export PORT="$${PORT:-8000}" PYTHONUNBUFFERED=1; \
	export BASE_URL="$${BASE_URL:-http://127.0.0.1:$$PORT}"; \
	python -c 'import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int(sys.argv[1])))' "$$PORT" 2>/dev/null || { \
	  echo "Port $$PORT is taken or not allowed. Choose another: make run PORT=8001"; exit 1; }; \
	echo "$$BASE_URL" > "$${INSTANCE_DIR:-instance}/address"; \
	honcho -e /dev/null start --no-prefix --no-colour --port "$$PORT" || [ $$? = 130 ]

.PHONY: import
import: database ## Load a folder of public records: make import DATA=folder (HISTORY=yes: a first filling)
	@[ -n "$${DATA:-}" ] || { echo "Say which folder: make import DATA=folder"; exit 1; }
	@$(SETTINGS); $(FLASK) import "$(DATA)" $(if $(HISTORY),--history)

.PHONY: backup
backup: database ## Write a backup of database and files under instance/backups
	@$(SETTINGS); $(FLASK) backup

.PHONY: bench
bench: setup translations ## Measure: the voice, cleaning, search, pages
	@failed=; for script in bench/*.py; do name=$$(basename "$$script" .py); \
	  echo "== $$script"; $(BIN)/python -m "bench.$$name" || failed="$$failed $$name"; done; \
	[ -z "$$failed" ] || { echo "These measurements failed:$$failed"; exit 1; }

.PHONY: forms-check
forms-check: setup translations test-tools ## Make every sample document and small law in every form, with all checkers (an hour)
	@$(BIN)/python -m bench.forms

.PHONY: test
test: setup translations test-tools lint ## Everything that must be true: lint and all tests
	@$(PYTEST) -n 2 --dist worksteal $(FAST_TESTS)
	@$(PYTEST) -n 2 --dist loadgroup $(BROWSER_TESTS)

.PHONY: test-fast
test-fast: setup translations lint ## Lint and the tests that need no browser
	@$(PYTEST) -n 2 --dist worksteal $(FAST_TESTS)

.PHONY: test-browser
test-browser: setup translations test-tools ## Pages in a browser, by keyboard, and by screen reader
	@$(PYTEST) -n 2 --dist loadgroup $(BROWSER_TESTS)

.PHONY: test-tools
test-tools: ## Install browsers, the screen reader and databases for the tests
	@sh tests/tools/install.sh

.PHONY: lint
lint: setup ## Check format, style, types and who imports whom
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: make fix"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@said=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$said"; exit 1; }

.PHONY: fix
fix: setup ## Format the code and mend what ruff can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

.PHONY: strings
strings: setup ## Collect new words of the interface into the translations
	@words=$$(mktemp); trap 'rm -f "$$words"' EXIT; \
	$(BIN)/pybabel -q extract -F babel.cfg -k _l -k lazy_gettext -k lazy_ngettext:1,2 --no-location --sort-output -o "$$words" .; \
	$(BIN)/pybabel -q update -i "$$words" -d webapp/translations -w 120 \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
