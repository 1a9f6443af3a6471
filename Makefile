# The Kadhimi Reader: `make serve` shows it, `make test` checks it. `make` alone lists the rest.

PYTHON ?= python3
PORT ?= 8000
RUN := .venv/bin/python

# Material's notice of its own end of life is no news to us: CONTRIBUTING.md says what we do about it.
export NO_MKDOCS_2_WARNING := 1
# Dates in the build follow the commit, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.DEFAULT_GOAL := help
.PHONY: help serve build offline benchmark test lint schema clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 16

serve: .venv/ready ## show the site at http://127.0.0.1:8000 and follow edits
	@$(RUN) scripts/check_port.py $(PORT)
	$(RUN) -m mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

build: .venv/ready ## build the site into site/, strictly: a failed build leaves the last one
	$(RUN) scripts/build_site.py site

offline: .venv/ready ## build the folder edition into offline/: it needs no server and no network
	$(RUN) scripts/build_site.py --offline offline

benchmark: .venv/ready .venv/browser ## measure weight and speed beside other builds (needs Node.js)
	$(RUN) -m benchmarks

test: .venv/ready .venv/browser lint ## build strictly and run every test
	$(RUN) -m pytest

lint: .venv/ready ## check the style and the types of the Python
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

schema: .venv/ready ## rewrite data/schema/ from the models
	$(RUN) -m macros.schema

clean: ## remove what the other commands made
	rm -rf .venv .cache site offline docs/assets/built overrides/partials/styles.html .mypy_cache .pytest_cache .ruff_cache

.venv/ready: requirements.txt scripts/setup_venv.py
	@command -v $(PYTHON) >/dev/null || { echo "make: there is no $(PYTHON). Install Python 3.11.2 or newer (Debian: apt install python3 python3-venv)."; exit 1; }
	@$(PYTHON) scripts/setup_venv.py

.venv/browser: .venv/ready
	@$(RUN) scripts/ensure_browser.py
	@touch $@
