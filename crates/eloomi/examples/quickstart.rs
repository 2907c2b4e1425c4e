//! Lists people, and gets one of them, against the simulator.

use eloomi::{Client, ClientCredentials, GetUser, HyperTransport, ListUsers, UserMode};
use eloomi_sim::Simulator;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // A simulated eloomi. For your own: `eloomi::client(credentials)`, with what you were given.
    let sim = Simulator::start().await?;
    let credentials = ClientCredentials::new(sim.client_id(), sim.client_secret());
    let client = Client::builder(credentials, HyperTransport::new()?)
        .base_url(sim.base_url())
        .build()?;

    let mut people = client.stream(ListUsers::new().mode(UserMode::Active));
    let mut count = 0;
    let mut last = None;
    while let Some(user) = people.next().await {
        last = Some(user?.id);
        count += 1;
    }
    println!("{count} active people");

    if let Some(id) = last {
        let user = client.send(GetUser::new(id)).await?;
        println!(
            "the last of them: {}",
            user.title.as_deref().unwrap_or("no title")
        );
    }
    Ok(())
}
