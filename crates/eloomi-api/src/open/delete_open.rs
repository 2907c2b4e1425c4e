//! `DELETE /v3/{group}/{id}`, as far as is guessed.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_wire::NumberOrText;
use http::{Method, Request, StatusCode};

use super::{Group, place::Place};
use crate::{
    envelope,
    inferred_path::{Routes, overridable, routes},
};

/// **Inferred.** Deletes a thing of a group that nobody has documented: the path is a guess.
///
/// One request. Deleting twice has the same effect (RFC 9110 §9.2.2), so it may be sent again when
/// the answer was lost.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that nothing has, by 204, unless an earlier
/// attempt of this call may have deleted it; and if the path is wrong, by 404, which the error says.
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for whatever eloomi refuses;
/// [`Request`](eloomi_core::ErrorKind::Request) for a path that is none, or an id that cannot stand
/// in one.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, open::{DeleteOpen, Group}};
///
/// async fn give_up(client: &Client) -> Result<(), eloomi_core::Error> {
///     client.send(DeleteOpen::new(Group::Goals, 7)).await
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct DeleteOpen {
    place: Place,
}

static ROUTES: Routes = routes!(
    "deleteOpen",
    Method::DELETE,
    "/v3/{group}/{id}",
    "/…/{id}",
    Repeat::Idempotent
);

impl DeleteOpen {
    /// Deletes the thing of this id, a number or a text.
    pub fn new(group: Group, id: impl Into<NumberOrText>) -> Self {
        Self {
            place: Place::one(group, id),
        }
    }
}

overridable!(DeleteOpen: place.path, "/v3/objectives");

impl Endpoint for DeleteOpen {
    type Output = ();

    fn route(&self) -> &'static Route {
        self.place.route(&ROUTES)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.place.fill(&ROUTES)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
        // A 404 says of an inferred path nothing about the thing, however often it was asked.
        let judged = match reply.status {
            StatusCode::NO_CONTENT => envelope::gone(reply),
            _ => envelope::done(reply),
        };
        judged.map_err(|error| self.place.explained(reply, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use http::HeaderMap;

    #[test]
    fn what_is_gone_already_is_not_found_unless_this_call_may_have_done_it() {
        let mut reply = Reply::new(StatusCode::NO_CONTENT, HeaderMap::new(), "");
        let delete = DeleteOpen::new(Group::Goals, 7);
        assert!(delete.response(&reply).is_err());
        reply.repeated = true;
        assert!(delete.response(&reply).is_ok());
    }

    #[test]
    fn a_404_to_a_repeated_delete_is_still_a_wrong_path() {
        let mut reply = Reply::new(StatusCode::NOT_FOUND, HeaderMap::new(), "");
        reply.repeated = true;
        let delete = DeleteOpen::new(Group::Goals, 7);
        let error = delete.response(&reply).unwrap_err().to_string();
        assert!(error.contains("is inferred"), "{error}");
    }

    #[test]
    fn an_id_that_would_reach_the_whole_group_is_not_sent() {
        for id in ["", ".", ".."] {
            let delete = DeleteOpen::new(Group::Goals, id);
            assert_eq!(delete.request().unwrap_err().part(), "id", "{id:?}");
        }
    }
}
