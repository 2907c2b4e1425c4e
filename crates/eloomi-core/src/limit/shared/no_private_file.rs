//! Where files have no owners and modes that we could read, none is opened. Nobody gets so far:
//! there is no clock either.

use std::{fs::File, path::Path};

use super::{Unshared, slot_file::Trouble};

pub(super) fn open(_path: &Path) -> Result<Option<File>, Trouble> {
    Err(Unshared::NotPrivate.into())
}

pub(super) fn create(_path: &Path) -> Result<File, Trouble> {
    Err(Unshared::NotPrivate.into())
}

pub(super) fn is_at(_path: &Path, _file: &File) -> Result<bool, Trouble> {
    Err(Unshared::NotPrivate.into())
}

pub(super) fn directory(_path: &Path) -> Result<(), Trouble> {
    Err(Unshared::NotPrivate.into())
}
