//! What of that which waits is meant, and what is to become of it.

use std::env;
use std::path::{Path, PathBuf};

use crate::arguments::Arguments;
use crate::cargo::quoted;

/// What is to become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// It is right.
    Accept,
    /// It is wrong.
    Reject,
}

/// The options of `cargo xtask review`.
#[derive(Debug)]
pub(super) struct Options {
    /// None to look first.
    pub(super) choice: Option<Choice>,
    /// Where the command was typed.
    pub(super) folder: PathBuf,
    /// As they were typed; none for all.
    paths: Vec<String>,
}

impl Options {
    /// Reads the command line.
    pub(super) fn parse(given: &[String]) -> Result<Self, String> {
        let mut arguments = Arguments::new(given);
        let accept = arguments.flag(&["--accept", "--bless"]);
        let reject = arguments.flag(&["--reject"]);
        let mut paths = arguments.values("--snapshot")?;
        paths.extend(arguments.words()?);
        let choice = match (accept, reject) {
            (true, true) => return Err("one of --accept and --reject, not both".to_owned()),
            (true, false) => Some(Choice::Accept),
            (false, true) => Some(Choice::Reject),
            (false, false) => None,
        };
        // Without a folder, paths from the root still mean what they say.
        let folder = env::current_dir().unwrap_or_default();
        Ok(Self {
            choice,
            folder,
            paths,
        })
    }

    /// Whether only some are meant.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.paths.is_empty()
    }

    /// Those that are meant among those that wait.
    pub(super) fn wanted(&self, root: &Path, waiting: &[String]) -> Result<Vec<String>, String> {
        if !self.is_narrowed() {
            return Ok(waiting.to_vec());
        }
        let mut wanted = Vec::new();
        for path in &self.paths {
            let own = self.names(root, path);
            let found = waiting.iter().find(|waits| {
                let accepted = waits.strip_suffix(".new");
                own.iter()
                    .any(|own| own == *waits || Some(own.as_str()) == accepted)
            });
            match found {
                Some(found) => wanted.push(found.clone()),
                None => {
                    return Err(format!(
                        "{path} does not wait for review; {}",
                        list(waiting)
                    ));
                }
            }
        }
        Ok(wanted)
    }

    /// What a path may mean, from the root: it was typed from there, as we print it, or from
    /// where we are.
    fn names(&self, root: &Path, path: &str) -> Vec<String> {
        let from_here = self.folder.join(path);
        let mut names = vec![path.replace('\\', "/")];
        if let Ok(below) = from_here.strip_prefix(root) {
            names.push(below.to_string_lossy().replace('\\', "/"));
        }
        names
    }

    /// The command that does this again.
    pub(super) fn again(&self) -> String {
        let mut words = vec!["cargo xtask review".to_owned()];
        words.extend(self.choice.map(|choice| match choice {
            Choice::Accept => "--accept".to_owned(),
            Choice::Reject => "--reject".to_owned(),
        }));
        words.extend(self.paths.iter().map(|path| quoted(path)));
        words.join(" ")
    }
}

fn list(waiting: &[String]) -> String {
    if waiting.is_empty() {
        return "nothing does".to_owned();
    }
    format!("what does:\n  {}", waiting.join("\n  "))
}

#[cfg(test)]
mod tests {
    use super::{Choice, Options};

    fn options(line: &str) -> Result<Options, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::parse(&words)
    }

    #[test]
    fn without_a_word_everything_is_looked_at() {
        let given = options("").unwrap();
        assert_eq!((given.choice, given.is_narrowed()), (None, false));
        assert_eq!(given.again(), "cargo xtask review");
    }

    #[test]
    fn a_path_is_given_plainly_or_as_insta_wants_it() {
        for line in ["--accept a.snap.new", "--bless --snapshot=a.snap.new"] {
            let given = options(line).unwrap();
            assert_eq!(given.choice, Some(Choice::Accept));
            assert_eq!(given.again(), "cargo xtask review --accept a.snap.new");
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for line in ["--accept --reject", "--snapshot", "--yes"] {
            assert!(options(line).is_err(), "{line}");
        }
    }
}
