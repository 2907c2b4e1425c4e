//! What becomes of a recording that is not the committed one.

use std::{env, fs, path::Path};

use eloomi_replay::Scenario;

/// As `ELOOMI_RECORD` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// `check`, or nothing: it fails, and nothing is written.
    Check,
    /// `new`: it fails, and what differs is written beside the file, for a review.
    New,
    /// `write`: what differs is written in its place.
    Write,
}

/// Chooses files by `scenario/file`, where a `*` is anything; all of them if it is empty.
const ONLY: &str = "ELOOMI_ONLY";

impl Mode {
    pub(super) fn of_environment() -> Self {
        match env::var("ELOOMI_RECORD").as_deref() {
            Ok("new") => Self::New,
            Ok("write") => Self::Write,
            Ok("check") | Err(_) => Self::Check,
            Ok(other) => panic!("ELOOMI_RECORD is check, new or write, not `{other}`"),
        }
    }
}

/// The files that differ, as `scenario/file`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Differences(Vec<String>);

impl Differences {
    /// Compares a recording with the folder of its name, and does what the mode says.
    pub(super) fn apply(mode: Mode, scenario: &Scenario, folder: &Path, name: &str) -> Self {
        let folder = folder.join(name);
        let only = env::var(ONLY).unwrap_or_default();
        let is_wanted = |file: &str| only.is_empty() || fits(&only, &format!("{name}/{file}"));
        let mut differing = Vec::new();
        let settings = ("scenario.toml".to_owned(), scenario.settings());
        let files = scenario.files.iter();
        let files = files.map(|file| (file.name.clone(), file.exchange.to_string()));
        let files: Vec<_> = [settings].into_iter().chain(files).collect();
        for (file, text) in &files {
            let path = folder.join(file);
            let is_same = fs::read_to_string(&path).is_ok_and(|committed| committed == *text);
            if is_same || !is_wanted(file) {
                continue;
            }
            differing.push(format!("{name}/{file}"));
            let beside = format!("{}.new", path.display());
            match mode {
                Mode::Check => {}
                Mode::New => write(Path::new(&beside), text),
                Mode::Write => write(&path, text),
            }
        }
        for file in committed(&folder) {
            let is_recorded = files.iter().any(|(recorded, _)| *recorded == file);
            if !is_recorded && is_wanted(&file) {
                differing.push(format!("{name}/{file}"));
                if mode == Mode::Write {
                    fs::remove_file(folder.join(file)).unwrap();
                }
            }
        }
        Self(if mode == Mode::Write {
            Vec::new()
        } else {
            differing
        })
    }

    /// `cargo xtask fixtures record` finds the names in this text.
    pub(super) fn report(&self) -> Result<(), String> {
        if self.0.is_empty() {
            return Ok(());
        }
        let lines = self
            .0
            .iter()
            .map(|file| format!("scenario differs: {file}\n"));
        let lines: String = lines.collect();
        Err(format!(
            "{lines}look at it: cargo xtask fixtures record, then cargo xtask review\n\
             take it: cargo xtask fixtures record --accept"
        ))
    }
}

/// Everything is redacted, so a half-written file harms nobody, and git knows the whole one.
fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn committed(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| name.ends_with(".exchange")).collect();
    names.sort();
    names
}

/// Whether `text` is what the pattern says, where a `*` is anything.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((before, behind)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(rest) = text.strip_prefix(before) else {
        return false;
    };
    (0..=rest.len()).any(|skipped| rest.get(skipped..).is_some_and(|rest| fits(behind, rest)))
}

#[test]
fn a_star_is_anything() {
    for (pattern, text, is_fit) in [
        ("*", "a/b", true),
        ("a/*.exchange", "a/01-b.exchange", true),
        ("a/*", "b/01", false),
        ("*token*", "a/01-create-token.exchange", true),
        ("a", "ab", false),
    ] {
        assert_eq!(fits(pattern, text), is_fit, "{pattern} {text}");
    }
}

#[test]
fn what_differs_is_named_and_written_as_the_mode_says() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = Scenario::new("a story", true, Vec::new());
    let apply = |mode| Differences::apply(mode, &scenario, folder.path(), "story");
    let differing = Differences(vec!["story/scenario.toml".to_owned()]);
    assert_eq!(apply(Mode::Check), differing);
    assert!(!folder.path().join("story").exists());
    assert_eq!(apply(Mode::New), differing);
    assert!(folder.path().join("story/scenario.toml.new").exists());
    assert_eq!(apply(Mode::Write), Differences::default());
    assert_eq!(apply(Mode::Check), Differences::default());
    fs::write(folder.path().join("story/09-left-over.exchange"), "").unwrap();
    let left_over = Differences(vec!["story/09-left-over.exchange".to_owned()]);
    assert_eq!(apply(Mode::Check), left_over);
    assert_eq!(apply(Mode::Write), Differences::default());
    assert_eq!(apply(Mode::Check), Differences::default());
}
