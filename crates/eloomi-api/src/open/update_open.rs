//! `PATCH /v3/{group}/{id}`, as far as is guessed.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_model::OpenResource;
use eloomi_wire::NumberOrText;
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

/// **Inferred.** Changes a thing of a group that nobody has documented: path, members and answer are guesses.
///
/// One PATCH with the members that were set and no others. Whether it has the same effect twice
/// nobody knows, so it is never repeated once it may have left, except after a 401.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that nothing has, by 204, and if the path
/// is wrong, by 404, which the error says; [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever
/// eloomi refuses; [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer was lost;
/// [`Request`](eloomi_core::ErrorKind::Request) for a path that is none, an id that cannot stand in
/// one, and for no member.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, open::{Group, UpdateOpen}};
///
/// async fn rename(client: &Client) -> Result<(), eloomi_core::Error> {
///     let change = UpdateOpen::new(Group::Goals, 7).field("name", "Read even more");
///     client.send(change).await?;
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct UpdateOpen {
    place: Place,
    fields: Fields,
}

static ROUTES: Routes = routes!(
    "updateOpen",
    Method::PATCH,
    "/v3/{group}/{id}",
    "/…/{id}",
    Repeat::Never
);

impl UpdateOpen {
    /// Changes the thing of this id, a number or a text.
    pub fn new(group: Group, id: impl Into<NumberOrText>) -> Self {
        Self {
            place: Place::one(group, id),
            fields: Fields::default(),
        }
    }
}

overridable!(UpdateOpen: place.path, "/v3/objectives");
open_fields!(UpdateOpen);

impl Endpoint for UpdateOpen {
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
    fn only_what_was_set_is_written_and_null_is_something() {
        for group in Group::VALUES {
            let change = UpdateOpen::new(*group, 7).field("due", None::<u64>);
            let request = change.request().unwrap();
            assert_eq!(request.method(), Method::PATCH);
            assert_eq!(*request.uri(), format!("{}/7", group.path()).as_str());
            assert_eq!(request.body(), r#"{"due":null}"#);
        }
    }

    #[test]
    fn a_change_of_nothing_is_not_sent() {
        assert!(UpdateOpen::new(Group::Goals, 7).request().is_err());
    }
}
