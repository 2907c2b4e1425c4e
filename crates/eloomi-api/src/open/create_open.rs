//! `POST /v3/{group}`, as far as is guessed.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::OpenResource;
use http::{Method, Request};

use super::{
    Group,
    fields::{Fields, open_fields},
    place::Place,
};
use crate::{
    envelope,
    inferred_path::{Routes, overridable, routes},
};

/// **Inferred.** Creates a thing of a group that nobody has documented: path, members and answer are guesses.
///
/// One request. Never repeated once it may have left, except after a 401.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) if the path is wrong, and
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) if it does not take a POST; the error says that the
/// path is inferred. [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever else eloomi refuses;
/// [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer was lost: look before sending it
/// again; [`Request`](eloomi_core::ErrorKind::Request) for a path that is none, and for no member.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, open::{CreateOpen, Group}};
///
/// async fn aim(client: &Client) -> Result<(), eloomi_core::Error> {
///     let goal = CreateOpen::new(Group::Goals).field("name", "Read more");
///     client.send(goal).await?;
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct CreateOpen {
    place: Place,
    fields: Fields,
}

static ROUTES: Routes = routes!(
    "createOpen",
    Method::POST,
    "/v3/{group}",
    "/…",
    Repeat::Never
);

impl CreateOpen {
    /// A thing of this group, of which nothing is set.
    pub fn new(group: Group) -> Self {
        Self {
            place: Place::all(group),
            fields: Fields::default(),
        }
    }
}

overridable!(CreateOpen: place.path, "/v3/objectives");
open_fields!(CreateOpen);

impl Endpoint for CreateOpen {
    type Output = OpenResource;

    fn route(&self) -> &'static Route {
        self.place.route(&ROUTES)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.place.fill(&ROUTES)?.json(self.fields.body()?).build()
    }

    fn response(&self, reply: &Reply) -> Result<OpenResource, ResponseError> {
        envelope::one(reply).map_err(|error| self.place.explained(reply, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_written_as_they_were_set() {
        for group in Group::VALUES {
            let create = CreateOpen::new(*group)
                .field("name", "Read more")
                .field("steps", 3);
            let request = create.request().unwrap();
            assert_eq!(request.uri(), group.path().as_str());
            assert_eq!(request.body(), r#"{"name":"Read more","steps":3}"#);
        }
    }

    #[test]
    fn a_thing_of_nothing_is_not_sent() {
        let error = CreateOpen::new(Group::Goals).request().unwrap_err();
        assert_eq!(error.part(), "body");
    }

    #[test]
    fn debug_shows_nothing_that_is_written() {
        let create = CreateOpen::new(Group::Goals).field("reviewer", "jane@example.com");
        let shown = format!("{create:?}");
        assert!(
            !shown.contains("reviewer") && !shown.contains("jane"),
            "{shown}"
        );
    }
}
