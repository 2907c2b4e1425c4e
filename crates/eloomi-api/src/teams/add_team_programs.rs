//! `POST /v3/teams/{id}/programs`.

use std::collections::BTreeMap;

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{TeamId, TeamProgramAssignment};
use http::{Method, Request};

use crate::{body, envelope};

/// Assigns programs to a team. Documented: it only puts the work into a queue.
///
/// One request. Success means queued, not done: nothing is known that tells when the work is done,
/// nor whether it failed then. The programs a team has are shown by no answer.
///
/// Never repeated once it may have left, except after a 401: whether assigning a program twice
/// does harm is not said, and its people may be told twice.
///
/// # Errors
///
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever eloomi refuses, a team that is not
/// there included (inferred: no 204 and no 404 is documented here).
/// [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer was lost.
/// [`Request`](eloomi_core::ErrorKind::Request) for no program at all.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, teams::AddTeamPrograms};
/// use eloomi_model::TeamProgramAssignment;
///
/// async fn onboarding(client: &Client) -> Result<(), eloomi_core::Error> {
///     let required = TeamProgramAssignment::new(90092).is_required(true).notify_users(true);
///     client.send(AddTeamPrograms::new(701, [required])).await?;
///     client.send(AddTeamPrograms::new(701, [90093, 90094])).await
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct AddTeamPrograms {
    team: TeamId,
    programs: Vec<TeamProgramAssignment>,
}

static ADD_TEAM_PROGRAMS: Route = Route::new(
    "addTeamPrograms",
    Method::POST,
    "/v3/teams/{id}/programs",
    Repeat::Never,
)
.check("look with `ListProgramParticipants` whether the team's members are in the program");

impl AddTeamPrograms {
    /// Assigns these programs to the team with this id. A bare program id leaves the settings to
    /// eloomi.
    pub fn new<P: Into<TeamProgramAssignment>>(
        team: impl Into<TeamId>,
        programs: impl IntoIterator<Item = P>,
    ) -> Self {
        Self {
            team: team.into(),
            programs: programs.into_iter().map(Into::into).collect(),
        }
    }
}

impl Endpoint for AddTeamPrograms {
    type Output = ();

    fn route(&self) -> &'static Route {
        &ADD_TEAM_PROGRAMS
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        if self.programs.is_empty() {
            let why = "is empty: name at least one program";
            return Err(RequestError::new("programs", why));
        }
        let programs = BTreeMap::from([("programs", &self.programs)]);
        self.route()
            .fill(&[&self.team])?
            .json(body::json(&programs)?)
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
        envelope::done(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_written_in_the_words_of_this_call() {
        let required = TeamProgramAssignment::new(90092).is_required(true);
        let quiet = TeamProgramAssignment::new(90093).notify_users(false);
        let request = AddTeamPrograms::new(701, [required, quiet]);
        let request = request.request().unwrap();
        assert_eq!(request.uri(), "/v3/teams/701/programs");
        assert_eq!(
            request.body(),
            r#"{"programs":[{"program_id":90092,"is_required":true},{"program_id":90093,"notify_users":false}]}"#
        );
    }

    #[test]
    fn an_assignment_of_no_program_is_not_sent() {
        let none: [u64; 0] = [];
        let error = AddTeamPrograms::new(701, none).request().unwrap_err();
        assert_eq!(error.part(), "programs");
    }
}
