//! Files that appear whole or not at all.

use std::{fs, io, io::Write as _, path::Path};

use tempfile::Builder;

use crate::{ExchangeFile, Scenario, scenario};

/// What writing to a folder came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    changed: Vec<String>,
    stale: Vec<String>,
}

impl Written {
    /// The files that are new or differ from what was there, by the names that they have or will
    /// have once a review has accepted them.
    pub fn changed(&self) -> &[String] {
        &self.changed
    }

    /// The `.exchange` files of the folder itself that are none of those written: left over from
    /// another recording, most likely. They are left where they are.
    pub fn stale(&self) -> &[String] {
        &self.stale
    }
}

impl Scenario {
    /// Writes `scenario.toml` and the exchanges as files of `folder`, which is made if it is not
    /// there. A file that is the same already is left alone.
    ///
    /// Each file appears whole or not at all; of several, some may be new and some old if one
    /// cannot be written.
    ///
    /// # Errors
    ///
    /// [`io::Error`] that names the file.
    pub fn write_to(&self, folder: impl AsRef<Path>) -> io::Result<Written> {
        let folder = folder.as_ref();
        let mut written = write(folder, &self.files, "")?;
        if replace(folder, scenario::SETTINGS, "", &self.settings())? {
            written.changed.insert(0, scenario::SETTINGS.to_owned());
        }
        Ok(written)
    }
}

/// Writes what differs, each under its name and `suffix`.
pub(crate) fn write(folder: &Path, files: &[ExchangeFile], suffix: &str) -> io::Result<Written> {
    fs::create_dir_all(folder).map_err(|error| named(&folder.display(), &error))?;
    let mut written = Written::default();
    for ExchangeFile { name, exchange } in files {
        if replace(folder, name, suffix, &exchange.to_string())? {
            written.changed.push(name.clone());
        }
    }
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_exchange = Path::new(&name)
            .extension()
            .is_some_and(|it| it == "exchange");
        if is_exchange && !files.iter().any(|file| file.name == name) {
            written.stale.push(name);
        }
    }
    written.stale.sort_unstable();
    Ok(written)
}

/// Whether the file differs from `text`, which then stands under its name and `suffix`.
fn replace(folder: &Path, name: &str, suffix: &str, text: &str) -> io::Result<bool> {
    let path = folder.join(name);
    if fs::read(&path).is_ok_and(|it| it == text.as_bytes()) {
        return Ok(false);
    }
    let whole = || {
        let mut builder = Builder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // As any other file, less what the umask takes.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        // In the same folder, because a name is not moved between file systems at one stroke.
        let mut file = builder.prefix(".").suffix(".part").tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.persist(folder.join(format!("{name}{suffix}")))?;
        Ok(true)
    };
    whole().map_err(|error: io::Error| named(&path.display(), &error))
}

fn named(path: &impl std::fmt::Display, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}
