//! Files that are the user's alone, written whole or not at all.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _},
    path::Path,
};

use rustix::{fs::OFlags, io::Errno, process::geteuid};

use super::{StoreError, StoreErrorKind};

const NOT_PRIVATE: StoreErrorKind = StoreErrorKind::NotPrivate;

/// What others than the owner may do with a file.
const OTHERS: u32 = 0o077;

/// All that stands in a file, and no more than `most` bytes and one; `None` if there is none. Refuses
/// whatever is no plain file of this user's that nobody else may read.
pub(super) fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(file) = open(path, OpenOptions::new().read(true))? else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Opens a file that is there. What was opened is judged, not what was at the path before.
fn open(path: &Path, options: &mut OpenOptions) -> Result<Option<File>, StoreError> {
    // A pipe that nobody writes to would hold us up for ever.
    options.custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK));
    let file = match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if is_odd(&error) => return Err(StoreError::new(NOT_PRIVATE).source(error)),
        file => file?,
    };
    let found = file.metadata()?;
    let is_private =
        found.is_file() && found.mode() & OTHERS == 0 && found.nlink() <= 1 && is_ours(&found);
    if !is_private {
        return Err(StoreError::new(NOT_PRIVATE));
    }
    Ok(Some(file))
}

/// Whether the error says that there is something else than a file: a link, a directory, a socket, a
/// pipe without a reader, or a file that this user may not open.
fn is_odd(error: &io::Error) -> bool {
    let odd = [
        Errno::LOOP,
        Errno::MLINK,
        Errno::ISDIR,
        Errno::NXIO,
        Errno::ACCESS,
    ];
    let number = error.raw_os_error();
    odd.iter().any(|odd| Some(odd.raw_os_error()) == number)
}

/// Flags as the standard library takes them.
fn flags(flags: OFlags) -> i32 {
    // The bits are those of the system's own `int`.
    flags.bits().cast_signed()
}

/// Puts a file with these bytes in place of the one at `path`: whoever reads sees the old one or the
/// new one, also when the process is killed or the power fails meanwhile.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    // What is odd was put there by somebody, and is not ours to take away.
    open(path, OpenOptions::new().read(true))?;
    let directory = path.parent().unwrap_or(Path::new("."));
    let (mut file, temporary) = create_beside(path)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&temporary, path))
        .and_then(|()| File::open(directory)?.sync_all());
    if written.is_err() {
        // The first error is the one that tells.
        let _ = fs::remove_file(&temporary);
    }
    Ok(written?)
}

/// A new file in the same directory, mode 0600 from its first byte, and locked as long as it is open,
/// by which [`sweep`] knows that somebody is writing.
fn create_beside(path: &Path) -> Result<(File, std::path::PathBuf), StoreError> {
    let process = std::process::id();
    for number in 0..u32::MAX {
        let temporary = path.with_extension(format!("{process}-{number}.tmp"));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        let file = match options.open(&temporary) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            file => file?,
        };
        // Who sweeps may have been quicker than the lock.
        if file.try_lock().is_ok() && is_at(&temporary, &file)? {
            return Ok((file, temporary));
        }
    }
    Err(StoreError::new(StoreErrorKind::Unusable))
}

/// Removes what processes that were killed have left half-written beside `path`.
pub(super) fn sweep(path: &Path) -> Result<(), StoreError> {
    let (Some(directory), Some(stem)) = (path.parent(), path.file_stem()) else {
        return Ok(());
    };
    for entry in fs::read_dir(directory)? {
        let found = entry?.path();
        let is_ours = found.extension().is_some_and(|ending| ending == "tmp")
            && found
                .file_name()
                .is_some_and(|name| name.as_encoded_bytes().starts_with(stem.as_encoded_bytes()));
        if !is_ours {
            continue;
        }
        // Whatever cannot be opened or removed is left to the next one.
        if let Ok(Some(file)) = open(&found, OpenOptions::new().read(true))
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(&found);
        }
    }
    Ok(())
}

/// Locks the file at this path, which is made if it is not there; `None` if somebody else has it
/// locked. Locked until it is closed, also by the death of its process.
pub(super) fn try_lock(path: &Path) -> Result<Option<File>, StoreError> {
    let opened = match open(path, OpenOptions::new().read(true).write(true))? {
        Some(file) => Ok(file),
        None => OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path),
    };
    let file = match opened {
        // Somebody was quicker.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
        file => file?,
    };
    match file.try_lock() {
        // Another file at its place is another lock.
        Ok(()) => Ok(is_at(path, &file)?.then_some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Whether a file that is open is still the one at this path.
fn is_at(path: &Path, file: &File) -> Result<bool, StoreError> {
    let opened = file.metadata()?;
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        found => {
            let found = found?;
            Ok((found.dev(), found.ino()) == (opened.dev(), opened.ino()))
        }
    }
}

/// Makes a directory for this user alone, if it is not there.
pub(super) fn create_directory(path: &Path) -> Result<(), StoreError> {
    if !is_private_directory(path)? {
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)?;
        // Somebody else may have been quicker.
        is_private_directory(path)?;
    }
    Ok(())
}

/// Whether there is a directory, and refuses one that somebody else owns or may write to: he could
/// exchange its files.
pub(super) fn is_private_directory(path: &Path) -> Result<bool, StoreError> {
    let found = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        found => found?,
    };
    if found.is_dir() && found.mode() & 0o022 == 0 && is_ours(&found) {
        Ok(true)
    } else {
        Err(StoreError::new(NOT_PRIVATE))
    }
}

/// Whether it belongs to the user that this process acts for.
fn is_ours(found: &Metadata) -> bool {
    found.uid() == geteuid().as_raw()
}

#[cfg(test)]
mod tests;
