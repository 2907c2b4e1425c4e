//! Texts that come from a file or from stdin, because a command line is no place for them.
//!
//! No message names the path: somebody will have put the text itself there.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use tokio::task;

use crate::{exit::Exit, failure::Failure};

/// A file that somebody named.
#[derive(Clone, Copy)]
pub(crate) struct TextFile {
    /// What names it: an option or a variable.
    pub(crate) named_by: &'static str,
    /// More than such a text ever has, less than a device that never ends. In bytes.
    pub(crate) longest: u64,
    /// What it costs if it cannot be read.
    pub(crate) exit: Exit,
}

impl TextFile {
    /// The text of the file, which is not empty.
    pub(crate) fn read(self, path: &Path) -> Result<String, Failure> {
        let what = format!("the file that {} names", self.named_by);
        self.text(&what, || File::open(path))
    }

    /// The same, if nobody else may read the file. On systems whose files have modes.
    #[cfg(unix)]
    pub(crate) fn read_private(self, path: &Path) -> Result<String, Failure> {
        use std::os::unix::fs::MetadataExt as _;

        let what = format!("the file that {} names", self.named_by);
        let refused = |why: &str| Failure::new(self.exit, format!("{what} {why}"));
        let file = File::open(path).map_err(|error| refused("cannot be read").cause(&error))?;
        // What was opened is judged, not what was at the path before.
        let found = file.metadata();
        let found = found.map_err(|error| refused("cannot be read").cause(&error))?;
        if found.mode() & 0o077 != 0 {
            return Err(refused("can be read or written by others").hint("chmod 600, first"));
        }
        self.text(&what, || Ok(file))
    }

    /// The same.
    #[cfg(not(unix))]
    pub(crate) fn read_private(self, path: &Path) -> Result<String, Failure> {
        self.read(path)
    }

    /// As [`read`](Self::read), and `-` is stdin.
    pub(crate) async fn read_or_stdin(self, path: PathBuf) -> Result<String, Failure> {
        // Off the thread that listens for Ctrl-C: stdin may take its time, and so may a pipe
        // that looks like a file.
        let read = task::spawn_blocking(move || {
            if path.as_os_str() == "-" {
                let what = format!("stdin, which {} names,", self.named_by);
                return self.text(&what, || Ok(io::stdin().lock()));
            }
            self.read(&path)
        });
        read.await.unwrap_or_else(|_| {
            let message = format!("what {} names cannot be read", self.named_by);
            Err(Failure::new(self.exit, message))
        })
    }

    fn text<R: Read>(
        self,
        what: &str,
        open: impl FnOnce() -> io::Result<R>,
    ) -> Result<String, Failure> {
        let refused = |why: &str| Failure::new(self.exit, format!("{what} {why}"));
        let mut text = String::new();
        let read = open().and_then(|file| file.take(self.longest + 1).read_to_string(&mut text));
        match read {
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                Err(refused("is not UTF-8 text"))
            }
            Err(error) => Err(refused("cannot be read").cause(&error)),
            Ok(length) if length as u64 > self.longest => Err(refused("is too long")),
            Ok(_) if without_line_end(&text).is_empty() => Err(refused("is empty")),
            Ok(_) => Ok(text),
        }
    }
}

/// The text without the one line end that editors and `echo` add.
pub(crate) fn without_line_end(text: &str) -> &str {
    match text.strip_suffix('\n') {
        Some(text) => text.strip_suffix('\r').unwrap_or(text),
        None => text,
    }
}
