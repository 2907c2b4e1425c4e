//! `GET /v3/{group}/{id}`, as far as is guessed.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::OpenResource;
use eloomi_wire::NumberOrText;
use http::{Method, Request};

use super::{Group, place::Place};
use crate::{
    envelope,
    inferred_path::{Routes, overridable, routes},
};

/// **Inferred.** Gets one thing of a group that nobody has documented: path and body are guesses.
///
/// One request. The id is put behind the path of the group, as one encoded segment. A 404 may also
/// mean that the path is wrong, so look at the error before taking it for "no such thing":
/// [`optional`](eloomi_core::OptionalExt::optional) makes a `None` of both.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that nothing has, by 204, and if the path
/// is wrong, by 404, which the error says; [`Request`](eloomi_core::ErrorKind::Request) for a path
/// that is none, or an id that cannot stand in one.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, open::{GetOpen, Group}};
///
/// async fn has_deadline(client: &Client) -> Result<bool, eloomi_core::Error> {
///     let goal = client.send(GetOpen::new(Group::Goals, 7)).await?;
///     Ok(goal.fields.get("deadline").is_some())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct GetOpen {
    place: Place,
}

static ROUTES: Routes = routes!(
    "getOpen",
    Method::GET,
    "/v3/{group}/{id}",
    "/…/{id}",
    Repeat::Safe
);

impl GetOpen {
    /// Gets the thing of this id, a number or a text.
    pub fn new(group: Group, id: impl Into<NumberOrText>) -> Self {
        Self {
            place: Place::one(group, id),
        }
    }
}

overridable!(GetOpen: place.path, "/v3/objectives");

impl Endpoint for GetOpen {
    type Output = OpenResource;

    fn route(&self) -> &'static Route {
        self.place.route(&ROUTES)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.place.fill(&ROUTES)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<OpenResource, ResponseError> {
        envelope::one(reply).map_err(|error| self.place.explained(reply, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_stands_behind_the_path_of_the_group() {
        let target = |request: GetOpen| request.request().unwrap().uri().to_string();
        for group in Group::VALUES {
            assert_eq!(
                target(GetOpen::new(*group, 7)),
                format!("{}/7", group.path())
            );
            let elsewhere = GetOpen::new(*group, "a 7").at("/v3/elsewhere");
            assert_eq!(target(elsewhere), "/v3/elsewhere/a%207");
        }
    }
}
