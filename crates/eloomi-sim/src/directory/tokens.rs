//! What was handed out: access tokens, refresh tokens and codes.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::dice::Dice;

/// `behaviours::LV_LIFETIMES`
pub(crate) const ACCESS: Duration = Duration::from_secs(172_800);
const REFRESH: Duration = Duration::from_secs(30 * 86_400);
const CODE: Duration = Duration::from_secs(600);

/// An access token.
#[derive(Clone, Debug)]
pub(crate) struct Access {
    /// Id of the person; `None` for one of a program itself.
    pub(crate) person: Option<String>,
    pub(crate) scopes: Vec<String>,
    issued: Instant,
    /// `None` if it never ends.
    end: Option<Instant>,
}

/// A refresh token or a code.
#[derive(Clone, Debug)]
pub(crate) struct Grant {
    pub(crate) person: String,
    /// Id of the program that it is for.
    pub(crate) app: String,
    pub(crate) end: Option<Instant>,
}

/// Everything handed out. No `Debug`: the keys are secrets.
#[derive(Default)]
pub(crate) struct Tokens {
    pub(crate) access: HashMap<String, Access>,
    pub(crate) refresh: HashMap<String, Grant>,
    pub(crate) codes: HashMap<String, Grant>,
}

impl Access {
    pub(crate) fn new(
        person: Option<String>,
        scopes: Vec<String>,
        issued: Instant,
        lifetime: Option<Duration>,
    ) -> Self {
        Self {
            person,
            scopes,
            issued,
            end: lifetime.and_then(|lifetime| issued.checked_add(lifetime)),
        }
    }

    pub(crate) fn has_ended(&self, now: Instant) -> bool {
        self.end.is_some_and(|end| end <= now)
    }

    pub(crate) fn age(&self, now: Instant) -> Option<Duration> {
        (!self.has_ended(now)).then(|| now.saturating_duration_since(self.issued))
    }

    pub(crate) fn expire(&mut self) {
        self.end = Some(self.issued);
    }
}

impl Grant {
    fn is_good(&self, app: &str, now: Instant) -> bool {
        self.app == app && self.end.is_none_or(|end| end > now)
    }
}

impl Tokens {
    /// Hands out an access token.
    pub(crate) fn issue(
        &mut self,
        dice: &mut Dice,
        person: Option<&str>,
        scopes: &[String],
        now: Instant,
    ) -> String {
        let token = uuid(dice);
        let person = person.map(str::to_owned);
        let access = Access::new(person, scopes.to_vec(), now, Some(ACCESS));
        self.access.insert(token.clone(), access);
        token
    }

    /// Hands out a refresh token.
    pub(crate) fn issue_refresh(
        &mut self,
        dice: &mut Dice,
        person: &str,
        app: &str,
        now: Instant,
    ) -> String {
        let token = uuid(dice);
        self.refresh
            .insert(token.clone(), Grant::new(person, app, now, REFRESH));
        token
    }

    /// Hands out a code.
    pub(crate) fn issue_code(
        &mut self,
        dice: &mut Dice,
        person: &str,
        app: &str,
        now: Instant,
    ) -> String {
        let code = dice.hex(20);
        self.codes
            .insert(code.clone(), Grant::new(person, app, now, CODE));
        code
    }

    /// The grant of a refresh token that is good for this program.
    pub(crate) fn refreshed(&self, token: &str, app: &str, now: Instant) -> Option<&Grant> {
        self.refresh
            .get(token)
            .filter(|grant| grant.is_good(app, now))
    }

    /// The grant of a code that is good for this program.
    pub(crate) fn coded(&self, code: &str, app: &str, now: Instant) -> Option<&Grant> {
        self.codes.get(code).filter(|grant| grant.is_good(app, now))
    }

    /// Forgets whatever a person has: `behaviours::LV_DELETED`.
    pub(crate) fn forget(&mut self, person: &str) {
        self.access
            .retain(|_, access| access.person.as_deref() != Some(person));
        self.refresh.retain(|_, grant| grant.person != person);
        self.codes.retain(|_, grant| grant.person != person);
    }
}

impl Grant {
    fn new(person: &str, app: &str, now: Instant, lifetime: Duration) -> Self {
        Self {
            person: person.to_owned(),
            app: app.to_owned(),
            end: now.checked_add(lifetime),
        }
    }
}

/// A random UUID.
fn uuid(dice: &mut Dice) -> String {
    let hex = dice.hex(16);
    let variant = dice.pick(['8', '9', 'a', 'b']);
    let (first, second, third) = (&hex[..8], &hex[8..12], &hex[13..16]);
    format!(
        "{first}-{second}-4{third}-{variant}{}-{}",
        &hex[17..20],
        &hex[20..]
    )
}
