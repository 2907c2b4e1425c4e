//! A client's session over a replayer.

use std::sync::Arc;

use bytes::Bytes;
use eloomi_core::{
    Endpoint, ErrorKind, Repeat, Reply, RequestError, ResponseError, Route, Session,
};
use eloomi_replay::{Exchange, Replayer};
use http::{HeaderValue, Method, Request};

use crate::files::DELETE;

struct Delete(u64);

static DELETE_USER: Route = Route::new(
    "deleteUser",
    Method::DELETE,
    "/v3/users/{id}",
    Repeat::Idempotent,
);

impl Endpoint for Delete {
    type Output = u16;

    fn route(&self) -> &'static Route {
        &DELETE_USER
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        let mut request = self.route().fill(&[&self.0])?.build()?;
        let headers = request.headers_mut();
        headers.insert("authorization", HeaderValue::from_static("Bearer abc"));
        headers.insert("clientid", HeaderValue::from_static("200"));
        Ok(request)
    }

    fn response(&self, reply: &Reply) -> Result<u16, ResponseError> {
        Ok(reply.status.as_u16())
    }
}

#[tokio::test]
async fn a_session_is_answered_and_its_miss_is_a_failed_connection() {
    let exchange = Exchange::parse(DELETE).unwrap();
    let replayer = Arc::new(Replayer::new([exchange]));
    let base = "https://api.example.invalid".parse().unwrap();
    let session = Session::builder(base, Arc::clone(&replayer)).build();

    assert_eq!(session.send(Delete(40)).await.unwrap(), 204);
    replayer.finish().unwrap();

    let error = session.send(Delete(41)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(!error.was_sent());
    let told = "no recorded exchange answers DELETE /v3/users/41; nearest recorded exchange: \
                delete somebody, which differs in\n  path: recorded /v3/users/40, sent /v3/users/41";
    let causes: Vec<_> = std::iter::successors(std::error::Error::source(&error), |e| e.source())
        .map(ToString::to_string)
        .collect();
    assert!(causes.iter().any(|cause| cause == told), "{causes:?}");
    assert_eq!(replayer.finish().unwrap_err().misses()[0].to_string(), told);
}
