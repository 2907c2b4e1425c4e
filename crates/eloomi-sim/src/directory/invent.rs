//! A directory that nobody has written: people and a program that follow from a number.

use super::app::{App, SCOPES};
use super::given::{Given, Members};
use super::ids::Ids;
use super::instant;
use super::person::Person;
use super::seed::PASSWORD;
use super::tokens::Tokens;
use super::world::{State, millis};
use crate::dice::Dice;
use crate::ground::Ground;
use crate::names::{FIRST_NAMES, LAST_NAMES};
use crate::setup::SECRET_PREFIX;

/// Id of the program that an invented directory knows.
const CLIENT_ID: &str = "sim-directory";

/// Streams of the generator that nothing else uses.
const SECRET_STREAM: u64 = u64::MAX - 2;
const PEOPLE_STREAM: u64 = u64::MAX - 3;

/// The roles of the first people; all others are `tech`.
const FIRST_ROLES: [&str; 5] = ["board", "hr", "talent", "lead", "tech"];

/// Invents so many people.
pub(crate) fn state(seed: u64, count: usize, ground: &Ground, dice: Dice) -> State {
    let mut rolled = Dice::new(seed, PEOPLE_STREAM);
    let mut ids = Ids::new(&mut rolled);
    let now = millis(ground);
    let people = (0..count).map(|number| person(number, &mut rolled, &mut ids, now));
    let app = App {
        id: CLIENT_ID.to_owned(),
        secret: format!("{SECRET_PREFIX}{}", Dice::new(seed, SECRET_STREAM).hex(20)),
        scopes: SCOPES.map(str::to_owned).to_vec(),
    };
    State {
        people: people.collect(),
        apps: vec![app],
        tokens: Tokens::default(),
        ids,
        dice,
    }
}

fn person(number: usize, dice: &mut Dice, ids: &mut Ids, now: i64) -> Person {
    let (first, first_plain) = dice.pick(FIRST_NAMES);
    let (last, last_plain) = dice.pick(LAST_NAMES);
    let role = FIRST_ROLES.get(number).copied().unwrap_or("tech");
    let mut document = Members::default();
    let mut put = |name: &str, value| document.put(name.to_owned(), value);
    put("firstName", Given::Text(first.to_owned()));
    put("lastName", Given::Text(last.to_uppercase()));
    let email = format!("{first_plain}.{last_plain}.{number}@example.com");
    put("email", Given::Text(email));
    put("roles", Given::List(vec![Given::Text(role.to_owned())]));
    put("tags", Given::List(Vec::new()));
    put(
        "city",
        Given::Text(dice.pick(["Lyon", "Lille", "Paris"]).to_owned()),
    );
    if dice.once_in(2) {
        let pair = |dice: &mut Dice| dice.between(10, 99);
        let phone = format!(
            "+33 6 {} {} {} {}",
            pair(dice),
            pair(dice),
            pair(dice),
            pair(dice)
        );
        put("phone", Given::Text(phone));
    }
    put("createdAt", Given::Text(instant::written(now)));
    Person {
        id: ids.next(now),
        document,
        password: Some(PASSWORD.to_owned()),
        needs_password_change: false,
    }
}
