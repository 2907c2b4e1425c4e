//! What is told of a simulator, wherever one is started.

use std::path::Path;

/// How many people there are unless somebody says otherwise.
pub(crate) const PEOPLE: usize = 60;

/// What everything follows from unless somebody says otherwise.
pub(crate) const SEED: u64 = 0;

/// One line that nobody can take for a real service.
pub(crate) fn who(people: usize, seed: u64) -> String {
    format!("simulator with {people} invented people, seed {seed}; nothing here is real")
}

/// The same of a staff directory from a file.
pub(crate) fn of_file(file: &Path) -> String {
    format!(
        "simulator of the staff directory in {}; nothing here is real",
        file.display()
    )
}
