//! Files that are the user's alone.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _},
    path::Path,
};

use super::{Unshared, slot_file::Trouble};

/// Opens a file to read and write; `None` if there is none. Refuses whatever is no plain file of
/// this user's with mode 0600: links, above all.
pub(super) fn open(path: &Path) -> Result<Option<File>, Trouble> {
    let found = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        found => found?,
    };
    let is_private = found.is_file() && found.mode() & 0o777 == 0o600 && is_ours(&found)?;
    if !is_private {
        return Err(Unshared::NotPrivate.into());
    }
    let file = OpenOptions::new().read(true).write(true).open(path)?;
    if is_at(path, &file)? {
        Ok(Some(file))
    } else {
        Err(Trouble::Busy)
    }
}

/// Makes a file that is not there, with mode 0600 from its first byte. Follows no link.
pub(super) fn create(path: &Path) -> Result<File, Trouble> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true).mode(0o600);
    match options.open(path) {
        // Somebody was quicker.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Trouble::Busy),
        file => Ok(file?),
    }
}

/// Whether a file that is open is still the one at this path.
pub(super) fn is_at(path: &Path, file: &File) -> Result<bool, Trouble> {
    let opened = file.metadata()?;
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        found => {
            let found = found?;
            Ok((found.dev(), found.ino()) == (opened.dev(), opened.ino()))
        }
    }
}

/// Makes a directory for this user alone, if it is not there. Refuses one that somebody else
/// owns or may write to: he could exchange its files.
pub(super) fn directory(path: &Path) -> Result<(), Trouble> {
    let found = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut builder = fs::DirBuilder::new();
            builder.recursive(true).mode(0o700).create(path)?;
            fs::metadata(path)?
        }
        found => found?,
    };
    let is_private = found.is_dir() && found.mode() & 0o022 == 0 && is_ours(&found)?;
    if is_private {
        Ok(())
    } else {
        Err(Unshared::NotPrivate.into())
    }
}

/// Whether it belongs to the user that this process acts for: the owner of what the system shows
/// of the process.
fn is_ours(found: &Metadata) -> io::Result<bool> {
    Ok(found.uid() == fs::metadata("/proc/self")?.uid())
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
