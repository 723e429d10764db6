# What people and schedulers do every day. `make help` lists it; a recipe is one command.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help edition editions due year dist fresh install-timer uninstall-timer crontab test fuzz faults coverage mutation sbom check types lint eval model bench schemas pictures rules doctor verify clean

YEAR ?= 2013

# A name that is misspelt would be passed over, and the year of the line above built. The second line is for the programs that are started.
VARIABLES := YEAR SOURCES OUT SCOPE PREFIX DESTDIR RUN_AS WHEN RUNS SEED ONE_IN STAGE EVAL LIST JSON CORPUS KILLS ONLY
PASSED_ON := SHELL MAKE% CI LANG LC_% TZ TERM TMPDIR HOME PATH XDG_% NODE_% NIANJIAN_% npm_%
STRANGE := $(filter-out $(VARIABLES) $(PASSED_ON),$(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(name))))
$(if $(STRANGE),$(error $(STRANGE): make knows no such variable, and did nothing. It knows $(VARIABLES)))

STAMP := node_modules/.package-lock.json
# tsx in the same process: what `npx tsx` does, without starting npm first.
TS := node --import tsx
NIANJIAN := $(TS) pipeline/cli.ts

# What the shell is given is quoted: a folder may have a space or an apostrophe in its name.
quote = '$(subst ','\'',$(1))'

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# npm writes the stamp itself; touch it, as npm keeps the times of the package.
$(STAMP): package-lock.json package.json
	@npm ci --no-audit --no-fund && touch $@

edition: $(STAMP) ## build outputs/YEAR from sources/YEAR (YEAR=2013), or from the texts in SOURCES=dir; OUT=dir for another place
	@$(NIANJIAN) build $(call quote,$(YEAR)) $(if $(SOURCES),--sources $(call quote,$(SOURCES))) $(if $(OUT),--out $(call quote,$(OUT)))

editions: $(STAMP) ## build all years of sources/
	@$(NIANJIAN) build $(notdir $(patsubst %/,%,$(dir $(wildcard sources/*/edition.yaml))))

due: $(STAMP) ## build the years of sources/ that are due (YEAR=2015: ask about that one)
	@$(NIANJIAN) build --due $(if $(filter-out file,$(firstword $(origin YEAR))),$(call quote,$(YEAR))) $(if $(OUT),--out $(call quote,$(OUT)))

year: $(STAMP) ## lay out sources/YEAR for a new year (YEAR=2015), every key explained
	@$(if $(filter file,$(origin YEAR)),$(error name the year that is to be laid out: make year YEAR=2015))$(NIANJIAN) year $(call quote,$(YEAR))

verify: $(STAMP) ## verify that outputs/YEAR is as it was built
	@$(NIANJIAN) verify $(call quote,$(or $(OUT),outputs)/$(YEAR))

# The program as schedulers run it: one folder of JavaScript, made from the sources that are in it.
BUNDLE := dist/cli.js
$(BUNDLE): $(STAMP) $(shell find pipeline schemas schedule -name '*.ts' -o -name '*.json')
	@npm run -s dist

dist: $(BUNDLE) ## build the JavaScript that schedulers run: node --enable-source-maps dist/cli.js COMMAND

fresh: ## say whether dist/ was made from the sources as they are; schedules ask before they build
	@node dist/fresh.js

# Where systemd looks for units: of the machine under PREFIX (/etc, or /usr/local/lib), of a user with SCOPE=user. DESTDIR goes before it, for packages.
SCOPE ?= system
PREFIX ?= /etc
UNITS = $(DESTDIR)$(if $(filter user,$(SCOPE)),$(or $(XDG_CONFIG_HOME),$(HOME)/.config),$(PREFIX))/systemd/$(SCOPE)

install-timer: $(BUNDLE) ## put service and timer where systemd looks (RUN_AS=NAME who builds; SCOPE=user for your own; WHEN=calendar; DESTDIR, PREFIX)
	@$(TS) schedule/install.ts --into $(call quote,$(UNITS)) --scope $(SCOPE) --user $(call quote,$(or $(RUN_AS),$(SUDO_USER))) $(if $(WHEN),--when $(call quote,$(WHEN)))

uninstall-timer: $(STAMP) ## take service and timer away again (the same SCOPE, DESTDIR, PREFIX)
	@$(TS) schedule/install.ts --into $(call quote,$(UNITS)) --remove

crontab: $(BUNDLE) ## print the line that a crontab needs
	@$(TS) schedule/install.ts --crontab

doctor: $(STAMP) ## examine the installation: Node, fonts, model, registers, write access
	@$(NIANJIAN) doctor

test: $(STAMP) ## run the tests
	@npx vitest run

fuzz: $(STAMP) ## feed 100,000 made-up inputs to the stages (RUNS=n for fewer, SEED=n for the same again)
	@RUNS=$(call quote,$(RUNS)) SEED=$(call quote,$(SEED)) $(TS) test/fuzz/run.ts

coverage: $(STAMP) ## run the tests and say which lines of pipeline/ they reach: 90 in 100 or more
	@npm run -s coverage

mutation: $(STAMP) ## plant faults in four stages and count those that a test notices (SEED=1, ONE_IN=20, STAGE=check)
	@$(TS) bench/mutation.ts $(if $(SEED),--seed $(call quote,$(SEED))) $(if $(ONE_IN),--one-in $(call quote,$(ONE_IN))) $(if $(STAGE),--stage $(call quote,$(STAGE)))

check: types lint ## check types, lint and architecture

types: $(STAMP) ## check types
	@npx tsc --noEmit

lint: $(STAMP) ## check lint and architecture
	@npm run -s lint

eval: $(STAMP) ## measure restoration and extraction against gold (EVAL=dir for your own texts, LIST=file for some of them, JSON=file for the figures)
	@$(TS) bench/eval.ts $(if $(EVAL),$(call quote,$(EVAL))) $(if $(LIST),--list $(call quote,$(LIST))) $(if $(JSON),--json $(call quote,$(JSON)))

model: $(STAMP) ## train the restoration model on the clean texts in CORPUS=dir
	@$(if $(CORPUS),,$(error name the folder of clean texts: make model CORPUS=dir))$(TS) pipeline/restore/model/train/marks.ts $(call quote,$(CORPUS)) && $(TS) pipeline/restore/model/train/headings.ts $(call quote,$(CORPUS))

bench: $(STAMP) ## measure speed and memory
	@$(TS) bench/bench.ts

faults: $(STAMP) ## have everything go wrong that can: full disks, kills, two runs at once (KILLS=50, SEED=number, ONLY=words of a case's name)
	@$(if $(KILLS),KILLS=$(call quote,$(KILLS))) $(if $(SEED),SEED=$(call quote,$(SEED))) $(if $(ONLY),ONLY=$(call quote,$(ONLY))) $(TS) test/faults/run.ts

schemas: $(STAMP) ## write schemas/json/ from schemas/
	@$(TS) schemas/write-json-schemas.ts

# Written whole before it takes its place: npm may fail.
sbom: $(STAMP) ## write the list of components that editions carry, from package-lock.json
	@npm sbom --package-lock-only --sbom-format cyclonedx | $(TS) schedule/sbom.ts > pipeline/publish/sbom.cdx.json.new && mv pipeline/publish/sbom.cdx.json.new pipeline/publish/sbom.cdx.json

pictures: $(STAMP) ## draw the pictures of docs/book.md from the book of 2013 (needs poppler-utils)
	@$(NIANJIAN) build 2013 && $(TS) docs/write-book.ts outputs/2013/nianjian-2013.pdf

rules: $(STAMP) ## write docs/rules.md from the rules of extraction
	@$(TS) docs/write-rules.ts

clean: ## remove built editions, the cache, dist/, reports and installed packages
	@rm -rf outputs/[0-9]* outputs/.editions outputs/.runs outputs/run.json .cache reports dist node_modules
