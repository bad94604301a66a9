//! `waxwing serve`

use std::net::SocketAddr;

use serde_json::json;

use super::{CliError, Output, open};
use crate::{
    config::Config,
    http::{bundle_is_hashed, leptos_options, router},
};

#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    /// Address to listen on; loopback only until accounts arrive [default: 127.0.0.1:3000]
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
    config.check_listen()?;
    let services = open(&config).await?;
    let listener = tokio::net::TcpListener::bind(config.listen)
        .await
        .map_err(|error| CliError::Other(format!("cannot listen on {}: {error}", config.listen)))?;
    let address = listener.local_addr().map_err(|error| CliError::Other(error.to_string()))?;
    let router = router(services, &config, leptos_options(&config, bundle_is_hashed()));
    println!("Waxwing: http://{address}/");
    axum::serve(listener, router)
        .with_graceful_shutdown(until_stopped())
        .await
        .map_err(|error| CliError::Other(error.to_string()))?;
    Ok(Output::new("", json!({ "stopped": true })))
}
