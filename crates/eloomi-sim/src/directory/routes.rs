//! The endpoints, one file each, and which request reaches which.

mod create_user;
mod delete_user;
mod get_me;
mod get_user;
mod list_users;
mod page;
mod preflight;
mod token;
mod update_user;

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use http::{Method, Request};

use super::caller::Caller;
use super::refusal::Refusal;
use super::world::World;
use crate::answer::{Answer, Reached};
use crate::behaviours;

/// Where tokens are handed out.
pub(crate) const TOKEN: &str = "/oauth/token";

/// What a route gives.
type Answered = Result<Answer, Refusal>;

/// Answers a request.
pub(crate) async fn answer(world: &World, request: Request<Body>) -> Response {
    let path = request.uri().path().to_owned();
    let method = request.method().clone();
    let reads = method == Method::GET || method == Method::HEAD;
    let user = path
        .strip_prefix("/users/")
        .filter(|user| !user.is_empty() && !user.contains('/'));
    let (template, answered) = match (&method, path.as_str(), user) {
        (&Method::POST, TOKEN, _) => (TOKEN, token::answer(world, request).await),
        (_, "/users", _) if reads => ("/users", list_users::answer(world, &request)),
        (&Method::POST, "/users", _) => ("/users", create_user::answer(world, request).await),
        (_, "/users/me", _) if reads => ("/users/me", get_me::answer(world, &request)),
        (_, _, Some(user)) if reads => (USER, get_user::answer(world, &request, user)),
        (&Method::PUT, _, Some(user)) => (USER, update_user::answer(world, request, user).await),
        (&Method::DELETE, _, Some(user)) => (USER, delete_user::answer(world, request, user).await),
        (&Method::OPTIONS, ..) => return preflight::answer(&request),
        (_, path, _) if is_private(path) => ("", private(world, &request)),
        (
            &Method::POST,
            "/login" | "/forgot-password" | "/reset-password" | "/oauth/authorize",
            _,
        ) => (
            "",
            Err(Refusal::forbidden("Forbidden", &behaviours::LV_CSRF)),
        ),
        (_, path, _) if reads && !has_extension(path) => return page::answer(world),
        _ => (
            "",
            Err(Refusal::not_found(
                "Not Found",
                &behaviours::LV_UNKNOWN_PATH,
            )),
        ),
    };
    let mut response = answered.unwrap_or_else(Answer::from).into_response();
    if !template.is_empty() {
        response.extensions_mut().insert(Reached(template.into()));
    }
    response
}

const USER: &str = "/users/{user}";

/// The registries of programs and hooks need scopes that no token of the token endpoint has.
fn is_private(path: &str) -> bool {
    let rest = path
        .strip_prefix("/apps")
        .or_else(|| path.strip_prefix("/hooks"));
    let Some(rest) = rest else { return false };
    let one = rest.strip_prefix('/');
    rest.is_empty() || one.is_some_and(|id| !id.is_empty() && !id.contains('/'))
}

fn private(world: &World, request: &Request<Body>) -> Answered {
    Caller::of(world, request.headers())?;
    Err(Refusal::forbidden(
        "out_of_scope",
        &behaviours::LV_OUT_OF_SCOPE,
    ))
}

fn has_extension(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.')
        .is_some_and(|(stem, end)| !stem.is_empty() && !end.is_empty())
}

/// The id in a path, decoded.
fn user_id(user: &str) -> Result<String, Refusal> {
    let bytes = percent_decoded(user);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if super::ids::is_sound(&text) {
        Ok(text)
    } else {
        Err(Refusal::bad_id())
    }
}

fn percent_decoded(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let code = others.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            out.push(byte);
            rest = &others[2..];
        } else {
            out.push(*first);
            rest = others;
        }
    }
    out
}
