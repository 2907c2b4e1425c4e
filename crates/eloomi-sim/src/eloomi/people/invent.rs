//! Inventing people.
//!
//! Each person has a stream of chance of their own and refers only to people before them, so
//! that a larger simulator begins with the same people as a smaller one. No date depends on
//! today.

use std::collections::HashSet;

use super::person::{MaybeText, Person, PersonState};
use super::words::{PLACES, ROLES, TIMEZONES, TITLES};
use crate::dice::Dice;
use crate::eloomi::company::{ACCESS_GROUPS, AccessGroup, FIRST_TEAM, FIRST_UNIT, TEAMS, UNITS};
use crate::json::Json;
use crate::names::{FIRST_NAMES, LAST_NAMES};

/// The lowest id that anybody has.
pub(super) const FIRST_ID: u64 = 80_001;

pub(crate) struct Inventor {
    seed: u64,
    ids: Vec<u64>,
    emails: HashSet<String>,
}

impl Inventor {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            seed,
            ids: Vec::new(),
            emails: HashSet::new(),
        }
    }

    /// The next person.
    pub(crate) fn next(&mut self) -> Person {
        let number = self.ids.len();
        let mut dice = Dice::new(self.seed, number as u64);
        let id = self.next_id(&mut dice);
        let state = state(number);
        let (first, first_plain) = dice.pick(FIRST_NAMES);
        let (last, last_plain) = dice.pick(LAST_NAMES);
        let email = self.email(&mut dice, number, first_plain, last_plain);
        let employment = Employment::invent(&mut dice, state);
        let (country, location) = dice.pick(PLACES);
        let person = Person {
            id,
            state,
            first_name: Some(first.to_owned()),
            last_name: or_unset(&mut dice, 30, last),
            employee_id: employee_id(&mut dice, number),
            // Whoever has no address signs in with a name.
            username: if email.is_none() || dice.once_in(6) {
                Some(format!("{first_plain}{number}"))
            } else {
                None
            },
            email,
            activated_at: employment.activated,
            gender: dice
                .pick([Some("F"), Some("M"), Some("F"), Some("M"), None])
                .map(Into::into),
            birthday: birthday(&mut dice),
            department_id: ids(&mut dice, FIRST_UNIT, UNITS),
            user_permission: dice
                .pick(["user", "user", "user", "user", "admin", "company adm."])
                .to_owned(),
            start_of_employment: employment.start,
            end_of_employment: employment.end,
            personal_email: dice
                .once_in(8)
                .then(|| format!("{first_plain}{number}@example.net")),
            title: {
                let title = dice.pick(TITLES);
                or_unset(&mut dice, 4, title)
            },
            phone: {
                let phone = fictional_number(&mut dice);
                or_unset(&mut dice, 2, &phone)
            },
            mobile: {
                let mobile = fictional_number(&mut dice);
                or_unset(&mut dice, 3, &mobile)
            },
            // `behaviours::LANGUAGE_FORMS`
            language: dice.pick(["en", "sv", "en-US", "da", "en"]).to_owned(),
            access_groups: access_groups(&mut dice),
            country: or_unset(&mut dice, 3, country),
            location: or_unset(&mut dice, 3, location),
            generic_role: dice.once_in(4).then(|| dice.pick(ROLES).to_owned()),
            timezone: dice.once_in(2).then(|| dice.pick(TIMEZONES).to_owned()),
            legal: or_unset(&mut dice, 2, "Nordwind Invented A/S"),
            level: level(&mut dice),
            initials: {
                let initials: String = first.chars().take(1).chain(last.chars().take(1)).collect();
                or_unset(&mut dice, 3, &initials)
            },
            sub_company: or_unset(&mut dice, 1, ""),
            skill_level: or_unset(&mut dice, 1, ""),
            salary_id: salary_id(&mut dice, number),
            team_id: ids(&mut dice, FIRST_TEAM, TEAMS),
            direct_manager_ids: self.managers(&mut dice),
            custom_attributes: custom_attributes(&mut dice),
        };
        self.ids.push(id);
        person
    }

    /// Ascending, with the gaps that deleted people leave.
    fn next_id(&self, dice: &mut Dice) -> u64 {
        let gap = if dice.once_in(5) {
            dice.between(2, 40)
        } else {
            1
        };
        self.ids
            .last()
            .map_or(FIRST_ID, |last| last + u64::from(gap))
    }

    fn email(&mut self, dice: &mut Dice, number: usize, first: &str, last: &str) -> MaybeText {
        let tag = dice.pick(["", "", "", "", "+eloomi", "+a.b"]);
        let domain = dice.pick([
            "example.com",
            "example.com",
            "example.org",
            "nordwind.invalid",
        ]);
        let capitals = dice.once_in(12);
        if number % 50 == 46 {
            return None;
        }
        let mut email = format!("{first}.{last}{tag}@{domain}");
        if !self.emails.insert(email.clone()) {
            email = format!("{first}.{last}{number}{tag}@{domain}");
            self.emails.insert(email.clone());
        }
        Some(if capitals {
            email.to_uppercase()
        } else {
            email
        })
    }

    /// None, an empty list, or people who came before.
    fn managers(&self, dice: &mut Dice) -> Option<Vec<u64>> {
        let form = dice.below(10);
        // The first of every eight lead the others.
        let leaders = self.ids.len().div_ceil(8);
        let one = self.ids.get(dice.index(leaders)).copied();
        let other = self.ids.get(dice.index(leaders)).copied();
        match form {
            0 => None,
            1 => Some(vec![]),
            2 if one != other => Some(one.into_iter().chain(other).collect()),
            _ => Some(one.into_iter().collect()),
        }
    }
}

/// By position, so that each state is there whenever there are twenty people.
fn state(number: usize) -> PersonState {
    match number % 20 {
        3 | 11 | 17 => PersonState::Inactive,
        7 | 13 => PersonState::Pending,
        19 => PersonState::Suspended,
        _ => PersonState::Active,
    }
}

struct Employment {
    activated: MaybeText,
    start: MaybeText,
    end: MaybeText,
}

impl Employment {
    /// Without a zone: `behaviours::DATES_WITHOUT_ZONE`.
    fn invent(dice: &mut Dice, state: PersonState) -> Self {
        let year = dice.between(2008, 2021);
        let (month, day) = (dice.between(1, 12), dice.between(1, 28));
        let start = format!("{year}-{month:02}-{day:02} 00:00:00");
        let activated = {
            let (hour, minute, second) = (dice.between(7, 17), dice.below(60), dice.below(60));
            format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        };
        let end = {
            let year = dice.between(year + 1, 2024);
            let (month, day) = (dice.between(1, 12), dice.between(1, 28));
            format!("{year}-{month:02}-{day:02} 00:00:00")
        };
        let (rare, known) = (dice.once_in(10), !dice.once_in(15));
        match state {
            PersonState::Pending => Self {
                activated: None,
                start: rare.then(|| "2038-02-01 00:00:00".to_owned()),
                end: None,
            },
            PersonState::Inactive => Self {
                activated: Some(activated),
                start: Some(start),
                end: Some(end),
            },
            // A few have notice to leave, far ahead.
            PersonState::Active => Self {
                activated: Some(activated),
                start: known.then_some(start),
                end: rare.then(|| "2038-12-31 00:00:00".to_owned()),
            },
            PersonState::Suspended => Self {
                activated: Some(activated),
                start: Some(start),
                end: None,
            },
        }
    }
}

/// Unset once in `times`, and then null or empty: `behaviours::NULL_OR_EMPTY`.
fn or_unset(dice: &mut Dice, times: u32, text: &str) -> MaybeText {
    let (unset, null) = (dice.once_in(times), dice.once_in(2));
    match (unset, null) {
        (false, _) => Some(text.to_owned()),
        (true, false) => Some(String::new()),
        (true, true) => None,
    }
}

/// Most have one; a few have one that must be percent-encoded in a path.
fn employee_id(dice: &mut Dice, number: usize) -> MaybeText {
    let missing = dice.once_in(7);
    match number % 30 {
        9 => Some(format!("EX {number:03}")),
        21 => Some(format!("Ø{number:04}")),
        _ if missing => None,
        _ => Some(format!("E{:04}", number + 1)),
    }
}

/// `behaviours::BIRTHDAY_FORMS`.
fn birthday(dice: &mut Dice) -> MaybeText {
    let (year, month, day) = (
        dice.between(1960, 1999),
        dice.between(1, 12),
        dice.between(1, 28),
    );
    match dice.below(5) {
        0 => None,
        1 | 2 => Some(format!("{year}-{month:02}-{day:02}")),
        _ => Some(format!("{year}-{month:02}-{day:02} 00:00:00")),
    }
}

/// `behaviours::LIST_OR_NULL`.
fn ids(dice: &mut Dice, first: u64, count: u32) -> Option<Vec<u64>> {
    let mut numbers = [(), ()].map(|()| first + u64::from(dice.below(count)));
    numbers.sort_unstable();
    match dice.below(8) {
        0 => None,
        1 => Some(vec![]),
        2 | 3 if numbers[0] != numbers[1] => Some(numbers.to_vec()),
        _ => Some(vec![numbers[0]]),
    }
}

/// Numbers that no telephone has: Danish ones do not begin with zeros, and the British range
/// is set aside for drama.
fn fictional_number(dice: &mut Dice) -> String {
    let (one, two) = (dice.below(100), dice.below(100));
    match dice.below(3) {
        0 => format!("+45 00 00 {one:02} {two:02}"),
        1 => format!("+4500{one:02}{two:02}00"),
        _ => format!("+44 7700 900{:03}", one * 10 + two % 10),
    }
}

/// `behaviours::NUMBER_OR_TEXT`.
fn level(dice: &mut Dice) -> Json {
    let number = u64::from(dice.below(6));
    match dice.below(5) {
        0 => Json::Null,
        1 => "Senior".into(),
        2 => number.to_string().into(),
        _ => number.into(),
    }
}

/// `behaviours::NUMBER_OR_TEXT`.
fn salary_id(dice: &mut Dice, number: usize) -> Json {
    match dice.below(4) {
        0 => (9000 + number as u64).into(),
        1 => format!("{}", 9000 + number).into(),
        _ => Json::Null,
    }
}

fn access_groups(dice: &mut Dice) -> Json {
    let [plain, people, courses] = ACCESS_GROUPS.map(AccessGroup::reference);
    match dice.below(6) {
        0 => Json::Null,
        1 => Json::List(vec![]),
        2 => Json::List(vec![people, courses]),
        _ => Json::List(vec![plain]),
    }
}

/// `behaviours::ATTRIBUTES_FORMS`.
fn custom_attributes(dice: &mut Dice) -> Json {
    let size = u64::from(dice.between(36, 46));
    match dice.below(5) {
        0 => Json::Null,
        1 => Json::List(vec![]),
        2 => Json::Object(vec![
            ("shoe_size", size.to_string().into()),
            ("cost_center", Json::Null),
        ]),
        3 => Json::Object(vec![("Parkering / plads", "P-4 øst".into())]),
        _ => Json::Object(vec![
            ("shoe_size", size.into()),
            ("cost_center", "1200".into()),
        ]),
    }
}
