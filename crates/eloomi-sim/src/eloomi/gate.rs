//! What a call under /v3 must pass: the token, the client's id, and the rate limit.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{HeaderName, RETRY_AFTER};
use http::{Extensions, HeaderMap, StatusCode};

use crate::answer::Answer;
use crate::bearer::{bearer, only};
use crate::behaviours;
use crate::eloomi::limit::Exhausted;
use crate::eloomi::payer::Payer;
use crate::eloomi::switches::RetryAfter;
use crate::eloomi::tokens::CLIENT_ID;
use crate::eloomi::world::World;
use crate::json::Json;

const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// Lets a call through or answers in the route's place.
pub(crate) async fn pass(
    State(world): State<Arc<World>>,
    request: Request,
    next: Next,
) -> Response {
    let known = is_known(&world, request.headers());
    // Others are free unless the switch is on: `behaviours::REFUSED_CALLS`.
    let counts = known || world.switches().unauthenticated_count;
    if counts && let Err(refused) = count(&world, request.extensions()) {
        return refused.into_response();
    }
    if !known {
        return unauthenticated().into_response();
    }
    next.run(request).await
}

/// Takes one call from the rate limit, `behaviours::RATE_LIMIT`.
pub(crate) fn count(world: &World, extensions: &Extensions) -> Result<(), Answer> {
    let kind = world.switches().window_kind;
    // The pipeline has put it there.
    let Some(payer) = extensions.get::<Payer>() else {
        return Ok(());
    };
    let counted = world
        .limits()
        .of(payer)
        .count(world.ground.clock.now(), kind);
    counted.map_err(|exhausted| too_many(world, exhausted))
}

/// Whether the token is good, `behaviours::BEARER`, and the id right,
/// `behaviours::CLIENT_ID_HEADER`.
fn is_known(world: &World, headers: &HeaderMap) -> bool {
    bearer(headers).is_some_and(|token| world.tokens.is_good(token, world.ground.clock.now()))
        && only(headers, "clientid").is_some_and(|id| id == CLIENT_ID)
}

fn unauthenticated() -> Answer {
    let body = Json::Object(vec![("error", "Unauthenticated.".into())]);
    Answer::json(StatusCode::UNAUTHORIZED, body, &behaviours::UNAUTHENTICATED)
}

fn too_many(world: &World, exhausted: Exhausted) -> Answer {
    let answer = Answer::message(
        StatusCode::TOO_MANY_REQUESTS,
        "Too Many Attempts.",
        &behaviours::TOO_MANY,
    );
    let moment = world
        .ground
        .clock
        .since_1970()
        .saturating_add(exhausted.free_in);
    let (seconds, reset) = match world.switches().retry_after {
        RetryAfter::RoundedUp => (rounded_up(exhausted.free_in), rounded_up(moment)),
        RetryAfter::RoundedDown => (exhausted.free_in.as_secs(), moment.as_secs()),
        RetryAfter::Absent => return answer,
    };
    answer.header(RETRY_AFTER, seconds).header(RESET, reset)
}

fn rounded_up(time: Duration) -> u64 {
    let begun = u64::from(time.subsec_nanos() > 0);
    time.as_secs().saturating_add(begun)
}
