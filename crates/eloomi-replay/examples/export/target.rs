//! Where it is written to: whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// Writes the text to the file of that name, `-` for standard output. A file that is there is
/// replaced only by `force`.
pub(crate) fn write(name: &str, text: &str, force: bool) -> Result<(), String> {
    if name == "-" {
        let mut output = io::stdout().lock();
        let written = output
            .write_all(text.as_bytes())
            .and_then(|()| output.flush());
        return written.map_err(|error| format!("standard output: {error}"));
    }
    let complain = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            format!("{name} is there already; --force replaces it")
        }
        _ => format!("{name}: {error}"),
    };
    // Said before the work; what comes in between is seen when the file gets its name.
    if !force && fs::symlink_metadata(name).is_ok() {
        return Err(complain(io::ErrorKind::AlreadyExists.into()));
    }
    let mut file = beside(Path::new(name)).map_err(complain)?;
    file.write_all(text.as_bytes()).map_err(complain)?;
    let persisted = if force {
        file.persist(name)
    } else {
        file.persist_noclobber(name)
    };
    persisted.map(drop).map_err(|error| complain(error.error))
}

/// A file without a name of its own in the same folder, so that giving it one is a single step.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let mut builder = Builder::new();
    // Temporary files are for their owner alone, and this one will not be temporary.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder.unwrap_or(Path::new(".")))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::write;

    #[test]
    fn a_file_that_is_there_is_replaced_by_force_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.har");
        let name = path.to_str().unwrap();
        assert_eq!(write(name, "one", false), Ok(()));
        let refused = write(name, "two", false).unwrap_err();
        assert!(refused.ends_with("a.har is there already; --force replaces it"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        assert_eq!(write(name, "two", true), Ok(()));
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        // Nothing else is left.
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_with_the_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("no/a.har");
        let error = write(path.to_str().unwrap(), "", false).unwrap_err();
        assert!(error.contains("no/a.har: "), "{error}");
    }
}
