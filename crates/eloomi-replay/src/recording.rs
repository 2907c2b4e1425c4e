//! What a recorder has recorded.

use std::{io, path::Path};

use crate::{
    ExchangeFile, NotRecorded, Scenario, UnknownPath, Written, tape::Redacted, write::write,
};

/// The exchanges of a recording, redacted, in the order in which they were asked for.
///
/// They are named after their place and their operation: `01-create-token.exchange`,
/// `02-list-users.exchange`.
///
/// # Examples
///
/// ```no_run
/// # fn example(recorder: eloomi_replay::Recorder) -> Result<(), Box<dyn std::error::Error>> {
/// let recording = recorder.recording();
/// for (file, unknown) in recording.unknown() {
///     eprintln!("{file}: {unknown}"); // no rule names it, so it was left out
/// }
/// if let Some(lost) = recording.not_recorded().first() {
///     return Err(lost.to_string().into());
/// }
/// let written = recording
///     .scenario("a list of two pages", true)
///     .write_to("tests/scenarios/two-pages")?;
/// println!("changed: {:?}, no longer part of it: {:?}", written.changed(), written.stale());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Recording {
    files: Vec<ExchangeFile>,
    /// By the place of their exchange in `files`.
    unknown: Vec<(usize, UnknownPath)>,
    not_recorded: Vec<NotRecorded>,
}

impl Recording {
    pub(crate) fn new(whole: Vec<Redacted>, not_recorded: Vec<NotRecorded>) -> Self {
        // Numbers as long as the last one, so that names sort as they count.
        let width = whole.len().to_string().len().max(2);
        let mut recording = Self {
            files: Vec::new(),
            unknown: Vec::new(),
            not_recorded,
        };
        for (index, it) in whole.into_iter().enumerate() {
            let name = format!("{:0width$}-{}.exchange", index + 1, it.word);
            recording.files.push(ExchangeFile::new(name, it.exchange));
            let unknown = it.unknown.into_iter();
            recording.unknown.extend(unknown.map(|path| (index, path)));
        }
        recording
    }

    /// The exchanges.
    pub fn files(&self) -> &[ExchangeFile] {
        &self.files
    }

    /// Places that no rule of the redaction names, so that what was there is not in the files:
    /// each with the name of its file.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, &UnknownPath)> {
        let unknown = self.unknown.iter();
        unknown.map(|(index, path)| (self.files[*index].name.as_str(), path))
    }

    /// The requests of which there is no exchange, in their order.
    pub fn not_recorded(&self) -> &[NotRecorded] {
        &self.not_recorded
    }

    /// The exchanges as a scenario.
    pub fn scenario(&self, description: impl Into<String>, ordered: bool) -> Scenario {
        Scenario::new(description, ordered, self.files.clone())
    }

    /// Writes the exchanges as files of `folder`, which is made if it is not there. A file that
    /// is the same already is left alone.
    ///
    /// Each file appears whole or not at all; of several, some may be new and some old if one
    /// cannot be written.
    ///
    /// # Errors
    ///
    /// [`io::Error`] that names the file.
    pub fn write_to(&self, folder: impl AsRef<Path>) -> io::Result<Written> {
        write(folder.as_ref(), &self.files, "")
    }

    /// The same, but what differs is written beside it, as `01-create-token.exchange.new`, for a
    /// review with `cargo insta review -e exchange`.
    ///
    /// # Errors
    ///
    /// [`io::Error`] that names the file.
    pub fn write_for_review(&self, folder: impl AsRef<Path>) -> io::Result<Written> {
        write(folder.as_ref(), &self.files, ".new")
    }
}
