//! What is told of a simulator, wherever one is started.

/// How many people there are unless somebody says otherwise.
pub(crate) const PEOPLE: usize = 60;

/// What everything follows from unless somebody says otherwise.
pub(crate) const SEED: u64 = 0;

/// One line that nobody can take for a real service.
pub(crate) fn who(people: usize, seed: u64) -> String {
    format!("simulator with {people} invented people, seed {seed}; nothing here is real")
}
