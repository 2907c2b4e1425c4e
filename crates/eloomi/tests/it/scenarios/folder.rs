//! Where the scenarios lie, and a report of all that fail.

use std::{env, fmt::Write as _, path::PathBuf};

use super::{stories::STORIES, story::Story};

/// Chooses stories by a part of their names; several with commas between them.
const FILTER: &str = "ELOOMI_SCENARIOS";

pub(super) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/scenarios")
}

/// Those that are wanted.
fn chosen() -> Vec<Story> {
    let filter = env::var(FILTER).unwrap_or_default();
    let wanted: Vec<_> = filter.split(',').map(str::trim).collect();
    let fits = |story: &Story| wanted.iter().any(|wanted| story.name.contains(wanted));
    let chosen: Vec<_> = STORIES.into_iter().filter(fits).collect();
    assert!(
        !chosen.is_empty(),
        "no scenario has `{filter}` in its name; there are: {}",
        STORIES.map(|story| story.name).join(", ")
    );
    chosen
}

/// Looks at each story that is wanted, and fails with all that are wrong.
pub(super) async fn each(check: impl AsyncFn(&Story) -> Result<(), String>) {
    let chosen = chosen();
    let (mut failed, mut report) = (0, String::new());
    for story in &chosen {
        if let Err(why) = check(story).await {
            failed += 1;
            let why = why.trim_end().replace('\n', "\n  ");
            let _ = writeln!(report, "scenario failed: {}\n  {why}\n", story.name);
        }
    }
    let told = chosen.len();
    assert!(
        failed == 0,
        "{failed} of {told} scenarios failed\n\n{report}"
    );
}
