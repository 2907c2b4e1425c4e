//! `PATCH /v3/teams/{id}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{
    CourseId, ProgramId, Team, TeamChanges, TeamCourseConfig, TeamId, TeamProgramConfig, UserId,
};
use eloomi_wire::Text;
use http::{Method, Request};

use super::{setters::team_setters, team_body::team_body};
use crate::{body, envelope, repetition};

/// Changes one team and returns it as it now is. **Observed**: a program that others run does it,
/// nobody has documented it; its body is that of creating a team (inferred).
///
/// One request, with the fields that were set and no others. Lists and maps are taken as the whole
/// set (observed of `user_ids`, documented of courses and programs): to add one member, get the
/// team, add to its `users` and send them all as `user_ids`. Somebody who changes the team in
/// between is overwritten, as eloomi knows no versions. To put one person into a team without
/// reading it first, send [`AddUserToTeam`](crate::users::AddUserToTeam). Courses and programs
/// cannot be read back: whoever sends a map must know all of it from elsewhere.
///
/// Has the same effect twice, unless it adds courses or may tell people of a program: then it
/// counts as [`Repeat::Never`].
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that no team has;
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever eloomi refuses;
/// [`Request`](eloomi_core::ErrorKind::Request) for an empty name, for fields that contradict each
/// other, such as `course_ids` and `add_course_ids`, and for no field at all.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, teams::{GetTeam, UpdateTeam}};
///
/// async fn join(client: &Client) -> Result<(), eloomi_core::Error> {
///     let mut members = client.send(GetTeam::new(701)).await?.users;
///     members.push(80001.into());
///     client.send(UpdateTeam::new(701).user_ids(members)).await?;
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct UpdateTeam {
    team: TeamId,
    changes: TeamChanges,
}

static UPDATE_TEAM: Route = Route::new(
    "updateTeam",
    Method::PATCH,
    "/v3/teams/{id}",
    Repeat::Idempotent,
)
.check("look with `GetTeam` what the team has now");

impl UpdateTeam {
    /// Changes the team with this id.
    pub fn new(team: impl Into<TeamId>) -> Self {
        Self {
            team: team.into(),
            changes: TeamChanges::default(),
        }
    }
}

team_setters!(UpdateTeam);

impl Endpoint for UpdateTeam {
    type Output = Team;

    fn route(&self) -> &'static Route {
        &UPDATE_TEAM
    }

    fn repeat(&self) -> Repeat {
        let programs = self.changes.program_ids.value();
        let tells = programs.is_some_and(|map| map.values().any(TeamProgramConfig::may_notify));
        repetition::of_write(self.route(), self.changes.set_fields(), tells)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        body::changes_something(&self.changes)?;
        self.route()
            .fill(&[&self.team])?
            .json(team_body(&self.changes)?)
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<Team, ResponseError> {
        envelope::one(reply)
    }
}

#[cfg(test)]
mod tests {
    use eloomi_wire::Patch;

    use super::*;

    fn body(change: &UpdateTeam) -> String {
        let request = change.request().unwrap();
        String::from_utf8(request.body().to_vec()).unwrap()
    }

    #[test]
    fn a_team_is_patched_with_what_was_set() {
        let change = UpdateTeam::new(701)
            .description(Patch::Clear)
            .leader_ids::<UserId>([])
            .employee_ids(["E1"]);
        let request = change.request().unwrap();
        assert_eq!(request.method(), Method::PATCH);
        assert_eq!(request.uri(), "/v3/teams/701");
        assert_eq!(
            body(&change),
            r#"{"description":null,"employee_ids":["E1"],"leader_ids":[]}"#
        );
    }

    #[test]
    fn an_empty_map_takes_everything_away() {
        let change = UpdateTeam::new(701)
            .course_ids::<CourseId, TeamCourseConfig>([])
            .program_ids::<ProgramId, TeamProgramConfig>([]);
        assert_eq!(body(&change), r#"{"course_ids":{},"program_ids":{}}"#);
    }

    #[test]
    fn courses_are_set_or_changed_one_by_one_and_never_both() {
        let all = || UpdateTeam::new(701).course_ids([(12, TeamCourseConfig::default())]);
        for (both, other) in [
            (all().add_course_ids([13]), "`add_course_ids`"),
            (all().remove_course_ids([13]), "`remove_course_ids`"),
        ] {
            let refusal = both.request().unwrap_err().to_string();
            assert!(refusal.contains("`course_ids`") && refusal.contains(other));
        }
        let one_by_one = UpdateTeam::new(701)
            .add_course_ids([12])
            .remove_course_ids([13]);
        assert_eq!(
            body(&one_by_one),
            r#"{"add_course_ids":[12],"remove_course_ids":[13]}"#
        );
    }

    #[test]
    fn what_adds_courses_or_may_tell_people_is_never_repeated() {
        let change = || UpdateTeam::new(701);
        let program = TeamProgramConfig::default;
        assert_eq!(change().user_ids([40]).repeat(), Repeat::Idempotent);
        assert_eq!(
            change().remove_course_ids([12]).repeat(),
            Repeat::Idempotent
        );
        assert_eq!(change().add_course_ids([12]).repeat(), Repeat::Never);
        assert_eq!(
            change().program_ids([(1, program())]).repeat(),
            Repeat::Never
        );
        let quiet = [(1, program().notify(false)), (2, program().notify(false))];
        assert_eq!(change().program_ids(quiet).repeat(), Repeat::Idempotent);
    }

    #[test]
    fn a_team_keeps_its_name() {
        for nameless in [Patch::Clear, Patch::from(" ")] {
            let change = UpdateTeam::new(701).name(nameless);
            assert_eq!(change.request().unwrap_err().part(), "name");
        }
    }

    #[test]
    fn courses_are_not_added_and_taken_away_at_once() {
        let change = UpdateTeam::new(701)
            .add_course_ids([12, 13])
            .remove_course_ids([13]);
        assert_eq!(change.request().unwrap_err().part(), "add_course_ids");
    }

    #[test]
    fn a_change_of_nothing_is_not_sent_to_a_team() {
        assert!(UpdateTeam::new(701).request().is_err());
    }

    #[test]
    fn a_request_shows_which_fields_it_writes_and_no_people() {
        let change = UpdateTeam::new(701).user_emails(["jane@example.com"]);
        let shown = format!("{change:?}");
        assert!(
            shown.contains("user_emails") && !shown.contains("jane"),
            "{shown}"
        );
    }
}
