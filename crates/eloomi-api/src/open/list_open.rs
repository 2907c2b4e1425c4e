//! `GET /v3/{group}`, as far as is guessed.

use bytes::Bytes;
use eloomi_core::{Endpoint, Page, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::OpenResource;
use eloomi_wire::NumberOrText;
use http::{Method, Request};

use super::{Group, place::Place};
use crate::{
    envelope,
    inferred_path::{Routes, overridable},
    paging::{Paging, paged_list},
};

/// **Inferred.** Lists a group that eloomi names and nobody has documented: path, pages and body are guesses.
///
/// Asks at `/v3/` and the name of the group, as all other lists are asked for, unless
/// [`at`](Self::at) names another path. `send` fetches one answer; `stream` asks for page after
/// page until one is empty or holds nothing new.
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

static ROUTES: Routes = Routes {
    here: Route::new("listOpen", Method::GET, "/v3/{group}", Repeat::Safe),
    elsewhere: Route::new("listOpen", Method::GET, "/…", Repeat::Safe),
};

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
    identity: |thing| thing.id.as_ref().and_then(NumberOrText::as_u64),
    refused: |list, rest, error| list.place.explained(rest, error)
);

impl Endpoint for ListOpen {
    type Output = Page<OpenResource>;

    fn route(&self) -> &'static Route {
        self.place.route(&ROUTES)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.paging.write(self.place.fill(&ROUTES)?)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<Page<OpenResource>, ResponseError> {
        envelope::page(reply)
            .map(Page::new)
            .map_err(|error| self.place.explained(reply, error))
    }
}

#[cfg(test)]
mod tests {
    use eloomi_core::List as _;

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
    fn things_without_a_number_have_no_identity() {
        let identity = |json: &str| {
            let thing = eloomi_wire::decode(json.as_bytes()).unwrap();
            ListOpen::identity(&thing)
        };
        assert_eq!(identity(r#"{"id":"7"}"#), Some(7));
        assert_eq!(identity(r#"{"id":"a-7"}"#), None);
        assert_eq!(identity(r#"{"name":"Read more"}"#), None);
    }
}
