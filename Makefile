# One verb a job; `make` prints them. Each installs what it lacks (scripts/setup) and finds its tools by scripts/env.sh.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory --no-builtin-rules
WITH_TOOLS := . scripts/env.sh;

.DEFAULT_GOAL := help
.PHONY: help demo build test wheel fuzz lint eval train cross-validate rouge eval-pages eval-pages-live train-pages train-page-kinds train-names score-names train-kinds score-kinds gazetteer bench recipe lighthouse watch-cost shots clean
PAGES ?= ../shared/pages
NAMES ?= ../shared

help: ## print the verbs
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: ## build the widget, and serve the demo news site and the documentation on this machine
	@$(WITH_TOOLS) scripts/setup build; node scripts/build.mjs --wasm-only; exec node scripts/serve.mjs

build: ## build the command line, the wasm and the widget, and print their sizes
	@$(WITH_TOOLS) scripts/setup build; node scripts/build.mjs

test: ## run every test, in Chromium, Firefox and WebKit too
	@$(WITH_TOOLS) scripts/setup test; exec node scripts/test.mjs

CASES ?= 50000
SEED ?= $(shell date +%j)

wheel: ## build the Python package into target/wheels
	@$(WITH_TOOLS) scripts/setup build; exec scripts/python wheel

fuzz: ## give the core any text, HTML and options, and hold what must hold of every summary (CASES=50000 SEED=a number)
	@$(WITH_TOOLS) scripts/setup build; echo "seed $(SEED)"; \
	  NUTGRAF_FU.PHONY: help demo build test wheel_CASES=$(CASES) NUTGRAF_FU.PHONY: help demo build test wheel_SEED=$(SEED) cargo test --release --features cli --test properties

lint: ## check format, types and style only
	@$(WITH_TOOLS) scripts/setup test; exec node scripts/test.mjs --only build,lint

DATA ?= ../shared/eval
EDITORS ?= $(DATA)/editors/dev.jsonl
# The weights of each fold of the cross-validation, which make cross-validate writes and the floors are measured with.
FOLDS := tests/folds.json
# Python tools run from an environment of their own outside the checkout, made anew when their pins change.
python = tools=$$(scripts/python tools $(1))

eval: ## score summaries by editors' choices (cross-validated) and by ROUGE beside the baselines (DATA=../shared/eval), write the tables of docs/evaluation.md, check the floors
	@$(WITH_TOOLS) scripts/setup build; cargo build --quiet --release --features cli; \
	  target/release/nutgraf eval --editors $(EDITORS) --weights $(FOLDS); \
	  for length in '--words 60' '--sentences 3'; do target/release/nutgraf eval --data $(DATA)/*.jsonl $$length; done; \
	  node scripts/eval-report.mjs target/release/nutgraf $(DATA) $(EDITORS) $(FOLDS); \
	  cargo test --quiet --release --features cli --test evaluation -- --nocapture

train: ## fit the weights of src/salience/weights.rs to editors' choices (EDITORS=../shared/eval/editors/dev.jsonl)
	@$(WITH_TOOLS) scripts/setup build; cargo build --quiet --release --features cli; $(call python,salience); \
	  OPENBLAS_NUM_THREADS=1 $$tools/bin/python tools/salience/train.py target/release/nutgraf $(EDITORS) src/salience/weights.rs

cross-validate: ## fit to nine tenths of the editors' choices, ten times, and score each tenth by the weights that were fitted without it
	@$(WITH_TOOLS) scripts/setup build; cargo build --quiet --release --features cli; $(call python,salience); \
	  OPENBLAS_NUM_THREADS=1 $$tools/bin/python tools/salience/train.py target/release/nutgraf $(EDITORS) --cross-validate $(FOLDS); \
	  target/release/nutgraf eval --editors $(EDITORS) --weights $(FOLDS)

rouge: ## hold ROUGE against the public rouge-score package on 500 pairs (DATA=../shared/eval)
	@$(WITH_TOOLS) scripts/setup build; cargo build --quiet --release --features cli; $(call python,rouge); \
	  $$tools/bin/python tools/rouge/check.py target/release/nutgraf $(DATA)/en_*.jsonl

bench: ## measure beside the peers of bench/package.json, print a table, write docs/bench.json, bench.svg, performance.md and size.md
	@$(WITH_TOOLS) scripts/setup test; node scripts/build.mjs; npm ci --prefix bench --ignore-scripts --loglevel=error; node bench/run.mjs; exec node scripts/size-report.mjs

recipe: ## measure what each compiler switch of scripts/wasm-recipe.mjs saves, write the table of docs/building.md
	@$(WITH_TOOLS) scripts/setup build; exec node scripts/recipe-report.mjs

RUNS ?= 1

lighthouse: ## hold a demo article with the widget against the same without, by Lighthouse (RUNS=1)
	@$(WITH_TOOLS) scripts/setup test; node scripts/build.mjs --wasm-only; exec node scripts/lighthouse.mjs --runs $(RUNS)

watch-cost: ## measure what the watch for new articles costs on a page that never stands still (RUNS=1)
	@$(WITH_TOOLS) scripts/setup test; node scripts/build.mjs --wasm-only; exec node scripts/watch-cost.mjs --runs $(RUNS)

eval-pages: ## measure how the article is found on the development pages (PAGES=../shared/pages)
	@$(WITH_TOOLS) scripts/setup build; cargo run --quiet --release --features cli --example score-pages -- $(PAGES)

eval-pages-live: ## the same pages in Chromium: what the live walk finds, and its time beside readability (PAGES=../shared/pages)
	@$(WITH_TOOLS) scripts/setup test; node scripts/build.mjs --wasm-only; npm ci --prefix bench --ignore-scripts --loglevel=error; exec node bench/pages.mjs $(PAGES)

train-pages: ## fit the block classifier on the development pages, with cross-validation (PAGES=../shared/pages)
	@$(WITH_TOOLS) scripts/setup build; tools/pages/train.sh $(PAGES)

OTHERS ?= target/page-kinds

train-page-kinds: ## cross-validate and fit what tells the kinds of pages, and write the tables of docs/page-kinds.md (PAGES=../shared/pages)
	@$(WITH_TOOLS) scripts/setup build; tools/page-kinds/train.sh $(PAGES) $(OTHERS)

train-names: ## cross-validate and fit the weights of the name tagger (src/analysis/entity/names_*.bin) on NAMES=../shared
	@$(WITH_TOOLS) scripts/setup build; mkdir -p target/names; \
	  python3 tools/names/prepare.py --data $(NAMES) --out target/names/all.jsonl; \
	  cargo build --quiet --release --features cli --example train-names; \
	  target/release/examples/train-names target/names/all.jsonl; \
	  target/release/examples/train-names target/names/all.jsonl src/analysis/entity

score-names: ## measure names, density and salient entities, in texts and summaries, on the gold sets in NAMES=../shared
	@$(WITH_TOOLS) scripts/setup build; cargo build --quiet --release --features cli; \
	  exec python3 tools/names/score.py --data $(NAMES)

train-kinds: ## cross-validate and fit the weights that tell the kinds of names (src/analysis/entity/kinds.bin) on NAMES=../shared
	@$(WITH_TOOLS) scripts/setup build; mkdir -p target/kinds; \
	  python3 tools/kinds/prepare.py --data $(NAMES) --out target/kinds/all.jsonl; \
	  cargo build --quiet --release --features cli --example train-kinds; \
	  target/release/examples/train-kinds target/kinds/all.jsonl; \
	  target/release/examples/train-kinds target/kinds/all.jsonl src/analysis/entity/kinds.bin

score-kinds: ## measure the kinds that names are given, and what is listed under Who and Where, on the typed sets in NAMES=../shared
	@$(WITH_TOOLS) scripts/setup build; cargo build --quiet --release --features cli; \
	  exec python3 tools/kinds/score.py --data $(NAMES)

gazetteer: ## write the names known by heart (src/analysis/entity/gazetteer/) from Unicode CLDR and tools/gazetteer/by_hand.txt
	@$(WITH_TOOLS) npm ci --prefix tools/gazetteer --ignore-scripts --loglevel=error; exec node tools/gazetteer/make.mjs

shots: ## take screenshots of the demo in each engine (tests/e2e/shots/), and the README's pictures (docs/pictures/)
	@$(WITH_TOOLS) scripts/setup test; node scripts/build.mjs; node tests/e2e/shots.mjs; exec node tests/e2e/readme-shots.mjs

clean: ## remove everything that was built (the installed tools stay)
	@rm -rf target www/pkg www/dist www/docs webdriver.json tests/e2e/shots
