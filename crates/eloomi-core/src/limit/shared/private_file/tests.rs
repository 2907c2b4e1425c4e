use std::os::unix::fs::{PermissionsExt as _, chown};

use tempfile::TempDir;

use super::*;

const UNUSABLE: Trouble = Trouble::Unshared(Unshared::Unusable);
const NOT_PRIVATE: Trouble = Trouble::Unshared(Unshared::NotPrivate);

fn temporary() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn a_file_that_is_not_there_is_told_from_a_path_that_cannot_be() {
    let directory = temporary();
    let path = directory.path().join("file");
    assert!(open(&path).unwrap().is_none());
    let file = create(&path).unwrap();
    assert!(open(&path).unwrap().is_some());
    let below_a_file = path.join("file");
    assert_eq!(open(&below_a_file).unwrap_err(), UNUSABLE);
    assert_eq!(is_at(&below_a_file, &file).unwrap_err(), UNUSABLE);
}

#[test]
fn a_file_that_somebody_else_has_just_made_is_opened_another_time() {
    let directory = temporary();
    let path = directory.path().join("file");
    create(&path).unwrap();
    assert_eq!(create(&path).unwrap_err(), Trouble::Busy);
    let nowhere = directory.path().join("nowhere").join("file");
    assert_eq!(create(&nowhere).unwrap_err(), UNUSABLE);
}

#[test]
fn a_file_that_was_exchanged_is_no_longer_at_its_path() {
    let directory = temporary();
    let path = directory.path().join("file");
    let file = create(&path).unwrap();
    assert!(is_at(&path, &file).unwrap());
    fs::remove_file(&path).unwrap();
    assert!(!is_at(&path, &file).unwrap());
    create(&path).unwrap();
    assert!(!is_at(&path, &file).unwrap());
}

/// One that belongs to somebody else.
fn of_somebody_else(path: &Path) -> Metadata {
    let somebody_else = fs::metadata(path).unwrap().uid() + 1;
    // Only a superuser can give a file away; all others find one that is his.
    let path = match chown(path, Some(somebody_else), None) {
        Ok(()) => path,
        Err(_) => Path::new("/"),
    };
    fs::metadata(path).unwrap()
}

#[test]
fn what_belongs_to_somebody_else_is_not_ours() {
    let directory = temporary();
    let path = directory.path().join("file");
    create(&path).unwrap();
    assert!(is_ours(&fs::metadata(&path).unwrap()).unwrap());
    assert!(!is_ours(&of_somebody_else(&path)).unwrap());
}

#[test]
fn a_directory_is_private_if_nobody_else_may_write_to_it() {
    let directory = temporary();
    for (mode, expected) in [
        (0o700, Ok(())),
        (0o755, Ok(())),
        (0o720, Err(NOT_PRIVATE)),
        (0o702, Err(NOT_PRIVATE)),
    ] {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(directory.path(), permissions).unwrap();
        assert_eq!(super::directory(directory.path()), expected, "{mode:o}");
    }
}
