//! What the client makes of each exchange, on every stack.

use std::{
    fmt::Write as _,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use eloomi::{CallOptions, Client, ClientCredentials, Session};
use eloomi_replay::{Exchange, ExchangeFile, Placeholder};

use super::{
    asked,
    player::Player,
    recorded::{each, folder, values},
    shown::Desk,
};
use crate::ground::{Stack, transport};

#[tokio::test]
async fn on_hyper_h1() {
    each(async |file| replayed(Stack::Hyper, file).await).await;
}

#[tokio::test]
async fn on_reqwest_h1() {
    each(async |file| replayed(Stack::Reqwest, file).await).await;
}

#[tokio::test]
async fn on_tower_h1() {
    each(async |file| replayed(Stack::Tower, file).await).await;
}

/// Sends the typed request, and holds what left and what came back against the file and the
/// snapshot.
async fn replayed(stack: Stack, file: &ExchangeFile) -> Result<(), String> {
    let Some(ask) = asked::of(&file.name) else {
        let what = "no request is known for it; add one to tests/it/exchanges/asked.rs";
        return Err(what.to_owned());
    };
    let token = Exchange::load(folder().join("oauth/token.exchange")).unwrap();
    let player = Player::start(file.exchange.clone(), token).await;
    let outcome = ask(&desk(stack, &player.base_url)).await;

    let recorded = &file.exchange.request;
    let arrived = player.arrived();
    let mut wrong = String::new();
    for difference in arrived.iter().flat_map(|sent| recorded.differences(sent)) {
        let _ = write!(wrong, "\n  {difference}");
    }
    if !wrong.is_empty() {
        return Err(format!("the client sent another request:{wrong}"));
    }
    let times = match arrived.len() {
        1 => "once",
        2 => "twice",
        other => return Err(format!("the client sent the request {other} times")),
    };
    let (method, target) = (recorded.method(), recorded.target());
    let status = file.exchange.response.status.as_u16();
    let seen = format!("{method} {target}, {times} → {status}\n\n{outcome}");
    same_as_ever(&file.name, &seen)
}

/// Compares with the snapshot that is named after the file.
fn same_as_ever(file: &str, seen: &str) -> Result<(), String> {
    let (folder, name) = file.trim_end_matches(".exchange").rsplit_once('/').unwrap();
    let compared = catch_unwind(AssertUnwindSafe(|| {
        insta::with_settings!({
            snapshot_path => format!("snapshots/{folder}"),
            description => file,
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(name, seen);
        });
    }));
    compared
        .map_err(|_| "its snapshot differs, as shown above\nreview: cargo xtask review".to_owned())
}

fn desk(stack: Stack, base_url: &str) -> Desk {
    let values = values();
    let value = |placeholder| values.get(placeholder);
    let credentials = ClientCredentials::new(
        value(Placeholder::ClientId),
        value(Placeholder::ClientSecret),
    );
    let transport = transport(stack, None);
    let client = Client::builder(credentials.clone(), Arc::clone(&transport))
        .base_url(base_url)
        .options(CallOptions::new().attempts(1))
        .build()
        .unwrap();
    let session = Session::builder(base_url.parse().unwrap(), transport).build();
    Desk {
        client,
        session,
        credentials,
    }
}
