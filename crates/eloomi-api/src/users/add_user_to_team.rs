//! `PUT /v3/users-employee_id/{employee_id}/teams/{team_id}`.

use std::fmt;

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::TeamId;
use eloomi_wire::Text;
use http::{Method, Request};

use crate::envelope;

/// Puts a person into a team. Documented, by employee id alone; whether the person stays in
/// other teams is not said.
///
/// One request without a body. It may be sent again when the answer was lost.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for a person or a team that is not there: here
/// eloomi answers 404, nowhere else (documented). A 204, which elsewhere says that a key is nobody's,
/// is taken the same way (inferred).
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, users::AddUserToTeam};
///
/// async fn join(client: &Client) -> Result<(), eloomi_core::Error> {
///     client.send(AddUserToTeam::new("E0052", 7)).await
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct AddUserToTeam {
    employee_id: Text,
    team_id: TeamId,
}

static ASSIGN_USER_TEAM: Route = Route::new(
    "assignUserTeamByEmployeeId",
    Method::PUT,
    "/v3/users-employee_id/{employee_id}/teams/{team_id}",
    Repeat::Idempotent,
);

impl AddUserToTeam {
    /// Puts the person with this employee id into this team.
    pub fn new(employee_id: impl Into<Text>, team_id: impl Into<TeamId>) -> Self {
        Self {
            employee_id: employee_id.into(),
            team_id: team_id.into(),
        }
    }
}

impl Endpoint for AddUserToTeam {
    type Output = ();

    fn route(&self) -> &'static Route {
        &ASSIGN_USER_TEAM
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.route()
            .fill(&[&self.employee_id, &self.team_id])?
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
        envelope::done(reply)
    }
}

impl fmt::Debug for AddUserToTeam {
    /// All but the employee id, which tells of a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AddUserToTeam")
            .field("employee_id", &"_")
            .field("team_id", &self.team_id)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_request_has_two_keys_and_no_body() {
        let request = AddUserToTeam::new("E 1", 7).request().unwrap();
        assert_eq!(request.uri(), "/v3/users-employee_id/E%201/teams/7");
        assert!(request.body().is_empty());
    }
}
