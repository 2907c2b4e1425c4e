//! The dashboard's page, which stands wherever nothing else does.

use axum::body::Body;
use axum::response::Response;
use http::HeaderValue;
use http::header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_TYPE, SET_COOKIE};

use crate::answer::Told;
use crate::behaviours;
use crate::directory::world::World;

/// `behaviours::LV_PAGE`
pub(super) fn answer(world: &World) -> Response {
    let mark = world.state().dice.hex(21);
    let page =
        format!("<!doctype html><title>index</title><meta name=\"csrf-token\" content=\"{mark}\">");
    let mut response = Response::new(Body::from(page));
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let cookie = format!("crumb=sim-{mark}; HttpOnly; SameSite=Strict; Path=/");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        headers.insert(SET_COOKIE, cookie);
    }
    let behaviour = &behaviours::LV_PAGE;
    let told = Told {
        behaviour,
        body: None,
    };
    response.extensions_mut().insert(told);
    response
}
