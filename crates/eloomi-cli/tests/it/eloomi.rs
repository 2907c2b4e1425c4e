//! Running the command.

use std::{
    env, fmt,
    io::{Seek as _, Write as _},
    process::{Child, Command, Output, Stdio},
};

use eloomi_sim::Simulator;

/// A call of the command, with nothing in its environment that matters to it.
pub(crate) struct Eloomi(Command);

/// What came of a call.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Eloomi {
    /// A call with these arguments, separated by spaces.
    pub(crate) fn new(arguments: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_eloomi"));
        command.args(arguments.split_whitespace());
        command.stdin(Stdio::null());
        for (name, _) in env::vars_os() {
            let upper = name.to_string_lossy().to_uppercase();
            let matters = ["ELOOMI_", "LVCONNECT_", "SSL_CERT_", "CLICOLOR"]
                .iter()
                .any(|prefix| upper.starts_with(prefix))
                || upper.ends_with("_PROXY")
                || ["COLUMNS", "NO_COLOR", "TERM"].contains(&upper.as_str());
            if matters {
                command.env_remove(name);
            }
        }
        // Not where those who run the tests keep their own.
        command.env("XDG_STATE_HOME", env!("CARGO_TARGET_TMPDIR"));
        // Not in the keyring of those who run the tests, and nobody has logged in here.
        let nowhere = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-logins");
        command.env("ELOOMI_INSECURE_STORAGE", nowhere);
        Self(command)
    }

    /// A call that asks this simulator.
    pub(crate) fn at(sim: &Simulator, arguments: &str) -> Self {
        Self::new(arguments)
            .env("ELOOMI_BASE_URL", &sim.base_url())
            .env("ELOOMI_CLIENT_ID", sim.client_id())
            .env("ELOOMI_CLIENT_SECRET", sim.client_secret())
    }

    /// One more argument, which may hold spaces.
    pub(crate) fn arg(mut self, argument: &str) -> Self {
        self.0.arg(argument);
        self
    }

    /// What the call reads.
    pub(crate) fn stdin(mut self, text: &str) -> Self {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.rewind().unwrap();
        self.0.stdin(file);
        self
    }

    /// The process, for a test that wants it in another way.
    #[cfg(target_os = "linux")]
    pub(crate) fn into_command(self) -> Command {
        self.0
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.env_remove(name);
        self
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self) -> Ran {
        let Output {
            status,
            stdout,
            stderr,
        } = self.0.output().unwrap();
        Ran {
            code: status.code(),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }

    /// Starts it, with both streams for the test to read.
    pub(crate) fn start(mut self) -> Child {
        self.0.stdout(Stdio::piped()).stderr(Stdio::piped());
        self.0.spawn().unwrap()
    }
}

impl fmt::Display for Ran {
    /// For snapshots.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => writeln!(f, "exit code {code}")?,
            None => writeln!(f, "ended by a signal")?,
        }
        write!(f, "--- stdout\n{}--- stderr\n{}", self.stdout, self.stderr)
    }
}

/// Sends a signal, such as `TERM`.
#[cfg(unix)]
pub(crate) fn signal(child: &Child, name: &str) {
    let id = child.id().to_string();
    let status = Command::new("kill").args(["-s", name, &id]).status();
    assert!(status.unwrap().success());
}
