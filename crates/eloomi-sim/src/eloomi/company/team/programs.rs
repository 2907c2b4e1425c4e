//! How a team takes its programs, and the queue of those that it is yet to take.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Settings;
use super::change::{members, settings_by_id};
use super::enrol::Given;
use crate::behaviours;
use crate::eloomi::company::Company;
use crate::eloomi::fields::Fields;
use crate::eloomi::id;
use crate::eloomi::refused::Refused;
use crate::eloomi::truth;

/// How long an assignment waits in the queue: `behaviours::TEAM_PROGRAMS_LATER`.
const WAITS: Duration = Duration::from_secs(5);

/// How a team takes a program. The default of `required` is inferred.
#[derive(Clone, Debug)]
pub(super) struct ProgramSettings {
    notify: bool,
    pub(super) required: bool,
}

impl ProgramSettings {
    /// The two are spelt differently in the map of a team and in an assignment.
    fn read(sent: &Value, field: &str, notify: &str, required: &str) -> Result<Self, Refused> {
        let mut settings = Self {
            notify: true,
            required: false,
        };
        for (name, value) in members(sent, field)? {
            if name == notify {
                settings.notify = truth::read(value, notify)?;
            } else if name == required {
                settings.required = truth::read(value, required)?;
            }
        }
        Ok(settings)
    }

    pub(super) fn shown(&self) -> Value {
        json!({ "notify": self.notify, "required": self.required })
    }
}

/// Changes them, and tells which of them the write gives to the team:
/// `behaviours::TEAM_WHOLE_SETS`.
pub(super) fn change(
    programs: &mut Settings<ProgramSettings>,
    fields: &Fields,
) -> Result<Vec<u64>, Refused> {
    let read = |sent: &Value| ProgramSettings::read(sent, "program_ids", "notify", "required");
    let Some(whole) = settings_by_id(fields, "program_ids", read)? else {
        return Ok(vec![]);
    };
    *programs = whole;
    Ok(programs.keys().copied().collect())
}

/// Programs that were assigned to teams, and are not theirs yet.
#[derive(Debug, Default)]
pub(crate) struct TeamPrograms {
    /// In the order they came, which is that of their times.
    queue: VecDeque<Assignment>,
}

/// A program for a team, from a time on.
#[derive(Debug)]
struct Assignment {
    due: Instant,
    team: u64,
    program: u64,
    settings: ProgramSettings,
}

impl TeamPrograms {
    /// Whether there is work to do.
    pub(crate) fn has_due(&self, now: Instant) -> bool {
        self.queue.front().is_some_and(|first| first.due <= now)
    }

    /// A program is gone: `behaviours::DELETED_PROGRAM_IS_GONE`.
    pub(in crate::eloomi::company) fn forget(&mut self, program: u64) {
        self.queue.retain(|waiting| waiting.program != program);
    }

    fn next_due(&mut self, now: Instant) -> Option<Assignment> {
        if self.has_due(now) {
            self.queue.pop_front()
        } else {
            None
        }
    }
}

impl Company {
    /// Puts what was sent into the queue.
    pub(crate) fn queue_programs(
        &mut self,
        team: u64,
        fields: &Fields,
        now: Instant,
    ) -> Result<(), Refused> {
        let Some(Value::Array(sent)) = fields.get("programs") else {
            return Err(Refused::wrong_type("programs"));
        };
        let due = now.checked_add(WAITS).unwrap_or(now);
        let assignments = sent.iter().map(|sent| {
            Ok(Assignment {
                due,
                team,
                program: program(sent)?,
                settings: ProgramSettings::read(sent, "programs", "notify_users", "is_required")?,
            })
        });
        let assignments = assignments.collect::<Result<Vec<_>, Refused>>()?;
        self.team_programs.queue.extend(assignments);
        Ok(())
    }

    /// Does the work that has waited long enough: the members of the team are in the program from
    /// then on, `behaviours::TEAM_PROGRAMS_LATER`. What is for a team that is gone by then is lost.
    pub(crate) fn work_off_programs(&mut self, now: Instant, since_1970: Duration) {
        while let Some(next) = self.team_programs.next_due(now) {
            let Some(mut team) = self.teams.by_id(next.team).cloned() else {
                continue;
            };
            team.programs.insert(next.program, next.settings);
            let given = Given {
                courses: vec![],
                programs: vec![next.program],
            };
            self.enrol_members(&team, &given, since_1970);
            self.teams.put(team);
        }
    }
}

fn program(sent: &Value) -> Result<u64, Refused> {
    let id = match sent.get("program_id") {
        Some(Value::String(text)) => id::read(text),
        Some(value) => value.as_u64(),
        None => None,
    };
    id.ok_or_else(|| {
        let cause = "Every program needs its program_id.";
        Refused::new(cause, &behaviours::PROGRAM_ID_MISSING)
    })
}
