//! The files, and a report of all that fail.

use std::{env, fmt::Write as _, path::PathBuf};

use eloomi_replay::{Exchange, ExchangeFile, Placeholder, Values};

/// Chooses exchanges by a part of their names.
const FILTER: &str = "ELOOMI_EXCHANGES";

pub(super) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/exchanges")
}

/// All of them, named like `users/get.exchange`.
pub(super) fn all() -> Vec<ExchangeFile> {
    Exchange::load_dir(folder()).unwrap_or_else(|error| panic!("{error}"))
}

/// Those that are wanted.
fn chosen() -> Vec<ExchangeFile> {
    let filter = env::var(FILTER).unwrap_or_default();
    let all = all();
    let names: Vec<_> = all.iter().map(|file| file.name.clone()).collect();
    let fits = |file: &ExchangeFile| file.name.contains(&filter);
    let chosen: Vec<_> = all.into_iter().filter(fits).collect();
    assert!(
        !chosen.is_empty(),
        "no exchange has `{filter}` in its name; there are:\n  {}",
        names.join("\n  ")
    );
    chosen
}

/// What stands in for the placeholders: text of the form that each field has.
pub(crate) fn values() -> Values {
    Values::invented()
        .with(Placeholder::ClientSecret, "sim-invented")
        .with(Placeholder::Now, "2023-11-14 22:13:20")
        .with(Placeholder::Reset, "30")
}

/// Looks at each exchange that is wanted, and fails with all that are wrong.
///
/// `cargo xtask snapshots` finds the names in this text.
pub(super) async fn each(check: impl AsyncFn(&ExchangeFile) -> Result<(), String>) {
    let chosen = chosen();
    let (mut failed, mut report) = (0, String::new());
    for file in &chosen {
        if let Err(why) = check(file).await {
            failed += 1;
            let (name, why) = (&file.name, why.trim_end().replace('\n', "\n  "));
            let _ = writeln!(report, "exchange failed: {name}\n  {why}");
            let _ = writeln!(report, "  again: cargo xtask snapshots {name}\n");
        }
    }
    let looked_at = chosen.len();
    assert!(
        failed == 0,
        "{failed} of {looked_at} exchanges failed\n\n{report}"
    );
}
