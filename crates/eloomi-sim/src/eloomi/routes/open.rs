//! The five calls that every open group has: what it is a group of, nobody knows.

use std::sync::Arc;

use axum::extract::{MatchedPath, RawQuery, State};

use super::key::Key;
use crate::answer::Answer;
use crate::behaviours;
use crate::eloomi::company::{Record as _, Thing};
use crate::eloomi::envelope;
use crate::eloomi::fields::Fields;
use crate::eloomi::query::PageAsked;
use crate::eloomi::refused::Refused;
use crate::eloomi::world::World;

type Answered = Result<Answer, Refused>;

pub(super) async fn list(
    State(world): State<Arc<World>>,
    path: MatchedPath,
    RawQuery(query): RawQuery,
) -> Result<Answer, Answer> {
    let switches = world.switches();
    let page = PageAsked::read(query.as_deref().unwrap_or_default(), &switches)?;
    let company = world.company();
    let shown = company.open.all(group(&path)).map(Thing::shown);
    let text = "Showing the group.";
    Ok(page.answer(shown, &switches, text, &behaviours::OPEN_LIST))
}

pub(super) async fn one(State(world): State<Arc<World>>, path: MatchedPath, key: Key) -> Answer {
    let company = world.company();
    let Some(thing) = key.find(|key| company.open.by_key(group(&path), key)) else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    envelope::success("Showing the one.", thing.shown(), &behaviours::OPEN_GET)
}

pub(super) async fn create(
    State(world): State<Arc<World>>,
    path: MatchedPath,
    fields: Fields,
) -> Answered {
    let mut company = world.company_mut();
    let things = company.open.table_mut(group(&path));
    let mut thing = Thing::new(things.next_id());
    thing.change(fields.into_members());
    let data = thing.shown();
    things.put(thing);
    Ok(envelope::success(
        "It was created.",
        data,
        &behaviours::OPEN_CREATE,
    ))
}

pub(super) async fn update(
    State(world): State<Arc<World>>,
    path: MatchedPath,
    key: Key,
    fields: Fields,
) -> Answered {
    let mut company = world.company_mut();
    let things = company.open.table_mut(group(&path));
    let Some(thing) = key.find(|key| things.by_key(key)) else {
        return Ok(Answer::no_content(&behaviours::UNKNOWN_KEY));
    };
    let mut thing = thing.clone();
    thing.change(fields.into_members());
    let data = thing.shown();
    things.put(thing);
    Ok(envelope::success(
        "It was updated.",
        data,
        &behaviours::OPEN_UPDATE,
    ))
}

pub(super) async fn delete(State(world): State<Arc<World>>, path: MatchedPath, key: Key) -> Answer {
    let mut company = world.company_mut();
    let group = group(&path);
    let thing = key.find(|key| company.open.by_key(group, key));
    let Some(id) = thing.map(Thing::id) else {
        return Answer::no_content(&behaviours::UNKNOWN_KEY);
    };
    company.remove_thing(group, id);
    envelope::deleted("It was deleted.", &behaviours::OPEN_DELETE)
}

/// The name of the group: what stands behind the version.
fn group(path: &MatchedPath) -> &str {
    let mut segments = path.as_str().split('/').skip(2);
    segments.next().unwrap_or_default()
}
