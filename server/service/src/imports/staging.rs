//! Files between preview and commit.

use std::{collections::HashMap, io::Cursor, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use domain::AccountId;

use super::{File, ImportFailure, ImportKind, ImportReport, run};
use crate::{Actor, Services, register::ListOptions};

/// The most bytes of an uploaded file (`safety.md` I1).
pub const UPLOAD_LIMIT: u64 = 10 * 1024 * 1024;
/// Files kept between preview and commit.
const STAGED: usize = 20;

/// A file that was previewed and waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// Names the file in the next step.
    pub token: String,
    /// What an import would do.
    pub report: ImportReport,
}

/// Files between preview and commit. They are kept in memory only, so that a file that is never
/// committed leaves no trace on the disk.
#[derive(Debug, Default)]
pub(crate) struct Staging {
    files: HashMap<String, StagedFile>,
}

#[derive(Debug)]
struct StagedFile {
    bytes: Arc<[u8]>,
    report: ImportReport,
    since: DateTime<Utc>,
    by: Option<AccountId>,
}

impl Staging {
    fn put(&mut self, token: String, file: StagedFile) {
        let oldest_allowed = file.since - TimeDelta::minutes(30);
        self.files.retain(|_, kept| kept.since >= oldest_allowed);
        if self.files.len() >= STAGED
            && let Some(oldest) =
                self.files.iter().min_by_key(|(_, kept)| kept.since).map(|(token, _)| token.clone())
        {
            self.files.remove(&oldest);
        }
        self.files.insert(token, file);
    }
}

fn opened(name: &str, bytes: &Arc<[u8]>) -> File {
    File { name: name.to_owned(), input: Box::new(Cursor::new(Arc::clone(bytes))) }
}

/// Previews an uploaded file and keeps it for half an hour, so that it can be committed without
/// being sent again.
///
/// # Errors
/// [`ImportFailure`].
pub async fn stage(
    services: &Services,
    actor: &Actor,
    kind: ImportKind,
    file_name: String,
    bytes: Vec<u8>,
) -> Result<Staged, ImportFailure> {
    if u64::try_from(bytes.len()).is_ok_and(|size| size > UPLOAD_LIMIT) {
        return Err(ImportFailure::TooBig { limit: UPLOAD_LIMIT });
    }
    let bytes: Arc<[u8]> = bytes.into();
    let file = opened(&file_name, &bytes);
    let report = Box::pin(run(services, actor, kind, file, false, &mut |_| ())).await?;
    let token = services.new_key();
    let file =
        StagedFile { bytes, report: report.clone(), since: services.now(), by: actor.account() };
    services.staging().put(token.clone(), file);
    Ok(Staged { token, report })
}

/// The preview of a kept file.
///
/// # Errors
/// [`ImportFailure::Expired`] when it is no longer kept.
pub fn staged(services: &Services, actor: &Actor, token: &str) -> Result<Staged, ImportFailure> {
    let staging = services.staging();
    let file = staging.files.get(token).filter(|file| file.by == actor.account());
    let file = file.ok_or(ImportFailure::Expired)?;
    Ok(Staged { token: token.to_owned(), report: file.report.clone() })
}

/// Imports a kept file. The result stays under the token, so that a repeated click shows it again
/// instead of importing again.
///
/// # Errors
/// [`ImportFailure`]; nothing was written then.
pub async fn commit(
    services: &Services,
    actor: &Actor,
    token: &str,
) -> Result<ImportReport, ImportFailure> {
    commit_as(services, actor, token, false).await
}

/// As [`commit`]; with `additions` a register is read so that nothing is marked as no longer named.
///
/// # Errors
/// [`ImportFailure`]; nothing was written then.
pub async fn commit_as(
    services: &Services,
    actor: &Actor,
    token: &str,
    additions: bool,
) -> Result<ImportReport, ImportFailure> {
    let (bytes, preview) = {
        let staging = services.staging();
        let file = staging.files.get(token).filter(|file| file.by == actor.account());
        let file = file.ok_or(ImportFailure::Expired)?;
        (Arc::clone(&file.bytes), file.report.clone())
    };
    if preview.committed {
        return Ok(preview);
    }
    let file = opened(&preview.file_name, &bytes);
    let kind = match preview.kind {
        ImportKind::Designations(options) => {
            let additions = options.additions || additions;
            ImportKind::Designations(ListOptions { additions, ..options })
        }
        kind => kind,
    };
    let report = Box::pin(run(services, actor, kind, file, true, &mut |_| ())).await?;
    if let Some(file) = services.staging().files.get_mut(token) {
        file.report = report.clone();
        file.bytes = Arc::new([]);
    }
    Ok(report)
}
