//! Those who never stop asking: processes of their own, each with a client of its own.

use std::{process::Stdio, time::Duration};

use eloomi::{
    Client, ClientCredentials, Clock as _, GetUser, HyperTransport, SharedBudget, Sharing,
    SystemClock,
};
use eloomi_sim::Simulator;
use tokio::process::Command;

use crate::{Failed, plan::Plan};

/// The first argument of a process that asks.
pub(crate) const ROLE: &str = "caller";

const SECRET: &str = "ELOOMI_CLIENT_SECRET";

/// Starts the processes and waits until they are done.
pub(crate) async fn start(simulator: &Simulator, plan: &Plan) -> Result<(), Failed> {
    // Where the processes keep the one budget that they share.
    let directory = tempfile::tempdir()?;
    let someone = simulator.people().first().map_or(0, |person| person.id);
    let mut processes = Vec::new();
    for _ in 0..plan.processes {
        let process = Command::new(std::env::current_exe()?)
            .arg(ROLE)
            .arg(simulator.base_url())
            .arg(simulator.client_id())
            .arg(someone.to_string())
            .arg(plan.time.as_secs().to_string())
            .arg((plan.workers / plan.processes).max(1).to_string())
            .arg(directory.path())
            .env(SECRET, simulator.client_secret())
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        processes.push(process);
    }
    for mut process in processes {
        if !process.wait().await?.success() {
            return Err("a caller has failed".into());
        }
    }
    Ok(())
}

/// Asks for the same person until the time is over.
pub(crate) async fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), Failed> {
    let mut next = || arguments.next().ok_or("a caller's argument is missing");
    let (base_url, client_id) = (next()?, next()?);
    let person: u64 = next()?.parse()?;
    let time = Duration::from_secs(next()?.parse()?);
    let workers: usize = next()?.parse()?;
    let shared = SharedBudget::new(next()?);
    let credentials = ClientCredentials::new(client_id, std::env::var(SECRET)?);
    let client = Client::builder(credentials, HyperTransport::new()?)
        .base_url(base_url)
        .share_budget(shared)
        .build()?;
    let tasks = (0..workers).map(|_| {
        let client = client.clone();
        tokio::spawn(async move {
            let asks = async {
                loop {
                    client.send(GetUser::new(person)).await?;
                }
            };
            tokio::select! {
                never = asks => never,
                () = SystemClock::new().sleep(time) => Ok::<(), eloomi::Error>(()),
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await??;
    }
    match client.stats().limit.map(|limit| limit.sharing) {
        Some(Sharing::Fallback(why)) => Err(why.to_string().into()),
        _ => Ok(()),
    }
}
