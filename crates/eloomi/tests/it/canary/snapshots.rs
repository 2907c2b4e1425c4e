//! No committed snapshot and no committed exchange holds a value of a canary.

use std::{fs, path::Path};

use super::{canary, own::Own, search};

const CRATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Every committed file with this ending.
fn files(folder: &Path, endings: &[&str], look: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "target" {
                files(&path, endings, look);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            look(&path);
        }
    }
}

#[tokio::test]
async fn no_snapshot_and_no_exchange_holds_a_sentinel() {
    let search = search(&canary().await, &Own::default());
    let mut looked_at = 0;
    files(
        Path::new(CRATES),
        &[".snap", ".snap.new", ".exchange"],
        &mut |path| {
            looked_at += 1;
            let found = search.found(&fs::read(path).unwrap());
            assert!(found.is_empty(), "{}: {found:#?}", path.display());
        },
    );
    assert!(looked_at > 300, "only {looked_at} files");
}
