# One verb a job; `make` prints them. Each installs what it lacks (scripts/setup) and finds its tools by scripts/env.sh.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory --no-builtin-rules
WITH_TOOLS := . scripts/env.sh;

.DEFAULT_GOAL := help
.PHONY: help demo build test lint shots train-names score-names clean

help: ## print the verbs
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: ## build, and serve the demo news site on this machine
	@$(WITH_TOOLS) scripts/setup build; node scripts/build.mjs; exec node scripts/serve.mjs

build: ## build the command line, the wasm and the widget, and print their sizes
	@$(WITH_TOOLS) scripts/setup build; node scripts/build.mjs

test: ## run every test, in Chromium, Firefox and WebKit too
	@$(WITH_TOOLS) scripts/setup test; exec node scripts/test.mjs

lint: ## check format, types and style only
	@$(WITH_TOOLS) scripts/setup test; exec node scripts/test.mjs --only build,lint

shots: ## take screenshots of the demo in each engine (tests/e2e/shots/)
	@$(WITH_TOOLS) scripts/setup test; node scripts/build.mjs; exec node tests/e2e/shots.mjs

train-names: ## fit the weights of the name tagger anew (src/entity/names_*.bin), from DATA=../shared
	@$(WITH_TOOLS) scripts/setup build; mkdir -p target/names; \
	  python3 tools/names/prepare.py --data $(or $(DATA),../shared) --out target/names/all.jsonl; \
	  cargo run --release --features eval --bin train-names -- target/names/all.jsonl src/entity

score-names: ## measure the entities on the gold sets in DATA=../shared
	@$(WITH_TOOLS) scripts/setup build; cargo build --release --features cli; \
	  exec python3 tools/names/score.py --data $(or $(DATA),../shared)

clean: ## remove everything that was built (the installed tools stay)
	@rm -rf target www/pkg www/dist webdriver.json tests/e2e/shots
