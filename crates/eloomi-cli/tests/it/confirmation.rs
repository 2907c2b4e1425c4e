//! Being asked before somebody is deleted.

use eloomi_sim::Simulator;

use crate::eloomi::Eloomi;

#[tokio::test(flavor = "multi_thread")]
async fn without_a_terminal_nobody_is_deleted_unasked() {
    let sim = Simulator::start().await.unwrap();
    insta::assert_snapshot!(Eloomi::at(&sim, "users delete 80002").run());
    assert_eq!(sim.requests().len(), 0);
}

#[cfg(target_os = "linux")]
mod at_a_terminal {
    use std::{
        fs::File,
        io::{Read as _, Write as _},
        process::{Child, Stdio},
    };

    use super::*;
    use crate::pty;

    /// Starts the call at a terminal; what is written to the file is typed there.
    fn start(call: Eloomi) -> (Child, File) {
        let (ours, theirs) = pty::open();
        // The command must let go of its end, or reading ours would never end.
        let mut command = call.into_command();
        command.stdin(theirs.try_clone().unwrap()).stderr(theirs);
        command.stdout(Stdio::null());
        (command.spawn().unwrap(), ours)
    }

    /// Exit code and what the terminal showed, when somebody types this.
    fn typed(call: Eloomi, answer: &str) -> (Option<i32>, String) {
        let (mut child, mut terminal) = start(call);
        terminal.write_all(answer.as_bytes()).unwrap();
        let shown = pty::read(terminal);
        (child.wait().unwrap().code(), shown)
    }

    fn deletions(sim: &Simulator) -> usize {
        let requests = sim.requests();
        requests
            .iter()
            .filter(|request| request.method == "DELETE")
            .count()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn yes_deletes() {
        let sim = Simulator::start().await.unwrap();
        let call = Eloomi::at(&sim, "users delete employee:E0002");
        let (code, shown) = typed(call, "yes\n");
        assert_eq!(code, Some(0), "{shown}");
        assert!(shown.contains("advises to end the employment"), "{shown}");
        assert_eq!(deletions(&sim), 1);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn the_person_typed_again_deletes() {
        let sim = Simulator::start().await.unwrap();
        let call = Eloomi::at(&sim, "users delete employee:E0002");
        assert_eq!(typed(call, "employee:E0002\n").0, Some(0));
        assert_eq!(deletions(&sim), 1);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_raw_delete_asks_for_its_path() {
        let sim = Simulator::start().await.unwrap();
        for (answer, code) in [("no\n", 1), ("/v3/users/80002\n", 0)] {
            let call = Eloomi::at(&sim, "api DELETE /v3/users/80002");
            let (came, shown) = typed(call, answer);
            assert_eq!(came, Some(code), "{shown}");
            assert!(shown.contains("type the path again, or yes: "), "{shown}");
        }
        assert_eq!(deletions(&sim), 1);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn anything_else_does_not() {
        let sim = Simulator::start().await.unwrap();
        for answer in ["\n", "y\n", "no\n", "employee:E0003\n", "\u{4}"] {
            let call = Eloomi::at(&sim, "users delete employee:E0002");
            let (code, shown) = typed(call, answer);
            assert_eq!(code, Some(1), "{shown}");
            assert!(shown.contains("nothing was done"), "{shown}");
        }
        assert_eq!(sim.requests().len(), 0);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn who_wants_no_questions_is_refused() {
        let sim = Simulator::start().await.unwrap();
        let call = Eloomi::at(&sim, "users delete employee:E0002 --no-input");
        assert_eq!(typed(call, "yes\n").0, Some(2));
        let call = Eloomi::at(&sim, "users delete employee:E0002").env("ELOOMI_NO_INPUT", "1");
        assert_eq!(typed(call, "yes\n").0, Some(2));
        assert_eq!(sim.requests().len(), 0);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn ctrl_c_is_an_answer() {
        let sim = Simulator::start().await.unwrap();
        let call = Eloomi::at(&sim, "users delete employee:E0002");
        let (mut child, mut terminal) = start(call);
        let mut shown = Vec::new();
        while !shown.ends_with(b"or yes: ") {
            let mut byte = [0];
            terminal.read_exact(&mut byte).unwrap();
            shown.extend(byte);
        }
        crate::eloomi::signal(&child, "INT");
        assert_eq!(child.wait().unwrap().code(), Some(130));
    }
}
