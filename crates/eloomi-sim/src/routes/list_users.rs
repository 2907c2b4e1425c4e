//! `GET /v3/users`.

use std::borrow::Cow;
use std::sync::Arc;

use axum::extract::{RawQuery, State};

use crate::answer::Answer;
use crate::behaviours;
use crate::envelope;
use crate::json::Json;
use crate::people::{Person, PersonState};
use crate::switches::{PastEnd, PerPageDefault, Switches};
use crate::world::World;

pub(crate) const PATH: &str = "/v3/users";

pub(crate) async fn answer(State(world): State<Arc<World>>, RawQuery(query): RawQuery) -> Answer {
    let switches = world.switches();
    let asked = match Asked::read(query.as_deref().unwrap_or_default(), &switches) {
        Ok(asked) => asked,
        Err(refused) => return refused,
    };
    let people = world.people();
    let wanted = people
        .in_state(asked.state)
        .filter(|person| asked.fits(person));
    let page: Vec<Json> = wanted
        .skip(asked.skip)
        .take(asked.take)
        .map(|person| person.shown(switches.spelling))
        .collect();
    if page.is_empty() && switches.past_end == PastEnd::NoContent {
        return Answer::no_content(&behaviours::PAST_END);
    }
    let shows = if page.is_empty() {
        &behaviours::PAST_END
    } else {
        &behaviours::LIST_USERS
    };
    envelope::success("Showing the users.", Json::List(page), shows)
}

/// What the query asks for.
struct Asked<'q> {
    state: Option<PersonState>,
    employee_id: Option<Cow<'q, str>>,
    skip: usize,
    take: usize,
}

impl<'q> Asked<'q> {
    fn read(query: &'q str, switches: &Switches) -> Result<Self, Answer> {
        let parameter = |name: &str| parameter(query, name);
        let state = state(parameter("mode").as_deref())?;
        let take = per_page(parameter("per_page").as_deref(), switches)?;
        let page = page(parameter("page").as_deref(), switches);
        Ok(Self {
            state,
            employee_id: parameter("employee_id"),
            skip: (page - 1).saturating_mul(take),
            take,
        })
    }

    /// The filter `behaviours::LIST_EMPLOYEE_ID`.
    fn fits(&self, person: &Person) -> bool {
        let wanted = self.employee_id.as_deref();
        wanted.is_none() || person.employee_id.as_deref() == wanted
    }
}

/// The last value of a parameter, unless empty: `behaviours::LIST_EMPTY_PARAMETER`.
fn parameter<'q>(query: &'q str, name: &str) -> Option<Cow<'q, str>> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let last = pairs.filter(|(own, _)| own == name).last();
    last.map(|(_, value)| value)
        .filter(|value| !value.is_empty())
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

fn per_page(asked: Option<&str>, switches: &Switches) -> Result<usize, Answer> {
    let size = match (asked, switches.per_page_default) {
        (Some(text), _) => match text.parse() {
            Ok(size) if size > 0 => size,
            _ => {
                let cause = "The per_page must be a number above zero.";
                return Err(envelope::bad_request(cause, &behaviours::PER_PAGE_BAD));
            }
        },
        // `behaviours::PER_PAGE_ABSENT`
        (None, PerPageDefault::All) => usize::MAX,
        (None, PerPageDefault::TwentyFive) => 25,
    };
    // `behaviours::PER_PAGE_CAP`; a cap of zero would make every page empty.
    let cap = switches
        .max_per_page
        .map_or(usize::MAX, |cap| cap.max(1) as usize);
    Ok(size.min(cap))
}

/// `behaviours::PAGE`.
fn page(asked: Option<&str>, switches: &Switches) -> usize {
    let page = asked.and_then(|text| text.parse().ok()).unwrap_or(1);
    if switches.repeat_pages {
        1
    } else {
        page.max(1)
    }
}
