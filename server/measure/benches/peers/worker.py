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


class SparseDotTopn:
    """sparse-dot-topn: the product of queries and impacts as sparse matrices in single precision, of which
    it keeps the greatest of each row. It knows nothing of BM25; its index is the matrix of impacts."""

    def __init__(self, folder: Path, k: int) -> None:
        import scipy.sparse

        self.k, self.matrix = k, scipy.sparse.csr_matrix
        documents = corpus.read(folder)
        started = time.perf_counter()
        lengths = np.array([len(document) for document in documents])
        rows = np.repeat(np.arange(len(documents)), lengths)
        counts = self.matrix(
            (np.ones(len(rows)), (np.concatenate(documents), rows)), (corpus.WORDS, len(documents))
        )
        counts.sum_duplicates()
        frequent = np.diff(counts.indptr)
        idf = np.log1p((len(documents) - frequent + 0.5) / (frequent + 0.5))
        norm = K1 * (1.0 - B + B * lengths / lengths.mean())
        counts.data *= np.repeat(idf, frequent) / (counts.data + norm[counts.indices])
        self.impacts = counts.astype(np.float32)
        self.built = time.perf_counter() - started
        queries = corpus.read(folder, "query_")
        ends = np.concatenate([[0], np.cumsum([len(query) for query in queries])])
        words = np.concatenate(queries)
        ones = np.ones(len(words), dtype=np.float32)
        self.all = self.matrix((ones, words, ends), (len(queries), corpus.WORDS))
        self.queries = [self.all[i] for i in range(len(queries))]

    def product(self, queries, threads: int | None):
        from sparse_dot_topn import sp_matmul_topn

        return sp_matmul_topn(queries, self.impacts, self.k, sort=True, n_threads=threads)

    def answer(self):
        found = self.product(self.all, None)
        return found.indices.reshape(-1, self.k), found.data.reshape(-1, self.k)

    def batch(self, threads: int) -> None:
        self.product(self.all, None if threads == 1 else threads)

    def one(self, i: int) -> None:
        self.product(self.queries[i], None)


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
    peers = {"bm25s": Bm25s, "sparse-dot-topn": SparseDotTopn, "tantivy": Tantivy}
    peer = peers[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
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
