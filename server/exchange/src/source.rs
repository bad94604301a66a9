//! From bytes to text: compression, byte order marks, and what is no text at all.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use flate2::read::MultiGzDecoder;

use crate::FileError;

/// The most bytes a compressed file may unpack to.
const UNPACKED: u64 = 2 * 1024 * 1024 * 1024;
/// A compressed file may grow to this size in any case …
const GROWN: u64 = 64 * 1024 * 1024;
/// … and beyond it only so many times its own size.
const RATIO: u64 = 100;
/// How much is looked at to recognise a format.
const PEEK: usize = 64 * 1024;

/// Signatures of files that people choose by mistake.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (a spreadsheet or text document, perhaps)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
];

/// Counts what goes in and what comes out of the decompressor.
struct Guard<R> {
    inner: R,
    taken: std::rc::Rc<std::cell::Cell<u64>>,
    given: u64,
}

struct Counted<R> {
    inner: R,
    taken: std::rc::Rc<std::cell::Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.taken.set(self.taken.get() + u64::try_from(count).unwrap_or(u64::MAX));
        Ok(count)
    }
}

/// The message by which the reader above recognises that the guard stopped.
const BOMB: &str = "unpacks beyond the limit";

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.given += u64::try_from(count).unwrap_or(u64::MAX);
        let ratio = self.given > GROWN && self.given / RATIO > self.taken.get();
        if self.given > UNPACKED || ratio { Err(io::Error::other(BOMB)) } else { Ok(count) }
    }
}

/// What a read error means.
pub(crate) fn read_error(error: &io::Error, row: u64) -> FileError {
    if error.to_string().contains(BOMB) {
        FileError::TooLarge { limit: UNPACKED }
    } else if matches!(
        error.kind(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData
    ) {
        FileError::Broken { row, detail: error.to_string() }
    } else {
        FileError::Unreadable { detail: error.to_string() }
    }
}

/// Reads up to `size` bytes.
fn peek(input: &mut dyn Read, size: usize) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(size).unwrap_or(u64::MAX);
    input.take(limit).read_to_end(&mut bytes).map_err(|error| read_error(&error, 1))?;
    Ok(bytes)
}

/// What was looked at, and the rest.
type Rest<'a> = BufReader<Chain<Cursor<Vec<u8>>, Box<dyn Read + 'a>>>;

/// Text of a file, and its beginning for a look at the format.
pub(crate) struct Text<'a> {
    /// The beginning, without leading white space.
    pub(crate) start: String,
    /// All of it, in UTF-8 without a byte order mark.
    pub(crate) reader: Rest<'a>,
}

type Decoder<'a> = DecodeReaderBytes<Box<dyn Read + 'a>, Vec<u8>>;

/// Opens a file: unpacks it, decodes it and refuses what is no text.
pub(crate) fn open(input: &mut dyn Read) -> Result<Text<'_>, FileError> {
    let magic = peek(input, 16)?;
    if magic.is_empty() {
        return Err(FileError::Empty);
    }
    refuse_binary(&magic)?;
    let packed = magic.starts_with(b"\x1f\x8b");
    let raw: Box<dyn Read + '_> = Box::new(Cursor::new(magic).chain(input));
    let plain: Box<dyn Read + '_> = if packed {
        let taken = std::rc::Rc::default();
        let counted = Counted { inner: raw, taken: std::rc::Rc::clone(&taken) };
        Box::new(Guard { inner: MultiGzDecoder::new(counted), taken, given: 0 })
    } else {
        raw
    };
    let mut decoder: Decoder<'_> = DecodeReaderBytesBuilder::new()
        .bom_override(true)
        .strip_bom(true)
        .utf8_passthru(true)
        .build_with_buffer(plain, vec![0; 8 * 1024])
        .map_err(|error| FileError::Unreadable { detail: error.to_string() })?;
    let start = peek(&mut decoder, PEEK)?;
    refuse_binary(&start)?;
    if start.contains(&0) {
        return Err(FileError::Binary { kind: "a binary file" });
    }
    // A look at the beginning may end within a character.
    let text = String::from_utf8_lossy(&start).trim_start().to_owned();
    if text.is_empty() {
        return Err(FileError::Empty);
    }
    let rest: Box<dyn Read + '_> = Box::new(decoder);
    Ok(Text { start: text, reader: BufReader::new(Cursor::new(start).chain(rest)) })
}

fn refuse_binary(bytes: &[u8]) -> Result<(), FileError> {
    match SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        Some((_, kind)) => Err(FileError::Binary { kind }),
        None => Ok(()),
    }
}

/// Drops a leading byte order mark that decoding left in place (UTF-8 is passed through).
pub(crate) fn skip_mark(reader: &mut dyn BufRead) -> io::Result<()> {
    if reader.fill_buf()?.starts_with("\u{feff}".as_bytes()) {
        reader.consume(3);
    }
    Ok(())
}
