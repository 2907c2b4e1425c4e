//! `GET /v3/users`.

use std::borrow::Cow;
use std::sync::Arc;

use axum::extract::{RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::envelope;
use crate::eloomi::people::{Person, PersonState};
use crate::eloomi::query::PageAsked;
use crate::eloomi::switches::Switches;
use crate::eloomi::world::World;
use crate::parameter::parameter;

pub(crate) const PATH: &str = "/v3/users";

pub(crate) async fn answer(
    State(world): State<Arc<World>>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let switches = world.switches();
    let asked = Asked::read(query.as_deref().unwrap_or_default(), &switches)?;
    let company = world.company();
    let wanted = company
        .people
        .in_state(asked.state)
        .filter(|person| asked.fits(person));
    let shown = wanted.map(|person| person.shown(switches.spelling));
    let text = "Showing the users.";
    let page = asked.page;
    Ok(page.answer(shown, &switches, text, &behaviours::LIST_USERS))
}

/// What the query asks for.
struct Asked<'q> {
    state: Option<PersonState>,
    employee_id: Option<Cow<'q, str>>,
    page: PageAsked,
}

impl<'q> Asked<'q> {
    fn read(query: &'q str, switches: &Switches) -> Result<Self, Answer> {
        Ok(Self {
            state: state(parameter(query, "mode").as_deref())?,
            employee_id: parameter(query, "employee_id"),
            page: PageAsked::read(query, switches)?,
        })
    }

    /// The filter `behaviours::LIST_EMPLOYEE_ID`.
    fn fits(&self, person: &Person) -> bool {
        let wanted = self.employee_id.as_deref();
        wanted.is_none() || person.employee_id.as_deref() == wanted
    }
}

/// `behaviours::LIST_MODE`.
fn state(mode: Option<&str>) -> Result<Option<PersonState>, Answer> {
    Ok(Some(match mode {
        None | Some("all") => return Ok(None),
        Some("pending") => PersonState::Pending,
        Some("active") => PersonState::Active,
        Some("inactive") => PersonState::Inactive,
        Some("suspended") => PersonState::Suspended,
        Some(_) => {
            let cause = "The mode is unknown.";
            return Err(envelope::bad_request(cause, &behaviours::LIST_BAD_MODE));
        }
    }))
}
