//! `GET /v3/courses/{course_id}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{Course, CourseId};
use http::{Method, Request};

use crate::{envelope, inferred_path};

/// Gets one course. Inferred: nobody shows this call, but a body with one course is documented.
///
/// One request.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a course that there is not, which is a 204 as
/// with people (inferred); [`optional`](eloomi_core::OptionalExt::optional) makes a `None` of it.
/// Also for a 404, so a service without this call looks as if it had no courses; the error then says
/// that the call is inferred.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, courses::GetCourse};
///
/// async fn price(client: &Client) -> Result<Option<f64>, eloomi_core::Error> {
///     let course = client.send(GetCourse::new(9001)).await?;
///     Ok(course.price.and_then(|price| price.as_f64()))
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct GetCourse {
    course_id: CourseId,
}

static GET_COURSE: Route = Route::new(
    "getCourse",
    Method::GET,
    "/v3/courses/{course_id}",
    Repeat::Safe,
);

impl GetCourse {
    /// Gets the course with this id.
    pub fn new(course: impl Into<CourseId>) -> Self {
        Self {
            course_id: course.into(),
        }
    }
}

impl Endpoint for GetCourse {
    type Output = Course;

    fn route(&self) -> &'static Route {
        &GET_COURSE
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.route().fill(&[&self.course_id])?.build()
    }

    fn response(&self, reply: &Reply) -> Result<Course, ResponseError> {
        let course = envelope::one(reply);
        course.map_err(|error| inferred_path::explained(self.route(), reply, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_course_is_a_segment_of_the_path() {
        let request = GetCourse::new(9001).request().unwrap();
        assert_eq!(request.uri(), "/v3/courses/9001");
        assert!(request.body().is_empty());
    }
}
