"""Synthetic calls and queries: the same numbers from the same seed, on every machine.

Words follow Zipf and Mandelbrot, (rank + 2.7)^-1, over 150,000 words without the twenty most
frequent, as stop words are cut. That gives about 87 different words in a document and
sum(f_t^2) = 4.5 postings per document for a document used as a query. Lengths are among those that
tantivy's one-byte table of lengths holds exactly, so that its scores and ours can be equal.
"""

import sys
from pathlib import Path

import numpy as np

WORDS = 150_000
CUT = 20
LENGTHS = np.array([72, 76, 80, 84, 88, 96, 104, 112, 120, 128], dtype=np.uint32)


def write(folder: Path, documents: int, queries: int, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    weights = 1.0 / (np.arange(CUT, CUT + WORDS) + 2.7)
    cumulative = np.cumsum(weights / weights.sum())
    # Numbers of words say nothing about how frequent they are.
    names = np.random.default_rng(0).permutation(WORDS).astype(np.uint32)

    def words(count: int) -> np.ndarray:
        drawn = np.searchsorted(cumulative, rng.random(count), side="right")
        return names[np.minimum(drawn, WORDS - 1)]

    lengths = rng.choice(LENGTHS, documents)
    lengths.tofile(folder / "lengths.u32")
    with (folder / "tokens.u32").open("wb") as out:
        left = int(lengths.sum())
        while left > 0:
            step = min(left, 10_000_000)
            words(step).tofile(out)
            left -= step

    # Different words, as many as asked for, in the order drawn.
    asked, sizes = [], rng.integers(60, 151, queries).astype(np.uint32)
    for size in sizes:
        seen: dict[int, None] = {}
        while len(seen) < size:
            for word in words(64):
                if len(seen) < size:
                    seen[int(word)] = None
        asked.extend(seen)
    sizes.tofile(folder / "query_lengths.u32")
    np.array(asked, dtype=np.uint32).tofile(folder / "query_tokens.u32")


def read(folder: Path, kind: str = "") -> list[np.ndarray]:
    """The documents (`kind` empty) or the queries (`query_`), as arrays of word numbers."""
    lengths = np.fromfile(folder / f"{kind}lengths.u32", dtype=np.uint32)
    tokens = np.fromfile(folder / f"{kind}tokens.u32", dtype=np.uint32)
    return np.split(tokens, np.cumsum(lengths)[:-1])


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), 7)
