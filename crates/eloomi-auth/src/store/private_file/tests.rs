use std::{
    os::unix::{
        fs::{PermissionsExt as _, chown, symlink},
        net::UnixListener,
    },
    path::PathBuf,
};

use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use super::*;

/// A directory, and the path of a file in it.
fn place() -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("token.json");
    (directory, path)
}

#[track_caller]
fn assert_refused(path: &Path) {
    assert_eq!(read(path, 9).unwrap_err().kind(), NOT_PRIVATE);
    assert_eq!(replace(path, b"new").unwrap_err().kind(), NOT_PRIVATE);
    assert_eq!(try_lock(path).unwrap_err().kind(), NOT_PRIVATE);
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

fn names(directory: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(directory.path()).unwrap();
    let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
    let mut names: Vec<String> = entries.map(|e| name(e).into_string().unwrap()).collect();
    names.sort_unstable();
    names
}

#[test]
fn what_was_written_is_read_and_is_the_users_alone() {
    let (directory, path) = place();
    assert!(read(&path, 9).unwrap().is_none());
    for bytes in [b"one", b"two"] {
        replace(&path, bytes).unwrap();
        assert_eq!(read(&path, 9).unwrap().unwrap(), bytes);
        assert_eq!(mode(&path), 0o600);
    }
    assert_eq!(names(&directory), ["token.json"]);
}

#[test]
fn a_file_is_read_to_a_byte_more_than_may_be() {
    let (_directory, path) = place();
    replace(&path, b"0123456789").unwrap();
    assert_eq!(read(&path, 4).unwrap().unwrap(), b"01234");
}

/// F115.
#[test]
fn a_file_that_others_may_use_is_refused() {
    for (mode, is_private) in [
        (0o600, true),
        (0o400, true),
        (0o640, false),
        (0o604, false),
        (0o620, false),
        (0o601, false),
    ] {
        let (_directory, path) = place();
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        if is_private {
            assert_eq!(read(&path, 9).unwrap().unwrap(), b"old", "{mode:o}");
        } else {
            assert_refused(&path);
            assert_eq!(fs::read(&path).unwrap(), b"old", "it is left as it is");
        }
    }
}

/// F115.
#[test]
fn a_link_is_refused_and_not_followed() {
    let (directory, path) = place();
    let target = directory.path().join("target");
    replace(&target, b"old").unwrap();
    symlink(&target, &path).unwrap();
    assert_refused(&path);
    assert_eq!(fs::read(&target).unwrap(), b"old");
    fs::remove_file(&path).unwrap();
    fs::hard_link(&target, &path).unwrap();
    assert_refused(&path);
}

/// F115.
#[test]
fn a_pipe_a_socket_and_a_directory_are_refused_at_once() {
    let (_directory, path) = place();
    mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    assert_refused(&path);
    let (_directory, path) = place();
    let _socket = UnixListener::bind(&path).unwrap();
    assert_refused(&path);
    let (_directory, path) = place();
    fs::create_dir(&path).unwrap();
    assert_refused(&path);
}

/// Gives it away; only a superuser can, all others find something that is his.
fn of_somebody_else(path: &Path) -> PathBuf {
    let somebody_else = geteuid().as_raw() + 1;
    match chown(path, Some(somebody_else), None) {
        Ok(()) => path.to_owned(),
        Err(_) => PathBuf::from("/"),
    }
}

/// F115.
#[test]
fn what_belongs_to_somebody_else_is_refused() {
    let (directory, path) = place();
    replace(&path, b"old").unwrap();
    assert!(is_ours(&fs::metadata(&path).unwrap()));
    let others = of_somebody_else(&path);
    assert!(!is_ours(&fs::metadata(&others).unwrap()));
    assert_eq!(read(&others, 9).unwrap_err().kind(), NOT_PRIVATE);
    let others = of_somebody_else(directory.path());
    let refused = is_private_directory(&others).unwrap_err();
    assert_eq!(refused.kind(), NOT_PRIVATE);
}

#[test]
fn a_directory_is_made_for_the_user_alone() {
    let (directory, _) = place();
    let inner = directory.path().join("a").join("b");
    assert!(!is_private_directory(&inner).unwrap());
    create_directory(&inner).unwrap();
    assert_eq!(mode(&inner), 0o700);
    assert_eq!(mode(&directory.path().join("a")), 0o700);
    create_directory(&inner).unwrap();
}

#[test]
fn a_directory_that_others_may_write_to_is_refused() {
    for (mode, is_private) in [(0o700, true), (0o755, true), (0o720, false), (0o702, false)] {
        let (directory, _) = place();
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(directory.path(), permissions).unwrap();
        let found = is_private_directory(directory.path());
        assert_eq!(found.is_ok(), is_private, "{mode:o}");
    }
    let (_directory, path) = place();
    fs::write(&path, "").unwrap();
    assert_eq!(create_directory(&path).unwrap_err().kind(), NOT_PRIVATE);
}

/// F116.
#[test]
fn where_nothing_can_be_written_that_is_an_error() {
    let (_directory, path) = place();
    let nowhere = path.join("token.json");
    fs::write(&path, "").unwrap();
    assert_eq!(
        replace(&nowhere, b"new").unwrap_err().kind(),
        StoreErrorKind::Unusable
    );
    let full = Path::new("/proc/token.json");
    assert_eq!(
        replace(full, b"new").unwrap_err().kind(),
        StoreErrorKind::Unusable
    );
}

#[test]
fn a_lock_keeps_others_out_until_it_is_dropped() {
    let (_directory, path) = place();
    let lock = try_lock(&path).unwrap().unwrap();
    assert_eq!(mode(&path), 0o600);
    assert!(try_lock(&path).unwrap().is_none());
    drop(lock);
    assert!(try_lock(&path).unwrap().is_some());
}

#[test]
fn a_lock_whose_file_was_exchanged_is_none() {
    let (_directory, path) = place();
    let file = try_lock(&path).unwrap().unwrap();
    assert!(is_at(&path, &file).unwrap());
    fs::remove_file(&path).unwrap();
    assert!(!is_at(&path, &file).unwrap());
    fs::write(&path, "").unwrap();
    assert!(!is_at(&path, &file).unwrap());
}

/// F113.
#[test]
fn what_was_left_half_written_is_swept_and_what_is_being_written_is_not() {
    let (directory, path) = place();
    let (left, left_path) = create_beside(&path).unwrap();
    drop(left);
    let (_writing, writing_path) = create_beside(&path).unwrap();
    assert_ne!(left_path, writing_path, "no two share a file");
    fs::write(directory.path().join("other.7-0.tmp"), "").unwrap();
    sweep(&path).unwrap();
    let writing = writing_path.file_name().unwrap().to_str().unwrap();
    assert_eq!(names(&directory), ["other.7-0.tmp", writing]);
}
