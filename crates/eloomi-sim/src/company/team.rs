//! Teams.

use super::{Record, Table};

pub(crate) const FIRST_TEAM: u64 = 701;
pub(crate) const TEAMS: u32 = 9;

/// A team. Who is in it, the people know.
#[derive(Clone, Debug)]
pub(crate) struct Team {
    pub(crate) id: u64,
}

impl Record for Team {
    fn id(&self) -> u64 {
        self.id
    }
}

/// The teams at the start.
pub(super) fn invent() -> Table<Team> {
    let ids = (FIRST_TEAM..).take(TEAMS as usize);
    Table::new(ids.map(|id| Team { id }).collect(), FIRST_TEAM)
}
