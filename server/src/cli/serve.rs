//! `waxwing serve`

use std::{io::Write as _, net::SocketAddr, time::Duration};

use axum::Router;
use axum_server::{Handle, Server};
use serde_json::json;
use service::{Actor, Services, invitations, retention};
use tokio::sync::watch;

use super::{CliError, Output, open};
use crate::{
    config::Config,
    http::{bundle_is_hashed, leptos_options, router, wrap},
};

#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    /// Address to listen on; beyond loopback only once there is an admin [default: 127.0.0.1:3000]
    #[arg(long, value_name = "ADDRESS", overrides_with = "listen")]
    listen: Option<SocketAddr>,
    /// Answer only that the server is locked; how a locked server goes on
    #[arg(long, hide = true)]
    locked: bool,
}

/// How often a process looks whether another one changed something.
const LOOK: Duration = Duration::from_secs(1);
/// How many looks there are between two removals of what is not kept longer.
const TIDY: u32 = 24 * 60 * 60;
/// How long requests may go on when the server is locked.
const GRACE: Duration = Duration::from_secs(3);
/// How long a browser may take to send the head of a request, or to send the next one: whoever
/// takes longer only holds a connection that others need.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// The most bytes of a request's head, and of what is read ahead of it.
const HEAD: usize = 64 * 1024;

/// Ends with the first interrupt or request to terminate.
async fn until_stopped() {
    let interrupt = async {
        // Without a handler the default one ends the process all the same.
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    () = interrupt => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => interrupt.await,
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}

pub(super) async fn run(mut config: Config, command: &Serve) -> Result<Output, CliError> {
    if let Some(listen) = command.listen {
        config.listen = listen;
        config.sources.insert("listen", super::COMMAND_LINE.to_owned());
    }
    if command.locked {
        return locked(&config).await;
    }
    config.check_site()?;
    let options = leptos_options(&config, bundle_is_hashed());
    config.check_bundle(&app::http::style_sheet(&options))?;
    let services = open(&config).await?.with(config.settings());
    if services.follow().await? {
        return locked(&config).await;
    }
    let setup = invitations::setup(&services, &Actor::operator()).await?;
    config.check_listen(setup.is_none())?;
    let listener = bind(config.listen).await?;
    let address = listener.local_addr().map_err(|error| CliError::Other(error.to_string()))?;
    let router = router(services.clone(), &config, options);
    let first = setup.map_or_else(String::new, |secret| {
        let link = format!("http://{address}/join/{}", secret.reveal());
        format!("No admin yet. To become the first one, open within 24 hours:\n  {link}\n")
    });
    let says = format!("Waxwing: http://{address}/\n{first}");
    // Whoever started the server may have stopped listening to it; it serves all the same.
    let _ = std::io::stdout().write_all(says.as_bytes());
    let (says_locked, is_locked) = watch::channel(false);
    tokio::spawn(look_around(services, says_locked));
    let handle = Handle::new();
    tokio::spawn(stop(handle.clone(), is_locked.clone()));
    answer(listener, handle, router).await?;
    if *is_locked.borrow() {
        return become_locked(address);
    }
    Ok(Output::new("", json!({ "stopped": true })))
}

/// Serves until the handle says to stop and running requests have ended.
async fn answer(
    listener: tokio::net::TcpListener,
    handle: Handle<SocketAddr>,
    router: Router,
) -> Result<(), CliError> {
    let mut server = Server::from_listener(listener).handle(handle).http1_only();
    server.http_builder().http1().header_read_timeout(HEAD_TIME).max_buf_size(HEAD);
    server
        // Where a connection comes from is only compared with this machine, never kept.
        .serve(router.into_make_service_with_connect_info::<SocketAddr>())
        .await
        .map_err(|error| CliError::Other(error.to_string()))
}

/// Stops a server when it is told to, and sooner when it is locked.
async fn stop(handle: Handle<SocketAddr>, is_locked: watch::Receiver<bool>) {
    tokio::select! {
        () = until_stopped() => handle.graceful_shutdown(None),
        () = until_locked(is_locked) => handle.graceful_shutdown(Some(GRACE)),
    }
}

async fn until_locked(mut is_locked: watch::Receiver<bool>) {
    if is_locked.wait_for(|locked| *locked).await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Takes up what other processes on the same database change, locks when they say so, and removes
/// once a day what is not kept longer.
async fn look_around(services: Services, says_locked: watch::Sender<bool>) {
    let mut looks: u32 = 0;
    loop {
        if looks.is_multiple_of(TIDY)
            && let Err(error) = retention::apply(&services, &Actor::operator()).await
        {
            tracing::error!(%error, "what is not kept longer could not be removed");
        }
        looks = looks.wrapping_add(1);
        // A database that does not answer now may answer the next time; requests say so meanwhile.
        if matches!(services.follow().await, Ok(true)) {
            let _ = says_locked.send(true);
            return;
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Begins anew as a program that never opened the database: nothing of what was in memory, texts,
/// index or key, is there any more.
#[cfg(unix)]
fn become_locked(address: SocketAddr) -> Result<Output, CliError> {
    use std::os::unix::process::CommandExt as _;
    let failed = |error: std::io::Error| CliError::Other(format!("locked, and ended: {error}"));
    let program = std::env::current_exe().map_err(failed)?;
    let error = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .args(["--locked", "--listen", &address.to_string()])
        .exec();
    Err(failed(error))
}

/// Ends: there is no way to forget but to go.
#[cfg(not(unix))]
fn become_locked(_: SocketAddr) -> Result<Output, CliError> {
    Ok(Output::new("Locked.", json!({ "locked": true })))
}

/// Answers everything with the news that the server is locked, without opening the database.
async fn locked(config: &Config) -> Result<Output, CliError> {
    let listener = bind(config.listen).await?;
    let address = listener.local_addr().map_err(|error| CliError::Other(error.to_string()))?;
    let routes =
        Router::new().fallback(async |headers: axum::http::HeaderMap| app::http::locked(&headers));
    let limit = Duration::from_secs(config.timeout_seconds);
    let says = format!("Waxwing is locked: http://{address}/\n");
    let _ = std::io::stdout().write_all(says.as_bytes());
    let handle = Handle::new();
    let stopping = handle.clone();
    tokio::spawn(async move {
        until_stopped().await;
        stopping.graceful_shutdown(None);
    });
    answer(listener, handle, wrap(routes, limit, &config.hosts, None)).await?;
    Ok(Output::new("", json!({ "stopped": true })))
}

async fn bind(address: SocketAddr) -> Result<tokio::net::TcpListener, CliError> {
    tokio::net::TcpListener::bind(address)
        .await
        .map_err(|error| CliError::Other(format!("cannot listen on {address}: {error}")))
}
