# Broadsheet's two commands, `make site` and `make test`, on a machine that has only Python and make.
# All else is a task: see `.venv/bin/inv --list`.

PYTHON ?= python3
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip -qq --disable-pip-version-check
HASHED := $(PIP) install --require-hashes --no-build-isolation --requirement
LOCK   := $(BIN)/uv pip compile --quiet $(UPGRADE)
NODE   := tests/node/node_modules/.package-lock.json

# A stamp is named after what its lock says and where the tree lies, so a changed lock or a moved tree makes
# a new .venv, and nothing else does.
stamp      = .venv/$(1)-$(shell { pwd; cat $(2); } | cksum | cut -d ' ' -f 1)
SITE_READY := $(call stamp,site,requirements-build.lock requirements.lock)
TEST_READY := $(call stamp,test,requirements-build.lock requirements.lock requirements-test.lock)

.PHONY: help site serve test venv test-venv system lock clean
.DELETE_ON_ERROR:

help: ## show these lines
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

site: venv ## ingest raw/, build output/ and say how to look at it
	@$(BIN)/inv site

serve: venv ## show the site on this machine, drafts included
	@$(BIN)/inv serve

test: test-venv system $(NODE) ## run every check and test (quicker: .venv/bin/inv test --quick)
	@$(BIN)/inv test

venv: $(SITE_READY) ## make .venv, with what building the site needs

test-venv: $(TEST_READY)

system:
	@sh tests/system-packages.sh

# The builders come first, and the tree itself last, so that a build finds what it needs and fetches nothing.
$(SITE_READY): requirements-build.lock requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "Broadsheet needs Python 3.11 or newer: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Broadsheet needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version). Name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make a .venv without one more Debian package: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making .venv, once: a minute or two"
	@$(PYTHON) -m venv --clear .venv
	@$(HASHED) requirements-build.lock
	@$(HASHED) requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q broadsheet .venv/lib  # once: where Python may write no bytecode, each run would compile it again
	@touch $@

$(TEST_READY): requirements-test.lock | $(SITE_READY)
	@echo "Adding the test tools to .venv"
	@$(HASHED) requirements-test.lock
	@rm -f .venv/test-*
	@touch $@

$(NODE): tests/node/package-lock.json | system
	@echo "Installing the linter of style sheets and the checkers of pages"
	@npm ci --prefix tests/node --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

lock: test-venv ## pin anew what pyproject.toml asks for (all to the newest: make lock UPGRADE=--upgrade)
	@$(LOCK) --group build --output-file requirements-build.lock
	@$(LOCK) --constraint requirements-build.lock --output-file requirements.lock pyproject.toml
	@$(LOCK) --constraint requirements-build.lock --constraint requirements.lock --extra test \
	    --output-file requirements-test.lock pyproject.toml

clean: ## remove everything that these commands made
	@rm -rf .venv .cache output tests/node/node_modules .hypothesis
