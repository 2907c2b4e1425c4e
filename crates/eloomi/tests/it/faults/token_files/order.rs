//! A process of a trial, and what it is told to do.

use std::{
    env,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::Arc,
};

use eloomi::{
    Client, ClientCredentials, Clock as _, FileTokenStore, GetUser, HyperTransport, StoredToken,
    SystemClock,
};
use futures_util::future::join_all;

use super::{
    numbered,
    place::{Place, key, save},
};

/// The variable that tells a process what to do.
const ORDER: &str = "ELOOMI_TEST_TOKEN_ORDER";

/// What a process is told.
pub(crate) enum Order {
    /// Writes one token after the other, until it is killed.
    Write { first: usize },
    /// Asks the service so often at once, when its standard input ends.
    Ask {
        process: usize,
        tasks: usize,
        person: u64,
        base_url: String,
        client_id: String,
        secret: String,
    },
}

/// A process that runs; killed when it is dropped.
pub(super) struct Running {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Order {
    /// Starts a process that does this at that place.
    pub(super) fn begin(&self, place: &Place) -> Running {
        let told = match self {
            Self::Write { first } => format!("write {first}"),
            Self::Ask {
                process,
                tasks,
                person,
                base_url,
                client_id,
                secret,
            } => format!("ask {process} {tasks} {person} {base_url} {client_id} {secret}"),
        };
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "--nocapture"])
            .arg("processes::a_process_of_a_trial_does_as_it_is_told")
            .env(ORDER, format!("{} {told}", place.directory().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Running {
            input: child.stdin.take(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    /// What this process was told, if it is one of a trial.
    pub(crate) fn given() -> Option<(PathBuf, Self)> {
        let told = env::var(ORDER).ok()?;
        let words: Vec<&str> = told.split(' ').collect();
        let order = match words[1..] {
            ["write", first] => Self::Write {
                first: first.parse().unwrap(),
            },
            ["ask", process, tasks, person, base_url, client_id, secret] => Self::Ask {
                process: process.parse().unwrap(),
                tasks: tasks.parse().unwrap(),
                person: person.parse().unwrap(),
                base_url: base_url.to_owned(),
                client_id: client_id.to_owned(),
                secret: secret.to_owned(),
            },
            _ => panic!("no such order: {told}"),
        };
        Some((words[0].into(), order))
    }

    /// Does it.
    pub(crate) fn carry_out(self, directory: &Path) {
        match self {
            Self::Write { first } => {
                let key = key("https://api.example.com", "200");
                let now = SystemClock::new().wall();
                for number in first.. {
                    save(directory, &key, &StoredToken::new(numbered(number), now));
                    if number == first {
                        say("writing");
                    }
                }
            }
            Self::Ask {
                process,
                tasks,
                person,
                base_url,
                client_id,
                secret,
            } => {
                let client = Client::builder(
                    ClientCredentials::new(client_id, secret),
                    HyperTransport::builder().build().unwrap(),
                )
                .base_url(base_url)
                .user_agent(format!("process/{process}"))
                .token_store(Arc::new(FileTokenStore::new(directory)))
                .unlimited()
                .build()
                .unwrap();
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build();
                let ask = |_| client.send(GetUser::new(person));
                say("ready");
                std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
                let done = runtime.unwrap().block_on(join_all((0..tasks).map(ask)));
                let failed = done.iter().find_map(|done| done.as_ref().err());
                assert!(failed.is_none(), "{failed:?}");
                say("done");
            }
        }
    }
}

/// Tells the trial, on a line of its own.
fn say(word: &str) {
    let mut output = std::io::stdout();
    writeln!(output, "\n{word}").unwrap();
    output.flush().unwrap();
}

impl Running {
    /// Waits until it has said this.
    pub(super) fn says(&mut self, word: &str) {
        let mut lines = (&mut self.output).lines();
        assert!(
            lines.any(|line| line.unwrap() == word),
            "it ended before it was {word}"
        );
    }

    /// Lets one begin that is ready.
    pub(super) fn go(&mut self) {
        drop(self.input.take());
    }

    /// `kill -9`.
    pub(super) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may be dead already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
