//! A tree in which something waits, and what becomes of it.

use std::fs;
use std::path::Path;

use super::{Options, difference, divided, how_to_accept, review, target};
use crate::cargo::capture;
use crate::outcome::Outcome;
use crate::pending;

const CHANGED: &str = "fixtures/scenarios/login/01-token.exchange";
const ADDED: &str = "fixtures/scenarios/login/02-list.exchange";
const SNAPSHOT: &str = "crates/a/tests/snapshots/one.snap";

/// A tree in which two recordings and a snapshot wait.
fn tree() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(CHANGED, "200\nold\n");
    write(&format!("{CHANGED}.new"), "200\nnew\n");
    write(&format!("{ADDED}.new"), "204\n");
    write(SNAPSHOT, "old");
    write(&format!("{SNAPSHOT}.new"), "new");
    root
}

fn told(root: &Path, from: &str, line: &str) -> Result<Outcome, String> {
    let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    let mut options = Options::parse(&words).unwrap();
    options.folder = root.join(from);
    review(root, &options)
}

fn waiting(root: &Path) -> Vec<String> {
    let new = |path: String| path.strip_suffix(".new").unwrap().to_owned();
    pending::find(root).unwrap().into_iter().map(new).collect()
}

#[test]
fn recordings_that_differ_and_new_ones_are_listed_beside_snapshots() {
    let root = tree();
    assert_eq!(waiting(root.path()), [SNAPSHOT, CHANGED, ADDED]);
}

#[test]
fn a_recording_is_shown_against_the_one_it_would_replace() {
    let root = tree();
    let shown = |path: &str| {
        let output = capture(&mut difference(root.path(), &format!("{path}.new"))).unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let changed = shown(CHANGED);
    assert!(changed.contains("-old\n+new\n"), "{changed}");
    assert!(changed.contains(" 200\n"), "{changed}");
    let added = shown(ADDED);
    assert!(
        added.contains("new file") && added.contains("+204\n"),
        "{added}"
    );
}

#[test]
fn all_files_are_accepted_byte_for_byte() {
    let root = tree();
    assert_eq!(told(root.path(), "", "--accept"), Ok(Outcome::Success));
    assert_eq!(waiting(root.path()), [""; 0]);
    let text = |path: &str| fs::read_to_string(root.path().join(path)).unwrap();
    assert_eq!(
        (text(CHANGED), text(ADDED)),
        ("200\nnew\n".to_owned(), "204\n".to_owned())
    );
    assert_eq!(text(SNAPSHOT), "new");
}

#[test]
fn one_is_accepted_by_its_path_from_the_root_or_from_the_folder_one_is_in() {
    for (from, path) in [
        ("", format!("{CHANGED}.new")),
        ("fixtures", format!("{CHANGED}.new")),
        (
            "fixtures/scenarios",
            "login/01-token.exchange.new".to_owned(),
        ),
        ("fixtures/scenarios/login", "01-token.exchange".to_owned()),
    ] {
        let root = tree();
        let line = format!("--accept {path}");
        assert_eq!(
            told(root.path(), from, &line),
            Ok(Outcome::Success),
            "{from} {path}"
        );
        assert_eq!(waiting(root.path()), [SNAPSHOT, ADDED], "{from} {path}");
    }
}

#[test]
fn what_is_rejected_leaves_the_old_one() {
    let root = tree();
    let line = format!("--reject --snapshot {CHANGED}.new");
    assert_eq!(told(root.path(), "", &line), Ok(Outcome::Success));
    assert_eq!(waiting(root.path()), [SNAPSHOT, ADDED]);
    assert_eq!(
        fs::read_to_string(root.path().join(CHANGED)).unwrap(),
        "200\nold\n"
    );
}

#[test]
fn a_path_that_does_not_wait_is_an_error() {
    let root = tree();
    let error = told(root.path(), "", "--accept fixtures/none.exchange.new").unwrap_err();
    assert!(
        error.starts_with("fixtures/none.exchange.new does not wait"),
        "{error}"
    );
    assert_eq!(waiting(root.path()).len(), 3);
}

#[test]
fn cargo_insta_gets_what_lies_in_packages_and_by_the_file_that_would_change() {
    let inline = "crates/a/src/.lib.rs.pending-snap";
    let found = [SNAPSHOT, CHANGED, inline].map(str::to_owned);
    let packages = ["crates/a".to_owned(), "xtask".to_owned()];
    let (theirs, ours) = divided(&found, packages.iter());
    assert_eq!(
        (theirs, ours),
        (
            vec![SNAPSHOT.to_owned(), inline.to_owned()],
            vec![CHANGED.to_owned()]
        )
    );
    assert_eq!(target(&format!("{SNAPSHOT}.new")), SNAPSHOT);
    assert_eq!(target(inline), "crates/a/src/lib.rs");
}

#[test]
fn a_snapshot_file_is_accepted_by_a_command_that_works_everywhere() {
    assert_eq!(
        how_to_accept("a/b.snap.new"),
        "accept: cargo xtask review --accept a/b.snap.new"
    );
}

#[test]
fn an_inline_snapshot_needs_a_hand_or_the_tool() {
    let text = how_to_accept("src/.lib.rs.pending-snap");
    assert!(text.contains("--reject src/.lib.rs.pending-snap"));
    assert!(text.contains("cargo insta accept"));
}
