//! `PATCH /v3/courses/{course_id}/participants/{user_id}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{CourseAssignment, CourseId, CourseParticipant, UserId};
use eloomi_wire::DateText;
use http::{Method, Request};

use super::assignment::assignment;
use crate::{body, envelope, inferred_path};

/// Changes how a course is assigned to a person. Inferred: nobody shows this call, but the
/// documented name of the body that assigns one speaks of create and update.
///
/// One request, with the fields that were set and no others. It may be sent again when the answer
/// was lost. That the deadline is taken away by [`Patch::Clear`](eloomi_wire::Patch::Clear) is
/// inferred too.
///
/// # Errors
///
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever eloomi refuses, also with 405 if there
/// is no such call; [`NotFound`](eloomi_core::ErrorKind::NotFound) if it answers 204 or 404 to a
/// course or a person that there is not. To 404 and 405 the error says that the call is inferred.
/// [`Request`](eloomi_core::ErrorKind::Request) if nothing is set.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, courses::UpdateCourseAssignment};
///
/// async fn postpone(client: &Client) -> Result<(), eloomi_core::Error> {
///     client.send(UpdateCourseAssignment::new(9001, 80001).deadline("2021-01-31")).await?;
///     Ok(())
/// }
/// ```
#[derive(Clone, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct UpdateCourseAssignment {
    course_id: CourseId,
    user_id: UserId,
    changes: CourseAssignment,
}

static UPDATE_COURSE_ASSIGNMENT: Route = Route::new(
    "updateCourseAssignment",
    Method::PATCH,
    "/v3/courses/{course_id}/participants/{user_id}",
    Repeat::Idempotent,
);

assignment!(
    UpdateCourseAssignment,
    "Changes how this person takes this course."
);

impl Endpoint for UpdateCourseAssignment {
    type Output = CourseParticipant;

    fn route(&self) -> &'static Route {
        &UPDATE_COURSE_ASSIGNMENT
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        body::changes_something(&self.changes)?;
        let request = self.route().fill(&[&self.course_id, &self.user_id])?;
        request.json(body::json(&self.changes)?).build()
    }

    fn response(&self, reply: &Reply) -> Result<CourseParticipant, ResponseError> {
        let row = envelope::one(reply);
        row.map_err(|error| inferred_path::explained(self.route(), reply, error))
    }
}

#[cfg(test)]
mod tests {
    use eloomi_wire::Patch;

    use super::*;

    #[test]
    fn a_deadline_is_left_cleared_or_set() {
        let written = |change: UpdateCourseAssignment| change.request().unwrap().into_body();
        let change = || UpdateCourseAssignment::new(9001, 80001);
        assert_eq!(written(change().required(true)), r#"{"required":1}"#);
        assert_eq!(
            written(change().deadline(Patch::Clear)),
            r#"{"deadline":null}"#
        );
        assert_eq!(
            written(change().deadline("2021-01-31")),
            r#"{"deadline":"2021-01-31"}"#
        );
    }

    #[test]
    fn a_changed_assignment_may_be_sent_again() {
        let change = UpdateCourseAssignment::new(9001, 80001).required(true);
        assert_eq!(change.repeat(), Repeat::Idempotent);
        let request = change.request().unwrap();
        assert_eq!(request.method(), Method::PATCH);
        assert_eq!(request.uri(), "/v3/courses/9001/participants/80001");
    }

    #[test]
    fn a_change_of_no_assignment_is_not_sent() {
        let error = UpdateCourseAssignment::new(9001, 80001).request();
        assert_eq!(error.unwrap_err().part(), "body");
    }
}
