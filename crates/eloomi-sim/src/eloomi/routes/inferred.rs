//! The groups that eloomi names and whose paths nobody has documented, each at its inferred one.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use super::{list_access_groups, open};
use crate::eloomi::company::OpenGroups;
use crate::eloomi::world::World;

pub(super) fn router() -> Router<Arc<World>> {
    let router = Router::new().route(list_access_groups::PATH, get(list_access_groups::answer));
    OpenGroups::names().fold(router, with_open_group)
}

/// The two paths that each open group has.
fn with_open_group(router: Router<Arc<World>>, group: &str) -> Router<Arc<World>> {
    router
        .route(&format!("/v3/{group}"), get(open::list).post(open::create))
        .route(
            &format!("/v3/{group}/{{id}}"),
            get(open::one).patch(open::update).delete(open::delete),
        )
}
