//! A person made of sentinels.

use super::Mint;
use crate::eloomi::company::AccessGroup;
use crate::eloomi::people::{Person, PersonState};
use crate::json::Json;

/// What people refer to, each by an id that is a sentinel of its own.
pub(super) struct Belongs<'a> {
    pub(super) units: &'a [u64],
    pub(super) teams: &'a [u64],
    pub(super) groups: &'a [AccessGroup],
    pub(super) managers: &'a [u64],
}

/// Somebody of whom everything is known.
pub(super) fn person(mint: &mut Mint, state: PersonState, to: &Belongs<'_>) -> Person {
    Person {
        id: mint.number("User.id"),
        state,
        first_name: Some(mint.word("User.first_name").into()),
        last_name: Some(mint.word("User.last_name").into()),
        employee_id: Some(mint.word("User.employee_id").into()),
        email: Some(mint.mail("User.email")),
        username: Some(mint.word("User.username").into()),
        activated_at: Some(mint.moment("User.activated_at").into()),
        gender: Some("F".into()),
        birthday: Some(mint.moment("User.birthday").into()),
        department_id: Some(to.units.to_vec()),
        user_permission: "user".into(),
        start_of_employment: Some(mint.moment("User.start_of_employment_at").into()),
        end_of_employment: Some(mint.moment("User.end_of_employment_at").into()),
        personal_email: Some(mint.mail("User.personal_email")),
        title: Some(mint.word("User.title").into()),
        phone: Some(format!("+{}", mint.number("User.phone"))),
        mobile: Some(format!("+{}", mint.number("User.mobile_phone"))),
        language: mint.word("User.language").into(),
        access_groups: Json::List(to.groups.iter().map(|group| group.reference()).collect()),
        country: Some(mint.word("User.country").into()),
        location: Some(mint.word("User.location").into()),
        generic_role: Some(mint.word("User.generic_role").into()),
        timezone: Some(mint.word("User.timezone").into()),
        legal: Some(mint.word("User.legal").into()),
        level: mint.number("User.level").into(),
        initials: Some(mint.word("User.initials").into()),
        sub_company: Some(mint.word("User.sub_company").into()),
        skill_level: Some(mint.word("User.skill_level").into()),
        salary_id: mint.number("User.salary_id").into(),
        team_id: Some(to.teams.to_vec()),
        direct_manager_ids: Some(to.managers.to_vec()),
        custom_attributes: attributes(mint, "User.custom_attributes"),
    }
}

/// An attribute by its own name, with a text, and a registered one with a list.
pub(super) fn attributes(mint: &mut Mint, place: &'static str) -> Json {
    let list = vec![mint.word(place).into(), mint.number(place).into()];
    Json::Object(vec![
        (mint.word(place), mint.word(place).into()),
        ("shoe_size", Json::List(list)),
    ])
}
