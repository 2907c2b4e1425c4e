//! `POST /oauth/token`.

mod asked;

use std::sync::Arc;

use axum::extract::{Request, State};
use http::header::{CACHE_CONTROL, PRAGMA};
use http::{HeaderValue, StatusCode};

use self::asked::{Asked, Unreadable};
use crate::answer::Answer;
use crate::behaviours::{self, Behaviour};
use crate::eloomi::gate;
use crate::eloomi::switches::{ExpiresIn, TokenRefusal};
use crate::eloomi::tokens::CLIENT_ID;
use crate::eloomi::world::World;
use crate::json::Json;
use crate::setup::SECRET_PREFIX;

pub(crate) const PATH: &str = "/oauth/token";

pub(crate) async fn answer(State(world): State<Arc<World>>, request: Request) -> Answer {
    world.tokens.count_request();
    // Free unless the switch is on: `behaviours::TOKEN_CALLS`.
    if world.switches().token_requests_count
        && let Err(refused) = gate::count(&world, request.extensions())
    {
        return refused;
    }
    match Asked::read(request).await {
        Ok(asked) => judge(&world, &asked).unwrap_or_else(|refused| refused),
        Err(Unreadable) => bad_request("The body could not be read."),
    }
}

fn judge(world: &World, asked: &Asked) -> Result<Answer, Answer> {
    if asked.grant_type.as_deref() != Some("client_credentials") {
        return Err(refusal(
            StatusCode::BAD_REQUEST,
            "unsupported_grant_type",
            "The grant type is not supported.",
            Some("Check the `grant_type` parameter"),
            &behaviours::TOKEN_BAD_GRANT,
        ));
    }
    let id = asked
        .client_id
        .as_deref()
        .ok_or_else(|| bad_request("Check the `client_id` parameter"))?;
    let secret = asked.client_secret.as_deref();
    let secret = secret.ok_or_else(|| bad_request("Check the `client_secret` parameter"))?;
    if !secret.starts_with(SECRET_PREFIX) {
        let hint = "This is a simulator. Its secrets start with `sim-`; do not send it a real one.";
        return Err(wrong_client(
            world,
            Some(hint),
            &behaviours::TOKEN_FOREIGN_SECRET,
        ));
    }
    if id != CLIENT_ID || secret != world.tokens.secret() {
        return Err(wrong_client(world, None, &behaviours::TOKEN_WRONG_CLIENT));
    }
    match asked.scope.as_deref() {
        None | Some("" | "*") => Ok(issue(world)),
        Some(_) => Err(refusal(
            StatusCode::BAD_REQUEST,
            "invalid_scope",
            "The requested scope is invalid, unknown, or malformed",
            Some("Check the `scope` parameter"),
            &behaviours::TOKEN_SCOPE,
        )),
    }
}

fn issue(world: &World) -> Answer {
    let switches = world.switches();
    let lifetime = switches.token_lifetime;
    let token = world.tokens.issue(world.ground.clock.now(), lifetime);
    let seconds = lifetime.as_secs();
    let mut members = vec![("token_type", "Bearer".into())];
    match switches.expires_in {
        ExpiresIn::Number => members.push(("expires_in", seconds.into())),
        ExpiresIn::Text => members.push(("expires_in", seconds.to_string().into())),
        ExpiresIn::Absent => {}
    }
    members.push(("access_token", token.into()));
    // RFC 6749 §5.1 demands both headers.
    Answer::json(
        StatusCode::OK,
        Json::Object(members),
        &behaviours::TOKEN_ISSUED,
    )
    .header(CACHE_CONTROL, HeaderValue::from_static("no-store"))
    .header(PRAGMA, HeaderValue::from_static("no-cache"))
}

fn bad_request(hint: &'static str) -> Answer {
    refusal(
        StatusCode::BAD_REQUEST,
        "invalid_request",
        "A value is missing, or the request is malformed.",
        Some(hint),
        &behaviours::TOKEN_BAD_REQUEST,
    )
}

fn wrong_client(world: &World, hint: Option<&'static str>, shows: &'static Behaviour) -> Answer {
    let status = match world.switches().token_refusal {
        TokenRefusal::BadRequest => StatusCode::BAD_REQUEST,
        TokenRefusal::Unauthorized => StatusCode::UNAUTHORIZED,
    };
    refusal(
        status,
        "invalid_client",
        "Client authentication failed",
        hint,
        shows,
    )
}

/// Never echoes what was sent: a secret may have slipped into any value.
fn refusal(
    status: StatusCode,
    error: &'static str,
    message: &'static str,
    hint: Option<&'static str>,
    shows: &'static Behaviour,
) -> Answer {
    let mut members = vec![("error", error.into())];
    if status == StatusCode::UNAUTHORIZED {
        members.push(("error_description", message.into()));
    }
    members.push(("message", message.into()));
    if let Some(hint) = hint {
        members.push(("hint", hint.into()));
    }
    Answer::json(status, Json::Object(members), shows)
}
