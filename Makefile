# All that is done to this checkout, by hand or by machine; `make` alone lists it.
# On a bare Debian each target first sets up what it needs, and only what is missing.

PYTHON ?= python3
BIN := .venv/bin
LOCKS := packaging/locks
SAMPLE := resources/samples/guangzhou-internet-court.published.txt
TABLE := build/guangzhou-internet-court.gzgoals

.DEFAULT_GOAL := help
.PHONY: help run test test-lowest format lock wheel schema rules-page pictures surfaces accessible keystrokes accuracy bench \
	fuzz hostile torture clean system

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: $(TABLE) ## set all up, then open the window on the sample table (without a display: do the same job without one)
	@packaging/show.sh $(TABLE)

test: .venv/dev.stamp ## set all up, then check format, lint, types, walls and behaviour
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest

test-lowest: .venv-lowest/dev.stamp ## run the tests with the lowest Qt that is supported
	QT_QPA_PLATFORM=offscreen .venv-lowest/bin/pytest

format: .venv/dev.stamp ## put all sources in form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## lock the dependencies with their hashes; ARGS=--upgrade takes the newest
	packaging/lock.sh $(ARGS)

wheel: .venv/run.stamp ## build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

schema: .venv/run.stamp ## write the JSON Schema of the file format anew
	$(BIN)/python packaging/schema.py

rules-page: .venv/run.stamp ## write the list of rules in the manual anew
	$(BIN)/python packaging/rules_page.py

pictures: .venv/dev.stamp ## take the pictures of the documentation anew
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/pictures.py

surfaces: .venv/dev.stamp ## picture every surface, light and dark, at several scales, into build/surfaces; ARGS=part of a name
	cd tests && ../$(BIN)/python -m evidence.surfaces $(ARGS)

accessible: .venv/dev.stamp ## read and work the window as a screen reader does, over a real bus
	packaging/accessible-setup.sh
	GZGOALS_ACCESSIBLE=1 $(BIN)/pytest tests/gui/test_screen_reader.py

accuracy: .venv/dev.stamp ## print invented tables with six programs and tell how many fields read back right
	packaging/evidence-setup.sh $(PYTHON)
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.accuracy $(ARGS)

bench: .venv/dev.stamp ## time PDFs in and out, exports, and checking, opening, saving and editing of large tables
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.bench_import
	cd tests && ../$(BIN)/python -m evidence.bench_export
	cd tests && ../$(BIN)/python -m evidence.bench_checks
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.bench_window
	packaging/evidence-setup.sh $(PYTHON)
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.bench_paper

fuzz: .venv/dev.stamp ## change real files of all kinds at random, 100,000 times, and tell what the readers make of them
	packaging/evidence-setup.sh $(PYTHON)
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.fuzz $(ARGS)

hostile: .venv/dev.stamp ## open files that were made to harm, and tell what is said of each, after how long
	cd tests && ../$(BIN)/python -m evidence.hostile $(ARGS)

torture: .venv/dev.stamp ## kill windows at work and let disks refuse saves, and tell what is lost; Linux, a C compiler
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.torture_saves
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.torture_two
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.torture_kills $(ARGS)

keystrokes: .venv/dev.stamp ## count the keys that a project takes here and in LibreOffice Calc; ARGS=--calc strikes those too
	cd tests && QT_QPA_PLATFORM=offscreen ../$(BIN)/python -m evidence.keystrokes $(ARGS)

clean: ## remove what was built; the environments stay
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

system:
	@packaging/system-setup.sh $(PYTHON)

$(TABLE): $(SAMPLE) | .venv/run.stamp
	@mkdir -p $(@D)
	$(BIN)/gzgoals import $< -o $@ --year 2026

.venv/run.stamp: $(LOCKS)/run.txt pyproject.toml | system
	packaging/environment.sh $(PYTHON) .venv $<
	@touch $@

.venv/dev.stamp: $(LOCKS)/dev.txt pyproject.toml | .venv/run.stamp
	packaging/environment.sh $(PYTHON) .venv $<
	@touch $@

.venv-lowest/dev.stamp: $(LOCKS)/lowest.txt pyproject.toml | system
	packaging/environment.sh $(PYTHON) .venv-lowest $<
	@touch $@
