//! What `eloomi auth login` asks at a terminal.

use std::{
    io::{Read as _, Write as _},
    process::Child,
};

use eloomi_sim::Simulator;

use crate::{auth_login::keeping, eloomi::Eloomi, pty};

/// Starts a call at a terminal.
fn start(call: Eloomi) -> (Child, std::fs::File) {
    let (ours, theirs) = pty::open();
    let mut command = call.into_command();
    command.stdin(theirs.try_clone().unwrap());
    command.stderr(theirs);
    (command.spawn().unwrap(), ours)
}

/// What is shown until this is.
fn shown_until(terminal: &mut std::fs::File, end: &str) -> String {
    let mut shown = Vec::new();
    while !shown.ends_with(end.as_bytes()) {
        let mut byte = [0];
        terminal.read_exact(&mut byte).unwrap();
        shown.extend(byte);
    }
    String::from_utf8(shown).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_id_is_shown_as_it_is_typed_and_the_secret_is_not() {
    let sim = Simulator::start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let call = keeping(&home, &format!("auth login --base-url {}", sim.base_url()));
    let (mut child, mut terminal) = start(call);
    shown_until(&mut terminal, "client id: ");
    writeln!(terminal, "{}", sim.client_id()).unwrap();
    let shown = shown_until(&mut terminal, "(not shown): ");
    assert!(shown.contains(sim.client_id()), "{shown}");
    writeln!(terminal, "{}", sim.client_secret()).unwrap();
    let shown = pty::read(terminal);
    assert_eq!(child.wait().unwrap().code(), Some(0), "{shown}");
    assert!(!shown.contains(sim.client_secret()), "{shown}");
    assert!(shown.contains("logged in to eloomi"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_at_the_secret_keeps_nothing_and_shows_again_what_is_typed() {
    let home = tempfile::tempdir().unwrap();
    let (ours, theirs) = pty::open();
    let kept_open = theirs.try_clone().unwrap();
    let mut command = keeping(&home, "auth login 200").into_command();
    command.stdin(theirs.try_clone().unwrap());
    command.stderr(theirs);
    let mut child = command.spawn().unwrap();
    drop(command);
    let mut terminal = ours;
    shown_until(&mut terminal, "(not shown): ");
    assert!(!is_shown(&kept_open));
    crate::eloomi::signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(is_shown(&kept_open));
    assert!(!home.path().join("logins").exists());
}

/// Whether the terminal shows what is typed.
fn is_shown(terminal: &std::fs::File) -> bool {
    let modes = rustix::termios::tcgetattr(terminal).unwrap().local_modes;
    modes.contains(rustix::termios::LocalModes::ECHO)
}
