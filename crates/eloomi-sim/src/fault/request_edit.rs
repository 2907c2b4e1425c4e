//! Faults that change a request on its way to the routes.

use axum::body::Body;
use http::header::AUTHORIZATION;
use http::{Request, Uri};

use super::action::Action;
use crate::bearer::bearer;
use crate::service::Service;

pub(super) fn edit(action: &Action, request: &mut Request<Body>, service: &dyn Service) {
    match action {
        Action::HideToken | Action::HideYoungToken(_) => {
            request.headers_mut().remove(AUTHORIZATION);
        }
        Action::ExpireToken => {
            if let Some(token) = bearer(request.headers()) {
                service.expire_token(token);
            }
        }
        Action::RepeatPage => set_parameter(request.uri_mut(), "page", "1"),
        Action::CapPage(most) => {
            set_parameter(request.uri_mut(), service.lists().size, &most.to_string());
        }
        Action::Shift(shift) => service.shift_people(*shift),
        _ => {}
    }
}

fn set_parameter(uri: &mut Uri, name: &str, value: &str) {
    let query = uri.query().unwrap_or_default();
    let others = form_urlencoded::parse(query.as_bytes()).filter(|(own, _)| own != name);
    let mut written = form_urlencoded::Serializer::new(String::new());
    let query = written
        .extend_pairs(others)
        .append_pair(name, value)
        .finish();
    // A path of a valid target is valid, and so is a query that was encoded.
    if let Ok(edited) = format!("{}?{query}", uri.path()).parse() {
        *uri = edited;
    }
}
