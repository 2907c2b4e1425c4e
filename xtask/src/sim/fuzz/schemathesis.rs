//! One run of schemathesis.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::choice::Share;
use super::options::Options;
use super::report::Report;
use super::simulator::Settings;
use crate::cargo::{line, program, run};
use crate::survey::document;

/// What every run has in common.
const CONFIGURATION: &str = "xtask/src/sim/fuzz/schemathesis.toml";

/// Everything that a run needs. No `Debug`: it holds a token.
pub(super) struct Schemathesis<'a> {
    /// The root of the workspace.
    pub(super) root: &'a Path,
    /// Where it may leave what it likes.
    pub(super) directory: &'a Path,
    /// The interpreter that has it.
    pub(super) python: &'a Path,
    pub(super) simulator: &'a Settings,
    pub(super) token: &'a str,
    pub(super) options: &'a Options,
}

impl Schemathesis<'_> {
    /// Tries the operations of one server.
    pub(super) fn run(&self, share: &Share) -> Result<Report, String> {
        let [sums, sent] = ["sums.json", "sent.ndjson"].map(|name| self.directory.join(name));
        for stale in [&sums, &sent] {
            // What an earlier run left must not pass for what this one says.
            if stale.exists() {
                fs::remove_file(stale).map_err(|error| format!("{}: {error}", stale.display()))?;
            }
        }
        let mut command = self.command(share);
        command.args(["--report", "json,ndjson"]);
        command.arg("--report-json-path").arg(&sums);
        command.arg("--report-ndjson-path").arg(&sent);
        println!("$ {}", line(&command));
        let ended_well = run(&mut command)?;
        let mut report = Report::read(&sums, &sent)?;
        report.success &= ended_well;
        Ok(report)
    }

    /// The command line tells what is tried, the environment with which token: everybody on the
    /// machine can read a command line.
    fn command(&self, share: &Share) -> Command {
        let url = format!("{}{}", self.simulator.base_url, share.prefix);
        let mut command = program(self.directory, &self.python.to_string_lossy());
        command.args(["-m", "schemathesis.cli", "--config-file"]);
        command.arg(self.root.join(CONFIGURATION));
        command.arg("run").arg(self.root.join(document::PATH));
        command.args(["--url", &url]);
        command.args(["--seed", &self.options.seed.to_string()]);
        command.args(["--max-examples", &self.options.examples.to_string()]);
        for (id, _) in &share.operations {
            command.args(["--include-operation-id", id]);
        }
        command.env("FUZZ_TOKEN", self.token);
        command.env("FUZZ_CLIENT_ID", &self.simulator.client_id);
        // The order of a Python set must not depend on the run, nor the way on somebody's proxy.
        command.env("PYTHONHASHSEED", "0");
        command.env("NO_PROXY", "127.0.0.1");
        command.env("no_proxy", "127.0.0.1");
        command
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Schemathesis, Settings, Share};
    use crate::cargo::line;
    use crate::sim::fuzz::options::Options;

    #[test]
    fn the_command_line_has_no_secret() {
        let simulator = Settings {
            base_url: "http://127.0.0.1:1".to_owned(),
            client_id: "200".to_owned(),
            client_secret: "sim-secret".to_owned(),
        };
        let schemathesis = Schemathesis {
            root: Path::new("."),
            directory: Path::new("."),
            python: Path::new("python3"),
            simulator: &simulator,
            token: "sim-token",
            options: &Options::parse(&[]).unwrap(),
        };
        let share = Share {
            prefix: "/v3",
            operations: vec![("getUser".to_owned(), "GET /users/{userId}".to_owned())],
        };
        let line = line(&schemathesis.command(&share));
        assert!(line.contains("--url http://127.0.0.1:1/v3 "), "{line}");
        assert!(line.ends_with("--include-operation-id getUser"), "{line}");
        assert!(!line.contains("sim-"), "{line}");
    }
}
