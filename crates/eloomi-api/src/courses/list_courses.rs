//! `GET /v3/courses`.

use eloomi_core::{Repeat, Route};
use eloomi_model::Course;
use http::Method;

use crate::paging::{Paging, paged_list};

/// Lists courses. The path is observed in a program that others run, a course is documented; that
/// the list has pages is inferred.
///
/// `send` fetches one answer, which holds all courses as far as is known. `stream` asks for a page
/// after it until one is empty or holds nothing new, so it costs a request more and is whole also
/// where the service has pages.
///
/// # Errors
///
/// [`Request`](eloomi_core::ErrorKind::Request) for a page, or a page size, of 0.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, courses::ListCourses};
///
/// async fn in_use(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let courses = client.stream(ListCourses::new()).collect().await?;
///     Ok(courses.iter().filter(|course| course.active == Some(true)).count())
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListCourses {
    paging: Paging,
}

static LIST_COURSES: Route = Route::new("listCourses", Method::GET, "/v3/courses", Repeat::Safe);

impl ListCourses {
    /// All courses.
    pub fn new() -> Self {
        Self::default()
    }
}

paged_list!(
    ListCourses: Course,
    route: |_| &LIST_COURSES,
    begin: |_| LIST_COURSES.fill(&[]),
    identity: |course| Some(course.id.number())
);

#[cfg(test)]
mod tests {
    use eloomi_core::{Endpoint as _, List as _};

    use super::*;

    #[test]
    fn one_answer_of_courses_names_nothing_and_a_stream_names_page_and_size() {
        let target = |request: ListCourses| request.request().unwrap().uri().to_string();
        assert_eq!(target(ListCourses::new()), "/v3/courses");
        assert_eq!(
            target(ListCourses::new().for_stream()),
            "/v3/courses?page=1&per_page=100"
        );
    }
}
