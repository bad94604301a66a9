//! What every kind of file goes through: read on a thread of its own, compared batch by batch, written
//! in one transaction.

use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
    ops::ControlFlow,
};

use chrono::{DateTime, Utc};
use domain::{BatchId, Located, RowIssue};
use exchange::FileError;
use store::{ConnectionTrait, StoreError};
use tokio::sync::mpsc;

use super::{File, ImportFailure, ImportKind, ImportReport, LineOutcome, Lines, Progress};
use crate::{
    Actor, Failure, Incident, Services,
    services::{News, Touched},
};

/// Records per batch between the reader and the database.
const BATCH: usize = 200;

/// Identifies a record: its source, and the source's own identifier.
pub(super) type Key = (String, String);

/// What a reader does with a row; `Break` stops the reading.
pub(super) type Push<'a, D> = &'a mut dyn FnMut(u64, Result<D, Vec<RowIssue>>) -> ControlFlow<()>;

/// A kind of record that comes in files.
pub(super) trait Kind: Sized + Send {
    /// A record as a file has it.
    type Draft: Send + 'static;
    /// Whose a record is.
    type Owner: Send;
    /// A record as it is kept.
    type Record: Send;
    /// What is to be written for a row.
    type Write: Send;

    /// What the trail calls an import.
    const ACT: &'static str;
    /// What those who hold an index are to know of it.
    const NEWS: News;
    /// Whether a message may repeat what a file holds. Not where that may be a person's data.
    const ECHOES: bool;

    /// Reads a file and says its format.
    ///
    /// # Errors
    /// When the file as a whole cannot be used.
    fn drafts(input: &mut dyn Read, push: Push<'_, Self::Draft>) -> Result<String, FileError>;

    /// Takes up what an import compares with.
    async fn begin<C: ConnectionTrait>(c: &C, desk: &Desk<'_>) -> Result<Self, StoreError>;

    /// What identifies a record, and its title.
    fn named(draft: &Self::Draft) -> (Key, &str);

    /// Whose a record is. What identifies it may depend on that.
    ///
    /// # Errors
    /// Why the actor may not bring it in.
    fn owner(&self, desk: &Desk<'_>, draft: &mut Self::Draft) -> Result<Self::Owner, RowIssue>;

    /// The records on record, by source and the source's identifiers.
    async fn known<C: ConnectionTrait>(
        &mut self,
        c: &C,
        wanted: &BTreeMap<String, Vec<String>>,
    ) -> Result<HashMap<Key, Self::Record>, StoreError>;

    /// What becomes of a row, and what is to be written for it.
    ///
    /// # Errors
    /// [`Failure::Internal`].
    fn compare(
        &mut self,
        desk: &Desk<'_>,
        draft: Self::Draft,
        owner: Self::Owner,
        record: Option<Self::Record>,
    ) -> Result<(LineOutcome, Option<Self::Write>), Failure>;

    /// Writes what [`Self::compare`] gave for a batch, and says which calls and names it touched.
    async fn apply<C: ConnectionTrait>(
        &mut self,
        c: &C,
        desk: &Desk<'_>,
        writes: Vec<Self::Write>,
        written: &mut Touched,
    ) -> Result<(), StoreError>;
}

/// Who imports what, and whether it is written.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    pub(super) services: &'a Services,
    pub(super) actor: &'a Actor,
    pub(super) kind: ImportKind,
    pub(super) commit: bool,
    /// Whether what is written goes with the demonstration.
    pub(super) demonstration: bool,
}

/// One import, for whatever kind.
pub(super) struct Desk<'a> {
    pub(super) plan: Plan<'a>,
    /// When it happens.
    pub(super) at: DateTime<Utc>,
    /// Names it in what it writes.
    pub(super) batch: BatchId,
}

impl Desk<'_> {
    /// Sixteen bytes for a new identifier.
    pub(super) fn bytes(&self) -> [u8; 16] {
        self.plan.services.chance().bytes()
    }
}

type Batch<D> = Vec<Located<Result<D, Vec<RowIssue>>>>;

/// Reads the file and sends its records in batches; runs on a thread of its own. Stops early when
/// nobody listens any more.
fn read<K: Kind>(
    input: &mut dyn Read,
    sender: &mpsc::Sender<Batch<K::Draft>>,
) -> Result<String, FileError> {
    let mut batch = Batch::with_capacity(BATCH);
    let format = K::drafts(input, &mut |row, item| {
        batch.push(Located { row, item });
        if batch.len() < BATCH || sender.blocking_send(std::mem::take(&mut batch)).is_ok() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    // The last batch is seldom full; nobody listening any more is no error of the file.
    let _ = sender.blocking_send(batch);
    Ok(format)
}

struct Import<'a, K> {
    desk: Desk<'a>,
    kind: K,
    lines: Lines,
    written: Touched,
}

impl<'a, K: Kind> Import<'a, K> {
    async fn begin<C: ConnectionTrait>(c: &C, plan: Plan<'a>) -> Result<Self, StoreError> {
        let services = plan.services;
        let batch = BatchId::from_random(services.chance().bytes());
        let desk = Desk { plan, at: services.now(), batch };
        let kind = K::begin(c, &desk).await?;
        Ok(Self { desk, kind, lines: Lines::new(K::ECHOES), written: Touched::default() })
    }

    async fn take<C: ConnectionTrait>(
        &mut self,
        c: &C,
        batch: Batch<K::Draft>,
    ) -> Result<(), ImportFailure> {
        let mut accepted = Vec::new();
        let mut wanted: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for Located { row, item } in batch {
            let mut draft = match item {
                Ok(draft) => draft,
                Err(issues) => {
                    self.lines.note(row, String::new(), LineOutcome::Refused(issues));
                    continue;
                }
            };
            match self.kind.owner(&self.desk, &mut draft) {
                Ok(owner) => {
                    let ((source, id), _) = K::named(&draft);
                    wanted.entry(source).or_default().push(id);
                    accepted.push((row, draft, owner));
                }
                Err(issue) => {
                    let title = K::named(&draft).1.to_owned();
                    self.lines.note(row, title, LineOutcome::Refused(vec![issue]));
                }
            }
        }
        let mut known = self.kind.known(c, &wanted).await?;
        let mut writes = Vec::new();
        for (row, draft, owner) in accepted {
            let (key, title) = K::named(&draft);
            let (title, record) = (title.to_owned(), known.remove(&key));
            let (outcome, write) = self.kind.compare(&self.desk, draft, owner, record)?;
            writes.extend(write);
            self.lines.note(row, title, outcome);
        }
        if self.desk.plan.commit {
            self.kind.apply(c, &self.desk, writes, &mut self.written).await?;
        }
        Ok(())
    }

    async fn finish<C: ConnectionTrait>(
        self,
        c: &C,
        format: String,
        file_name: String,
    ) -> Result<(ImportReport, Touched), ImportFailure> {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let (counts, plan) = (self.lines.counts(), self.desk.plan);
        if plan.commit && counts.new + counts.changed > 0 {
            let batch = store::batches::Batch {
                id: self.desk.batch,
                kind: plan.kind.code().to_owned(),
                format: format.clone(),
                actor: plan.actor.pseudonym(),
                at: self.desk.at,
                added: number(counts.new),
                changed: number(counts.changed),
                unchanged: number(counts.same),
                refused: number(counts.refused),
            };
            store::batches::insert(c, batch).await?;
            let act = plan.actor.does(plan.services, K::ACT);
            plan.services.record(c, act, "import", self.desk.batch.uuid(), None).await?;
        }
        Ok((self.lines.report(plan.kind, format, file_name, plan.commit), self.written))
    }
}

/// Reads a file and compares it with what is on record; with `commit` in the plan, writes it in one
/// transaction.
///
/// # Errors
/// [`ImportFailure`]; nothing was written then.
pub(super) async fn run<K: Kind>(
    plan: Plan<'_>,
    mut file: File,
    progress: Progress<'_>,
) -> Result<(ImportReport, Touched), ImportFailure> {
    let (sender, mut batches) = mpsc::channel::<Batch<K::Draft>>(2);
    let name = file.name;
    let reader = tokio::task::spawn_blocking(move || read::<K>(&mut file.input, &sender));
    if !plan.commit {
        let reads = plan.services.db.reads();
        let mut import = Import::<K>::begin(reads, plan).await?;
        while let Some(batch) = batches.recv().await {
            Box::pin(import.take(reads, batch)).await?;
            progress(import.lines.counts().total());
        }
        return import.finish(reads, finished(reader).await?, name).await;
    }
    let transaction = plan.services.begin().await?;
    let mut import = Import::<K>::begin(&transaction, plan).await?;
    while let Some(batch) = batches.recv().await {
        Box::pin(import.take(&transaction, batch)).await?;
        progress(import.lines.counts().total());
    }
    // A file that broke off in the middle is not imported in part: the transaction is dropped.
    let format = finished(reader).await?;
    let (report, mut written) = import.finish(&transaction, format, name).await?;
    if report.counts.new + report.counts.changed > 0 {
        written.count = K::NEWS.tell(&transaction).await?;
    }
    transaction.commit().await.map_err(StoreError::from)?;
    Ok((report, written))
}

async fn finished(
    reader: tokio::task::JoinHandle<Result<String, FileError>>,
) -> Result<String, ImportFailure> {
    match reader.await {
        Ok(read) => read.map_err(ImportFailure::File),
        Err(error) => Err(Failure::Internal(Incident::log(&error)).into()),
    }
}
