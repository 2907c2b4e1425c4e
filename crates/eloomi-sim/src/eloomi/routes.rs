//! The endpoints, one file each.
//!
//! To add one: write its file with a `PATH` and an `answer`, name it below, and give what it
//! does a row in the table of behaviours. Whatever addresses one user shares `user_key`, one unit
//! `unit_key`, a course and who takes it `course_and_user`; `key` reads what stands in a path.

mod add_team_programs;
mod add_user_to_team;
mod assign_course;
mod course_and_user;
mod create_team;
mod create_unit;
mod create_user;
mod delete_team;
mod delete_unit;
mod delete_user;
mod get_course;
mod get_team;
mod get_unit;
mod get_user;
mod inferred;
mod key;
mod list_access_groups;
mod list_course_participants;
mod list_courses;
mod list_program_participants;
mod list_teams;
mod list_units;
mod list_users;
mod open;
mod openapi;
mod token;
mod unit_key;
mod update_course_assignment;
mod update_team;
mod update_unit;
mod update_user;
mod user_key;

use std::sync::Arc;

use axum::extract::{MatchedPath, Request};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post, put};
use axum::{Router, http::StatusCode};

use crate::answer::{Answer, Reached};
use crate::behaviours;
use crate::eloomi::gate;
use crate::eloomi::switches::Switches;
use crate::eloomi::world::World;

pub(crate) use token::PATH as TOKEN_PATH;

/// The routes with the inferred groups and without them.
#[derive(Clone, Debug)]
pub(crate) struct Routes {
    all: Router,
    documented: Router,
}

impl Routes {
    pub(crate) fn new(world: &Arc<World>) -> Self {
        let documented = users()
            .merge(units())
            .merge(teams())
            .merge(courses_and_programs());
        let all = documented.clone().merge(inferred::router());
        Self {
            all: router(world, all),
            documented: router(world, documented),
        }
    }

    /// Those that are there now. A router of its own rather than a layer, which would not see a
    /// wrong method: `behaviours::INFERRED_PATHS`.
    pub(crate) fn now(&mut self, switches: &Switches) -> &mut Router {
        if switches.inferred_groups {
            &mut self.all
        } else {
            &mut self.documented
        }
    }
}

fn router(world: &Arc<World>, behind_the_gate: Router<Arc<World>>) -> Router {
    let gate = from_fn_with_state(world.clone(), gate::pass);
    Router::new()
        .route(openapi::PATH, get(openapi::answer))
        .route(token::PATH, post(token::answer))
        .merge(behind_the_gate.route_layer(gate))
        .route_layer(from_fn(name_route))
        .fallback(unknown_path)
        .method_not_allowed_fallback(wrong_method)
        .with_state(world.clone())
}

fn users() -> Router<Arc<World>> {
    Router::new()
        .route(
            list_users::PATH,
            get(list_users::answer).post(create_user::answer),
        )
        .route(
            user_key::BY_ID,
            get(get_user::by_id)
                .patch(update_user::by_id)
                .delete(delete_user::by_id),
        )
        .route(
            user_key::BY_EMPLOYEE_ID,
            get(get_user::by_employee_id)
                .patch(update_user::by_employee_id)
                .delete(delete_user::by_employee_id),
        )
        .route(
            user_key::BY_EMAIL,
            get(get_user::by_email)
                .patch(update_user::by_email)
                .delete(delete_user::by_email),
        )
        .route(add_user_to_team::PATH, put(add_user_to_team::answer))
}

fn units() -> Router<Arc<World>> {
    Router::new()
        .route(
            list_units::PATH,
            get(list_units::answer).post(create_unit::answer),
        )
        .route(
            unit_key::BY_ID,
            get(get_unit::by_id)
                .patch(update_unit::by_id)
                .delete(delete_unit::by_id),
        )
        .route(
            unit_key::BY_CODE,
            get(get_unit::by_code)
                .patch(update_unit::by_code)
                .delete(delete_unit::by_code),
        )
}

fn teams() -> Router<Arc<World>> {
    Router::new()
        .route(
            list_teams::PATH,
            get(list_teams::answer).post(create_team::answer),
        )
        .route(
            get_team::PATH,
            get(get_team::answer)
                .patch(update_team::answer)
                .delete(delete_team::answer),
        )
        .route(add_team_programs::PATH, post(add_team_programs::answer))
}

fn courses_and_programs() -> Router<Arc<World>> {
    Router::new()
        .route(list_courses::PATH, get(list_courses::answer))
        .route(get_course::PATH, get(get_course::answer))
        .route(
            list_course_participants::PATH,
            get(list_course_participants::answer),
        )
        .route(
            course_and_user::PATH,
            post(assign_course::answer).patch(update_course_assignment::answer),
        )
        .route(
            list_program_participants::PATH,
            get(list_program_participants::answer),
        )
}

async fn name_route(path: MatchedPath, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let template = path.as_str().to_owned().into();
    response.extensions_mut().insert(Reached(template));
    response
}

async fn unknown_path() -> Answer {
    not_found(&behaviours::UNKNOWN_PATH)
}

/// 404 for a path that leads nowhere.
pub(crate) fn not_found(shows: &'static behaviours::Behaviour) -> Answer {
    Answer::message(StatusCode::NOT_FOUND, "Not Found.", shows)
}

async fn wrong_method() -> Answer {
    Answer::message(
        StatusCode::METHOD_NOT_ALLOWED,
        "The method is not supported for this route.",
        &behaviours::WRONG_METHOD,
    )
}
