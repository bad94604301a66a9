//! Records of a table with headings: comma, semicolon or tab between cells.

use domain::{Problem, RowIssue};
use serde_json::Value;

use super::{RECORD, RECORDS, Take};
use crate::{
    FileError,
    source::{Text, read_error},
};

/// Says which field each column holds, by the headings; an empty name for one that is left out.
type Columns<'a> = &'a dyn Fn(&[String]) -> Result<Vec<String>, FileError>;

/// Hands over the rows of a table as records of text, without the cells that are empty. The first row
/// has the headings and is no record; rows are numbered as spreadsheets number them.
///
/// # Errors
/// What `columns` says of the headings; [`FileError`] when the file cannot be read as a table.
pub(crate) fn rows(text: Text<'_>, columns: Columns<'_>, take: Take<'_>) -> Result<(), FileError> {
    let first = text.start.lines().next().unwrap_or_default();
    let count = |delimiter: char| first.matches(delimiter).count();
    let delimiter = [',', ';', '\t'].into_iter().max_by_key(|one| count(*one)).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.reader);
    let broken = |error: csv::Error, row: u64| match error.into_kind() {
        csv::ErrorKind::Io(error) => read_error(&error, row),
        kind => FileError::Broken { row, detail: format!("{kind:?}") },
    };
    let headings = reader.headers().map_err(|error| broken(error, 1))?;
    let headings: Vec<String> = headings.iter().map(str::to_owned).collect();
    let columns = columns(&headings)?;
    let (mut cells, mut row, mut bytes) = (csv::StringRecord::new(), 1, 0);
    loop {
        row += 1;
        if !reader.read_record(&mut cells).map_err(|error| broken(error, row))? {
            return Ok(());
        }
        if row > RECORDS {
            return Err(FileError::TooManyRecords { limit: RECORDS });
        }
        bytes += u64::try_from(cells.as_slice().len()).unwrap_or(u64::MAX);
        if bytes > 8 * RECORD {
            return Err(FileError::TooLarge { limit: 8 * RECORD });
        }
        if cells.iter().all(str::is_empty) {
            continue;
        }
        let record = if cells.len() > columns.len() {
            let detail = format!("{} cells in a table of {} columns", cells.len(), columns.len());
            Err(RowIssue { field: String::new(), problem: Problem::Unreadable { detail } })
        } else {
            let cell = |(name, cell): (&String, &str)| (name.clone(), Value::from(unquoted(cell)));
            Ok(columns
                .iter()
                .zip(&cells)
                .filter(|(name, cell)| !(name.is_empty() || cell.is_empty()))
                .map(cell)
                .collect())
        };
        if take(row, record).is_break() {
            return Ok(());
        }
    }
}

/// A cell without the one apostrophe that keeps a spreadsheet from reckoning with it.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}
