//! Whether a directory may be on another host's drive, too.

use std::{fs, io, os::unix::fs::MetadataExt as _, path::Path};

/// File systems that several hosts may have open at once, or that other programs stand behind.
const SHARED: [&str; 18] = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "fuse", "fuseblk", "gfs2", "gpfs", "lustre",
    "nfs", "nfs4", "ocfs2", "orangefs", "smb3", "smbfs", "virtiofs",
];

/// Whether the device with these numbers is such a file system, by the text of
/// `/proc/self/mountinfo`. A device that is not in it (those of btrfs are not) is taken to be
/// local.
fn is_shared(mountinfo: &str, major: u64, minor: u64) -> bool {
    let device = format!("{major}:{minor}");
    let mount = mountinfo.lines().find_map(|line| {
        let (mount, system) = line.split_once(" - ")?;
        (mount.split(' ').nth(2)? == device).then_some(system)
    });
    let kind = mount.and_then(|system| system.split(' ').next());
    kind.is_some_and(|kind| SHARED.contains(&kind) || kind.starts_with("fuse."))
}

/// Whether the directory may be on another host's drive, too.
pub(super) fn holds(directory: &Path) -> io::Result<bool> {
    let device = fs::metadata(directory)?.dev();
    // As glibc's macros take a device number apart.
    let major = (device >> 8) & 0xfff | (device >> 32) & !0xfff;
    let minor = device & 0xff | (device >> 12) & !0xff & 0xffff_ffff;
    let mountinfo = fs::read_to_string("/proc/self/mountinfo")?;
    Ok(is_shared(&mountinfo, major, minor))
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
    fn only_drives_of_other_hosts_are_refused() {
        assert!(is_shared(MOUNTS, 0, 41));
        assert!(is_shared(MOUNTS, 0, 42));
        assert!(!is_shared(MOUNTS, 254, 0));
        assert!(!is_shared(MOUNTS, 0, 27));
        assert!(!is_shared(MOUNTS, 0, 4));
    }
}
