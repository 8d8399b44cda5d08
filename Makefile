# ITA Docs: `make demo` and `make test` do all the set-up that they need.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export UV_PYTHON_DOWNLOADS := never
export OMP_THREAD_LIMIT := 1

UV := .tools/bin/uv
RUN := $(UV) run --frozen --no-sync
STAMP := .venv/.ita-docs-installed
DEMO_HOME := $(CURDIR)/var/demo
QUESTION := ITA 2568 ต้องทำอะไร ภายในเมื่อไร

.PHONY: help setup demo serve test explore lint types format clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(STAMP) ## Install all that is needed (system packages, uv, environment)

$(STAMP): pyproject.toml uv.lock .ci/setup
	@.ci/setup
	@touch $@

demo: $(STAMP) ## Ingest the sample inbox and print letters, doubts and answers
	@rm -rf "$(DEMO_HOME)" && mkdir -p "$(DEMO_HOME)/inbox"
	@cp corpus/inbox/* "$(DEMO_HOME)/inbox/"
	@export ITA_DOCS_HOME="$(DEMO_HOME)"; set -e; \
	$(RUN) ita-docs watch --once; \
	echo; echo '$$ ita-docs ask "$(QUESTION)"'; \
	$(RUN) ita-docs ask "$(QUESTION)"; \
	echo; echo 'make serve opens these letters in a browser.'

serve: $(STAMP) ## Open the desk with the sample letters (after make demo)
	@ITA_DOCS_HOME="$(DEMO_HOME)" $(RUN) ita-docs serve

test: $(STAMP) ## Check style and types, then run every test
	@.ci/setup --tests
	@$(RUN) ruff check . && $(RUN) ruff format --check .
	@$(RUN) mypy
	@$(RUN) pytest -n 2 --dist loadgroup

explore: $(STAMP) ## Look for new counterexamples: every property test with fresh random input
	@grep -rlE '^from hypothesis' tests | xargs $(RUN) pytest -n 2 --hypothesis-profile=explore

lint: $(STAMP) ## Style only
	@$(RUN) ruff check . && $(RUN) ruff format --check .

types: $(STAMP) ## Types only
	@$(RUN) mypy

format: $(STAMP) ## Put the code into its format
	@$(RUN) ruff check --fix . ; $(RUN) ruff format .

clean: ## Remove the environment and the demo's data
	rm -rf .venv .tools var .mypy_cache .ruff_cache .pytest_cache .hypothesis
