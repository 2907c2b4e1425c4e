//! Who is in a program. Programs themselves are an open group, as nothing of them is documented.

use std::collections::BTreeMap;

use super::Company;
use super::open::PROGRAMS;
use crate::eloomi::id;
use crate::json::Json;

/// Who is in each program, by its id, in the order of their assignment.
#[derive(Debug, Default)]
pub(crate) struct ProgramParticipants(BTreeMap<u64, Vec<ProgramParticipant>>);

/// How one person takes a program.
#[derive(Clone)]
pub(crate) struct ProgramParticipant {
    user_id: u64,
    assigned_at: String,
    completed_at: Option<String>,
    required: bool,
}

impl ProgramParticipants {
    /// Those of the program whose id this text is, if there were any yet.
    pub(crate) fn of(&self, program: &str) -> Option<&[ProgramParticipant]> {
        let rows = self.0.get(&id::read(program)?)?;
        Some(rows)
    }

    /// Somebody has completed a program.
    pub(super) fn complete(&mut self, program: u64, user: u64, at: String) {
        let row = self.rows(program).iter_mut();
        if let Some(row) = row.into_iter().find(|row| row.user_id == user) {
            row.completed_at = Some(at);
        }
    }

    /// Takes a person out of all programs.
    pub(super) fn forget(&mut self, user: u64) {
        for rows in self.0.values_mut() {
            rows.retain(|row| row.user_id != user);
        }
    }

    fn remove(&mut self, program: u64) {
        self.0.remove(&program);
    }

    fn rows(&mut self, program: u64) -> &mut Vec<ProgramParticipant> {
        self.0.entry(program).or_default()
    }
}

impl Company {
    /// Takes a thing out of an open group, and a program also out of everything:
    /// `behaviours::DELETED_PROGRAM_IS_GONE`.
    pub(crate) fn remove_thing(&mut self, group: &str, id: u64) {
        self.open.table_mut(group).remove(id);
        if group == PROGRAMS {
            self.program_participants.remove(id);
            self.team_programs.forget(id);
            self.teams
                .all_mut()
                .for_each(|team| team.remove_program(id));
        }
    }

    /// Puts a person into a program; `false` if there is no such person or program. Whoever is in
    /// it already keeps the moment: `behaviours::PROGRAM_ASSIGNED`.
    pub(crate) fn assign_program(
        &mut self,
        program: u64,
        user: u64,
        required: bool,
        at: &str,
    ) -> bool {
        let is_there = self.open.by_key(PROGRAMS, &program.to_string()).is_some();
        if !is_there || self.people.by_id(user).is_none() {
            return false;
        }
        let rows = self.program_participants.rows(program);
        if let Some(row) = rows.iter_mut().find(|row| row.user_id == user) {
            row.required = required;
        } else {
            rows.push(ProgramParticipant {
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
