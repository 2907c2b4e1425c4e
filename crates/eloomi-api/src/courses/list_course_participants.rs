//! `GET /v3/courses/{course_id}/participants`.

use eloomi_core::{Repeat, Route};
use eloomi_model::{CourseId, CourseParticipant};
use eloomi_wire::Text;
use http::Method;

use crate::{
    paging::{Paging, paged_list},
    participation,
};

/// Lists the people of a course, and how far each of them is. The path is observed in a program that
/// others run, a row is documented; that the list has pages is inferred.
///
/// `send` fetches one answer, which holds all rows as far as is known. `stream` asks for a page
/// after it until one is empty or holds nothing new, so it costs a request more and is whole also
/// where the service has pages. A person may have several rows, and all rows of a page are given. A row
/// that differs from one of an earlier page by nothing but how far the person is, is taken for that
/// row. What a course that there is not answers is not known; a 204 is an empty list.
///
/// # Errors
///
/// [`Request`](eloomi_core::ErrorKind::Request) for a page, or a page size, of 0.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, courses::ListCourseParticipants};
/// use eloomi_model::ParticipantStatus;
///
/// async fn done(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let list = ListCourseParticipants::new(9001).extended_mode();
///     let mut rows = client.stream(list);
///     let mut done = 0;
///     while let Some(row) = rows.next().await {
///         done += usize::from(row?.status == Some(ParticipantStatus::Completed));
///     }
///     Ok(done)
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListCourseParticipants {
    course_id: CourseId,
    extended_mode: Option<Text>,
    paging: Paging,
}

static LIST_COURSE_PARTICIPANTS: Route = Route::new(
    "listCourseParticipants",
    Method::GET,
    "/v3/courses/{course_id}/participants",
    Repeat::Safe,
);

impl ListCourseParticipants {
    /// Everybody in this course.
    pub fn new(course: impl Into<CourseId>) -> Self {
        Self {
            course_id: course.into(),
            extended_mode: None,
            paging: Paging::default(),
        }
    }

    /// Asks for `status` and `renewal_at` too, by `extended_mode=1`. The name is documented; that
    /// `1` is taken is a guess. If rows come without a status, try
    /// [`extended_mode_as`](Self::extended_mode_as) with another value, such as `true`.
    pub fn extended_mode(self) -> Self {
        self.extended_mode_as("1")
    }

    /// The same with a value of your own.
    pub fn extended_mode_as(mut self, value: impl Into<Text>) -> Self {
        self.extended_mode = Some(value.into());
        self
    }
}

paged_list!(
    ListCourseParticipants: CourseParticipant,
    route: |_| &LIST_COURSE_PARTICIPANTS,
    begin: |list| {
        let request = LIST_COURSE_PARTICIPANTS.fill(&[&list.course_id])?;
        Ok(request.query("extended_mode", list.extended_mode.as_ref()))
    },
    identity: participation::course_row_identity,
    alike: true
);

#[cfg(test)]
mod tests {
    use eloomi_core::{Endpoint as _, List as _};

    use super::*;

    fn target(request: &ListCourseParticipants) -> String {
        request.request().unwrap().uri().to_string()
    }

    #[test]
    fn extended_mode_is_sent_only_when_asked_for() {
        let list = ListCourseParticipants::new(9001);
        assert_eq!(target(&list), "/v3/courses/9001/participants");
        assert_eq!(
            target(&list.clone().extended_mode()),
            "/v3/courses/9001/participants?extended_mode=1"
        );
        assert_eq!(
            target(&list.extended_mode_as("true")),
            "/v3/courses/9001/participants?extended_mode=true"
        );
    }

    #[test]
    fn a_stream_keeps_the_extended_mode() {
        let list = ListCourseParticipants::new(9001).extended_mode();
        assert_eq!(
            target(&list.per_page(2).for_stream()),
            "/v3/courses/9001/participants?extended_mode=1&page=1&per_page=2"
        );
    }
}
