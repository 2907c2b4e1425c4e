//! What a process that holds secrets and personal data sees to before anything else.

use std::panic;

use crate::notes;

/// Keeps memory and panic messages out of files and logs.
pub(crate) fn process() {
    // A core dump would hold the secret, the token and people. Where the limit cannot be
    // set, none was promised.
    #[cfg(unix)]
    let _ = rustix::process::setrlimit(
        rustix::process::Resource::Core,
        rustix::process::Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    );
    panic::set_hook(Box::new(|panic| {
        // The message of a panic may quote data, so only the place is shown.
        let place = panic.location().map(ToString::to_string);
        notes::line(&format!(
            "error: a mistake in this program, at {}; please report it",
            place.as_deref().unwrap_or("an unknown place")
        ));
    }));
}

#[cfg(test)]
mod tests {
    use std::{env, process::Command};

    use super::*;

    const CANARY: &str = "zxbcdfghjklmnpqr";

    /// Tells the other process what to do before it panics.
    const VARIABLE: &str = "ELOOMI_PANICS";

    /// What a process prints that panics with the canary in its words.
    fn printed_by_a_panic(before: &str) -> String {
        let mut process = Command::new(env::current_exe().unwrap());
        let test = "harden::tests::a_panic_tells_where_and_not_what";
        process.args(["--exact", test, "--nocapture"]);
        process.env(VARIABLE, before).env("RUST_BACKTRACE", "full");
        let output = process.output().unwrap();
        let (said, also_said) = (&output.stdout, &output.stderr);
        String::from_utf8_lossy(said).into_owned() + &String::from_utf8_lossy(also_said)
    }

    #[test]
    fn a_panic_tells_where_and_not_what() {
        if let Ok(before) = env::var(VARIABLE) {
            if before == "harden" {
                process();
            }
            panic::catch_unwind(|| panic!("{CANARY}")).unwrap_err();
            return;
        }
        let printed = printed_by_a_panic("harden");
        assert!(
            printed.contains("a mistake in this program, at "),
            "{printed}"
        );
        assert!(printed.contains("harden.rs:"), "{printed}");
        assert!(!printed.contains(CANARY), "{printed}");
    }

    #[test]
    fn a_panic_that_nobody_has_hardened_against_tells_what() {
        assert!(printed_by_a_panic("nothing").contains(CANARY));
    }
}
