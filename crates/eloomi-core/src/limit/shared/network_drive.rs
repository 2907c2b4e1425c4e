//! Whether a directory may be on another host's drive, too.

use std::{fs, io, os::unix::fs::MetadataExt as _, path::Path};

/// File systems that several hosts may have open at once, or that other programs stand behind.
const SHARED: [&str; 18] = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "fuse", "fuseblk", "gfs2", "gpfs", "lustre",
    "nfs", "nfs4", "ocfs2", "orangefs", "smb3", "smbfs", "virtiofs",
];

/// What kind of file system the directory is on. One whose device is not in the list of mounts
/// (those of btrfs are not) is taken to be local, and has no name.
pub(super) fn file_system(directory: &Path) -> io::Result<String> {
    let device = numbers(fs::metadata(directory)?.dev());
    let mountinfo = fs::read_to_string("/proc/self/mountinfo")?;
    Ok(kind(&mountinfo, &device).unwrap_or_default().to_owned())
}

/// Whether several hosts may have a file system of this kind open at once.
pub(super) fn is_shared(file_system: &str) -> bool {
    SHARED.contains(&file_system) || file_system.starts_with("fuse.")
}

/// Major and minor number of a device, taken apart as glibc's macros do it.
fn numbers(device: u64) -> String {
    let major = (device >> 8) & 0xfff | (device >> 32) & 0xffff_f000;
    let minor = device & 0xff | (device >> 12) & 0xffff_ff00;
    format!("{major}:{minor}")
}

/// The kind of the file system on this device, by the text of `/proc/self/mountinfo`.
fn kind<'a>(mountinfo: &'a str, device: &str) -> Option<&'a str> {
    mountinfo.lines().find_map(|line| {
        let (mount, system) = line.split_once(" - ")?;
        let is_it = mount.split(' ').nth(2)? == device;
        is_it.then(|| system.split(' ').next())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
30 25 0:27 / /dev/shm rw,relatime shared:7 - tmpfs tmpfs rw
41 27 0:41 / /people rw,relatime - nfs4 server:/people rw
42 27 0:42 / /shared rw,relatime - fuse.sshfs host: rw";

    #[test]
    fn a_file_system_is_found_by_the_numbers_of_its_device() {
        for (device, found) in [
            ("254:0", Some("ext4")),
            ("0:27", Some("tmpfs")),
            ("0:41", Some("nfs4")),
            ("0:42", Some("fuse.sshfs")),
            ("0:4", None),
        ] {
            assert_eq!(kind(MOUNTS, device), found, "{device}");
        }
    }

    #[test]
    fn the_file_system_of_a_directory_of_this_host_is_found() {
        assert_eq!(file_system(Path::new("/proc")).unwrap(), "proc");
    }

    #[test]
    fn only_drives_of_other_hosts_are_shared() {
        for shared in ["nfs4", "fuse.sshfs"] {
            assert!(is_shared(shared), "{shared}");
        }
        for local in ["ext4", "tmpfs", ""] {
            assert!(!is_shared(local), "{local}");
        }
    }

    #[test]
    fn a_device_number_is_taken_apart_as_glibc_does_it() {
        assert_eq!(numbers(0xfe00), "254:0");
        let (major, minor) = (0x1234_5cde, 0x6789_abf0);
        let expected = format!("{major}:{minor}");
        assert_eq!(numbers(0x1234_5678_9abc_def0), expected);
    }
}
