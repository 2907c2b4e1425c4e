//! A recorded exchange, read from its file.

use std::path::{Path, PathBuf};

use hyper::HeaderMap;
use hyper::header::{HeaderName, HeaderValue};

/// Request and answer, with secrets masked: what they were stands in the description.
pub(super) struct Exchange {
    /// Such as `040-token-refresh`.
    pub(super) name: String,
    pub(super) description: String,
    pub(super) method: String,
    pub(super) target: String,
    pub(super) asked: HeaderMap,
    pub(super) sent: String,
    pub(super) status: u16,
    pub(super) told: HeaderMap,
    pub(super) body: String,
}

impl Exchange {
    /// All of them, in order.
    pub(super) fn all() -> Vec<Self> {
        let folder = fixtures();
        let files = std::fs::read_dir(folder).unwrap();
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "exchange"));
        files.sort();
        files.iter().map(|file| Self::read(file)).collect()
    }

    fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap();
        let (front, rest) = text.split_once("=== request\n").unwrap();
        let (request, response) = rest.split_once("=== response\n").unwrap();
        let description = front
            .lines()
            .find_map(|line| line.strip_prefix("description: "));
        let (first, asked, sent) = parts(request);
        let (method, target) = first.split_once(' ').unwrap();
        let (status, told, body) = parts(response);
        Self {
            name: file.file_stem().unwrap().to_str().unwrap().to_owned(),
            description: description.unwrap().trim_matches('"').to_owned(),
            method: method.to_owned(),
            target: target.to_owned(),
            asked,
            sent,
            status: status.parse().unwrap(),
            told,
            body,
        }
    }

    /// What the description says behind this word.
    pub(super) fn said(&self, word: &str) -> Option<&str> {
        let parts = self.description.split("; ");
        parts.into_iter().find_map(|part| part.strip_prefix(word))
    }
}

/// First line, headers and body.
fn parts(text: &str) -> (String, HeaderMap, String) {
    let (head, body) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
    let mut lines = head.lines();
    let first = lines.next().unwrap().to_owned();
    let header = |line: &str| {
        let (name, value) = line.split_once(':').unwrap();
        let name: HeaderName = name.parse().unwrap();
        (name, HeaderValue::from_str(value.trim()).unwrap())
    };
    (
        first,
        lines.map(header).collect(),
        body.trim_end_matches('\n').to_owned(),
    )
}

/// Where the exchanges lie.
pub(super) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/lvconnect")
}

/// What the recorded server held at its start.
pub(super) fn seed() -> String {
    std::fs::read_to_string(fixtures().join("seed.json")).unwrap()
}
