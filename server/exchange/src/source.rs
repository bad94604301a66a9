//! From bytes to text: compression, byte order marks, and what is no text at all.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use encoding_rs::{Encoding, IBM866, ISO_8859_2, ISO_8859_5, KOI8_U, WINDOWS_1251, WINDOWS_1252};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use flate2::read::MultiGzDecoder;

use crate::{
    FileError,
    progress::{BytesRead, Counted},
};

/// The most bytes a compressed file may unpack to.
const UNPACKED: u64 = 1024 * 1024 * 1024;
/// A compressed file may grow to this size in any case …
const GROWN: u64 = 64 * 1024 * 1024;
/// … and beyond it only so many times its own size. Real exports grow about sevenfold.
const RATIO: u64 = 100;
/// How much is looked at to recognise a format: more than any one text of a record.
const PEEK: usize = 1024 * 1024;

/// Signatures of files that people choose by mistake.
const SIGNATURES: [(&[u8], &str); 16] = [
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"II*\0", "a TIFF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (a spreadsheet or text document, perhaps)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive; only gzip is unpacked here"),
    (b"\xfd7zXZ", "an xz archive; only gzip is unpacked here"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; only gzip is unpacked here"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
];

/// Why reading was stopped from within, carried through other people's readers as an I/O error.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub(crate) enum Stop {
    #[error("unpacks beyond the limit")]
    Bomb,
    #[error("one record is longer than {0} bytes")]
    Record(u64),
}

/// Watches how much comes out of the decompressor for what goes in.
struct Guard<R> {
    inner: R,
    taken: BytesRead,
    given: u64,
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.given += u64::try_from(count).unwrap_or(u64::MAX);
        let ratio = self.given > GROWN && self.given / RATIO > self.taken.get();
        if self.given > UNPACKED || ratio { Err(io::Error::other(Stop::Bomb)) } else { Ok(count) }
    }
}

/// What a read error means when it occurs at a record.
pub(crate) fn read_error(error: &io::Error, row: u64) -> FileError {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Stop>()) {
        Some(Stop::Bomb) => return FileError::TooLarge { limit: UNPACKED },
        Some(Stop::Record(limit)) => return FileError::RecordTooLong { row, limit: *limit },
        None => {}
    }
    match error.kind() {
        io::ErrorKind::UnexpectedEof => FileError::Truncated { row },
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            FileError::Broken { row, detail: error.to_string() }
        }
        _ => FileError::Unreadable { detail: error.to_string() },
    }
}

/// Gives the error that ended a look ahead, at the place where it belongs.
struct Failed(Option<io::Error>);

impl Read for Failed {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// Reads up to `size` bytes, and the error that ended it early.
fn peek(input: &mut dyn Read, size: usize) -> (Vec<u8>, Failed) {
    let mut bytes = Vec::new();
    let limit = u64::try_from(size).unwrap_or(u64::MAX);
    let error = input.take(limit).read_to_end(&mut bytes).err();
    (bytes, Failed(error))
}

/// Text of a file, and its beginning for a look at the format.
pub(crate) struct Text<'a> {
    /// The beginning, without leading white space.
    pub(crate) start: String,
    /// All of it, in UTF-8 without a byte order mark.
    pub(crate) reader: Box<dyn BufRead + 'a>,
}

type Decoder<'a> = DecodeReaderBytes<Box<dyn Read + 'a>, Vec<u8>>;

/// Opens a file: unpacks it, decodes it and refuses what is no text.
pub(crate) fn open(input: &mut dyn Read) -> Result<Text<'_>, FileError> {
    let (magic, failed) = peek(input, 16);
    if let Some(error) = failed.0 {
        return Err(read_error(&error, 1));
    }
    if magic.is_empty() {
        return Err(FileError::Empty);
    }
    refuse_binary(&magic)?;
    let packed = magic.starts_with(b"\x1f\x8b");
    let raw: Box<dyn Read + '_> = Box::new(Cursor::new(magic).chain(input));
    let plain: Box<dyn Read + '_> = if packed {
        let counted = Counted::new(raw);
        let taken = counted.given();
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
    let (start, failed) = peek(&mut decoder, PEEK);
    if let Some(error) = failed.0.as_ref().filter(|_| start.is_empty()) {
        return Err(read_error(error, 1));
    }
    let text = beginning(&start)?.trim_start_matches('\u{feff}').trim_start().to_owned();
    if text.is_empty() && failed.0.is_none() {
        // Nothing but white space, unless there is more of it than was looked at.
        return Err(FileError::Empty);
    }
    // UTF-8 is passed through, and its mark with it.
    let mark = if start.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let mut seen = Cursor::new(start);
    seen.set_position(mark);
    let reader = Box::new(BufReader::new(seen.chain(failed).chain(decoder)));
    Ok(Text { start: text, reader })
}

/// The text that a look ahead has seen, which may end within a character.
fn beginning(bytes: &[u8]) -> Result<&str, FileError> {
    refuse_binary(bytes)?;
    if bytes.get(257..262) == Some(b"ustar") {
        return Err(FileError::Binary { kind: "a TAR archive" });
    }
    if bytes.contains(&0) {
        let every_other = bytes.iter().take(64).skip(1).step_by(2).all(|byte| *byte == 0)
            || bytes.iter().take(64).step_by(2).all(|byte| *byte == 0);
        return Err(if every_other && bytes.len() > 3 {
            FileError::NotText { detail: "it may be UTF-16 without a mark; save it as UTF-8" }
        } else {
            FileError::Binary { kind: "a binary file" }
        });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        // Cut off by the look.
        Err(error) if error.error_len().is_none() => {
            Ok(std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default())
        }
        Err(_) => Err(FileError::NotText { detail: likely_encoding(bytes) }),
    }
}

/// In which encoding bytes that are no UTF-8 make most sense: that in which most letters are small
/// ones after a letter, as in words.
fn likely_encoding(bytes: &[u8]) -> &'static str {
    let candidates = [
        (WINDOWS_1251, "it is not UTF-8, perhaps windows-1251; save it as UTF-8"),
        (KOI8_U, "it is not UTF-8, perhaps KOI8-R or KOI8-U; save it as UTF-8"),
        (IBM866, "it is not UTF-8, perhaps IBM866 (DOS); save it as UTF-8"),
        (ISO_8859_5, "it is not UTF-8, perhaps ISO-8859-5; save it as UTF-8"),
        (WINDOWS_1252, "it is not UTF-8, perhaps windows-1252; save it as UTF-8"),
        (ISO_8859_2, "it is not UTF-8, perhaps ISO-8859-2; save it as UTF-8"),
    ];
    let sense = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let (mut before, mut sense) = (' ', 0_i64);
        for c in text.chars() {
            if !c.is_ascii() {
                sense += match (c.is_alphabetic(), before.is_alphabetic()) {
                    (true, true) if c.is_lowercase() => 2,
                    (true, false) => 1,
                    // A capital within a word, or a sign where letters stand.
                    _ => -2,
                };
            }
            before = c;
        }
        sense
    };
    // Languages with Latin letters have few others, and seldom two in a row.
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let pairs = bytes.windows(2).filter(|pair| pair.iter().all(|byte| !byte.is_ascii())).count();
    let western = pairs * 2 < high;
    let best = candidates
        .iter()
        .rev()
        .filter(|(encoding, _)| western == [WINDOWS_1252, ISO_8859_2].contains(encoding))
        .max_by_key(|(encoding, _)| sense(encoding));
    best.map_or("it is not UTF-8; save it as UTF-8", |(_, says)| says)
}

fn refuse_binary(bytes: &[u8]) -> Result<(), FileError> {
    match SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        Some((_, kind)) => Err(FileError::Binary { kind }),
        None => Ok(()),
    }
}
