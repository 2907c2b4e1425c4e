//! `GET /v3/teams`.

use eloomi_core::{Repeat, Route};
use eloomi_model::Team;
use http::Method;

use crate::paging::{Paging, paged_list};

/// Lists all teams. **Observed**: a program that others run does it, nobody has documented it, and
/// that the list has pages is not known.
///
/// `send` fetches one answer, which holds all teams as far as is known. `stream` asks for a page
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
/// use eloomi_api::{Client, teams::ListTeams};
///
/// async fn leaderless(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let teams = client.stream(ListTeams::new()).collect().await?;
///     Ok(teams.iter().filter(|team| team.leaders.is_empty()).count())
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListTeams {
    paging: Paging,
}

static LIST_TEAMS: Route = Route::new("listTeams", Method::GET, "/v3/teams", Repeat::Safe);

impl ListTeams {
    /// All teams.
    pub fn new() -> Self {
        Self::default()
    }
}

paged_list!(
    ListTeams: Team,
    route: |_| &LIST_TEAMS,
    begin: |_| LIST_TEAMS.fill(&[]),
    identity: |team| Some(team.id.number())
);

#[cfg(test)]
mod tests {
    use eloomi_core::{Endpoint as _, List as _};

    use super::*;

    #[test]
    fn one_answer_of_teams_names_nothing_and_a_stream_names_page_and_size() {
        let target = |request: ListTeams| request.request().unwrap().uri().to_string();
        assert_eq!(target(ListTeams::new()), "/v3/teams");
        assert_eq!(
            target(ListTeams::new().for_stream()),
            "/v3/teams?page=1&per_page=100"
        );
    }
}
