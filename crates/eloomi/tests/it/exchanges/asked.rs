//! The typed request for each exchange, one list per folder of exchanges.

mod access_groups;
mod courses;
mod oauth;
mod open;
mod programs;
mod teams;
mod units;
mod users;

use super::shown::{Desk, Outcome};

/// Sends one request and tells what came of it.
pub(super) type Ask = for<'a> fn(&'a Desk) -> Outcome<'a>;

/// An exchange by its path, and the request for it.
pub(super) type Asked = (&'static str, Ask);

/// The request for the exchange of this name.
pub(super) fn of(name: &str) -> Option<Ask> {
    let found = requests().find(|(file, _)| *file == name);
    found.map(|(_, ask)| *ask)
}

/// One for each file.
pub(super) fn requests() -> impl Iterator<Item = &'static Asked> {
    [
        oauth::REQUESTS,
        users::REQUESTS,
        units::REQUESTS,
        teams::REQUESTS,
        access_groups::REQUESTS,
        courses::REQUESTS,
        programs::REQUESTS,
        open::REQUESTS,
    ]
    .into_iter()
    .flatten()
}
