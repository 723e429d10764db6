# What people and schedulers do every day. `make help` lists it; a recipe is one command.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help edition editions year test check types lint eval model bench faults schemas pictures rules doctor verify clean

YEAR ?= 2013
STAMP := node_modules/.package-lock.json
# tsx in the same process: what `npx tsx` does, without starting npm first.
TS := node --import tsx
NIANJIAN := $(TS) pipeline/cli.ts

# What the shell is given is quoted: a folder may have a space or an apostrophe in its name.
quote = '$(subst ','\'',$(1))'

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# npm writes the stamp itself; touch it, as npm keeps the times of the package.
$(STAMP): package-lock.json package.json
	@npm ci --no-audit --no-fund && touch $@

edition: $(STAMP) ## build outputs/YEAR from sources/YEAR (YEAR=2013), or from the texts in SOURCES=dir; OUT=dir for another place
	@$(NIANJIAN) build $(call quote,$(YEAR)) $(if $(SOURCES),--sources $(call quote,$(SOURCES))) $(if $(OUT),--out $(call quote,$(OUT)))

editions: $(STAMP) ## build all years of sources/
	@for year in $(notdir $(patsubst %/,%,$(dir $(wildcard sources/*/edition.yaml)))); do $(NIANJIAN) build "$$year" || exit; done

year: $(STAMP) ## lay out sources/YEAR for a new year (YEAR=2014), every key explained
	@$(NIANJIAN) year $(call quote,$(YEAR))

verify: $(STAMP) ## verify that outputs/YEAR is as it was built
	@$(NIANJIAN) verify $(call quote,$(or $(OUT),outputs)/$(YEAR))

doctor: $(STAMP) ## examine the installation: Node, fonts, model, registers, write access
	@$(NIANJIAN) doctor

test: $(STAMP) ## run the tests
	@npx vitest run

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

pictures: $(STAMP) ## draw the pictures of docs/book.md from the book of 2013 (needs poppler-utils)
	@$(NIANJIAN) build 2013 && $(TS) docs/write-book.ts outputs/2013/nianjian-2013.pdf

rules: $(STAMP) ## write docs/rules.md from the rules of extraction
	@$(TS) docs/write-rules.ts

clean: ## remove built editions, reports and installed packages
	@rm -rf outputs/[0-9]* outputs/.editions reports node_modules
