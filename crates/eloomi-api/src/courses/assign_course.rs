//! `POST /v3/courses/{course_id}/participants/{user_id}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{CourseAssignment, CourseId, CourseParticipant, UserId};
use eloomi_wire::DateText;
use http::{Method, Request};

use super::assignment::assignment;
use crate::{body, envelope};

/// Assigns a course to a person and returns how they now take it. Documented; the answer is 200, not
/// 201.
///
/// One request, without a body if nothing is set. Never repeated once it may have left, except
/// after a 401: what assigning twice does is not said, and whether eloomi tells the person is
/// neither.
///
/// # Errors
///
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever eloomi refuses; that an unknown course
/// or person is among it is inferred. [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer
/// was lost: look into [`ListCourseParticipants`](super::ListCourseParticipants) before sending it
/// again.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, courses::AssignCourse};
///
/// async fn assign(client: &Client) -> Result<(), eloomi_core::Error> {
///     let assignment = AssignCourse::new(9001, 80001).required(true).deadline("2020-12-13");
///     client.send(assignment).await?;
///     Ok(())
/// }
/// ```
#[derive(Clone, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct AssignCourse {
    course_id: CourseId,
    user_id: UserId,
    changes: CourseAssignment,
}

static ASSIGN_COURSE: Route = Route::new(
    "createCourseAssignment",
    Method::POST,
    "/v3/courses/{course_id}/participants/{user_id}",
    Repeat::Never,
)
.check("look with `ListCourseParticipants` whether the person takes the course");

assignment!(AssignCourse, "Assigns this course to this person.");

impl Endpoint for AssignCourse {
    type Output = CourseParticipant;

    fn route(&self) -> &'static Route {
        &ASSIGN_COURSE
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        let request = self.route().fill(&[&self.course_id, &self.user_id])?;
        if self.changes == CourseAssignment::default() {
            return request.build();
        }
        request.json(body::json(&self.changes)?).build()
    }

    fn response(&self, reply: &Reply) -> Result<CourseParticipant, ResponseError> {
        envelope::one(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assignment_of_nothing_more_has_no_body() {
        let request = AssignCourse::new(9001, 80001).request().unwrap();
        assert_eq!(request.method(), Method::POST);
        assert_eq!(request.uri(), "/v3/courses/9001/participants/80001");
        assert!(request.body().is_empty() && request.headers().is_empty());
    }

    #[test]
    fn required_is_written_as_a_digit_and_attributes_with_a_capital_letter() {
        let request = AssignCourse::new(9001, 80001)
            .required(false)
            .deadline("2020-12-13")
            .custom_attributes([("cost_center", "1200"), ("reason", "new \"role\"")]);
        assert_eq!(
            request.request().unwrap().body(),
            r#"{"customAttributes":{"cost_center":"1200","reason":"new \"role\""},"deadline":"2020-12-13","required":0}"#
        );
    }

    #[test]
    fn an_assignment_is_never_repeated() {
        assert_eq!(AssignCourse::new(9001, 80001).repeat(), Repeat::Never);
    }

    #[test]
    fn debug_names_the_course_and_not_the_person() {
        let request = AssignCourse::new(9001, 80001).deadline("2031-07-04");
        let shown = format!("{request:?}");
        assert!(shown.contains("9001"), "{shown}");
        assert!(
            !shown.contains("80001") && !shown.contains("2031"),
            "{shown}"
        );
    }
}
