//! Plain files, for machines without a keyring and for whoever asks for them: this user's alone, and
//! not encrypted.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    process,
    sync::Arc,
};

use async_trait::async_trait;
use eloomi::{FileTokenStore, TokenStore};
use rustix::{fs::OFlags, process::geteuid};

use super::Vault;
use crate::{exit::Exit, failure::Failure};

/// Longer than any login.
const LONGEST: u64 = 64 * 1024;

/// What others than the owner may do with a file.
const OTHERS: u32 = 0o077;

/// A directory of such files.
#[derive(Debug)]
pub(super) struct PlainFiles(PathBuf);

impl PlainFiles {
    /// In this directory, which is made with mode 0700 when something is kept.
    pub(super) fn new(directory: PathBuf) -> Self {
        Self(directory)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name).with_extension("login")
    }

    /// What somebody else may have put there, or may read, is neither read nor replaced.
    fn refuse_shared(&self) -> io::Result<()> {
        let directory = fs::symlink_metadata(&self.0)?;
        let is_ours = directory.is_dir() && directory.uid() == geteuid().as_raw();
        if !is_ours || directory.mode() & OTHERS != 0 {
            return Err(not_private());
        }
        Ok(())
    }

    fn read_now(&self, name: &str) -> io::Result<String> {
        self.refuse_shared()?;
        let mut options = OpenOptions::new();
        // A pipe that nobody writes to would hold us up for ever.
        options
            .read(true)
            .custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK));
        let file = options.open(self.path(name))?;
        let found = file.metadata()?;
        let is_ours = found.is_file() && found.uid() == geteuid().as_raw();
        if !is_ours || found.mode() & OTHERS != 0 {
            return Err(not_private());
        }
        let mut text = String::new();
        file.take(LONGEST).read_to_string(&mut text)?;
        Ok(text)
    }

    /// Whole, or not at all.
    fn write_now(&self, name: &str, text: &str) -> io::Result<()> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.0)?;
        self.refuse_shared()?;
        let path = self.path(name);
        let draft = path.with_extension(format!("{}.draft", process::id()));
        // Of an earlier process with the same number.
        remove(&draft)?;
        let written = create(&draft)
            .and_then(|mut file| {
                file.write_all(text.as_bytes())
                    .and_then(|()| file.sync_all())
            })
            .and_then(|()| fs::rename(&draft, &path));
        if written.is_err() {
            let _ = remove(&draft);
        }
        written
    }
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    options.open(path)
}

fn remove(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn flags(flags: OFlags) -> i32 {
    i32::try_from(flags.bits()).unwrap_or_default()
}

fn not_private() -> io::Error {
    io::Error::new(
        io::ErrorKind::PermissionDenied,
        "others may read or change what is there (directories want mode 0700, files 0600)",
    )
}

fn failed(error: &io::Error) -> Failure {
    Failure::new(Exit::Credentials, "the plain files cannot be used").cause(error)
}

#[async_trait]
impl Vault for PlainFiles {
    fn name(&self) -> &'static str {
        "a plain file, unencrypted"
    }

    fn word(&self) -> &'static str {
        "file"
    }

    async fn read(&self, name: &str) -> Result<Option<String>, Failure> {
        match self.read_now(name) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed(&error)),
        }
    }

    async fn write(&self, name: &str, text: String) -> Result<(), Failure> {
        self.write_now(name, &text).map_err(|error| failed(&error))
    }

    async fn remove(&self, name: &str) -> Result<bool, Failure> {
        match self.refuse_shared() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(failed(&error)),
            Ok(()) => remove(&self.path(name)).map_err(|error| failed(&error)),
        }
    }

    fn tokens(&self) -> Result<Arc<dyn TokenStore>, Failure> {
        Ok(Arc::new(FileTokenStore::new(&self.0)))
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    #[tokio::test]
    async fn what_is_kept_is_this_users_alone() {
        let home = tempfile::tempdir().unwrap();
        let files = PlainFiles::new(home.path().join("logins"));
        assert_eq!(files.read("eloomi-default").await.unwrap(), None);
        for text in ["first", "second"] {
            files.write("eloomi-default", text.into()).await.unwrap();
            let kept = files.read("eloomi-default").await.unwrap();
            assert_eq!(kept.as_deref(), Some(text));
        }
        assert_eq!(mode(&files.0), 0o700);
        assert_eq!(mode(&files.path("eloomi-default")), 0o600);
        assert_eq!(fs::read_dir(&files.0).unwrap().count(), 1);
    }

    #[tokio::test]
    async fn what_others_may_read_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let files = PlainFiles::new(home.path().join("logins"));
        files.write("eloomi-default", "text".into()).await.unwrap();
        for (path, loose) in [
            (files.path("eloomi-default"), 0o640),
            (files.0.clone(), 0o755),
        ] {
            fs::set_permissions(&path, fs::Permissions::from_mode(loose)).unwrap();
            let failure = files.read("eloomi-default").await.unwrap_err();
            assert!(failure.causes[0].contains("others may read"), "{failure:?}");
        }
    }

    #[tokio::test]
    async fn a_link_is_not_followed() {
        let home = tempfile::tempdir().unwrap();
        let files = PlainFiles::new(home.path().join("logins"));
        files.write("eloomi-other", "text".into()).await.unwrap();
        symlink(files.path("eloomi-other"), files.path("eloomi-default")).unwrap();
        assert!(files.read("eloomi-default").await.is_err());
    }
}
