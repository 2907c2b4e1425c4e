//! Terminals for commands that look whether they have one.

use std::{fs::File, io::Read as _};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

/// A terminal: our end, and that of a command.
pub(crate) fn open() -> (File, File) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap().into_string().unwrap();
    let theirs = File::options().read(true).write(true).open(name).unwrap();
    (ours.into(), theirs)
}

/// All that is shown until no command holds the other end.
pub(crate) fn read(mut ours: File) -> String {
    let mut shown = Vec::new();
    // The end of a terminal is an error here.
    let _ = ours.read_to_end(&mut shown);
    String::from_utf8_lossy(&shown).into_owned()
}
