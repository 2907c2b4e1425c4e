//! Ctrl-C and readers that go away.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    process::Child,
};

use eloomi_sim::Simulator;

use crate::eloomi::Eloomi;

fn stderr(child: &mut Child) -> String {
    let mut text = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_ends_a_list_quietly_with_130() {
    let sim = Simulator::start().await.unwrap();
    let held = sim.hold_next(eloomi_sim::Matcher::path("/v3/users"));
    let mut child = Eloomi::at(&sim, "users list").start();
    sim.requests_reach(2).await;
    crate::eloomi::signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(stderr(&mut child), "");
    held.release();
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_ends_a_write_with_a_word_of_caution() {
    for (path, call) in [
        ("/v3/users", "users create jane@example.com"),
        ("/v3/users/80002", "users update 80002 --title Architect"),
        ("/v3/users/80002", "users delete 80002 --yes --quiet"),
    ] {
        let sim = Simulator::start().await.unwrap();
        let held = sim.hold_next(eloomi_sim::Matcher::path(path));
        let mut child = Eloomi::at(&sim, call).start();
        sim.requests_reach(2).await;
        crate::eloomi::signal(&child, "INT");
        assert_eq!(child.wait().unwrap().code(), Some(130));
        let told = "interrupted: it may have been carried out; look at the person before sending \
            it again\n";
        assert_eq!(stderr(&mut child), told);
        held.release();
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_ends_a_raw_write_with_a_word_of_caution_and_a_read_without() {
    let told = "interrupted: it may have been carried out; look whether it took effect before \
        sending it again\n";
    for (method, told) in [("POST", told), ("DELETE --yes", told), ("GET", "")] {
        let sim = Simulator::start().await.unwrap();
        let held = sim.hold_next(eloomi_sim::Matcher::path("/v3/goals"));
        let mut child = Eloomi::at(&sim, &format!("api {method} /v3/goals")).start();
        sim.requests_reach(2).await;
        crate::eloomi::signal(&child, "INT");
        assert_eq!(child.wait().unwrap().code(), Some(130));
        assert_eq!(stderr(&mut child), told);
        held.release();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_has_seen_enough_is_no_failure() {
    // More than a pipe holds, so that the command must meet the closed end.
    let sim = Simulator::builder().people(2000).start().await.unwrap();
    let mut child = Eloomi::at(&sim, "users list --format ndjson").start();
    let mut line = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    drop(stdout);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(stderr(&mut child), "");
}

#[test]
fn a_closed_stderr_is_no_failure() {
    let mut child = Eloomi::new("--sim users list").start();
    drop(child.stderr.take());
    let mut text = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(text.lines().count(), 61);
}
