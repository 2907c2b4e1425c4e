//! `GET /v3/programs/{program_id}/participants`.

use eloomi_core::{Endpoint as _, Repeat, Route};
use eloomi_model::{ProgramId, ProgramParticipant};
use http::Method;

use crate::{
    inferred_path,
    paging::{Paging, paged_list},
    participation,
};

/// Lists the people of a program. The path is inferred, after that of courses, and nobody shows the
/// call; a row is documented.
///
/// `send` fetches one answer, which holds all rows as far as is known. `stream` asks for a page
/// after it until one is empty or holds nothing new, so it costs a request more and is whole also
/// where the service has pages. Rows do not say which program they are of.
///
/// # Errors
///
/// [`Request`](eloomi_core::ErrorKind::Request) for a page, or a page size, of 0.
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a 404; the error says that the path is inferred.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, programs::ListProgramParticipants};
///
/// async fn left(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let rows = client.stream(ListProgramParticipants::new(90092)).collect().await?;
///     Ok(rows.iter().filter(|row| row.completed_at.is_none()).count())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListProgramParticipants {
    program_id: ProgramId,
    paging: Paging,
}

static LIST_PROGRAM_PARTICIPANTS: Route = Route::new(
    "listProgramParticipants",
    Method::GET,
    "/v3/programs/{program_id}/participants",
    Repeat::Safe,
);

impl ListProgramParticipants {
    /// Everybody in this program.
    pub fn new(program: impl Into<ProgramId>) -> Self {
        Self {
            program_id: program.into(),
            paging: Paging::default(),
        }
    }
}

paged_list!(
    ListProgramParticipants: ProgramParticipant,
    route: |_| &LIST_PROGRAM_PARTICIPANTS,
    begin: |list| LIST_PROGRAM_PARTICIPANTS.fill(&[&list.program_id]),
    identity: participation::program_row_identity,
    alike: true,
    refused: |list, reply, error| inferred_path::explained(list.route(), reply, error)
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_people_of_a_program_have_a_path_like_those_of_a_course() {
        let list = ListProgramParticipants::new(90092).page(2).per_page(50);
        assert_eq!(
            list.request().unwrap().uri(),
            "/v3/programs/90092/participants?page=2&per_page=50"
        );
    }
}
