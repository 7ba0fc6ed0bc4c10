# SPDX-License-Identifier: GPL-2.0-or-later
# Every command of this repository. Nothing here writes outside the checkout, but for Debian packages that are missing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
QPY := QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python
JOBS ?= 2
PYTHON39 ?= python3.9
KIT ?= ../shared/conformance
ARGS ?=

ZIP := dist/qfieldcloud_plugin.zip
SHIPPED := qfieldcloud_plugin resources i18n metadata.txt LICENSE CHANGELOG.md
# What is listed but deleted in the work tree is left out by wildcard; a space in a name is matched by the question mark.
SOURCES := $(wildcard $(shell git ls-files --cached --others --exclude-standard -- $(SHIPPED) | tr ' ' '?'))

say = @printf '\n\033[1m==> %s\033[0m\n' $(1)

.PHONY: help
help: ## show this list
	@printf 'Usage: make COMMAND\n\n'
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' \
	  | awk -F '\t' '{ printf "  \033[1m%-24s\033[0m %s\n", $$1, $$2 }'
	@printf '\nNew here? `make demo` shows the whole road, `make test` proves it. Both set up what they need.\n'

# -- setting up ---------------------------------------------------------------------------------

.PHONY: setup system
setup: .venv/.ready .venv-qgis/.ready ## prepare this checkout: system packages, .venv and .venv-qgis

# SYSTEM=ready leaves the system alone, for those who installed the packages some other way.
system:
	@$(if $(filter ready,$(SYSTEM)),true,scripts/setup.sh system)

.venv/.ready: requirements/development.txt scripts/setup.sh pyproject.toml | system
	@scripts/setup.sh venv .venv requirements/development.txt

.venv-qgis/.ready: requirements/qgis.txt scripts/setup.sh | system
	@scripts/setup.sh venv .venv-qgis requirements/qgis.txt

.venv-qt6/.ready: requirements/qt6.txt scripts/setup.sh | system
	@scripts/setup.sh venv .venv-qt6 requirements/qt6.txt

.PHONY: lock
lock: .venv/.ready ## write requirements/*.txt anew from pyproject.toml (ARGS=--upgrade for newer versions)
	$(PY) -m scripts.lock $(ARGS)

# -- using --------------------------------------------------------------------------------------

.PHONY: demo serve package install
demo: setup $(ZIP) ## the main job, end to end: server, QGIS, a device, sync, undo (ARGS=--kill: with crashes)
	$(call say,'demo')
	@$(PY) -m scripts.demo $(ARGS)

serve: .venv/.ready ## run the companion server here, with its data in build/serve
	@.venv/bin/qfieldcloud-server --data-dir build/serve serve $(ARGS)

package: $(ZIP) ## build dist/qfieldcloud_plugin.zip, the same bytes each time

$(ZIP): $(SOURCES) requirements/bundled.txt scripts/package.py scripts/vendoring.py .venv/.ready | qm
	$(call say,'building $(ZIP)')
	@$(PY) -m scripts.package

install: .venv/.ready .venv-qgis/.ready qm ## link the plugin into your QGIS profile (ARGS="--profile NAME")
	@$(PY) -m scripts.install $(ARGS)

# -- testing ------------------------------------------------------------------------------------

.PHONY: test test-engine test-server test-server-postgresql test-server-s3 test-helper test-contract test-plugin test-package test-end-to-end
test: test-engine test-server test-helper test-contract test-plugin test-package test-end-to-end ## every test (takes minutes)

test-engine: .venv/.ready ## the engine and the HTTP client, without QGIS
	$(call say,'tests of the engine and the HTTP client')
	@timeout 900 $(PY) -m pytest -q -n $(JOBS) --dist worksteal tests/engine tests/cloud $(ARGS)

HELPER_TESTS := tests/server/qgis_helper

test-server: .venv/.ready ## the server
	$(call say,'tests of the server')
	@timeout 900 $(PY) -m pytest -q -n $(JOBS) --dist worksteal tests/server --ignore $(HELPER_TESTS) $(ARGS)

test-server-postgresql: .venv/.ready ## the same on a PostgreSQL of its own, also what SQLite has not: the queue
	$(call say,'tests of the server on PostgreSQL')
	@$(PY) -m scripts.on_postgresql timeout 1800 $(PY) -m pytest -q -n $(JOBS) --dist worksteal tests/server --ignore $(HELPER_TESTS) $(ARGS)

# TEST_S3_URL=https://KEY:SECRET@host, of a service on which buckets may be made.
test-server-s3: .venv/.ready ## what keeps files elsewhere, also on the S3 service that TEST_S3_URL names
	$(call say,'tests of files on S3')
	@$(if $(TEST_S3_URL),timeout 900 $(PY) -m pytest -q -n $(JOBS) -k s3 tests/server/files $(ARGS),echo 'Skipped: TEST_S3_URL names no S3 service.')

test-helper: .venv/.ready ## the server's QGIS helper, with a real QGIS and PostGIS
	$(call say,'tests of the QGIS helper')
	@timeout 900 $(PY) -m pytest -q -n $(JOBS) --dist worksteal $(HELPER_TESTS) $(ARGS)

test-contract: .venv/.ready ## the running server, driven by the official SDK and a simulated device
	$(call say,'contract tests: SDK and device against the running server')
	@timeout 900 $(PY) -m pytest -q tests/contract $(ARGS)

test-plugin: .venv-qgis/.ready .venv/.ready ## the plugin, in real QGIS
	$(call say,'tests of the plugin in real QGIS')
	@timeout 1200 env $(QPY) -m pytest -q tests/core tests/gui tests/processing \
	  tests/engine/packaging/test_packages_in_qgis.py tests/engine/packaging/test_deltas_come_home.py \
	  tests/engine/delimited/test_text_as_in_qgis.py $(ARGS)

test-package: .venv-qgis/.ready $(ZIP) ## the built zip: loaded by real QGIS, unloaded, loaded again
	$(call say,'tests of the built zip in real QGIS')
	@timeout 600 env $(QPY) -m pytest -q tests/package $(ARGS)

test-end-to-end: setup $(ZIP) ## the demo and the bad days, as tests
	$(call say,'tests of the whole road')
	@timeout 1800 $(PY) -m pytest -q tests/end_to_end $(ARGS)

.PHONY: test-qgis-matrix conformance conformance-all fuzz
test-qgis-matrix: .venv/.ready $(ZIP) ## the plugin's tests in newer QGIS (3.40, 3.44) inside debootstrap chroots; needs root
	@$(PY) -m scripts.qgis_matrix $(ARGS)

# PYTHON39=/path/to/python3.9 where it is not in PATH. The server the tests talk to is .venv's.
test-python39: build/python39/.ready .venv/.ready ## the engine and the HTTP client in Python 3.9, the oldest that QGIS brings
	@timeout 900 build/python39/bin/python -m pytest -q -n $(JOBS) --dist worksteal tests/engine tests/cloud $(ARGS)

build/python39/.ready: requirements/python39.txt
	@$(PYTHON39) -m venv --clear build/python39
	@build/python39/bin/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

conformance: .venv/.ready ## replay recorded QFieldCloud exchanges against a fresh server (KIT=DIR)
	@$(PY) -m scripts.conformance $(KIT) $(ARGS)

conformance-all: .venv/.ready ## the same against every way to deploy it: SQLite, PostgreSQL, many processes, nginx, WebDAV
	@$(PY) -m scripts.conformance $(KIT) --all $(ARGS)

fuzz: .venv/.ready ## the property tests without a budget, until they find something or you stop them
	$(call say,'property tests without a budget; stop with Ctrl+C')
	@HYPOTHESIS_PROFILE=fuzz $(PY) -m pytest -q -x -p no:timeout tests/engine $(ARGS)

# -- measuring ----------------------------------------------------------------------------------

.PHONY: bench-engine bench-server bench-packaging screenshots
bench-engine: setup ## diff, merge and apply against pygeodiff and the QGIS API
	@$(PY) scripts/bench_engine.py $(ARGS)

bench-server: .venv/.ready ## the server's times and memory
	@$(PY) scripts/bench_server.py $(ARGS)

bench-packaging: setup ## packaging against QGIS's own API
	@$(PY) scripts/bench_packaging.py $(ARGS)

screenshots: setup $(ZIP) ## pictures of every window, light and dark, into build/screenshots (ARGS="--language fr")
	@$(PY) scripts/screenshots.py $(ARGS)

# -- checking -----------------------------------------------------------------------------------

.PHONY: check check-style check-types check-arrows check-house check-qt6 check-safety format
check: check-style check-types check-arrows check-house check-qt6 check-translations check-safety ## lint, types, arrows, house rules, Qt 6, translations, safety: what CI demands

check-style: .venv/.ready
	$(call say,'ruff')
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .

check-types: .venv/.ready
	$(call say,'mypy')
	@.venv/bin/mypy qfieldcloud_plugin qfieldcloud_server scripts

check-arrows: .venv/.ready
	$(call say,'import-linter')
	@.venv/bin/lint-imports

check-house: .venv/.ready
	$(call say,'sizes and texts and headers')
	@$(PY) -m scripts.house_rules

check-qt6: .venv-qt6/.ready
	$(call say,'names of Qt 6')
	@.venv-qt6/bin/python scripts/qt6_names.py

check-safety: .venv/.ready $(ZIP)
	$(call say,'bandit and detect-secrets on the code and on what the zip ships')
	@$(PY) -m scripts.safety

format: .venv/.ready ## let ruff mend what it can
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

# -- translations -------------------------------------------------------------------------------

.PHONY: ts qm check-translations
check-translations: .venv/.ready ## name every text that a language lacks
	@$(PY) scripts/translations.py check

ts: .venv/.ready ## collect texts into i18n/*.ts
	@$(PY) scripts/translations.py collect

qm: .venv/.ready ## compile i18n/*.ts into i18n/*.qm
	@$(PY) scripts/translations.py compile

.PHONY: clean
clean: ## remove what was built; the environments stay
	rm -rf build dist i18n/*.qm
