//! The groups that eloomi names and whose paths nobody has documented, each at its inferred one.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::{list_access_groups, open, unknown_path};
use crate::gate;
use crate::world::World;

pub(super) fn router(world: &Arc<World>) -> Router<Arc<World>> {
    Router::new()
        .route(list_access_groups::PATH, get(list_access_groups::answer))
        .route("/v3/coaches", get(open::list).post(open::create))
        .route(
            "/v3/coaches/{id}",
            get(open::one).patch(open::update).delete(open::delete),
        )
        .route("/v3/course-categories", get(open::list).post(open::create))
        .route(
            "/v3/course-categories/{id}",
            get(open::one).patch(open::update).delete(open::delete),
        )
        .route("/v3/customers", get(open::list).post(open::create))
        .route(
            "/v3/customers/{id}",
            get(open::one).patch(open::update).delete(open::delete),
        )
        .route("/v3/goals", get(open::list).post(open::create))
        .route(
            "/v3/goals/{id}",
            get(open::one).patch(open::update).delete(open::delete),
        )
        .route("/v3/orders", get(open::list).post(open::create))
        .route(
            "/v3/orders/{id}",
            get(open::one).patch(open::update).delete(open::delete),
        )
        .route("/v3/paths", get(open::list).post(open::create))
        .route(
            "/v3/paths/{id}",
            get(open::one).patch(open::update).delete(open::delete),
        )
        .route("/v3/programs", get(open::list).post(open::create))
        .route(
            "/v3/programs/{id}",
            get(open::one).patch(open::update).delete(open::delete),
        )
        .route_layer(from_fn_with_state(world.clone(), gate::pass))
        .route_layer(from_fn_with_state(world.clone(), are_there))
}

/// `behaviours::INFERRED_PATHS`.
async fn are_there(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    if world.switches().inferred_groups {
        next.run(request).await
    } else {
        unknown_path().await.into_response()
    }
}
