//! Accounts: signing in, proving who one is, getting back in, ending sessions.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{AccountId, DonorId, OrganisationId, Role, SessionId, fold::fold};
use store::{
    accounts::{Account, Change},
    sessions::{Alive, Ending, Session},
};

pub use crate::secrets::{Hidden, PASSWORD_LEAST, PASSWORD_MOST};
use crate::{
    Actor, Failure, FieldProblem, Services,
    limits::{self, TooSoon, Trying},
    secrets::{self, Lane},
    written,
};

/// The longest name of an account, in characters.
pub const NAME_MOST: usize = 60;
/// How long after its last use a session ends (`safety.md` A10).
const IDLE: TimeDelta = TimeDelta::minutes(30);
/// How long a session lasts at most.
const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// How exactly the last use of a session is noted.
const TOUCH: TimeDelta = TimeDelta::seconds(60);
/// How long an account is known in a browser that was asked to remember it.
pub const REMEMBERED: TimeDelta = TimeDelta::days(180);
/// How long an account is known in a browser that was not: the browser forgets it when it is
/// closed, and some are open for long.
const WHILE_OPEN: TimeDelta = TimeDelta::days(30);

/// Why somebody could not sign in. Whether there is such an account is never said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInFailure {
    /// Name, password or code is not right.
    #[error("name, password or code is not right")]
    Wrong,
    /// Too many tries.
    #[error("too many tries: wait {0} seconds")]
    TooSoon(u64),
    /// Anything else.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl From<store::StoreError> for SignInFailure {
    fn from(error: store::StoreError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<TooSoon> for SignInFailure {
    fn from(TooSoon(wait): TooSoon) -> Self {
        Self::TooSoon(wait)
    }
}

impl Services {
    pub(crate) fn alive(&self) -> Alive {
        Alive { created_after: self.now() - ABSOLUTE, seen_after: self.now() - IDLE }
    }
}

/// Whether the server has no admin yet who could sign in.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn needs_setup(services: &Services) -> Result<bool, Failure> {
    Ok(store::accounts::count_admins(services.db.reads()).await? == 0)
}

/// Checks a new password for an account.
pub(crate) async fn hash_new(
    services: &Services,
    field: &'static str,
    password: &str,
    known: &[&str],
) -> Result<String, Failure> {
    if let Some(problem) = secrets::password_problem(password, known) {
        return Err(Failure::Invalid(vec![FieldProblem { field, problem }]));
    }
    services.passwords.hash(password, services.chance().bytes()).await
}

/// Makes an account from the command line: for the first admin in scripted installations, and for a
/// second one where there is no other admin to agree.
///
/// # Errors
/// [`Failure::Invalid`] naming `name` or `password`, or [`Failure::Internal`].
pub async fn create(
    services: &Services,
    actor: &Actor,
    name: &str,
    password: &str,
    (admin, analyst): (bool, bool),
) -> Result<AccountId, Failure> {
    if actor.account().is_some() {
        return Err(Failure::Forbidden);
    }
    actor.admin()?;
    let name = written::name(name, NAME_MOST).map_err(|problem| Failure::Invalid(vec![problem]))?;
    let hash = hash_new(services, "password", password, &[&name]).await?;
    let transaction = services.begin().await?;
    let id = add(services, &transaction, &name, Some(hash), (admin, analyst), false).await?;
    services
        .record(&transaction, actor.does(services, "account_created"), "account", id.uuid(), None)
        .await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(id)
}

/// Adds the row of an account. Names that look like another one are taken as well: who reads
/// “Аnnа” is to know that it is Anna.
pub(crate) async fn add<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
    name: &str,
    password: Option<String>,
    (admin, analyst): (bool, bool),
    demonstration: bool,
) -> Result<AccountId, Failure> {
    let account = Account {
        id: AccountId::from_random(services.chance().bytes()),
        name: name.to_owned(),
        admin,
        analyst,
        disabled: false,
        demonstration,
        has_factor: false,
        created_on: services.today(),
    };
    if store::accounts::looks_taken(c, name).await? {
        let same = store::accounts::by_name(c, name).await?.is_some();
        let problem = if same { "taken" } else { "looks_taken" };
        return Err(Failure::Invalid(vec![FieldProblem { field: "name", problem }]));
    }
    store::accounts::insert(c, &account, password).await?;
    Ok(account.id)
}

/// Begins a session for an account.
async fn begin<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
    account: AccountId,
) -> Result<Hidden, Failure> {
    let token = secrets::token(services.chance());
    let now = services.now();
    let session = Session {
        id: SessionId::from_random(services.chance().bytes()),
        account,
        created_at: now,
        seen_at: now,
    };
    store::sessions::delete_dead(c, services.alive()).await?;
    store::sessions::insert(c, &session, secrets::fingerprint(token.reveal())).await?;
    Ok(token)
}

/// What somebody types to sign in.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The name.
    pub name: &'a str,
    /// The password.
    pub password: &'a str,
    /// A code of the second factor or a recovery code; empty for none.
    pub code: &'a str,
    /// Whether the browser is the person's own and may keep that it knows the account.
    pub remember: bool,
}

/// What is known of the browser in which somebody signs in.
#[derive(Clone, Copy, Default)]
pub struct Browser<'a> {
    /// Whether it runs on the server's own machine, with nothing in between.
    pub near: bool,
    /// The token by which it may know the account.
    pub token: Option<&'a str>,
}

/// What a browser gets when somebody has signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The token of the session.
    pub session: Hidden,
    /// The token by which the browser knows the account from now on; `None` when it keeps the one
    /// it has.
    pub browser: Option<Hidden>,
}

/// Signs somebody in.
///
/// A try is counted before anything is compared, and given back when all was right. Whatever is
/// wrong, the same work is done and the same is said.
///
/// # Errors
/// [`SignInFailure`].
pub async fn enter(
    services: &Services,
    entry: Entry<'_>,
    browser: Browser<'_>,
) -> Result<Entered, SignInFailure> {
    let Entry { name, password, code, remember } = entry;
    let mut found = store::accounts::by_name(services.db.reads(), name).await?;
    if let Some((account, _)) = &found {
        let may = !account.demonstration
            || (browser.near && demonstration_is_open(services, services.db.reads()).await?);
        if account.disabled || !may {
            found = None;
        }
    }
    // For a name that nobody has the same is looked for.
    let id = found.as_ref().map_or(AccountId::from_random([0; 16]), |(account, _)| account.id);
    let mut recovery = None;
    if !code.is_empty() {
        let hash = secrets::recovery_fingerprint(code);
        let has = store::accounts::has_recovery_code(services.db.reads(), id, &hash).await?;
        recovery = has.then_some(hash);
    }
    let mut known = None;
    if let Some(token) = browser.token.filter(|token| secrets::is_token(token)) {
        let hash = secrets::fingerprint(token);
        let is = store::browsers::is_known(services.db.reads(), id, &hash, services.now()).await?;
        known = is.then_some((hash, token));
    }
    let trying = match (&recovery, &known) {
        (Some(_), _) => Trying::Holder(id),
        (None, Some((hash, _))) => Trying::Known(hash.clone()),
        (None, None) => Trying::stranger(name),
    };
    limits::count(services, &trying).await??;
    let stranger = matches!(trying, Trying::Stranger(_));
    if stranger && let Err(too_soon) = services.limits.work_for_strangers().await {
        limits::forgive(services, &trying).await?;
        return Err(too_soon.into());
    }
    let phc = found.as_ref().and_then(|(_, proof)| proof.password.as_deref());
    let lane = if stranger { Lane::Strangers } else { Lane::Known };
    let password_ok = services.passwords.verify(password, phc, lane).await?;
    let (Some((account, proof)), true) = (found, password_ok) else {
        return Err(SignInFailure::Wrong);
    };
    let step = match proof.factor_secret.as_deref().filter(|_| account.has_factor) {
        Some(secret) => secrets::factor_step(secret, code, services.now().timestamp())
            .filter(|step| proof.factor_step.is_none_or(|last| *step > last)),
        None => None,
    };
    if account.has_factor && step.is_none() && recovery.is_none() {
        return Err(SignInFailure::Wrong);
    }
    let outdated =
        proof.password.as_deref().is_some_and(|hash| services.passwords.is_outdated(hash));
    let renewed = if outdated {
        Some(services.passwords.hash(password, services.chance().bytes()).await?)
    } else {
        None
    };
    let transaction = services.begin().await?;
    let used = match (step, &recovery) {
        (Some(step), _) => store::accounts::use_step(&transaction, account.id, step).await?,
        (None, Some(hash)) => {
            store::accounts::use_recovery_code(&transaction, account.id, hash).await?
        }
        (None, None) => true,
    };
    if !used {
        return Err(SignInFailure::Wrong);
    }
    limits::give_back(&transaction, &trying).await?;
    store::tries::delete_done(&transaction, services.now().timestamp()).await?;
    if let Some(hash) = renewed {
        store::accounts::change(&transaction, account.id, Change::Password(hash)).await?;
    }
    let session = begin(services, &transaction, account.id).await?;
    let browser = match known {
        Some((_, token)) => remember.then(|| Hidden::from(token.to_owned())),
        None => Some(secrets::token(services.chance())),
    };
    if let Some(token) = &browser {
        let now = services.now();
        let until = now + if remember { REMEMBERED } else { WHILE_OPEN };
        let hash = secrets::fingerprint(token.reveal());
        store::browsers::remember(&transaction, account.id, hash, (now, until)).await?;
    }
    let act = store::audit::Act {
        account: Some(account.id),
        ..Actor::anonymous()
            .does(services, if recovery.is_some() { "recovery_code_used" } else { "signed_in" })
    };
    services.record(&transaction, act, "account", account.id.uuid(), None).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(Entered { session, browser })
}

/// Signs somebody in from a browser of which nothing is known: the token of the session.
///
/// # Errors
/// [`SignInFailure`].
pub async fn sign_in(
    services: &Services,
    name: &str,
    password: &str,
    code: &str,
) -> Result<Hidden, SignInFailure> {
    let entry = Entry { name, password, code, remember: false };
    Ok(enter(services, entry, Browser::default()).await?.session)
}

/// Who the demonstration lets one be.
pub const DEMONSTRATION_ROLES: [&str; 4] = ["staff", "donor", "analyst", "admin"];

/// Whether accounts of the demonstration may do anything: only on a server for this machine alone,
/// and only while nobody else has an account. That they could act on somebody real, or be counted
/// beside them, does not arise then.
pub(crate) async fn demonstration_is_open<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
) -> Result<bool, Failure> {
    Ok(services.settings.demonstration && !store::accounts::has_real(c).await?)
}

/// Signs in to the demonstration with one click.
///
/// # Errors
/// [`Failure::NotFound`] where the demonstration is not open.
pub async fn sign_in_demonstration(services: &Services, role: &str) -> Result<Hidden, Failure> {
    if !DEMONSTRATION_ROLES.contains(&role) {
        return Err(Failure::NotFound);
    }
    let transaction = services.begin().await?;
    if !demonstration_is_open(services, &transaction).await? {
        return Err(Failure::NotFound);
    }
    let found = store::accounts::by_name(&transaction, &format!("demo {role}")).await?;
    let (account, _) = found
        .filter(|(account, _)| account.demonstration && !account.disabled)
        .ok_or(Failure::NotFound)?;
    let token = begin(services, &transaction, account.id).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(token)
}

/// Whether one can sign in to the demonstration with one click.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn has_demonstration(services: &Services) -> Result<bool, Failure> {
    Ok(services.knowledge().demonstration
        && demonstration_is_open(services, services.db.reads()).await?)
}

/// Begins a session for an account that was just made or recovered through a link.
pub(crate) async fn begin_for<C: store::ConnectionTrait>(
    services: &Services,
    c: &C,
    account: AccountId,
) -> Result<Hidden, Failure> {
    begin(services, c, account).await
}

/// Who asks, by the token their browser holds; anonymous when it is none or no longer good. The one
/// place where an account becomes an actor, and so the one that keeps accounts of the demonstration
/// away from servers where there is anybody else.
///
/// # Errors
/// [`Failure::Internal`] when the database cannot be read.
pub async fn authenticate(services: &Services, token: &str) -> Result<Actor, Failure> {
    if !secrets::is_token(token) {
        return Ok(Actor::anonymous());
    }
    let hash = secrets::fingerprint(token);
    let found = store::sessions::authenticate(services.db.reads(), &hash, services.alive()).await?;
    let Some((scope, session, account)) = found else { return Ok(Actor::anonymous()) };
    if account.demonstration && !demonstration_is_open(services, services.db.reads()).await? {
        return Ok(Actor::anonymous());
    }
    if services.now() - session.seen_at >= TOUCH
        && let Some(transaction) = services.try_begin().await?
    {
        match store::sessions::touch(&transaction, session.id, services.now()).await {
            // Where nothing can be written any more, one can still read.
            Err(store::StoreError::Full) => {}
            touched => {
                touched?;
                transaction.commit().await.map_err(store::StoreError::from)?;
            }
        }
    }
    Ok(Actor::signed_in(scope, &session, account))
}

/// Ends the actor's session.
///
/// # Errors
/// [`Failure::Forbidden`] when there is none, or [`Failure::Internal`].
pub async fn sign_out(services: &Services, actor: &Actor) -> Result<(), Failure> {
    let (account, session) = (actor.known()?, actor.session().ok_or(Failure::Forbidden)?);
    let transaction = services.begin().await?;
    store::sessions::end(&transaction, account, Ending::One(session)).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// A session as its person sees it: no address and no browser, only days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLine {
    /// Identifier.
    pub id: SessionId,
    /// When it began.
    pub since: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// What a person sees of their own account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountView {
    /// The name they sign in with.
    pub name: String,
    /// Whether it has a password: those of the demonstration that one click signs in to do not.
    pub has_password: bool,
    /// Whether there is a second factor.
    pub has_factor: bool,
    /// How many recovery codes are left.
    pub recovery_codes: u64,
    /// In how many browsers it is known.
    pub browsers: u64,
    /// Sessions, newest first.
    pub sessions: Vec<SessionLine>,
    /// What the account may do.
    pub grants: domain::Grants,
}

/// The actor's own account.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever has none, or [`Failure::Internal`].
pub async fn own(services: &Services, actor: &Actor) -> Result<AccountView, Failure> {
    let id = actor.known()?;
    let (account, proof) =
        store::accounts::get(services.db.reads(), id).await?.ok_or(Failure::Forbidden)?;
    let sessions = store::sessions::of_account(services.db.reads(), id, services.alive()).await?;
    Ok(AccountView {
        name: account.name,
        has_password: proof.password.is_some(),
        has_factor: account.has_factor,
        browsers: store::browsers::count(services.db.reads(), id, services.now()).await?,
        recovery_codes: store::accounts::count_recovery_codes(services.db.reads(), id).await?,
        sessions: sessions
            .into_iter()
            .map(|session| SessionLine {
                id: session.id,
                since: session.created_at,
                this: Some(session.id) == actor.session(),
            })
            .collect(),
        grants: actor.reader().grants().cloned().unwrap_or_default(),
    })
}

/// Ends one of the actor's sessions, or all but the one that asks.
///
/// # Errors
/// [`Failure::Forbidden`], [`Failure::NotFound`] for a session that is not theirs.
pub async fn end_sessions(
    services: &Services,
    actor: &Actor,
    which: Option<SessionId>,
) -> Result<(), Failure> {
    let (account, this) = (actor.known()?, actor.session().ok_or(Failure::Forbidden)?);
    let transaction = services.begin().await?;
    let ended = match which {
        Some(id) => store::sessions::end(&transaction, account, Ending::One(id)).await?,
        None => store::sessions::end(&transaction, account, Ending::Others(this)).await?,
    };
    transaction.commit().await.map_err(store::StoreError::from)?;
    if which.is_some() && ended == 0 { Err(Failure::NotFound) } else { Ok(()) }
}

/// Forgets in which browsers the actor's account is known.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever has no account, or [`Failure::Internal`].
pub async fn forget_browsers(services: &Services, actor: &Actor) -> Result<(), Failure> {
    let account = actor.known()?;
    let transaction = services.begin().await?;
    store::browsers::forget(&transaction, account).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// Counts a try of somebody who is signed in, or refuses it, naming a field.
async fn count_signed_in(
    services: &Services,
    actor: &Actor,
    field: &'static str,
) -> Result<Trying, Failure> {
    let trying = Trying::SignedIn(actor.session().ok_or(Failure::Forbidden)?);
    match limits::count(services, &trying).await? {
        Ok(()) => Ok(trying),
        Err(_) => Err(Failure::Invalid(vec![FieldProblem { field, problem: "too_soon" }])),
    }
}

/// Refuses unless the password is the actor's own. Tries are those of the session: nobody who is
/// not signed in can use them up.
async fn confirm(services: &Services, actor: &Actor, password: &str) -> Result<Account, Failure> {
    let id = actor.known()?;
    let (account, proof) =
        store::accounts::get(services.db.reads(), id).await?.ok_or(Failure::Forbidden)?;
    let trying = count_signed_in(services, actor, "password").await?;
    if services.passwords.verify(password, proof.password.as_deref(), Lane::Known).await? {
        limits::forgive(services, &trying).await?;
        Ok(account)
    } else {
        Err(Failure::Invalid(vec![FieldProblem { field: "password", problem: "wrong" }]))
    }
}

/// Writes a change of the actor's proof; all their other sessions end (`safety.md` A11).
async fn change_proof(
    services: &Services,
    actor: &Actor,
    changes: Vec<Change>,
    codes: Option<Vec<String>>,
    act: &'static str,
) -> Result<(), Failure> {
    let (id, this) = (actor.known()?, actor.session().ok_or(Failure::Forbidden)?);
    let transaction = services.begin().await?;
    for change in changes {
        store::accounts::change(&transaction, id, change).await?;
    }
    if let Some(codes) = codes {
        let hashes = codes.iter().map(|code| secrets::recovery_fingerprint(code)).collect();
        store::accounts::set_recovery_codes(&transaction, id, hashes).await?;
    }
    store::sessions::end(&transaction, id, Ending::Others(this)).await?;
    store::invitations::end_recoveries(&transaction, id).await?;
    services.record(&transaction, actor.does(services, act), "account", id.uuid(), None).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// Changes the actor's password.
///
/// # Errors
/// [`Failure::Invalid`] naming `password` or `new_password`.
pub async fn change_password(
    services: &Services,
    actor: &Actor,
    old: &str,
    new: &str,
) -> Result<(), Failure> {
    let account = confirm(services, actor, old).await?;
    let hash = hash_new(services, "new_password", new, &[&account.name]).await?;
    change_proof(services, actor, vec![Change::Password(hash)], None, "password_changed").await
}

/// A second factor that waits for its first code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret, to be typed into an app, in groups of four.
    pub key: Hidden,
}

/// Proposes a second factor: a new secret each time it is asked for before it is confirmed.
///
/// # Errors
/// [`Failure::Forbidden`] for accounts that have one, and for those without a password.
pub async fn propose_factor(services: &Services, actor: &Actor) -> Result<(), Failure> {
    let id = actor.known()?;
    let (account, proof) =
        store::accounts::get(services.db.reads(), id).await?.ok_or(Failure::Forbidden)?;
    if account.has_factor || proof.password.is_none() {
        return Err(Failure::Forbidden);
    }
    let secret = secrets::factor_secret(services.chance());
    let transaction = services.begin().await?;
    store::accounts::change(&transaction, id, Change::Factor(Some(secret))).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

async fn proposed(services: &Services, actor: &Actor) -> Result<(Account, String), Failure> {
    let found = store::accounts::get(services.db.reads(), actor.known()?).await?;
    let (account, proof) = found.ok_or(Failure::Forbidden)?;
    match proof.factor_secret {
        Some(secret) if !account.has_factor => Ok((account, secret)),
        _ => Err(Failure::NotFound),
    }
}

/// The proposed second factor.
///
/// # Errors
/// [`Failure::NotFound`] when none is proposed.
pub async fn enrolment(services: &Services, actor: &Actor) -> Result<Enrolment, Failure> {
    let (_, secret) = proposed(services, actor).await?;
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
    Ok(Enrolment { key: groups.join(" ").into() })
}

/// The proposed second factor as a picture (PNG) for an app.
///
/// # Errors
/// [`Failure::NotFound`] when none is proposed.
pub async fn enrolment_picture(services: &Services, actor: &Actor) -> Result<Vec<u8>, Failure> {
    let (account, secret) = proposed(services, actor).await?;
    secrets::factor_picture(&secret, &account.name).ok_or(Failure::NotFound)
}

/// Confirms the proposed second factor by a code and returns ten recovery codes, which are shown
/// this once.
///
/// # Errors
/// [`Failure::Invalid`] naming `code`, [`Failure::NotFound`] when none is proposed.
pub async fn confirm_factor(
    services: &Services,
    actor: &Actor,
    code: &str,
) -> Result<Vec<String>, Failure> {
    let (_, secret) = proposed(services, actor).await?;
    let trying = count_signed_in(services, actor, "code").await?;
    let Some(step) = secrets::factor_step(&secret, code, services.now().timestamp()) else {
        return Err(Failure::Invalid(vec![FieldProblem { field: "code", problem: "wrong" }]));
    };
    limits::forgive(services, &trying).await?;
    let codes = secrets::recovery_codes(services.chance());
    let changes = vec![Change::FactorStep(step)];
    change_proof(services, actor, changes, Some(codes.clone()), "factor_added").await?;
    Ok(codes)
}

/// Ten new recovery codes in the place of the old ones; shown this once. Without a second factor
/// they do no less: whoever has one is not held up by the tries of strangers.
///
/// # Errors
/// [`Failure::Invalid`] naming `password`.
pub async fn new_recovery_codes(
    services: &Services,
    actor: &Actor,
    password: &str,
) -> Result<Vec<String>, Failure> {
    confirm(services, actor, password).await?;
    let codes = secrets::recovery_codes(services.chance());
    change_proof(services, actor, Vec::new(), Some(codes.clone()), "recovery_codes_renewed")
        .await?;
    Ok(codes)
}

/// Takes the second factor away.
///
/// # Errors
/// [`Failure::Invalid`] naming `password`.
pub async fn remove_factor(
    services: &Services,
    actor: &Actor,
    password: &str,
) -> Result<(), Failure> {
    confirm(services, actor, password).await?;
    let changes = vec![Change::Factor(None)];
    change_proof(services, actor, changes, Some(Vec::new()), "factor_removed").await
}

/// An account as an admin sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// The account.
    pub account: Account,
    /// Whether it is a member of an organisation: which one is not an admin's business.
    pub member: bool,
    /// The donors whose calls it reviews, by name.
    pub donors: Vec<(DonorId, String)>,
}

/// Every account.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin.
pub async fn all(services: &Services, actor: &Actor) -> Result<Vec<AccountLine>, Failure> {
    actor.admin()?;
    let mut lines = Vec::new();
    let knowledge = services.knowledge();
    for account in store::accounts::all(services.db.reads()).await? {
        let grants = store::accounts::grants(services.db.reads(), &account).await?;
        let named = |id: DonorId| (id, knowledge.donor_view(id).name);
        let mut donors: Vec<_> = grants.donors.into_iter().map(named).collect();
        donors.sort_by_cached_key(|(_, name)| fold(name));
        lines.push(AccountLine { member: !grants.memberships.is_empty(), donors, account });
    }
    Ok(lines)
}

/// Ends that an account reviews a donor's calls. What it has scored and locked stays.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin, [`Failure::NotFound`] for who does not review them.
pub async fn end_reviewer(
    services: &Services,
    actor: &Actor,
    id: AccountId,
    donor: DonorId,
) -> Result<(), Failure> {
    actor.admin()?;
    let transaction = services.begin().await?;
    if !store::accounts::remove_reviewer(&transaction, id, donor).await? {
        return Err(Failure::NotFound);
    }
    let act = actor.does(services, "reviewer_ended");
    services.record(&transaction, act, "account", id.uuid(), None).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// Keeps an account from signing in, or lets it again. Its sessions end at once.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no admin and for one's own account, [`Failure::NotFound`].
pub async fn set_disabled(
    services: &Services,
    actor: &Actor,
    id: AccountId,
    disabled: bool,
) -> Result<(), Failure> {
    actor.admin()?;
    if actor.account() == Some(id) {
        return Err(Failure::Forbidden);
    }
    let transaction = services.begin().await?;
    let (account, _) = store::accounts::get(&transaction, id).await?.ok_or(Failure::NotFound)?;
    if account.admin
        && disabled
        && store::accounts::count_admins(&transaction).await? == 1
        && !account.disabled
    {
        return Err(Failure::Forbidden);
    }
    store::accounts::change(&transaction, id, Change::Disabled(disabled)).await?;
    store::sessions::end(&transaction, id, Ending::All).await?;
    store::invitations::end_recoveries(&transaction, id).await?;
    let act = actor.does(services, if disabled { "account_disabled" } else { "account_enabled" });
    services.record(&transaction, act, "account", id.uuid(), None).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}

/// The members of an organisation, by name.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not belong to it.
pub async fn members(
    services: &Services,
    actor: &Actor,
    organisation: OrganisationId,
) -> Result<Vec<store::accounts::Member>, Failure> {
    actor.at_least(Role::Viewer, organisation)?;
    Ok(store::accounts::members(services.db.reads(), organisation).await?)
}

/// Changes a member's role, or ends the membership (`None`). An organisation keeps an owner.
///
/// # Errors
/// [`Failure::Forbidden`] for whoever is no owner and for the last owner, [`Failure::NotFound`].
pub async fn set_role(
    services: &Services,
    actor: &Actor,
    organisation: OrganisationId,
    account: AccountId,
    role: Option<Role>,
) -> Result<(), Failure> {
    // Anybody may leave.
    let leaves = role.is_none() && actor.account() == Some(account);
    actor.at_least(if leaves { Role::Viewer } else { Role::Owner }, organisation)?;
    let transaction = services.begin().await?;
    let members = store::accounts::members(&transaction, organisation).await?;
    if !members.iter().any(|member| member.account == account) {
        return Err(Failure::NotFound);
    }
    let owner_left = members.iter().any(|member| {
        let now = if member.account == account { role } else { Some(member.role) };
        now == Some(Role::Owner)
    });
    if !owner_left {
        return Err(Failure::Invalid(vec![FieldProblem { field: "role", problem: "last_owner" }]));
    }
    store::accounts::set_role(&transaction, account, organisation, role).await?;
    let act = actor.does(services, if role.is_some() { "role_changed" } else { "member_removed" });
    services.record(&transaction, act, "account", account.uuid(), Some(organisation)).await?;
    transaction.commit().await.map_err(store::StoreError::from)?;
    Ok(())
}
