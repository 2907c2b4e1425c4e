//! The services that the tree has clients for, and where each of them keeps what is surveyed.

use crate::survey::files::Files;

/// One of them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Service {
    /// What its rows are marked with; nothing for the one that is meant where no word is said.
    pub(crate) mark: &'static str,
    /// Its API document.
    pub(crate) document: &'static str,
    /// The page of its quirks.
    pub(crate) quirks: &'static str,
    /// How every id of a quirk begins.
    pub(crate) prefix: &'static str,
    /// Where its exchanges lie.
    pub(crate) exchanges: &'static str,
    /// What the names of its exchanges begin with, behind which they are told from others.
    pub(crate) names: &'static str,
    /// Where their snapshots lie.
    pub(crate) snapshots: &'static str,
    /// Where its part of the simulator lies.
    pub(crate) simulator: &'static str,
}

/// The People API.
pub(crate) static PEOPLE: Service = Service {
    mark: "",
    document: "docs/api/eloomi-v3.yaml",
    quirks: "docs/quirks.md",
    prefix: "q-",
    exchanges: "fixtures/exchanges/",
    names: "",
    snapshots: "crates/eloomi/tests/it/exchanges/snapshots/",
    simulator: "crates/eloomi-sim/src/",
};

/// The staff directory.
pub(crate) static DIRECTORY: Service = Service {
    mark: "lvconnect ",
    document: "docs/api/lvconnect.yaml",
    quirks: "docs/lvconnect-quirks.md",
    prefix: "lv-",
    exchanges: "fixtures/lvconnect/",
    names: "lvconnect/",
    snapshots: "crates/lvconnect/tests/it/exchanges/snapshots/",
    simulator: "crates/eloomi-sim/src/directory/",
};

/// Both, the first one first.
pub(crate) static ALL: [&Service; 2] = [&PEOPLE, &DIRECTORY];

impl Service {
    /// Whether a source is of its client, or of what both stand on.
    pub(crate) fn has_source(&self, path: &str) -> bool {
        let is_directory = path.starts_with("crates/lvconnect/");
        is_directory == (self.names == DIRECTORY.names)
    }

    /// Whether the tree has it. The People API must be there.
    pub(crate) fn is_there(&self, files: &Files) -> bool {
        *self == PEOPLE || files.get(self.document).is_some()
    }

    /// The service of an exchange of this name.
    pub(crate) fn of_exchange(name: &str) -> &'static Self {
        if name.starts_with(DIRECTORY.names) {
            &DIRECTORY
        } else {
            &PEOPLE
        }
    }
}
