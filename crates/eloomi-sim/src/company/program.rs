//! Programs. Nothing shows one; the people in it are shown.

use super::{Company, Record, Table};
use crate::json::Json;

const FIRST_PROGRAM: u64 = 90_092;
const PROGRAMS: usize = 3;

/// A program, and who is in it, in the order of their assignment.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) id: u64,
    pub(crate) participants: Vec<ProgramParticipant>,
}

/// How one person takes a program.
#[derive(Clone)]
pub(crate) struct ProgramParticipant {
    pub(crate) user_id: u64,
    assigned_at: String,
    pub(super) completed_at: Option<String>,
    required: bool,
}

impl Record for Program {
    fn id(&self) -> u64 {
        self.id
    }
}

impl Company {
    /// Puts a person into a program; `false` if there is no such person or program. Whoever is in
    /// it already keeps the moment: `behaviours::PROGRAM_ASSIGNED`.
    pub(crate) fn assign_program(
        &mut self,
        program: u64,
        user: u64,
        required: bool,
        at: &str,
    ) -> bool {
        if self.people.by_id(user).is_none() {
            return false;
        }
        let Some(program) = self.programs.by_id_mut(program) else {
            return false;
        };
        let own = |row: &&mut ProgramParticipant| row.user_id == user;
        if let Some(row) = program.participants.iter_mut().find(own) {
            row.required = required;
        } else {
            program.participants.push(ProgramParticipant {
                user_id: user,
                assigned_at: at.to_owned(),
                completed_at: None,
                required,
            });
        }
        true
    }
}

impl ProgramParticipant {
    /// The row as the answers show one, in the order of the reference.
    pub(crate) fn shown(&self) -> Json {
        Json::Object(vec![
            ("user_id", self.user_id.into()),
            ("assigned_at", self.assigned_at.clone().into()),
            ("completed_at", self.completed_at.clone().into()),
            // `behaviours::REQUIRED_BY_LIST`
            ("required", self.required.into()),
        ])
    }
}

impl std::fmt::Debug for ProgramParticipant {
    /// Nothing of the person.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProgramParticipant").finish_non_exhaustive()
    }
}

/// The programs at the start: `behaviours::COURSES_AND_PROGRAMS`.
pub(super) fn invent() -> Table<Program> {
    let programs = (FIRST_PROGRAM..).take(PROGRAMS).map(|id| Program {
        id,
        participants: vec![],
    });
    Table::new(programs.collect(), FIRST_PROGRAM)
}
