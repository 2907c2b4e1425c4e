//! The way of a request, in the order it is walked.
//!
//! [`exchange`](Session::exchange) is the whole way to a value that is judged; a stream
//! takes [`authorized`](Session::authorized) and reads on by itself, see `page.rs`.

use std::sync::Arc;

use bytes::Bytes;
use http::{
    HeaderMap, HeaderValue, Request, StatusCode,
    header::{ACCEPT, ACCEPT_ENCODING, USER_AGENT},
};

use crate::{
    Authorizer, Error, ErrorKind, Refusal, Repeat, Reply, RequestError, ResponseError, Route,
    Session, Stamp, deadline::Deadline, failure::Failure, read::Incoming,
};

/// Reads a value out of an answer, and keeps it.
pub(crate) type Judge<'a> = &'a mut (dyn FnMut(&Reply) -> Result<(), ResponseError> + Send);

impl Session {
    /// Sends, reads and judges: one attempt, and one more after a 401 that a new credential
    /// may help.
    pub(crate) async fn exchange(
        &self,
        request: &Request<Bytes>,
        failure: &Failure,
        judge: Judge<'_>,
    ) -> Result<Reply, Error> {
        // An allowance, not a point in time: it is spent only while something is guarded.
        let mut deadline = self.deadline();
        let incoming = self.authorized(request, &mut deadline, failure).await?;
        let reply = self.read(incoming, &mut deadline, failure).await?;
        match judge(&reply) {
            Ok(()) => Ok(reply),
            Err(error) => Err(failure.answered(reply.status, &reply.headers, error)),
        }
    }

    /// Sends, and returns when the head of the answer is here. A 401 renews the credential
    /// once and repeats the request once, whatever it was: what was refused for its
    /// credential was not carried out (RFC 9110 §15.5.2).
    pub(crate) async fn authorized(
        &self,
        request: &Request<Bytes>,
        deadline: &mut Deadline,
        failure: &Failure,
    ) -> Result<Incoming, Error> {
        let (incoming, used) = self.attempt(request, deadline, failure).await?;
        let (StatusCode::UNAUTHORIZED, Some(authorizer), Some(used)) =
            (incoming.status, &self.authorizer, used)
        else {
            return Ok(incoming);
        };
        // Refused is refused, whether or not the words that go with it can be read.
        let (status, headers) = (incoming.status, incoming.headers.clone());
        let read = self.read(incoming, deadline, failure).await;
        let refusal = read.unwrap_or_else(|_| Reply::new(status, headers, Bytes::new()));
        match authorizer.refused(used, &refusal) {
            Refusal::Final => Ok(Incoming::replay(refusal)),
            Refusal::Refresh => Ok(self.attempt(request, deadline, failure).await?.0),
        }
    }

    /// Credential, slot, stamp, send.
    async fn attempt(
        &self,
        request: &Request<Bytes>,
        deadline: &mut Deadline,
        failure: &Failure,
    ) -> Result<(Incoming, Option<Stamp>), Error> {
        let mut request = self.addressed(request, failure)?;
        let stamp = match &self.authorizer {
            None => None,
            Some(authorizer) => Some(
                self.stamped(&**authorizer, request.headers_mut(), failure)
                    .await?,
            ),
        };
        deadline.next_attempt();
        let answer = deadline
            .guard(self.shared.transport.send(request))
            .await
            .map_err(|expired| failure.expired(expired))?
            .map_err(|error| failure.unsent(error))?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let incoming =
            Incoming::new(answer).map_err(|error| failure.unread(status, &headers, error))?;
        Ok((incoming, stamp))
    }

    /// A credential on the request. A 401 of another call may withdraw one just before it is
    /// written; then the next is waited for, a few times.
    async fn stamped(
        &self,
        authorizer: &dyn Authorizer,
        headers: &mut HeaderMap,
        failure: &Failure,
    ) -> Result<Stamp, Error> {
        const TRIES: u32 = 3;
        for _ in 0..TRIES {
            if !authorizer.is_ready() {
                authorizer.prepare(&self.anonymous()).await?;
            }
            // The limiter's slot is taken here: once a credential is at hand, so that waiting
            // for one holds no slot; before the stamp, so that nothing stale waits in a queue.
            if let Some(stamp) = authorizer.stamp(headers) {
                return Ok(stamp);
            }
        }
        let detail = "the credential was withdrawn before it could be used";
        Err(Error::new(ErrorKind::Unauthorized, failure.route, detail))
    }

    /// The request with its host, and with the headers that every request has.
    fn addressed(
        &self,
        request: &Request<Bytes>,
        failure: &Failure,
    ) -> Result<Request<Bytes>, Error> {
        let mut addressed = request.clone();
        *addressed.uri_mut() = self
            .shared
            .base
            .join(request.uri())
            .map_err(|why| failure.unwritten(&RequestError::new("target", why)))?;
        let headers = addressed.headers_mut();
        headers.extend(self.options.extra_headers().clone());
        // A service that fails behind a framework tends to answer HTML unless asked.
        headers
            .entry(ACCEPT)
            .or_insert(HeaderValue::from_static("application/json"));
        headers
            .entry(USER_AGENT)
            .or_insert_with(|| self.shared.user_agent.clone());
        // Only what reading undoes.
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        Ok(addressed)
    }

    /// The rest of an answer, under the cap for its kind.
    pub(crate) async fn read(
        &self,
        incoming: Incoming,
        deadline: &mut Deadline,
        failure: &Failure,
    ) -> Result<Reply, Error> {
        let (status, headers) = (incoming.status, incoming.headers.clone());
        let cap = self.options.body_cap(status.is_success());
        deadline
            .guard(incoming.read(cap))
            .await
            .map_err(|expired| failure.expired(expired))?
            .map_err(|error| failure.unread(status, &headers, error))
    }

    /// The time that a call has from here on.
    pub(crate) fn deadline(&self) -> Deadline {
        Deadline::new(
            Arc::clone(&self.shared.clock),
            self.options.timeout_or_default(),
            self.options.attempt_timeout_or_default(),
        )
    }

    /// What errors of this call will have to know.
    pub(crate) fn failure(&self, route: &'static Route, repeat: Repeat) -> Failure {
        Failure {
            route,
            repeat,
            clock: Arc::clone(&self.shared.clock),
        }
    }
}
