//! `DELETE /v3/teams/{id}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::TeamId;
use http::{Method, Request};

use crate::envelope;

/// Deletes one team. **Observed**: a program that others run does it, nobody has documented it;
/// what becomes of the courses and programs of its people is not known.
///
/// One request. Deleting twice does no harm, so it may be sent again when the answer was lost.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that no team has, unless the request
/// had to be repeated: then the team is gone, as asked.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, teams::DeleteTeam};
/// use eloomi_core::OptionalExt as _;
///
/// async fn disband(client: &Client) -> Result<(), eloomi_core::Error> {
///     client.send(DeleteTeam::new(701)).await.optional()?;
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct DeleteTeam {
    team: TeamId,
}

static DELETE_TEAM: Route = Route::new(
    "deleteTeam",
    Method::DELETE,
    "/v3/teams/{id}",
    Repeat::Idempotent,
);

impl DeleteTeam {
    /// Deletes the team with this id.
    pub fn new(team: impl Into<TeamId>) -> Self {
        Self { team: team.into() }
    }
}

impl Endpoint for DeleteTeam {
    type Output = ();

    fn route(&self) -> &'static Route {
        &DELETE_TEAM
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.route().fill(&[&self.team])?.build()
    }

    fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
        envelope::gone(reply)
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;

    #[test]
    fn a_team_is_deleted_by_its_id_alone() {
        let request = DeleteTeam::new(701).request().unwrap();
        assert_eq!(request.method(), Method::DELETE);
        assert_eq!(request.uri(), "/v3/teams/701");
        assert!(request.body().is_empty());
    }

    #[test]
    fn a_team_that_is_gone_is_not_found_unless_this_call_may_have_done_it() {
        let mut reply = Reply::new(StatusCode::NO_CONTENT, HeaderMap::new(), "");
        assert!(DeleteTeam::new(701).response(&reply).is_err());
        reply.repeated = true;
        assert!(DeleteTeam::new(701).response(&reply).is_ok());
    }
}
