# Two commands: `make run` and `make test`. Both install what is missing on a bare Debian machine
# with rustup, Node.js and make.

.PHONY: run test check bench bench-matching dev bundle build fast story browser pictures

# Dependencies are optimised in the development profile, our own matching and parsing too; so a
# server is built in minutes and answers in milliseconds.
run: bundle
	@target/debug/waxwing demo --if-empty
	@target/debug/waxwing serve

build:
	@scripts/install run
	@cargo build --quiet --locked --workspace --bins

bundle: build
	@scripts/front build --quiet
	@target/debug/site

# Everything, from bare.
test: check story browser

# Format, lints, licences, spelling, guards, fast tests.
check:
	@scripts/install test
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	scripts/front clippy -- -D warnings
	target/venv/bin/typos
	$(MAKE) --no-print-directory fast
	cargo doc --locked --workspace --no-deps --quiet

fast:
	cargo test --locked --workspace

# The same stories on PostgreSQL. Always the whole workspace, so that dependencies are compiled with
# one set of features, once.
story:
	scripts/with-postgres cargo test --locked --workspace --test story --test people --test http

# Journeys in a real browser: scripts off, WASM off, full.
browser: bundle
	cd end2end && npx playwright test

# Screenshots of every page, also the one in the README.
pictures: bundle
	cd end2end && npx playwright test --config pictures.config.ts

bench:
	cargo bench --locked -p matching

# The ranking index beside bm25s and tantivy: server/matching/benches/README.md. With
# DOCUMENTS=1000000 PEERS=tantivy at another size.
DOCUMENTS ?= 100000
PEERS ?= bm25s,tantivy
bench-matching:
	@[ -x target/venv-bench/bin/python ] || python3 -m venv target/venv-bench
	@target/venv-bench/bin/pip install --quiet --disable-pip-version-check -r server/matching/benches/peers/requirements.txt
	@cargo build --quiet --locked --release -p matching --example peer
	@target/venv-bench/bin/python server/matching/benches/peers/run.py --ours "$${CARGO_TARGET_DIR:-target}/release/examples/peer" --documents $(DOCUMENTS) --peers $(PEERS)

dev:
	@scripts/install run
	@scripts/dev
