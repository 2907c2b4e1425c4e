//! Folders of files.

use std::fs;

use eloomi_replay::{Exchange, Replayer};

use crate::files::{DELETE, TOKEN};

#[test]
fn a_folder_is_read_in_the_order_of_its_paths() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("02-more")).unwrap();
    fs::write(folder.path().join("02-more/01-b.exchange"), DELETE).unwrap();
    fs::write(folder.path().join("10-c.exchange"), DELETE).unwrap();
    fs::write(folder.path().join("01-a.exchange"), TOKEN).unwrap();
    fs::write(folder.path().join("01-a.exchange.new"), "no exchange").unwrap();
    fs::write(folder.path().join("notes.md"), "no exchange").unwrap();
    let files = Exchange::load_dir(folder.path()).unwrap();
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        ["01-a.exchange", "02-more/01-b.exchange", "10-c.exchange"]
    );
    assert_eq!(files[1].exchange, Exchange::parse(DELETE).unwrap());
    let unused = Replayer::load_dir(folder.path()).unwrap().finish();
    assert_eq!(unused.unwrap_err().unused(), names);
}

#[test]
fn a_file_that_is_no_exchange_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("users")).unwrap();
    let path = folder.path().join("users/odd.exchange");
    fs::write(&path, DELETE.replace("204", "2040")).unwrap();
    let error = Exchange::load_dir(folder.path()).unwrap_err();
    assert_eq!(error.file(), "users/odd.exchange");
    assert_eq!(
        error.to_string(),
        "users/odd.exchange: line 18: a response begins with its status code, and only that"
    );
    assert_eq!(error.exchange_error().unwrap().line(), 18);
    assert_eq!(
        Exchange::load(&path).unwrap_err().exchange_error(),
        error.exchange_error()
    );
}

#[test]
fn an_empty_or_missing_folder_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    assert!(Replayer::load_dir(folder.path()).is_err());
    let error = Exchange::load_dir(folder.path().join("gone")).unwrap_err();
    assert!(error.exchange_error().is_none());
}
