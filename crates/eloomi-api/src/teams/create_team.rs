//! `POST /v3/teams`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{
    CourseId, ProgramId, Team, TeamChanges, TeamCourseConfig, TeamProgramConfig, UserId,
};
use eloomi_wire::{Patch, Text};
use http::{Method, Request};

use super::{setters::team_setters, team_body::team_body};
use crate::{envelope, name};

/// Creates a team and returns it as it now is. Documented; the answer is 200, not 201.
///
/// One request, with people, courses and programs at once. People that eloomi does not know are
/// left out without a word (documented of units, inferred here): compare
/// [`Team::users`] with what was sent. What naming members in several ways at once means is not
/// said. Programs tell their people unless `notify` is `false`.
///
/// Never repeated once it may have left, except after a 401: eloomi knows no idempotency key, and
/// nothing says that names are unique.
///
/// # Errors
///
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever eloomi refuses.
/// [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer was lost: look for the name in
/// [`ListTeams`](super::ListTeams) before sending it again.
/// [`Request`](eloomi_core::ErrorKind::Request) for an empty name, and for fields that contradict each
/// other, such as `course_ids` and `add_course_ids`.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, teams::CreateTeam};
/// use eloomi_model::{TeamCourseConfig, TeamId, TeamProgramConfig};
///
/// async fn first_week(client: &Client) -> Result<TeamId, eloomi_core::Error> {
///     let team = CreateTeam::new("First week")
///         .leader_ids([80001])
///         .user_emails(["jane@example.com"])
///         .course_ids([(12, TeamCourseConfig::default().deadline("2026-12-31"))])
///         .program_ids([(90092, TeamProgramConfig::default().notify(false))]);
///     Ok(client.send(team).await?.id)
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct CreateTeam {
    changes: TeamChanges,
}

static CREATE_TEAM: Route = Route::new("createTeam", Method::POST, "/v3/teams", Repeat::Never)
    .check("look with `ListTeams` whether the team is there, by name");

impl CreateTeam {
    /// A team of this name, which is the one field that must be given.
    pub fn new(name: impl Into<Text>) -> Self {
        let mut changes = TeamChanges::default();
        changes.name = Patch::Set(name.into());
        Self { changes }
    }
}

team_setters!(CreateTeam);

impl Endpoint for CreateTeam {
    type Output = Team;

    fn route(&self) -> &'static Route {
        &CREATE_TEAM
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        name::is_given(&self.changes.name)?;
        self.route()
            .fill(&[])?
            .json(team_body(&self.changes)?)
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<Team, ResponseError> {
        envelope::one(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_team_is_written_with_settings_by_id() {
        let request = CreateTeam::new("First week")
            .user_ids([80001])
            .course_ids([(12, TeamCourseConfig::default().required(true))])
            .program_ids([(90092, TeamProgramConfig::default())])
            .custom_attributes([("cost_center", "1200")]);
        let request = request.request().unwrap();
        assert_eq!(request.uri(), "/v3/teams");
        assert_eq!(
            request.body(),
            r#"{"course_ids":{"12":{"required":true}},"custom_attributes":{"cost_center":"1200"},"name":"First week","program_ids":{"90092":{}},"user_ids":[80001]}"#
        );
    }

    #[test]
    fn a_team_without_a_name_is_refused_before_sending() {
        for name in [Patch::from(""), Patch::from(" "), Patch::Clear, Patch::Keep] {
            let error = CreateTeam::new("Team").name(name).request().unwrap_err();
            assert_eq!(error.part(), "name");
        }
    }
}
