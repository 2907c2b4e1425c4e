//! A budget that several sessions share through a file: what they may spend, and what they say of
//! it. Real processes do the same in `processes.rs`.

use std::{fs, path::Path, time::Duration};

use eloomi_core::{
    Budget, CallOptions, ErrorKind, ManualClock, Session, SharedBudget, Sharing, Unshared,
};
use futures_util::FutureExt as _;

use crate::{
    script::{Script, answer},
    things::{GET, call},
};

/// Two requests a minute.
fn session(shared: SharedBudget) -> Session {
    let script = Script::new((0..2).map(|_| answer(200, "")));
    let budget = Budget::new(2, Duration::from_secs(60)).burst(2);
    let builder = script.builder(&ManualClock::new()).budget(budget);
    let at_once = CallOptions::new().max_wait(Duration::ZERO);
    builder.options(at_once).share_budget(shared).build()
}

fn shared(directory: &Path) -> SharedBudget {
    SharedBudget::new(directory).account("200")
}

/// Sends one request, which has not to wait, or is refused for the budget.
fn sends(session: &Session) -> bool {
    match session.send(call(&GET)).now_or_never().unwrap() {
        Ok(_) => true,
        Err(error) if error.kind() == ErrorKind::RateLimited => false,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn what_one_session_spends_the_other_cannot() {
    let directory = tempfile::tempdir().unwrap();
    let (one, two) = (
        session(shared(directory.path())),
        session(shared(directory.path())),
    );
    assert!(sends(&one) && sends(&two));
    assert!(!sends(&one) && !sends(&two));
    let stats = two.stats().limit.unwrap();
    assert_eq!(stats.sharing, Sharing::File);
    assert_eq!((stats.limit, stats.requests, stats.cooling), (2, 1, 2));
}

#[test]
fn accounts_do_not_share() {
    let directory = tempfile::tempdir().unwrap();
    let one = session(shared(directory.path()));
    let two = session(shared(directory.path()).account("201"));
    assert!(sends(&one) && sends(&one) && sends(&two) && sends(&two));
    assert!(!sends(&one) && !sends(&two));
}

#[test]
fn building_a_session_makes_no_file() {
    let directory = tempfile::tempdir().unwrap();
    let session = session(shared(&directory.path().join("inner")));
    assert_eq!(session.stats().limit.unwrap().sharing, Sharing::File);
    assert!(!directory.path().join("inner").exists());
}

#[test]
fn who_cannot_use_the_file_keeps_to_a_part_and_says_so() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("file");
    fs::write(&file, "in the way of a directory").unwrap();
    let session = session(shared(&file).processes(2));
    assert!(sends(&session));
    assert!(!sends(&session));
    let stats = session.stats().limit.unwrap();
    assert_eq!(stats.sharing, Sharing::Fallback(Unshared::NotPrivate));
    assert_eq!(stats.limit, 1);
}

#[test]
fn who_finds_a_file_that_others_may_have_used_pauses_before_it_spends_its_part() {
    let directory = tempfile::tempdir().unwrap();
    assert!(sends(&session(shared(directory.path()))));
    for file in fs::read_dir(directory.path()).unwrap() {
        let path = file.unwrap().path();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).unwrap();
    }
    let session = session(shared(directory.path()));
    let refused = session
        .send(call(&GET))
        .now_or_never()
        .unwrap()
        .unwrap_err();
    // One attempt, what may still arrive of it, a window and its margin.
    assert_eq!(refused.retry_after(), Some(Duration::from_millis(95_250)));
    let stats = session.stats().limit.unwrap();
    assert_eq!(stats.sharing, Sharing::Fallback(Unshared::NotPrivate));
}

#[test]
fn how_many_are_under_way_is_shared_with_nobody() {
    let directory = tempfile::tempdir().unwrap();
    let script = Script::new([answer(200, "")]);
    let builder = script.builder(&ManualClock::new());
    let builder = builder.budget(Budget::at_once(1));
    let session = builder.share_budget(shared(directory.path())).build();
    assert!(sends(&session));
    assert_eq!(session.stats().limit.unwrap().sharing, Sharing::Own);
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
}
