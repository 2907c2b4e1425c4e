//! Exchanges from files.

use std::{error, fmt, fs, io, path::Path};

use crate::{Exchange, ExchangeError};

/// An exchange and the name that messages give it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExchangeFile {
    /// The path of its file in the folder that was loaded, with slashes on every system.
    pub name: String,
    /// What the file holds.
    pub exchange: Exchange,
}

impl ExchangeFile {
    /// An exchange under a name.
    pub fn new(name: impl Into<String>, exchange: Exchange) -> Self {
        Self {
            name: name.into(),
            exchange,
        }
    }
}

impl From<Exchange> for ExchangeFile {
    /// Under its description.
    fn from(exchange: Exchange) -> Self {
        Self::new(exchange.front.description.clone(), exchange)
    }
}

impl Exchange {
    /// Reads one file.
    ///
    /// # Errors
    ///
    /// [`LoadError`] if it cannot be read, or is no exchange.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        let path = path.as_ref();
        load(path, &path.display().to_string())
    }

    /// Reads every `.exchange` file of a folder and the folders in it, in the order of their
    /// paths, which is the order in which exchanges for one request answer. Other files do
    /// not matter; symbolic links to folders are not followed.
    ///
    /// # Errors
    ///
    /// [`LoadError`] naming the file that cannot be read or is no exchange, or the folder if
    /// there is none in it.
    pub fn load_dir(folder: impl AsRef<Path>) -> Result<Vec<ExchangeFile>, LoadError> {
        let folder = folder.as_ref();
        let mut names = Vec::new();
        collect(folder, "", &mut names)?;
        names.sort_unstable();
        if names.is_empty() {
            let error = io::Error::new(io::ErrorKind::NotFound, "there is no .exchange file here");
            return Err(LoadError::new(folder.display(), error));
        }
        let load = |name: String| {
            let exchange = load(&folder.join(&name), &name)?;
            Ok(ExchangeFile { name, exchange })
        };
        names.into_iter().map(load).collect()
    }
}

fn load(path: &Path, name: &str) -> Result<Exchange, LoadError> {
    let text = fs::read_to_string(path).map_err(|error| LoadError::new(name, error))?;
    Exchange::parse(&text).map_err(|error| LoadError::new(name, error))
}

/// The paths of the files in `folder`, each after `prefix`.
fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<(), LoadError> {
    let wrong = |error| LoadError::new(folder.display(), error);
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(wrong)?.is_dir() {
            collect(&path, &format!("{name}/"), names)?;
        } else if path.extension().is_some_and(|it| it == "exchange") {
            names.push(name);
        }
    }
    Ok(())
}

/// A file that could not be loaded; the cause follows through `source`.
#[derive(Debug)]
pub struct LoadError {
    file: String,
    cause: Cause,
}

#[derive(Debug)]
pub(crate) enum Cause {
    Unreadable(io::Error),
    Wrong(ExchangeError),
}

impl LoadError {
    pub(crate) fn new(file: impl fmt::Display, cause: impl Into<Cause>) -> Self {
        Self {
            file: file.to_string(),
            cause: cause.into(),
        }
    }

    /// The file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What is wrong in it, if it could be read.
    pub fn exchange_error(&self) -> Option<&ExchangeError> {
        match &self.cause {
            Cause::Wrong(error) => Some(error),
            Cause::Unreadable(_) => None,
        }
    }
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl From<ExchangeError> for Cause {
    fn from(error: ExchangeError) -> Self {
        Self::Wrong(error)
    }
}

impl fmt::Display for LoadError {
    /// The file and, if it could be read, the line and what is wrong there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Unreadable(error) => write!(f, "{}: {error}", self.file),
            Cause::Wrong(error) => write!(f, "{}: {error}", self.file),
        }
    }
}

impl error::Error for LoadError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.cause {
            Cause::Unreadable(error) => Some(error),
            Cause::Wrong(error) => Some(error),
        }
    }
}
