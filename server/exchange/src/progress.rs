//! How far a reader has come, for those who watch from another thread.

use std::{
    io::{self, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// A source that counts the bytes it has given; put it between a file and a reader of this crate.
#[derive(Debug)]
pub struct Counted<R> {
    inner: R,
    given: BytesRead,
}

/// The count of a [`Counted`] source; its clones see the same count.
#[derive(Clone, Debug, Default)]
pub struct BytesRead(Arc<AtomicU64>);

impl BytesRead {
    /// Bytes taken from the source so far. Readers take bytes in blocks, so this runs ahead of the
    /// records by up to a block.
    #[must_use]
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl<R> Counted<R> {
    /// Wraps a source.
    pub fn new(inner: R) -> Self {
        Self { inner, given: BytesRead::default() }
    }

    /// The count.
    #[must_use]
    pub fn given(&self) -> BytesRead {
        self.given.clone()
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.given.0.fetch_add(u64::try_from(count).unwrap_or(u64::MAX), Ordering::Relaxed);
        Ok(count)
    }
}
