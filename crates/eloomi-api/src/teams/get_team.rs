//! `GET /v3/teams/{id}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::{Team, TeamId};
use http::{Method, Request};

use crate::envelope;

/// Gets one team. **Observed**: a program that others run does it, nobody has documented it.
///
/// One request. The courses and programs of the team are not known to be in the answer.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that no team has, which eloomi
/// answers with 204 (documented of people and units);
/// [`optional`](eloomi_core::OptionalExt::optional) makes a `None` of it.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, teams::GetTeam};
///
/// async fn size(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let team = client.send(GetTeam::new(701)).await?;
///     Ok(team.users.len())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct GetTeam {
    team: TeamId,
}

static GET_TEAM: Route = Route::new("getTeam", Method::GET, "/v3/teams/{id}", Repeat::Safe);

impl GetTeam {
    /// Gets the team with this id.
    pub fn new(team: impl Into<TeamId>) -> Self {
        Self { team: team.into() }
    }
}

impl Endpoint for GetTeam {
    type Output = Team;

    fn route(&self) -> &'static Route {
        &GET_TEAM
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.route().fill(&[&self.team])?.build()
    }

    fn response(&self, reply: &Reply) -> Result<Team, ResponseError> {
        envelope::one(reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_the_team_stands_in_the_path() {
        let request = GetTeam::new(701).request().unwrap();
        assert_eq!(request.uri(), "/v3/teams/701");
        assert!(request.body().is_empty());
    }
}
