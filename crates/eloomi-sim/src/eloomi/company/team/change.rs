//! What the fields of a write make of a team. Fields that nothing here asks for are ignored:
//! `behaviours::UNKNOWN_FIELDS`.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use super::enrol::Given;
use super::{Settings, Team, courses, programs};
use crate::behaviours;
use crate::eloomi::company::{Company, change_attributes};
use crate::eloomi::fields::{Fields, Sent};
use crate::eloomi::id;
use crate::eloomi::people::{join, replace};
use crate::eloomi::refused::Refused;

impl Company {
    /// Makes a team of what was sent.
    pub(crate) fn create_team(&mut self, fields: &Fields, now: Duration) -> Result<Team, Refused> {
        self.write_team(Team::newcomer(self.teams.next_id()), fields, now)
    }

    /// Changes the fields that were sent, `behaviours::SENT_FIELDS_ONLY`. A refusal may come
    /// halfway, so nothing is put in its place before all is read.
    pub(crate) fn write_team(
        &mut self,
        mut team: Team,
        fields: &Fields,
        now: Duration,
    ) -> Result<Team, Refused> {
        let given = change(&mut team, fields, self)?;
        let members = members_sent(fields, self)?;
        if let Some(members) = members {
            self.people.set_team(team.id, &members);
        }
        self.enrol_members(&team, &given, now);
        self.teams.put(team.clone());
        Ok(team)
    }
}

fn change(team: &mut Team, fields: &Fields, company: &Company) -> Result<Given, Refused> {
    let mut name = Some(std::mem::take(&mut team.name));
    fields.text("name", &mut name)?;
    team.name = name.filter(|name| !name.is_empty()).ok_or_else(|| {
        let cause = "A team needs a name.";
        Refused::new(cause, &behaviours::TEAM_NAME_MISSING)
    })?;
    fields.text("description", &mut team.description)?;
    // `behaviours::TEAM_PEOPLE_REPLACED`
    let mut leaders = Some(std::mem::take(&mut team.leaders));
    replace(fields, "leader_ids", &mut leaders, |id| {
        Some(company.people.by_key(id)?.id)
    })?;
    team.leaders = leaders.unwrap_or_default();
    change_attributes(&mut team.custom_attributes, fields)?;
    Ok(Given {
        courses: courses::change(&mut team.courses, fields)?,
        programs: programs::change(&mut team.programs, fields)?,
    })
}

/// The members that were named in any of three ways: `behaviours::TEAM_PEOPLE_REPLACED`. Who
/// does not exist is skipped, `behaviours::TEAM_PEOPLE_UNKNOWN`.
fn members_sent(fields: &Fields, company: &Company) -> Result<Option<Vec<u64>>, Refused> {
    let people = &company.people;
    let mut members = None;
    add(&mut members, fields, "user_ids", |key| {
        Some(people.by_key(key)?.id)
    })?;
    add(&mut members, fields, "user_emails", |key| {
        Some(people.by_email(key)?.id)
    })?;
    add(&mut members, fields, "employee_ids", |key| {
        Some(people.by_employee_id(key)?.id)
    })?;
    Ok(members)
}

/// Adds whom one of the lists names; a list that was sent counts even if it names nobody.
fn add(
    members: &mut Option<Vec<u64>>,
    fields: &Fields,
    name: &'static str,
    known: impl Fn(&str) -> Option<u64>,
) -> Result<(), Refused> {
    match fields.list(name)? {
        Sent::Not => {}
        Sent::Null => drop(members.get_or_insert_default()),
        Sent::List(items) => join(members, &items, known),
    }
    Ok(())
}

/// A map that was sent, by id; what is no id is skipped, as whatever does not exist. Null is
/// an empty one.
pub(super) fn settings_by_id<T>(
    fields: &Fields,
    name: &'static str,
    read: impl Fn(&Value) -> Result<T, Refused>,
) -> Result<Option<Settings<T>>, Refused> {
    let Some(sent) = fields.get(name) else {
        return Ok(None);
    };
    let mut settings = BTreeMap::new();
    for (key, value) in members(sent, name)? {
        let value = read(value)?;
        if let Some(id) = id::read(key) {
            settings.insert(id, value);
        }
    }
    Ok(Some(settings))
}

/// The members of an object; null, and PHP's empty object `[]`, have none.
pub(super) fn members<'v>(
    sent: &'v Value,
    name: &str,
) -> Result<impl Iterator<Item = (&'v str, &'v Value)> + use<'v>, Refused> {
    let object = match sent {
        Value::Object(members) => Some(members),
        Value::Null => None,
        Value::Array(items) if items.is_empty() => None,
        _ => return Err(Refused::wrong_type(name)),
    };
    let members = object.into_iter().flatten();
    Ok(members.map(|(name, value)| (name.as_str(), value)))
}
