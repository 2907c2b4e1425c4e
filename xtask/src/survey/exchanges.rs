//! What the committed exchanges show: the request line, the status, and the front matter.
//!
//! Whether a file is a good exchange is for the lints of `eloomi-replay`; here only what coverage
//! and status ask is read.

use crate::survey::files::Files;
use crate::survey::service::Service;
use crate::survey::yaml;

/// Where those lie that stand for themselves.
pub(crate) const DIRECTORY: &str = "fixtures/exchanges/";

/// Where those lie that tell a story together, a folder for each.
pub(crate) const SCENARIOS: &str = "fixtures/scenarios/";

/// Where those lie that were recorded from a real tenant, and that git ignores.
pub(crate) const LIVE: &str = "fixtures/live/";

/// Where all of them lie.
const FIXTURES: &str = "fixtures/";

/// How their names end.
pub(crate) const ENDING: &str = ".exchange";

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exchange {
    /// Its path from the root.
    pub(crate) file: String,
    /// The operation that its front matter names.
    pub(crate) operation: String,
    /// In capitals.
    pub(crate) method: String,
    /// The path of its request, without the query.
    pub(crate) path: String,
    /// The status of its response.
    pub(crate) status: String,
    /// Where it comes from: `documentation`, `simulator` or `live`.
    pub(crate) origin: String,
    /// How far it is known that the service behaves so.
    pub(crate) confidence: String,
    /// The day on which it was recorded, of a live one.
    pub(crate) recorded_at: Option<String>,
    /// The grant of OAuth that its request names.
    pub(crate) grant: Option<String>,
    /// What its front matter names, with the lines.
    pub(crate) quirks: Vec<(usize, String)>,
}

impl Exchange {
    /// Its name below the directory, without the ending; of the staff directory `lvconnect/` and
    /// that.
    pub(crate) fn name(&self) -> &str {
        let file = self.file.as_str();
        let name = file
            .strip_prefix(DIRECTORY)
            .or_else(|| file.strip_prefix(FIXTURES));
        let name = name.unwrap_or(file);
        name.strip_suffix(ENDING).unwrap_or(name)
    }

    /// The scenario that it is part of.
    pub(crate) fn scenario(&self) -> Option<&str> {
        self.file.strip_prefix(SCENARIOS)?.split('/').next()
    }

    fn read(file: &str, text: &str) -> Result<Self, String> {
        let at = |error: &str| format!("{file}: {error}");
        let (front, rest) = text
            .strip_prefix("---\n")
            .and_then(|text| text.split_once("\n---\n"))
            .ok_or_else(|| at("has no front matter"))?;
        // The front matter begins on the second line.
        let front = yaml::read(front, 2).map_err(|error| at(&error))?;
        let info = front.get("info").ok_or_else(|| at("has no info"))?;
        let word = |key: &str| {
            let word = info.text(key).map(str::to_owned);
            word.ok_or_else(|| at(&format!("info has no {key}")))
        };
        let request = line_behind(rest, "=== request").and_then(|line| line.split_once(' '));
        let (method, target) = request.ok_or_else(|| at("has no request line"))?;
        let status = line_behind(rest, "=== response").ok_or_else(|| at("has no response"))?;
        let quirks = info.get("quirks").map_or(&[][..], yaml::Node::items);
        Ok(Self {
            file: file.to_owned(),
            operation: word("operation")?,
            method: method.to_owned(),
            path: target.split('?').next().unwrap_or_default().to_owned(),
            status: status.to_owned(),
            origin: word("origin")?,
            confidence: word("confidence")?,
            grant: grant(rest),
            recorded_at: info.text("recorded_at").map(str::to_owned),
            quirks: quirks
                .iter()
                .filter_map(|node| Some((node.line, node.as_text()?.to_owned())))
                .collect(),
        })
    }
}

/// Those that stand for themselves, in the order of their names, and what is wrong with those that
/// cannot be read.
pub(crate) fn read(files: &Files) -> (Vec<Exchange>, Vec<String>) {
    read_below(files, DIRECTORY)
}

/// The same of those of a service.
pub(crate) fn read_of(files: &Files, service: &'static Service) -> (Vec<Exchange>, Vec<String>) {
    read_below(files, service.exchanges)
}

/// The same of those of the scenarios.
pub(crate) fn read_scenarios(files: &Files) -> (Vec<Exchange>, Vec<String>) {
    read_below(files, SCENARIOS)
}

/// The same of those that git ignores.
pub(crate) fn read_live(files: &Files) -> (Vec<Exchange>, Vec<String>) {
    read_below(files, LIVE)
}

fn read_below(files: &Files, directory: &str) -> (Vec<Exchange>, Vec<String>) {
    let mut exchanges = Vec::new();
    let mut findings = Vec::new();
    for (file, text) in files.below(directory, ENDING) {
        match Exchange::read(file, text) {
            Ok(exchange) => exchanges.push(exchange),
            Err(error) => findings.push(error),
        }
    }
    (exchanges, findings)
}

/// The value of `grant_type` in the body of the request, JSON or a form.
fn grant(text: &str) -> Option<String> {
    let request = text.split("=== response").next()?;
    let (_, after) = request.split_once("grant_type")?;
    let value = after.trim_start_matches(['"', ':', '=', ' ']);
    let is_word = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let end = value.find(|letter| !is_word(letter)).unwrap_or(value.len());
    (end > 0).then(|| value[..end].to_owned())
}

fn line_behind<'t>(text: &'t str, heading: &str) -> Option<&'t str> {
    let mut lines = text.lines();
    lines.by_ref().find(|line| *line == heading)?;
    lines.next()
}

#[cfg(test)]
mod tests {
    use super::{read, read_scenarios};
    use crate::survey::files::Files;

    const FILE: &str = "fixtures/exchanges/users/list-page-1.exchange";
    const TEXT: &str = "\
---
source: fixtures/x.rs
description: \"list users, first page\"
info:
  format: 1
  operation: listUsers
  origin: live
  confidence: observed
  recorded_at: 2026-11-28
  wire:
    http: \"1.1\"
    body: json
  quirks:
    - q-no-total
---
=== request
GET /v3/users?mode=all&page=1
accept: application/json

=== response
200
content-type: application/json

{}
";

    #[test]
    fn request_line_status_operation_and_quirks_are_read() {
        let (exchanges, findings) = read(&Files::of([(FILE, TEXT), ("fixtures/a.md", "")]));
        assert_eq!(findings, [""; 0]);
        let [exchange] = &exchanges[..] else {
            panic!("{exchanges:?}");
        };
        assert_eq!(exchange.name(), "users/list-page-1");
        assert_eq!(exchange.operation, "listUsers");
        assert_eq!(
            (exchange.method.as_str(), exchange.path.as_str()),
            ("GET", "/v3/users")
        );
        assert_eq!(exchange.status, "200");
        assert_eq!(exchange.origin, "live");
        assert_eq!(exchange.confidence, "observed");
        assert_eq!(exchange.recorded_at.as_deref(), Some("2026-11-28"));
        assert_eq!(exchange.quirks, [(14, "q-no-total".to_owned())]);
    }

    #[test]
    fn the_exchanges_of_scenarios_are_read_apart() {
        let step = "fixtures/scenarios/first-login/01-token.exchange";
        let files = Files::of([(FILE, TEXT), (step, TEXT)]);
        let (steps, findings) = read_scenarios(&files);
        assert_eq!(findings, [""; 0]);
        assert_eq!(steps.len(), 1);
        assert_eq!(steps[0].scenario(), Some("first-login"));
        let (exchanges, _) = read(&files);
        assert_eq!((exchanges.len(), exchanges[0].scenario()), (1, None));
    }

    #[test]
    fn what_is_missing_is_named_with_the_file() {
        for (from, to, part) in [
            ("---\nsource", "source", "no front matter"),
            ("  operation: listUsers\n", "", "no operation"),
            ("  origin: live\n", "", "no origin"),
            ("  confidence: observed\n", "", "no confidence"),
            ("=== request\n", "", "no request line"),
            ("=== response\n", "", "no response"),
            ("  format: 1\n", "  format: [1]\n", "line 5:"),
        ] {
            let (_, findings) = read(&Files::of([(FILE, &TEXT.replacen(from, to, 1))]));
            assert!(
                findings[0].starts_with(FILE) && findings[0].contains(part),
                "{findings:?}"
            );
        }
    }
}
