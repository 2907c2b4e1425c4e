//! `GET /users`.

use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::{Number, Value};

use super::Answered;
use crate::behaviours;
use crate::directory::caller::Caller;
use crate::directory::given::{Given, Members};
use crate::directory::person::Person;
use crate::directory::refusal::Refusal;
use crate::directory::search::Search;
use crate::directory::world::World;
use crate::directory::{fields, ids, payload, reply, rules};
use crate::json::Json;

/// `behaviours::LV_LISTED`
pub(super) fn answer(world: &World, request: &Request<Body>) -> Answered {
    let caller = Caller::of(world, request.headers())?;
    let query = request.uri().query().unwrap_or_default();
    let query = Given::Object(payload::form(query.as_bytes()));
    let invalid = |invalid| Refusal::invalid("query", invalid);
    let asked = rules::check(query, &fields::LIST, false).map_err(invalid)?;
    caller.needs(&["users:get"])?;
    let filter = Filter::of(&asked)?;
    let state = world.state();
    let people = state.sorted();
    let found: Vec<&Person> = people.into_iter().filter(|one| filter.lets(one)).collect();
    Ok(reply::json(
        StatusCode::OK,
        page(&found, &asked),
        &behaviours::LV_LISTED,
    ))
}

/// Whom to list.
enum Filter {
    Ids(Vec<String>),
    Words {
        email: Option<String>,
        search: Option<Search>,
    },
}

impl Filter {
    /// `behaviours::LV_IDS` and `behaviours::LV_SEARCH`.
    fn of(asked: &Members) -> Result<Self, Refusal> {
        if let Some(Given::List(wanted)) = asked.get("ids") {
            let wanted: Vec<&str> = wanted.iter().filter_map(Given::text).collect();
            if !wanted.iter().all(|id| ids::is_sound(id)) {
                return Err(Refusal::failure(&behaviours::LV_BAD_IDS));
            }
            return Ok(Self::Ids(wanted.into_iter().map(ids::plain).collect()));
        }
        let text = |name| asked.get(name).and_then(Given::text);
        if text("search").is_some_and(|search| search.contains('\0')) {
            return Err(Refusal::failure(&behaviours::LV_NUL));
        }
        Ok(Self::Words {
            email: text("email").map(str::to_owned),
            search: text("search").map(Search::new),
        })
    }

    fn lets(&self, person: &Person) -> bool {
        match self {
            Self::Ids(ids) => ids.contains(&person.id),
            Self::Words { email, search } => {
                let is_email = email
                    .as_ref()
                    .is_none_or(|email| person.text("email") == email);
                let is_found = search.as_ref().is_none_or(|search| {
                    search.finds(person.text("firstName")) || search.finds(person.text("lastName"))
                });
                is_email && is_found
            }
        }
    }
}

/// Fractions are cut where people are counted, and shown as they came.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "both are at least one, and what is too large is past the end"
)]
fn page(found: &[&Person], asked: &Members) -> Json {
    let number = |name, default| match asked.get(name) {
        Some(Given::Number(number)) => *number,
        _ => default,
    };
    let (limit, page) = (number("limit", 20.0), number("page", 1.0));
    let skip = ((page - 1.0) * limit) as usize;
    let shown = found.iter().skip(skip).take(limit as usize);
    let results = shown.map(|person| person.shown(false)).collect();
    Json::Object(vec![
        ("results", Json::List(results)),
        (
            "pageCount",
            shown_number((found.len() as f64 / limit).ceil()),
        ),
        ("page", shown_number(page)),
        ("limit", shown_number(limit)),
    ])
}

/// As JavaScript writes it: a whole number without a point.
#[expect(
    clippy::cast_possible_truncation,
    reason = "it is whole, and no larger than JavaScript's largest"
)]
fn shown_number(number: f64) -> Json {
    let written = if number.fract() == 0.0 {
        Some(Number::from(number as i64))
    } else {
        Number::from_f64(number)
    };
    Json::Given(written.map_or(Value::Null, Value::Number))
}
