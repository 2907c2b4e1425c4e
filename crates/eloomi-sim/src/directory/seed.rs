//! What a directory holds at its start, read from a file.

mod file;
mod notes;

use std::time::{Duration, Instant};

use self::file::File;
use super::app::App;
use super::given::{Given, Members};
use super::ids::Ids;
use super::instant;
use super::person::Person;
use super::tokens::{Access, Grant, Tokens};
use super::world::{State, millis};
use crate::dice::Dice;
use crate::error::{StartError, StartErrorKind};
use crate::ground::Ground;

/// Everybody's password, unless they came by a call.
pub(crate) const PASSWORD: &str = "made-up-password";

/// How long a token of the file lasts that has not ended.
const LONG: Duration = Duration::from_secs(172_800);

/// Reads what a file holds.
pub(crate) fn read(text: &str, ground: &Ground, mut dice: Dice) -> Result<State, StartError> {
    let bad = |error| StartError::with(StartErrorKind::SeedFile, error);
    let file: File = serde_json::from_str(text).map_err(bad)?;
    let (now, at) = (millis(ground), ground.clock.now());
    let people = people(&file, now);
    let apps = apps(&file);
    let tokens = tokens(&file, &people, at);
    let ids = Ids::new(&mut dice);
    Ok(State {
        people,
        apps: apps.into_iter().map(|(_, app)| app).collect(),
        tokens,
        ids,
        dice,
    })
}

fn people(file: &File, now: i64) -> Vec<Person> {
    let mut people: Vec<Person> = file.people.iter().cloned().map(person).collect();
    for (name, note) in &file.left_or_not_hired {
        let found = people.iter_mut().find(|person| nickname(person) == name);
        let Some(person) = found else { continue };
        if let Some((member, days)) = notes::move_to(note) {
            let millis = now.saturating_add(days.saturating_mul(86_400_000));
            let instant = Given::Text(instant::written(millis));
            person.document.put(member.to_owned(), instant);
        }
        person.needs_password_change |= notes::needs_password_change(note);
    }
    people
}

fn person(mut document: Members) -> Person {
    let id = document.take("id");
    // What follows from the rest is not kept.
    document.take("profilePictureUrl");
    Person {
        id: id
            .as_ref()
            .and_then(Given::text)
            .unwrap_or_default()
            .to_ascii_lowercase(),
        document,
        password: Some(PASSWORD.to_owned()),
        needs_password_change: false,
    }
}

/// What the file calls a person: the address up to its sign.
fn nickname(person: &Person) -> &str {
    person.text("email").split('@').next().unwrap_or_default()
}

fn apps(file: &File) -> Vec<(&str, App)> {
    let app = |(name, (id, secret, scopes)): (&String, &(String, String, Vec<String>))| {
        let app = App {
            id: id.clone(),
            secret: secret.clone(),
            scopes: scopes.clone(),
        };
        (name.to_owned(), app)
    };
    let apps = file
        .apps
        .iter()
        .map(|entry| (entry.0.as_str(), app(entry).1));
    apps.collect()
}

fn tokens(file: &File, people: &[Person], at: Instant) -> Tokens {
    let apps = apps(file);
    let app = |name: &Option<String>| {
        let found = apps.iter().find(|(own, _)| Some(*own) == name.as_deref());
        found.map(|(_, app)| app)
    };
    // Whoever is not there any more has a name that is the id of nobody.
    let id = |name: &str| {
        let found = people.iter().find(|person| nickname(person) == name);
        found.map_or_else(|| name.to_owned(), |person| person.id.clone())
    };
    let mut tokens = Tokens::default();
    for (token, (person, of, note)) in &file.bearers {
        let Some(app) = app(of) else { continue };
        let person = person.as_deref().map(id);
        let scopes = notes::scopes(note, &app.scopes);
        let lifetime = (!notes::never_ends(note)).then_some(LONG);
        let mut access = Access::new(person, scopes, at, lifetime);
        if notes::has_ended(note) {
            access.expire();
        }
        tokens.access.insert(token.clone(), access);
    }
    let grant = |(person, of, note): &(Option<String>, Option<String>, String)| {
        let end = if notes::has_ended(note) {
            Some(at)
        } else {
            at.checked_add(LONG)
        };
        Some(Grant {
            person: id(person.as_deref()?),
            app: app(of)?.id.clone(),
            end,
        })
    };
    let granted = |entries: &file::Entries| {
        let entries = entries.iter();
        let good = entries.filter_map(|(token, entry)| Some((token.clone(), grant(entry)?)));
        good.collect()
    };
    tokens.refresh = granted(&file.refresh_tokens);
    tokens.codes = granted(&file.codes);
    tokens
}
