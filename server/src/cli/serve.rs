//! `waxwing serve`

use std::{io::Write as _, net::SocketAddr};

use chrono::TimeDelta;
use serde_json::json;
use service::{Actor, Settings, invitations};

use super::{CliError, Output, open};
use crate::{
    config::Config,
    http::{bundle_is_hashed, leptos_options, router},
};

#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    /// Address to listen on; beyond loopback only once there is an admin [default: 127.0.0.1:3000]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
}

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
    }
    let services = open(&config).await?.with(Settings {
        demonstration: config.listen.ip().is_loopback(),
        publish_delay: TimeDelta::hours(config.publish_delay_hours.into()),
    });
    let setup = invitations::setup(&services, &Actor::operator()).await?;
    config.check_listen(setup.is_none())?;
    let listener = tokio::net::TcpListener::bind(config.listen)
        .await
        .map_err(|error| CliError::Other(format!("cannot listen on {}: {error}", config.listen)))?;
    let address = listener.local_addr().map_err(|error| CliError::Other(error.to_string()))?;
    let router = router(services, &config, leptos_options(&config, bundle_is_hashed()));
    let first = setup.map_or_else(String::new, |secret| {
        let link = format!("http://{address}/join/{}", secret.reveal());
        format!("No admin yet. To become the first one, open within 24 hours:\n  {link}\n")
    });
    let says = format!("Waxwing: http://{address}/\n{first}");
    // Whoever started the server may have stopped listening to it; it serves all the same.
    let _ = std::io::stdout().write_all(says.as_bytes());
    axum::serve(listener, router)
        .with_graceful_shutdown(until_stopped())
        .await
        .map_err(|error| CliError::Other(error.to_string()))?;
    Ok(Output::new("", json!({ "stopped": true })))
}
