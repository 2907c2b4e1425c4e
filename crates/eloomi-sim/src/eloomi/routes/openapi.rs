//! `GET /openapi.yaml`: the description of the API, without a token and uncounted.

use axum::response::{IntoResponse, Response};

use crate::{answer::Told, behaviours};

/// Beside `/v3`, where no description is documented.
pub(super) const PATH: &str = "/openapi.yaml";

pub(super) async fn answer() -> Response {
    let text = include_str!("../../../../../docs/api/eloomi-v3.yaml");
    let mut response = ([("content-type", "application/yaml")], text).into_response();
    response.extensions_mut().insert(Told {
        behaviour: &behaviours::OPENAPI,
        body: None,
    });
    response
}
