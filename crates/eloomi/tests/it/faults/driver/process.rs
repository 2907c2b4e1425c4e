//! Rows that need a process of their own: its environment, its limits.

use std::{
    env,
    process::{Command, Stdio},
};

use tokio::task::spawn_blocking;

use super::{
    Axis,
    outcome::{BEGIN, END},
};
use crate::ground::Stack;

/// What another process has told this one, if it was started by a row.
pub(crate) fn told(what: &str) -> Option<String> {
    env::var(variable(what)).ok()
}

/// Runs the test of `module` again in another process, which is told these things, and gives what
/// it [shows](super::Shown::hand_over). `program` starts it: the test itself, or a shell.
pub(crate) async fn elsewhere(
    module: &str,
    axis: &Axis,
    told: &[(&str, &str)],
    mut program: Command,
) -> String {
    let stack = match axis.stack {
        Stack::Hyper => "on_hyper",
        Stack::Reqwest => "on_reqwest",
        Stack::Tower => unreachable!("the rows are for the stacks that we set up"),
    };
    let (_, module) = module.split_once("::").unwrap();
    let name = format!("{module}::{stack}");
    program.args(["--exact", &name, "--nocapture"]);
    program.envs(told.iter().map(|(what, told)| (variable(what), told)));
    program.stdin(Stdio::null());
    // The servers of this test live on its own thread.
    let output = spawn_blocking(move || program.output()).await;
    let output = output.unwrap().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let also_said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{also_said}");
    let shown = said
        .split_once(BEGIN)
        .and_then(|(_, said)| said.split_once(END));
    let (shown, _) = shown.unwrap_or_else(|| panic!("{name} shows nothing: {said}"));
    shown.trim().to_owned()
}

fn variable(what: &str) -> String {
    format!("ELOOMI_FAULTS_{what}")
}
