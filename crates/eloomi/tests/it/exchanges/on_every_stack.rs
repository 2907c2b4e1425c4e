//! What the client makes of each exchange, on every stack and in memory.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use eloomi_replay::{ExchangeFile, ReplayServer};

use super::{
    recorded::each,
    replayed::{in_memory, replayed, replayer},
};
use crate::ground::{Stack, transport};

#[tokio::test]
async fn on_hyper_h1() {
    each(async |file| over_a_socket(Stack::Hyper, file).await).await;
}

#[tokio::test]
async fn on_reqwest_h1() {
    each(async |file| over_a_socket(Stack::Reqwest, file).await).await;
}

#[tokio::test]
async fn on_tower_h1() {
    each(async |file| over_a_socket(Stack::Tower, file).await).await;
}

#[tokio::test]
async fn without_a_stack() {
    each(async |file| same_as_ever(&file.name, &in_memory(file).await?)).await;
}

/// Sends the typed request, and holds what left and what came back against the file and the
/// snapshot.
async fn over_a_socket(stack: Stack, file: &ExchangeFile) -> Result<(), String> {
    let replayer = Arc::new(replayer(file));
    let server = ReplayServer::start(Arc::clone(&replayer)).await.unwrap();
    let transport = transport(stack, None);
    let seen = replayed(file, &replayer, transport, server.base_url()).await?;
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
