"""Compares the ranking index with its peers and prints one table. `make bench-matching` calls it.

For each size: the same seeded documents go to every engine, each in a process of its own; the best
documents and scores of every query are compared first, as a faster wrong answer is worth nothing;
then rounds of all engines are interleaved, and medians are compared.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

import corpus

HERE = Path(__file__).parent
K = 20


class Engine:
    def __init__(self, name: str, command: list[str], folder: Path) -> None:
        self.name, self.folder = name, folder
        self.process = subprocess.Popen(
            [*command, str(folder), str(K)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.built = float(self.read())

    def read(self) -> str:
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} ended early")
        return line

    def order(self, order: str) -> str:
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        return self.read()

    def answer(self) -> tuple[np.ndarray, np.ndarray]:
        stem = self.folder / self.name
        self.order(f"answer {stem}")
        documents = np.fromfile(f"{stem}.docs", dtype=np.uint32).reshape(-1, K)
        return documents, np.fromfile(f"{stem}.scores", dtype=np.float64).reshape(-1, K)

    def processor(self) -> float:
        """Seconds that its threads have been on a processor, where the system tells: what waits for
        other programs is not in it."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def compare(name: str, ours, theirs) -> float:
    """Ends when answers differ; returns the greatest difference between two scores."""
    (our_docs, our_scores), (docs, scores) = ours, theirs
    worst = float(np.abs(our_scores - scores).max())
    # Single precision: a sum of scores near 100 has steps of 8e-6.
    bound = 1e-5 * np.maximum(1.0, np.abs(our_scores))
    if (np.abs(our_scores - scores) > bound).any():
        sys.exit(f"{name}: scores differ by {worst}")
    for query in range(len(docs)):
        for document in set(our_docs[query]) ^ set(docs[query]):
            # A document that only one of them has is as good as the other's last one.
            mine = our_docs[query] == document
            score = (our_scores if mine.any() else scores)[query][
                mine if mine.any() else docs[query] == document
            ][0]
            if abs(score - our_scores[query][-1]) > 2e-5 * max(1.0, score):
                sys.exit(f"{name}: query {query}, document {document} is missing")
        moved = np.nonzero(our_docs[query] != docs[query])[0]
        for place in moved:
            if (np.abs(our_scores[query] - our_scores[query][place]) < 2e-5 * our_scores[query][0]).sum() < 2:
                if place + 1 < K:
                    sys.exit(f"{name}: query {query}, place {place} differs")
    return worst


def measure(
    title: str, folder: Path, documents: int, ours: list[str], peers: list[str], rounds: int
) -> None:
    """Prints a table."""
    queries = len(corpus.read(folder, "query_"))
    engines = [Engine("waxwing", ours, folder)]
    engines += [
        Engine(peer, [sys.executable, str(HERE / "worker.py"), peer], folder) for peer in peers
    ]
    answers = [engine.answer() for engine in engines]
    for engine, answer in zip(engines[1:], answers[1:]):
        worst = compare(engine.name, answers[0], answer)
        print(f"{title}: {engine.name} gives the same {K} best of {queries} queries, scores within {worst:.1e}")
    print(f"{title}: the index of waxwing holds {int(engines[0].order('size')) / 1e6:,.1f} MB")
    times: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds):
        for order in ("batch 1", "batch 2", "single"):
            for engine in engines:
                before = engine.processor()
                seconds = [float(one) for one in engine.order(order).split()]
                if order == "batch 1":
                    spent = (engine.processor() - before) / queries
                    times.setdefault((engine.name, "processor"), []).append(spent * 1e3)
                value = statistics.median(seconds) if order == "single" else seconds[0] / queries
                times.setdefault((engine.name, order), []).append(value * 1e3)
    print(f"| {title} | index, s | docs/s | peak memory, MB | batch, 1 thread, ms/query | × | of processor time | × | batch, 2 threads | × | one query, ms | × |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for engine in engines:
        cells = [engine.name, f"{engine.built:.2f}", f"{documents / engine.built:,.0f}"]
        cells.append(f"{int(engine.order('memory')) / 1e6:,.0f}")
        for order in ("batch 1", "processor", "batch 2", "single"):
            value = statistics.median(times[(engine.name, order)])
            ratio = value / statistics.median(times[("waxwing", order)])
            cells += [f"{value:.3f}", "1" if engine is engines[0] else f"{ratio:.1f}"]
        print("| " + " | ".join(cells) + " |", flush=True)
        engine.end()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--ours", required=True, help="the example `peer` of the crate `matching`")
    parser.add_argument("--documents", type=int, nargs="*", default=[100_000])
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default="bm25s,sparse-dot-topn,tantivy")
    parser.add_argument("--keep", type=Path, help="folder in which corpora are kept between runs")
    args = parser.parse_args()
    peers = [peer for peer in args.peers.split(",") if peer]
    for documents in args.documents:
        with tempfile.TemporaryDirectory() as scratch:
            folder = (args.keep or Path(scratch)) / f"{documents}-{args.queries}"
            if not (folder / "query_tokens.u32").exists():
                corpus.write(folder, documents, args.queries, 7)
            title = f"{documents:,} documents"
            measure(title, folder, documents, [args.ours], peers, args.rounds)


if __name__ == "__main__":
    main()
