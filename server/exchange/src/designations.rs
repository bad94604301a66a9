//! Registers of designated bodies: the list of the Russian ministry of justice as it is mirrored in
//! JSON, and tables or records with fields of our own.

use std::{collections::BTreeMap, io::Read, ops::ControlFlow, str::FromStr};

use chrono::NaiveDate;
use domain::{Country, Designation, LegalStatusKind, Located, Problem, RowIssue, fold::fold};
use serde_json::{Map, Value};

use crate::{
    FileError, Sink,
    fields::{Fields, SHORT},
    frame::{self, Frame},
    shape::{self, Shape},
    source,
};

/// The formats of registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterFormat {
    /// The register of undesirable organisations of the Russian ministry of justice: an array of
    /// records with `fullName`.
    RuMinistry,
    /// A table with the columns `name, alias, kind, country, decision, from, until, source`.
    Table,
    /// JSON records with the same fields, one a line or in an array.
    Records,
}

impl RegisterFormat {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::RuMinistry => "ru-ministry",
            Self::Table => "designations-table",
            Self::Records => "designations-records",
        }
    }
}

/// What holds for rows that do not say it themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegisterDefaults {
    /// Whose law.
    pub country: Option<Country>,
    /// What it declares.
    pub kind: Option<LegalStatusKind>,
}

/// The columns of a table.
const COLUMNS: [&str; 8] =
    ["name", "alias", "kind", "country", "decision", "from", "until", "source"];
/// The most bytes of a name; the longest real one, with all its translations, has 500.
const NAME: usize = 2000;
const DAY: &str = "a day such as 2026-12-31 or 31.12.2026";
const SOURCE: &str = "Ministry of Justice of the Russian Federation: register of undesirable organisations (minjust.gov.ru)";

/// A day of the last hundred years, in either of the two ways of writing it that mean one day only.
struct Day(NaiveDate);

impl FromStr for Day {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let read = |pattern| NaiveDate::parse_from_str(text, pattern).ok();
        let shape: Vec<usize> = text.split(['-', '.']).map(str::len).collect();
        let day = match shape.as_slice() {
            [4, 2, 2] => read("%Y-%m-%d"),
            [1 | 2, 1 | 2, 4] => read("%d.%m.%Y"),
            _ => None,
        };
        let from = NaiveDate::from_ymd_opt(1926, 1, 1).ok_or(())?;
        let to = NaiveDate::from_ymd_opt(2200, 1, 1).ok_or(())?;
        day.filter(|day| (from..to).contains(day)).map(Self).ok_or(())
    }
}

/// A code as people write it: `Foreign agent` for `foreign_agent`.
struct Kind(LegalStatusKind);

impl FromStr for Kind {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let code = text.trim().to_lowercase().replace([' ', '-'], "_");
        code.parse().map(Self).map_err(|_| ())
    }
}

struct Land(Country);

impl FromStr for Land {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        text.trim().to_uppercase().parse().map(Self).map_err(|_| ())
    }
}

/// A text on one line; `None` where nothing or a blank stands for nothing.
fn line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(words.join(" ")).filter(|text| !text.is_empty())
}

/// The text of a field on one line.
fn text(fields: &mut Fields, field: &str, limit: usize) -> Option<String> {
    line(&fields.text(field, limit))
}

/// A value that reads itself from the text of a field. A blank stands for nothing.
fn value<T: FromStr>(fields: &mut Fields, field: &str, expected: &str) -> Option<T> {
    let found = text(fields, field, SHORT)?;
    let value = found.parse().ok();
    if value.is_none() {
        fields.invalid(field, &Value::from(found), expected);
    }
    value
}

fn required<T>(fields: &mut Fields, field: &str, had: bool, value: Option<T>) -> Option<T> {
    if value.is_none() && !had {
        fields.issue(field, Problem::Missing);
    }
    value
}

/// A row with the fields of [`COLUMNS`]. Several other names stand in one cell parted by `;`, in a list,
/// or in several rows with the same name.
fn row(fields: &mut Fields, defaults: RegisterDefaults) -> Option<Designation> {
    let mut aliases = match fields.value("alias").or_else(|| fields.value("aliases")) {
        None => Vec::new(),
        Some(Value::String(names)) => names.split(';').filter_map(line).collect(),
        Some(Value::Array(names)) if names.iter().all(Value::is_string) => {
            names.iter().filter_map(Value::as_str).filter_map(line).collect()
        }
        Some(other) => {
            fields.invalid("alias", &other, "names parted by “;”");
            Vec::new()
        }
    };
    if aliases.iter().any(|name: &String| name.len() > NAME) {
        let limit = u64::try_from(NAME).unwrap_or(u64::MAX);
        fields.issue("alias", Problem::TooLong { limit });
        aliases.clear();
    }
    let (had_country, had_kind) = (fields.has("country"), fields.has("kind"));
    let country = value::<Land>(fields, "country", "a country code such as “RU”");
    let country = country.map(|land| land.0).or(defaults.country.filter(|_| !had_country));
    let kind = value::<Kind>(fields, "kind", "undesirable, extremist, terrorist or foreign_agent");
    let kind = kind.map(|kind| kind.0).or(defaults.kind.filter(|_| !had_kind));
    let had_from = fields.has("from");
    let since = value::<Day>(fields, "from", DAY).map(|day| day.0);
    let until = value::<Day>(fields, "until", DAY).map(|day| day.0);
    let decision = text(fields, "decision", SHORT);
    let (name, source) = (text(fields, "name", NAME), text(fields, "source", SHORT));
    let name = required(fields, "name", false, name);
    let source = required(fields, "source", false, source);
    let country = required(fields, "country", had_country, country);
    let kind = required(fields, "kind", had_kind, kind);
    let since = required(fields, "from", had_from, since);
    if let (Some(since), Some(until)) = (since, until)
        && until < since
    {
        fields.invalid("until", &Value::from(until.to_string()), "a day after “from”");
    }
    let name = name?;
    aliases.retain(|alias| *alias != name);
    Some(Designation {
        country: country?,
        kind: kind?,
        aliases: without_repeats(aliases),
        name,
        decision,
        since: since?,
        until,
        source: source?,
    })
}

/// A record of the ministry. Its name holds others in brackets, which whoever compares names finds. The decisions of the ministry and of the prosecutor, who decides, are kept
/// as they are written.
fn ministry(fields: &mut Fields, defaults: RegisterDefaults) -> Option<Designation> {
    let decisions = [
        ("Минюст", text(fields, "decisionInMinjust", SHORT)),
        ("Генпрокуратура", text(fields, "decisionInGenproc", SHORT)),
        ("Минюст (исключение)", text(fields, "decisionOutMinjust", SHORT)),
        ("Генпрокуратура (исключение)", text(fields, "decisionOutGenproc", SHORT)),
    ];
    let decision: Vec<String> = decisions
        .into_iter()
        .filter_map(|(by, words)| words.map(|words| format!("{by}: {words}")))
        .collect();
    let had_from = fields.has("dateIn");
    let since = value::<Day>(fields, "dateIn", DAY).map(|day| day.0);
    let until = value::<Day>(fields, "dateOut", DAY).map(|day| day.0);
    let name = text(fields, "fullName", NAME);
    let name = required(fields, "fullName", false, name);
    let since = required(fields, "dateIn", had_from, since);
    let name = name?;
    Some(Designation {
        country: defaults.country.or_else(|| "RU".parse().ok())?,
        kind: defaults.kind.unwrap_or(LegalStatusKind::Undesirable),
        aliases: Vec::new(),
        name,
        decision: Some(decision.join("; ")).filter(|text| !text.is_empty()),
        since: since?,
        until,
        source: SOURCE.to_owned(),
    })
}

fn without_repeats(names: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    names.into_iter().filter(|name| seen.insert(fold(name))).collect()
}

/// Recognises a format by the beginning of the text.
fn recognise(start: &str) -> Result<(RegisterFormat, Frame), FileError> {
    let has = |keys: &[String], key: &str| keys.iter().any(|found| found == key);
    let (what, keys, frame) = match shape::of(start) {
        Shape::Array(keys) => ("a JSON array", keys, Frame::Array),
        Shape::Object(keys) => ("JSON records", keys, Frame::Lines),
        Shape::Other("a table") => return Ok((RegisterFormat::Table, Frame::Lines)),
        Shape::Other(looks_like) => {
            return Err(FileError::NotRecognised { looks_like: looks_like.to_owned() });
        }
    };
    if has(&keys, "fullName") && has(&keys, "dateIn") {
        Ok((RegisterFormat::RuMinistry, frame))
    } else if has(&keys, "name") && (has(&keys, "from") || has(&keys, "kind")) {
        Ok((RegisterFormat::Records, frame))
    } else {
        Err(FileError::NotRecognised { looks_like: shape::described(what, &keys) })
    }
}

/// What was read of a register beside its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRead {
    /// The format that was recognised.
    pub format: RegisterFormat,
    /// Rows that say nothing which an earlier one does not say, each with that one.
    pub repeated: Vec<(u64, u64)>,
}

/// Rows that tell of the same body are one row with the names of all.
type Gathered = BTreeMap<(Country, LegalStatusKind, String, NaiveDate), (u64, Designation)>;

/// Takes up what a later row says of a body; whether it says anything new. `None` where the two days on
/// which it ends are not the same.
fn gather(known: &mut Designation, more: &Designation) -> Option<bool> {
    if known.until.is_some() && more.until.is_some() && known.until != more.until {
        return None;
    }
    let before = (known.aliases.len(), known.decision.is_some(), known.until.is_some());
    known.aliases.extend(more.aliases.iter().cloned());
    known.aliases = without_repeats(std::mem::take(&mut known.aliases));
    known.decision = known.decision.take().or_else(|| more.decision.clone());
    known.until = known.until.or(more.until);
    Some(before != (known.aliases.len(), known.decision.is_some(), known.until.is_some()))
}

/// Reads a register. Rows that tell of one body (the same country, kind, name and first day) give its
/// other names together; those that add nothing are told. In the ministry's format they are refused, as
/// each record there is a body, and everywhere where they contradict each other.
///
/// # Errors
/// [`FileError`] when the file as a whole cannot be used.
pub fn read_designations(
    input: &mut dyn Read,
    defaults: RegisterDefaults,
    sink: Sink<'_, Designation>,
) -> Result<RegisterRead, FileError> {
    let text = source::open(input)?;
    let (format, frame) = recognise(&text.start)?;
    let (mut gathered, mut repeated) = (Gathered::new(), Vec::new());
    let mut going = true;
    let mut take = |row_number: u64, record: Result<Map<String, Value>, RowIssue>| {
        let item = record.map_err(|issue| vec![issue]).and_then(|record| {
            let mut fields = Fields::of(record);
            let draft = match format {
                RegisterFormat::RuMinistry => ministry(&mut fields, defaults),
                RegisterFormat::Table | RegisterFormat::Records => {
                    let draft = row(&mut fields, defaults);
                    fields.refuse_unknown();
                    draft
                }
            };
            let first = draft.as_ref().and_then(|draft| gathered.get_mut(&key_of(draft)));
            if let (Some((first_row, _)), RegisterFormat::RuMinistry) = (&first, format) {
                fields.issue("fullName", Problem::Repeated { first_row: *first_row });
            } else if let (Some((first_row, known)), Some(more)) = (first, &draft) {
                match gather(known, more) {
                    Some(true) => {}
                    Some(false) => repeated.push((row_number, *first_row)),
                    None => fields.issue("until", Problem::Repeated { first_row: *first_row }),
                }
            }
            fields.finish(draft)
        });
        match item {
            Ok(Some(draft)) => {
                gathered.entry(key_of(&draft)).or_insert((row_number, draft));
            }
            // `finish` has refused it already where something is missing.
            Ok(None) => {}
            Err(issues) => {
                if sink(Located { row: row_number, item: Err(issues) }).is_break() {
                    going = false;
                    return ControlFlow::Break(());
                }
            }
        }
        ControlFlow::Continue(())
    };
    match format {
        RegisterFormat::Table => frame::rows(text, &columns, &mut take)?,
        _ => frame::for_each(text, frame, &mut take)?,
    }
    let mut rows: Vec<(u64, Designation)> = gathered.into_values().collect();
    rows.sort_unstable_by_key(|(row, _)| *row);
    for (row, draft) in rows {
        if !going || sink(Located { row, item: Ok(draft) }).is_break() {
            break;
        }
    }
    Ok(RegisterRead { format, repeated })
}

fn key_of(draft: &Designation) -> (Country, LegalStatusKind, String, NaiveDate) {
    (draft.country, draft.kind, fold(&draft.name), draft.since)
}

/// The field that each column of a table holds.
fn columns(headings: &[String]) -> Result<Vec<String>, FileError> {
    let names: Vec<String> =
        headings.iter().map(|name| name.to_lowercase().replace("aliases", "alias")).collect();
    let known = names.iter().filter(|name| COLUMNS.contains(&name.as_str())).count();
    if known < 2 || !names.iter().any(|name| name == "name") {
        let looks_like = shape::described("a table", &names);
        return Err(FileError::NotRecognised { looks_like });
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rows = Vec<Located<Result<Designation, Vec<RowIssue>>>>;

    fn read_all(text: &str) -> Result<(RegisterRead, Rows), FileError> {
        let mut found = Vec::new();
        let read =
            read_designations(&mut text.as_bytes(), RegisterDefaults::default(), &mut |one| {
                found.push(one);
                ControlFlow::Continue(())
            })?;
        Ok((read, found))
    }

    fn read(text: &str) -> Result<(RegisterFormat, Rows), FileError> {
        read_all(text).map(|(read, found)| (read.format, found))
    }

    #[test]
    fn rows_that_say_nothing_new_are_told_and_contradictions_refused() {
        let (read, rows) = read_all(
            "name,alias,kind,country,from,until,source\n\
             Alder,AT,terrorist,BY,2022-01-01,2023-01-01,list\n\
             Alder,AT,terrorist,BY,2022-01-01,,list\n\
             Alder,Olcha,terrorist,BY,2022-01-01,,list\n\
             ALDER,,terrorist,BY,2022-01-01,2024-01-01,list\n",
        )
        .unwrap();
        assert_eq!(read.repeated, [(3, 2)]);
        let good: Vec<_> = rows.iter().filter_map(|one| one.item.as_ref().ok()).collect();
        assert_eq!(good.len(), 1);
        assert_eq!((good[0].kind, good[0].aliases.len()), (LegalStatusKind::Terrorist, 2));
        let bad: Vec<_> = rows.iter().filter(|one| one.item.is_err()).map(|one| one.row).collect();
        assert_eq!(bad, [5], "when it ends must not depend on the order of rows");
    }

    #[test]
    fn the_ministrys_records_are_read_with_blanks_for_nothing() {
        let (format, rows) = read(
            r#"[{"id":"1","fullName":"Alder\n\t Trust («Траст») (США)","decisionInMinjust":"№ 1-р от 02.02.2020","decisionInGenproc":"от 01.02.2020","decisionOutMinjust":" ","decisionOutGenproc":" ","dateIn":"02.02.2020","dateOut":""},
               {"id":"2","fullName":"Out","dateIn":"02.02.2020","dateOut":"03.03.2021"},
               {"id":"3","fullName":" ","dateIn":"2.30.2020","dateOut":""},
               {"id":"4","fullName":"Out","dateIn":"02.02.2020"}]"#,
        )
        .unwrap();
        assert_eq!(format, RegisterFormat::RuMinistry);
        let of = |row| rows.iter().find(|one| one.row == row).unwrap();
        let first = of(1).item.as_ref().unwrap();
        assert_eq!(first.name, "Alder Trust («Траст») (США)");
        assert_eq!((first.since.to_string(), first.until), ("2020-02-02".to_owned(), None));
        assert_eq!(first.country.code(), "RU");
        assert_eq!(
            first.decision.as_deref(),
            Some("Минюст: № 1-р от 02.02.2020; Генпрокуратура: от 01.02.2020")
        );
        assert_eq!(of(2).item.as_ref().unwrap().until.unwrap().to_string(), "2021-03-03");
        assert_eq!(of(3).item.as_ref().unwrap_err().len(), 2, "name and day");
        let again = of(4).item.as_ref().unwrap_err();
        assert_eq!(again[0].problem, Problem::Repeated { first_row: 2 });
    }

    #[test]
    fn a_table_gives_other_names_in_one_cell_or_in_rows() {
        let (format, rows) = read(
            "Name,Alias,Kind,Country,Decision,From,Until,Source\n\
             Alder Trust,\"AT; Фонд «Ольха»\",undesirable,RU,No 5,2020-01-02,,https://example.org\n\
             Alder Trust,Olcha,Undesirable,ru,,02.01.2020,,https://example.org\n\
             Birch,,Foreign agent,BY,,2021-01-01,2022-01-01,list\n\
             ,,,,,,,\n\
             No day,,undesirable,RU,,,,list\n\
             Wrong,,banned,ZZ,,01/02/2020,,\n",
        )
        .unwrap();
        assert_eq!(format, RegisterFormat::Table);
        let good: Vec<&Designation> =
            rows.iter().filter_map(|one| one.item.as_ref().ok()).collect();
        assert_eq!(good.len(), 2);
        assert_eq!(good[0].aliases, ["AT", "Фонд «Ольха»", "Olcha"]);
        assert_eq!(good[0].decision.as_deref(), Some("No 5"));
        assert_eq!(good[1].kind, LegalStatusKind::ForeignAgent);
        let bad: Vec<(u64, usize)> = rows
            .iter()
            .filter_map(|one| one.item.as_ref().err().map(|issues| (one.row, issues.len())))
            .collect();
        assert_eq!(bad, [(6, 1), (7, 4)], "{rows:?}");
    }

    #[test]
    fn other_files_are_refused_as_what_they_look_like() {
        for text in ["a,b\n1,2\n", "<html></html>", r#"[{"title":"x"}]"#, "hello"] {
            assert!(matches!(read(text), Err(FileError::NotRecognised { .. })), "{text}");
        }
        assert!(matches!(read(""), Err(FileError::Empty)));
    }
}
