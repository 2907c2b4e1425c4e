//! The managers of a unit by their role, which no answer shows.

use std::collections::BTreeSet;

/// What a manager of a unit is for, as it stands in the names of fields.
pub(super) const ROLES: [&str; 3] = ["learning", "organizational", "performance"];

/// Ids of the managers, in the order of the roles.
#[derive(Clone, Debug, Default)]
pub(super) struct Managers([BTreeSet<u64>; ROLES.len()]);

/// What of a unit can be written and is never answered, for tests to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnseenOfUnit {
    /// Ids of the learning managers, ascending.
    pub learning_managers: Vec<u64>,
    /// Ids of the organizational managers, ascending.
    pub organizational_managers: Vec<u64>,
    /// Ids of the performance managers, ascending.
    pub performance_managers: Vec<u64>,
    /// Ids of the courses, ascending.
    pub courses: Vec<u64>,
}

impl Managers {
    /// Each role with who has it.
    pub(super) fn by_role(&mut self) -> impl Iterator<Item = (&'static str, &mut BTreeSet<u64>)> {
        ROLES.into_iter().zip(&mut self.0)
    }

    pub(super) fn forget(&mut self, person: u64) {
        for people in &mut self.0 {
            people.remove(&person);
        }
    }

    pub(super) fn with_courses(&self, courses: &BTreeSet<u64>) -> UnseenOfUnit {
        let ids = |set: &BTreeSet<u64>| set.iter().copied().collect();
        let [learning, organizational, performance] = &self.0;
        UnseenOfUnit {
            learning_managers: ids(learning),
            organizational_managers: ids(organizational),
            performance_managers: ids(performance),
            courses: ids(courses),
        }
    }
}
