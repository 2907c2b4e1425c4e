//! `GET /v3/{group}`, as far as is guessed.

use eloomi_core::{Repeat, identity_of_text};
use eloomi_model::OpenResource;
use http::Method;

use super::{Group, place::Place};
use crate::{
    identity,
    inferred_path::{Routes, overridable, routes},
    paging::{Paging, paged_list},
};

/// **Inferred.** Lists a group that eloomi names and nobody has documented: path, pages and body are guesses.
///
/// Asks at `/v3/` and the name of the group, as all other lists are asked for, unless
/// [`at`](Self::at) names another path. `send` fetches one answer; `stream` asks for page after
/// page until one is empty or holds nothing new. A thing that came on an earlier page is not given
/// again: it is known by its id, or by all it says if it has none.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) if the path is wrong, and then
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) if it is there for other methods alone; the error
/// says that the path is inferred. [`Request`](eloomi_core::ErrorKind::Request) for a page, or a
/// page size, of 0, and for a path that is none.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, open::{Group, ListOpen}};
///
/// async fn count(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let goals = client.stream(ListOpen::new(Group::Goals).at("/v3/objectives"));
///     Ok(goals.collect().await?.len())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListOpen {
    place: Place,
    paging: Paging,
}

static ROUTES: Routes = routes!("listOpen", Method::GET, "/v3/{group}", "/…", Repeat::Safe);

impl ListOpen {
    /// All of a group.
    pub fn new(group: Group) -> Self {
        Self {
            place: Place::all(group),
            paging: Paging::default(),
        }
    }
}

overridable!(ListOpen: place.path, "/v3/objectives");
paged_list!(
    ListOpen: OpenResource,
    route: |list| list.place.route(&ROUTES),
    begin: |list| list.place.fill(&ROUTES),
    identity: |thing| match &thing.id {
        Some(id) => Some(identity_of_text(&id.to_string())),
        None => identity::of_all(thing),
    },
    alike: true,
    refused: |list, reply, error| list.place.explained(reply, error)
);

#[cfg(test)]
mod tests {
    use eloomi_core::{Endpoint as _, List as _};

    use super::*;

    #[test]
    fn every_group_is_asked_for_at_its_path_or_where_the_caller_says() {
        let target = |request: ListOpen| request.request().unwrap().uri().to_string();
        for group in Group::VALUES {
            let list = ListOpen::new(*group);
            assert_eq!(target(list.clone()), group.path());
            let elsewhere = list.at("/v3/elsewhere").for_stream();
            assert_eq!(target(elsewhere), "/v3/elsewhere?page=1&per_page=100");
        }
    }

    #[test]
    fn a_thing_is_known_again_by_its_id_and_without_one_by_all_it_says() {
        let identity = |json: &str| {
            let thing = eloomi_wire::decode(json.as_bytes()).unwrap();
            ListOpen::identity(&thing).unwrap()
        };
        let same = |one, other| identity(one) == identity(other);
        assert!(same(r#"{"id":"7","name":"Read"}"#, r#"{"id":7}"#));
        assert!(same(r#"{"id":"a-7","seen":1}"#, r#"{"id":"a-7","seen":2}"#));
        assert!(!same(r#"{"id":"a-7"}"#, r#"{"id":"a-8"}"#));
        assert!(same(r#"{"name":"Read","a":1}"#, r#"{"name":"Read","a":1}"#));
        assert!(!same(
            r#"{"name":"Read","a":1}"#,
            r#"{"name":"Read","a":2}"#
        ));
    }
}
