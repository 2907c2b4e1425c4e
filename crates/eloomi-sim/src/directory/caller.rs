//! Who calls: the bearer of a token, and what they may do.

use http::HeaderMap;
use http::header::AUTHORIZATION;

use super::person::Person;
use super::refusal::Refusal;
use super::world::World;
use crate::behaviours;

/// The bearer of a good token.
pub(crate) struct Caller {
    /// `None` for a program itself.
    pub(crate) person: Option<Person>,
    pub(crate) scopes: Vec<String>,
}

impl Caller {
    /// The bearer of the request's token.
    pub(crate) fn of(world: &World, headers: &HeaderMap) -> Result<Self, Refusal> {
        let missing = || {
            Refusal::unauthorized("Missing authentication", &behaviours::LV_MISSING_AUTH)
                .challenging("Bearer")
        };
        let token = bearer(headers).ok_or_else(missing)?;
        let unknown = || Refusal::unauthorized("invalid_token", &behaviours::LV_INVALID_TOKEN);
        let state = world.state();
        let access = state.tokens.access.get(&token).ok_or_else(unknown)?;
        let person = match &access.person {
            Some(id) => Some(state.person(id).ok_or_else(unknown)?),
            None => None,
        };
        if person.is_some_and(|person| person.is_disabled(world.now())) {
            let shows = &behaviours::LV_USER_DISABLED;
            return Err(Refusal::unauthorized("user_disabled", shows));
        }
        if access.has_ended(world.ground.clock.now()) {
            let shows = &behaviours::LV_TOKEN_EXPIRED;
            return Err(Refusal::unauthorized("token_expired", shows));
        }
        Ok(Self {
            person: person.cloned(),
            scopes: access.scopes.clone(),
        })
    }

    pub(crate) fn has(&self, scope: &str) -> bool {
        self.scopes.iter().any(|own| own == scope)
    }

    /// Refuses a caller who has none of these scopes.
    pub(crate) fn needs(&self, scopes: &[&str]) -> Result<(), Refusal> {
        if scopes.iter().any(|scope| self.has(scope)) {
            return Ok(());
        }
        Err(Refusal::forbidden(
            "out_of_scope",
            &behaviours::LV_OUT_OF_SCOPE,
        ))
    }

    /// Whether a role lets the caller write.
    pub(crate) fn may_write(&self) -> bool {
        self.person.as_ref().is_some_and(Person::may_write)
    }

    /// Refuses a caller whom no role lets write.
    pub(crate) fn needs_right(&self) -> Result<(), Refusal> {
        if self.may_write() {
            return Ok(());
        }
        Err(no_right())
    }

    /// Whether a path names the caller, in lower case: `behaviours::LV_SELF`.
    pub(crate) fn is(&self, id: &str) -> bool {
        self.person.as_ref().is_some_and(|person| person.id == id)
    }
}

pub(crate) fn no_right() -> Refusal {
    Refusal::forbidden("insufficient_rights", &behaviours::LV_RIGHTS)
}

/// The token of the header alone; a scheme in any case.
fn bearer(headers: &HeaderMap) -> Option<String> {
    let header = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let mut parts = header.split_whitespace();
    let is_bearer = parts.next()?.eq_ignore_ascii_case("bearer");
    parts.next().filter(|_| is_bearer).map(str::to_owned)
}
