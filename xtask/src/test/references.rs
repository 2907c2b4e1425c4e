//! Which snapshots the tests read, and which lie there unread.
//!
//! insta appends the absolute path of every snapshot file that a test looks at to the file named
//! in `INSTA_SNAPSHOT_REFERENCES_FILE`, one to a line. That is how `cargo insta` finds leftovers,
//! so it can be done without installing it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// The file insta writes to, removed again in the end.
#[derive(Debug)]
pub(super) struct Record(PathBuf);

impl Record {
    /// An empty one outside the tree.
    pub(super) fn new() -> Result<Self, String> {
        let path = env::temp_dir().join(format!("xtask-snapshots-read-{}", process::id()));
        fs::write(&path, "").map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(path))
    }

    /// Where insta is to write.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// The snapshots among the files that no test read.
    pub(super) fn unread(&self, root: &Path, files: &[String]) -> Result<Vec<String>, String> {
        let read = fs::read_to_string(&self.0)
            .map_err(|error| format!("{}: {error}", self.0.display()))?;
        let read: BTreeSet<PathBuf> = read.lines().map(|line| resolved(Path::new(line))).collect();
        Ok(unread(files, |path| {
            read.contains(&resolved(&root.join(path)))
        }))
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        // Nothing depends on it, and the system empties its own directory of temporary files.
        let _ = fs::remove_file(&self.0);
    }
}

fn unread(files: &[String], was_read: impl Fn(&str) -> bool) -> Vec<String> {
    let snapshots = files.iter().filter(|path| {
        Path::new(path)
            .extension()
            .is_some_and(|ending| ending == "snap")
    });
    snapshots.filter(|path| !was_read(path)).cloned().collect()
}

/// Two ways to write one path must be equal: insta joins what it was compiled with.
fn resolved(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Record;

    #[test]
    fn a_snapshot_that_no_test_reads_is_found() {
        let root = tempfile::tempdir().unwrap();
        let files = ["read.snap", "unread.snap", "other.rs"].map(str::to_owned);
        for file in &files {
            fs::write(root.path().join(file), "").unwrap();
        }
        let record = Record::new().unwrap();
        let detour = root.path().join("missing").join("..").join("unread.snap");
        let line = root.path().join(".").join("read.snap");
        fs::write(
            record.path(),
            format!("{}\n{}\n", line.display(), detour.display()),
        )
        .unwrap();
        assert_eq!(
            record.unread(root.path(), &files),
            Ok(vec!["unread.snap".to_owned()])
        );
    }
}
