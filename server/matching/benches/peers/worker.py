"""One peer in a process of its own, so that its memory can be read. Takes orders on standard input:

    answer FILE   writes the best documents and scores of every query
    batch N       answers all queries at once in N threads; prints seconds
    single        answers them one by one; prints the seconds of each
    memory        prints the most memory held so far, in bytes
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

import corpus

K1, B = 1.2, 0.75


class Bm25s:
    """bm25s with numba, method `lucene`."""

    def __init__(self, folder: Path, k: int) -> None:
        import bm25s

        self.k = k
        documents = corpus.read(folder)
        vocabulary = {str(word): word for word in range(corpus.WORDS)}
        tokens = bm25s.tokenization.Tokenized(
            ids=[document.tolist() for document in documents], vocab=vocabulary
        )
        started = time.perf_counter()
        self.index = bm25s.BM25(method="lucene", k1=K1, b=B, backend="numba")
        self.index.index(tokens, show_progress=False)
        self.built = time.perf_counter() - started
        self.queries = [query.tolist() for query in corpus.read(folder, "query_")]
        # Compiles.
        self.retrieve(self.queries[:4], 1)
        self.retrieve(self.queries[:4], 2)

    def retrieve(self, queries: list, threads: int):
        return self.index.retrieve(queries, k=self.k, show_progress=False, n_threads=threads)

    def answer(self):
        found = self.retrieve(self.queries, 1)
        return found.documents, found.scores

    def batch(self, threads: int) -> None:
        self.retrieve(self.queries, threads)

    def one(self, i: int) -> None:
        self.retrieve(self.queries[i : i + 1], 1)


class Tantivy:
    """tantivy, an index in memory without positions; queries are built beforehand."""

    def __init__(self, folder: Path, k: int) -> None:
        import tantivy

        self.k = k
        schema = (
            tantivy.SchemaBuilder()
            .add_text_field("text", tokenizer_name="whitespace", index_option="freq")
            .add_unsigned_field("number", stored=False, fast=True)
            .build()
        )
        documents = corpus.read(folder)
        started = time.perf_counter()
        index = tantivy.Index(schema)
        writer = index.writer(1_000_000_000, 2)
        for number, document in enumerate(documents):
            text = " ".join(map(str, document.tolist()))
            entry = tantivy.Document(text=text)
            entry.add_unsigned("number", number)
            writer.add_document(entry)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()
        self.built = time.perf_counter() - started
        self.queries = [
            tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Should, tantivy.Query.term_query(schema, "text", str(word), "freq"))
                    for word in query
                ]
            )
            for query in corpus.read(folder, "query_")
        ]

    def search(self, query):
        return self.searcher.search(query, self.k, count=False).hits

    def answer(self):
        documents, scores = [], []
        for query in self.queries:
            hits = self.search(query)
            places = [place for _, place in hits]
            documents.append(self.searcher.fast_field_values("number", places))
            scores.append([score for score, _ in hits])
        # Its scores are k1 + 1 times those of Lucene since version 8.
        return documents, np.array(scores) / (K1 + 1.0)

    def batch(self, threads: int) -> None:
        if threads == 1:
            for query in self.queries:
                self.search(query)
        else:
            with ThreadPoolExecutor(threads) as pool:
                list(pool.map(self.search, self.queries))

    def one(self, i: int) -> None:
        self.search(self.queries[i])


def memory() -> int:
    status = Path("/proc/self/status").read_text()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak.split()[1]) * 1024


def main() -> None:
    peer = {"bm25s": Bm25s, "tantivy": Tantivy}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    print(peer.built, flush=True)
    for line in sys.stdin:
        order, *rest = line.split()
        if order == "answer":
            documents, scores = peer.answer()
            np.asarray(documents, dtype=np.uint32).tofile(f"{rest[0]}.docs")
            np.asarray(scores, dtype=np.float64).tofile(f"{rest[0]}.scores")
            print("done", flush=True)
        elif order == "batch":
            started = time.perf_counter()
            peer.batch(int(rest[0]))
            print(time.perf_counter() - started, flush=True)
        elif order == "single":
            times = []
            for i in range(len(peer.queries)):
                started = time.perf_counter()
                peer.one(i)
                times.append(time.perf_counter() - started)
            print(*times, flush=True)
        elif order == "memory":
            print(memory(), flush=True)


if __name__ == "__main__":
    main()
