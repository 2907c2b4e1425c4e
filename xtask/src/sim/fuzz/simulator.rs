//! The simulator as a program of its own, which ends when this is dropped.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;

use crate::cargo::{cargo, line};

/// A simulator that runs. No `Debug`: it holds a secret.
pub(super) struct Simulator {
    child: Child,
    /// Held, so that whatever it prints has somewhere to go.
    output: BufReader<ChildStdout>,
    pub(super) settings: Settings,
}

/// What `eloomi sim serve` prints.
#[derive(Default)]
pub(super) struct Settings {
    /// Such as `http://127.0.0.1:40000`.
    pub(super) base_url: String,
    pub(super) client_id: String,
    pub(super) client_secret: String,
}

impl Simulator {
    /// Builds the command `eloomi` and starts a simulator without a limit on a free port.
    pub(super) fn start(root: &Path) -> Result<Self, String> {
        let mut command = Command::new(build(root)?);
        command.args(["sim", "serve", "--limit", "0"]);
        println!("$ {}", line(&command));
        let complain = |error: std::io::Error| format!("cannot start the simulator: {error}");
        let mut child = command.stdout(Stdio::piped()).spawn().map_err(complain)?;
        let stdout = child.stdout.take().ok_or("the simulator has no output")?;
        // From here on a failure ends the program, too.
        let mut simulator = Self {
            child,
            output: BufReader::new(stdout),
            settings: Settings::default(),
        };
        simulator.settings = Settings::read(&mut simulator.output)?;
        Ok(simulator)
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        // Either fails only if it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Settings {
    /// Reads lines until all three are there.
    fn read(output: &mut impl BufRead) -> Result<Self, String> {
        let mut settings = Self::default();
        while !settings.are_complete() {
            let mut line = String::new();
            let length = output
                .read_line(&mut line)
                .map_err(|error| format!("the settings of the simulator: {error}"))?;
            if length == 0 {
                return Err("the simulator ended before it had printed its settings".to_owned());
            }
            let place = match line.trim_end().split_once('=') {
                Some(("ELOOMI_BASE_URL", value)) => Some((&mut settings.base_url, value)),
                Some(("ELOOMI_CLIENT_ID", value)) => Some((&mut settings.client_id, value)),
                Some(("ELOOMI_CLIENT_SECRET", value)) => Some((&mut settings.client_secret, value)),
                _ => None,
            };
            if let Some((place, value)) = place {
                value.clone_into(place);
            }
        }
        Ok(settings)
    }

    fn are_complete(&self) -> bool {
        let texts = [&self.base_url, &self.client_id, &self.client_secret];
        texts.iter().all(|text| !text.is_empty())
    }
}

/// Builds the command and says where it is.
fn build(root: &Path) -> Result<PathBuf, String> {
    let arguments = [
        "build",
        "--locked",
        "--package",
        "eloomi-cli",
        "--bin",
        "eloomi",
        "--message-format",
        "json-render-diagnostics",
    ];
    let mut command = cargo(root, &arguments);
    // Cargo tells a person how far it is on the other one.
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    let messages = String::from_utf8_lossy(&output.stdout);
    executable(&messages)
        .filter(|_| output.status.success())
        .ok_or_else(|| format!("{} failed", line(&command)))
}

/// The program among what cargo says it has built.
fn executable(messages: &str) -> Option<PathBuf> {
    let mut messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages.find_map(|message| message["executable"].as_str().map(PathBuf::from))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Settings, executable};

    #[test]
    fn the_settings_are_read_in_any_order_and_among_other_lines() {
        let printed = "hello\nELOOMI_CLIENT_ID=200\nELOOMI_BASE_URL=http://127.0.0.1:1\n\
                       ELOOMI_CLIENT_SECRET=sim-a=b\nnever read";
        let settings = Settings::read(&mut printed.as_bytes()).unwrap();
        assert_eq!(settings.base_url, "http://127.0.0.1:1");
        assert_eq!(settings.client_id, "200");
        assert_eq!(settings.client_secret, "sim-a=b");
    }

    #[test]
    fn a_simulator_that_ends_at_once_is_an_error_and_no_wait() {
        assert!(Settings::read(&mut "ELOOMI_CLIENT_ID=200\n".as_bytes()).is_err());
    }

    #[test]
    fn the_program_is_found_among_what_cargo_says() {
        let messages = "\
{\"reason\":\"compiler-artifact\",\"executable\":null}
{\"reason\":\"compiler-artifact\",\"executable\":\"/x/debug/eloomi\"}
{\"reason\":\"build-finished\",\"success\":true}";
        assert_eq!(executable(messages), Some(PathBuf::from("/x/debug/eloomi")));
        assert_eq!(executable(""), None);
    }
}
