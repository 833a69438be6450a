# Two commands are all that a newcomer needs: `make run` and `make check`. Each sets up what it needs.
.DEFAULT_GOAL := help
.PHONY: help run check core core-to-q core-from-r browser fix pictures bench-room bench-coach bench-forming bench-programmes bench-map venv front hooks pins

PYTHON_BIN := .venv/bin/python
# What is compiled once serves the hundreds of processes that the tests start.
unexport PYTHONDONTWRITEBYTECODE
TEMPLATES = $$(find setspace -path '*/templates/*' -name '*.html' -not -path 'setspace/room/regions/*')
RULES = $(PYTHON_BIN) -m pytest -q -p no:django -p no:playwright -p no:base_url
PIN = pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --strip-extras --no-header

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile

run: ## Open the demo on http://localhost:8000 (PORT=9000, SPEED=20 for a faster one)
	@scripts/venv.sh run
	@$(PYTHON_BIN) scripts/vendor.py
	@PORT="$${PORT:-8000}" SETSPACE_SPEED="$${SPEED:-1}" exec .venv/bin/setspace demo

check: venv front ## Check everything, as CI does
	@$(PYTHON_BIN) scripts/check.py

core: venv ## Test the rules alone: no Django, no database, a few seconds
	@$(MAKE) --no-print-directory --jobs=2 --output-sync core-to-q core-from-r

core-to-q:
	@$(RULES) tests/core/test_[a-q]*.py

core-from-r:
	@$(RULES) tests/core/test_[r-z]*.py tests/core/*/

browser: venv front ## Test in Chromium
	@$(PYTHON_BIN) scripts/check.py "tests in the browser"

fix: venv ## Format everything, and mend what can be mended without thinking
	@.venv/bin/ruff check --fix --quiet . || true
	@.venv/bin/ruff format --quiet .
	@for twice in 1 2; do .venv/bin/djangofmt $(TEMPLATES); .venv/bin/djade --target-version 5.2 $(TEMPLATES); done

pictures: venv front ## Take every main page into docs/pictures
	@$(PYTHON_BIN) scripts/pictures.py

bench-room: venv ## Measure how many commands and people one room and many rooms carry
	@$(PYTHON_BIN) scripts/bench_room.py

bench-coach: venv ## Measure how well and how fast the coach reads labelled questions
	@$(PYTHON_BIN) scripts/bench_coach.py

bench-forming: venv ## Form sets of many sizes, or those of INSTANCES=folder, and print how good they are
	@$(PYTHON_BIN) scripts/bench_forming.py

bench-programmes: venv ## Measure an organiser's pages with 200 programmes and 10,000 people
	@$(PYTHON_BIN) scripts/bench_programmes.py

bench-map: venv front ## Count frames while sixty are dragged on a map of relationships
	@$(PYTHON_BIN) scripts/bench_map.py

venv: ## Make or refresh .venv with all that `make check` needs
	@scripts/venv.sh check

front: venv ## Bring fonts, icons and the morphing module
	@$(PYTHON_BIN) scripts/vendor.py

hooks: ## Check the format of what you commit
	@git config core.hooksPath .githooks

pins: ## Renew the pinned requirements (needs pip-tools on PATH)
	@$(PIN) --upgrade -o requirements.txt requirements.in
	@$(PIN) --upgrade -o requirements-dev.txt requirements-dev.in
	@$(PIN) --upgrade -o requirements-node.txt requirements-node.in
