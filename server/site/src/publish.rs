//! Files as they are served: named by their content, with compressed copies.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io::Write,
    path::Path,
};

use flate2::{Compression, write::GzEncoder};

use crate::{Error, write};

/// The base of all names.
pub(crate) const NAME: &str = "waxwing";

/// A short name for a content. It tells builds apart and protects from nothing.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn with_brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    // Writing into memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters);
    out
}

fn with_gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// A file of the bundle.
pub(crate) struct Published {
    /// Of its content, as in its name.
    pub(crate) hash: String,
    /// Bytes with brotli.
    pub(crate) size: usize,
}

/// Writes a file under its hash with compressed copies, and says how large it is.
pub(crate) fn publish(folder: &Path, end: &str, bytes: &[u8]) -> Result<Published, Error> {
    let hash = hash(bytes);
    let path = folder.join(format!("{NAME}.{hash}.{end}"));
    let (brotli, gzip) = (with_brotli(bytes), with_gzip(bytes));
    write(&path, bytes)?;
    write(&path.with_added_extension("br"), &brotli)?;
    write(&path.with_added_extension("gz"), &gzip)?;
    println!("{end:>5} {:>8} bytes {:>8} gzip {:>8} brotli", bytes.len(), gzip.len(), brotli.len());
    Ok(Published { hash, size: brotli.len() })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::read;

    #[test]
    fn names_follow_content_and_copies_unpack_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let text = b"body{margin:0}".repeat(50);
        let published = publish(folder.path(), "css", &text).unwrap();
        let name = format!("waxwing.{}.css", published.hash);
        assert_eq!(read(&folder.path().join(&name)).unwrap(), text);
        assert_ne!(published.hash, hash(b"other"));
        let packed = read(&folder.path().join(format!("{name}.br"))).unwrap();
        assert_eq!(published.size, packed.len());
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut plain).unwrap();
        assert_eq!(plain, text);
        let packed = read(&folder.path().join(format!("{name}.gz"))).unwrap();
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text);
    }
}
