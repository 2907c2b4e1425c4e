//! Texts by their paths.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use crate::workspace;

/// Files of the repository, or what a test puts in their place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(BTreeMap<String, String>);

impl Files {
    /// Every text that git knows or would add.
    pub(crate) fn load(root: &Path) -> Result<Self, String> {
        let documents = workspace::documents(root, "")?;
        let texts = documents
            .into_iter()
            .map(|document| (document.path, document.text));
        Ok(Self(texts.collect()))
    }

    /// The same, and what lies in a folder that git is told to ignore; there may be none.
    pub(crate) fn and_ignored(mut self, root: &Path, folder: &str) -> Result<Self, String> {
        let complain = |error: io::Error| format!("{folder}: {error}");
        let entries = match fs::read_dir(root.join(folder)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(self),
            entries => entries.map_err(complain)?,
        };
        for entry in entries {
            let entry = entry.map_err(complain)?;
            let path = format!("{folder}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(complain)?.is_dir() {
                self = self.and_ignored(root, &format!("{path}/"))?;
            } else if let Ok(text) = fs::read_to_string(entry.path()) {
                self.0.insert(path, text);
            }
        }
        Ok(self)
    }

    /// One text, which must be there.
    pub(crate) fn text(&self, path: &str) -> Result<&str, String> {
        self.get(path)
            .ok_or_else(|| format!("{path}: no such file"))
    }

    /// One text, if it is there.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Paths and texts of all files of a directory and below, whose names end so.
    pub(crate) fn below<'f>(
        &'f self,
        directory: &'f str,
        ending: &'f str,
    ) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.0
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .filter(move |(path, _)| path.starts_with(directory) && path.ends_with(ending))
    }

    /// The sources of all crates, without their tests.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&str, &str)> {
        self.below("crates/", ".rs").filter(|(path, _)| {
            let mut parts = path.split('/');
            parts.nth(2) == Some("src") && !self.is_test(path)
        })
    }

    /// Whether a file is a module that only tests have, or stands below one.
    fn is_test(&self, path: &str) -> bool {
        let Some((folder, file)) = path.rsplit_once('/') else {
            return false;
        };
        let parents = [
            format!("{folder}.rs"),
            format!("{folder}/lib.rs"),
            format!("{folder}/main.rs"),
        ];
        let Some(parent) = parents.iter().find(|parent| self.get(parent).is_some()) else {
            return false;
        };
        let module = format!("#[cfg(test)]\nmod {};", file.trim_end_matches(".rs"));
        let is_declared = self.get(parent).is_some_and(|text| text.contains(&module));
        is_declared || (parent != path && self.is_test(parent))
    }
}

#[cfg(test)]
impl Files {
    /// A set of these texts.
    pub(crate) fn of<const N: usize>(texts: [(&str, &str); N]) -> Self {
        let owned = texts.map(|(path, text)| (path.to_owned(), text.to_owned()));
        Self(owned.into())
    }

    /// The same, with a text added or replaced.
    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.to_owned());
        self
    }

    /// The same, without the files whose path and text are so.
    pub(crate) fn without(mut self, are_so: impl Fn(&str, &str) -> bool) -> Self {
        let before = self.0.len();
        self.0.retain(|path, text| !are_so(path, text));
        assert!(self.0.len() < before, "there was nothing to take away");
        self
    }

    /// The same, with one piece of one text in another form.
    pub(crate) fn edited(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.text(path).unwrap();
        assert!(text.contains(from), "{path} does not have {from}");
        let text = text.replacen(from, to, 1);
        self.with(path, &text)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Files;

    #[test]
    fn what_git_ignores_is_read_where_it_is_asked_for() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("live/login");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("01.exchange"), "text").unwrap();
        let files = Files::default().and_ignored(root.path(), "live/").unwrap();
        assert_eq!(files.get("live/login/01.exchange"), Some("text"));
        let none = Files::default().and_ignored(root.path(), "dead/").unwrap();
        assert_eq!(none.below("", "").count(), 0);
    }

    #[test]
    fn modules_that_only_tests_have_are_no_sources() {
        let files = Files::of([
            ("crates/a/src/lib.rs", "mod cell;\nmod other;\n"),
            (
                "crates/a/src/cell.rs",
                "#[cfg(test)]\nmod tests;\nmod part;\n",
            ),
            ("crates/a/src/cell/tests.rs", ""),
            ("crates/a/src/cell/tests/deeper.rs", ""),
            ("crates/a/src/cell/part.rs", ""),
            ("crates/a/tests/it/main.rs", ""),
        ]);
        let sources: Vec<_> = files.sources().map(|(path, _)| path).collect();
        let expected = ["cell.rs", "cell/part.rs", "lib.rs"];
        assert_eq!(sources, expected.map(|file| format!("crates/a/src/{file}")));
    }
}
