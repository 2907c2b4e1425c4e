//! What comes of each story where it is replayed: the same on every stack.

use std::{
    fmt::Write as _,
    panic::{AssertUnwindSafe, catch_unwind},
};

use eloomi::ClientCredentials;
use eloomi_replay::{Placeholder, ReplayServer, Replayer, Scenario, Values};

use super::{
    folder::{each, folder},
    story::Story,
    teller::Teller,
};
use crate::{exchanges::recorded, ground::Stack};

#[tokio::test]
async fn on_hyper_h1() {
    each(async |story| replayed(Stack::Hyper, story).await).await;
}

#[tokio::test]
async fn on_reqwest_h1() {
    each(async |story| replayed(Stack::Reqwest, story).await).await;
}

#[tokio::test]
async fn on_tower_h1() {
    each(async |story| replayed(Stack::Tower, story).await).await;
}

async fn replayed(stack: Stack, story: &Story) -> Result<(), String> {
    let scenario = Scenario::load(folder().join(story.name));
    let scenario = scenario.map_err(|error| {
        format!(
            "{error}\nrecord it: cargo xtask fixtures record {}",
            story.name
        )
    })?;
    let values = values();
    let credentials = ClientCredentials::new(
        values.get(Placeholder::ClientId),
        values.get(Placeholder::ClientSecret),
    );
    let server = ReplayServer::start(Replayer::scenario(scenario).values(values)).await;
    let server = server.map_err(|error| error.to_string())?;
    let teller = Teller::new(story, stack, server.base_url(), credentials);
    (story.tell)(&teller).await;
    server
        .finish()
        .map_err(|unfinished| unfinished.to_string())?;
    let mut told = teller.text();
    for request in server.sent() {
        let _ = writeln!(told, "{} {}", request.method(), request.uri());
    }
    same_as_ever(story.name, &told)
}

/// A service that says to wait says so of a second.
fn values() -> Values {
    recorded::values().with(Placeholder::Reset, "1")
}

/// Compares with the snapshot that is named after the story.
fn same_as_ever(name: &str, told: &str) -> Result<(), String> {
    let compared = catch_unwind(AssertUnwindSafe(|| {
        insta::with_settings!({
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(name, told);
        });
    }));
    compared
        .map_err(|_| "its snapshot differs, as shown above\nreview: cargo xtask review".to_owned())
}
