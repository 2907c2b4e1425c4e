//! The way of a request, in the order it is walked.
//!
//! [`exchange`](Session::exchange) is the whole way to a value that is judged; a stream
//! takes [`send_authorized`](Session::send_authorized) and reads on by itself, see `page.rs`.

use std::sync::Arc;

use bytes::Bytes;
use http::{
    HeaderMap, HeaderValue, Request, Response, StatusCode,
    header::{ACCEPT, ACCEPT_ENCODING, USER_AGENT},
};

use crate::{
    Body, Error, ErrorKind, Phase, Refusal, Repeat, Reply, RequestError, ResponseError, Route,
    Session, Stamp,
    call::Call,
    deadline::Deadline,
    limit::{Permit, TooLong},
    read::Incoming,
};

/// Reads a value out of an answer, and keeps it.
pub(crate) type Judge<'a> = &'a mut (dyn FnMut(&Reply) -> Result<(), ResponseError> + Send);

impl Session {
    /// Sends, reads and judges: one attempt, and one more after a 401 that a new credential
    /// may help.
    pub(crate) async fn exchange(
        &self,
        request: &Request<Bytes>,
        call: &Call,
        judge: Judge<'_>,
    ) -> Result<Reply, Error> {
        // An allowance, not a point in time: it is spent only while something is guarded.
        let mut deadline = self.deadline();
        let incoming = self.send_authorized(request, &mut deadline, call).await?;
        let reply = self.read(incoming, &mut deadline, call).await?;
        match judge(&reply) {
            Ok(()) => Ok(reply),
            Err(error) => Err(call.response_error(reply.status, &reply.headers, error)),
        }
    }

    /// Sends, and returns when the head of the answer is here. A 401 renews the credential
    /// once and repeats the request once, whatever it was: what was refused for its
    /// credential was not carried out (RFC 9110 §15.5.2).
    pub(crate) async fn send_authorized(
        &self,
        request: &Request<Bytes>,
        deadline: &mut Deadline,
        call: &Call,
    ) -> Result<Incoming, Error> {
        let (incoming, used) = self.attempt(request, deadline, call).await?;
        let (StatusCode::UNAUTHORIZED, Some(authorizer), Some(used)) =
            (incoming.status, &self.authorizer, used)
        else {
            return Ok(incoming);
        };
        let reply = self.read(incoming, deadline, call).await?;
        match authorizer.refused(used, &reply) {
            Refusal::Final => Ok(Incoming::replay(reply)),
            Refusal::Refresh => Ok(self.attempt(request, deadline, call).await?.0),
        }
    }

    /// Credential, slot, stamp, send.
    async fn attempt(
        &self,
        request: &Request<Bytes>,
        deadline: &mut Deadline,
        call: &Call,
    ) -> Result<(Incoming, Option<Stamp>), Error> {
        let mut request = self.with_base_url(request, call)?;
        let (stamp, permit) = self.authorize(request.headers_mut(), call).await?;
        deadline.next_attempt();
        let answer = self.send_permitted(request, permit, deadline, call).await?;
        Ok((Incoming::new(answer), stamp))
    }

    /// Sends, and accounts for the slot by how far the request got.
    async fn send_permitted(
        &self,
        request: Request<Bytes>,
        mut permit: Option<Permit>,
        deadline: &mut Deadline,
        call: &Call,
    ) -> Result<Response<Body>, Error> {
        if let Some(permit) = &mut permit {
            permit.leaves();
        }
        let sent = deadline.guard(self.shared.transport.send(request)).await;
        match sent.map_err(|expired| call.timeout_error(expired))? {
            Ok(answer) => {
                if let Some(permit) = permit {
                    permit.answered(answer.status(), answer.headers());
                }
                Ok(answer)
            }
            Err(error) => {
                if let (Phase::NotSent, Some(permit)) = (error.phase(), permit) {
                    permit.never_left();
                }
                Err(call.transport_error(error))
            }
        }
    }

    /// Waits until the request may go, and writes its credential. A 401 of another call may
    /// withdraw the credential just before it is written; then the next is waited for, a few
    /// times.
    async fn authorize(
        &self,
        headers: &mut HeaderMap,
        call: &Call,
    ) -> Result<(Option<Stamp>, Option<Permit>), Error> {
        const TRIES: u32 = 3;
        for _ in 0..TRIES {
            if let Some(authorizer) = &self.authorizer
                && !authorizer.is_ready()
            {
                authorizer.prepare(&self.anonymous()).await?;
            }
            // Once a credential is at hand, so that waiting for one holds no slot; before the
            // stamp, so that nothing stale waits in the queue.
            let permit = self.permit(call).await?;
            let Some(authorizer) = &self.authorizer else {
                return Ok((None, permit));
            };
            if let Some(stamp) = authorizer.stamp(headers) {
                return Ok((Some(stamp), permit));
            }
            // The slot goes back: nothing has left.
        }
        let detail = "the credential was withdrawn before it could be used";
        Err(Error::new(ErrorKind::Unauthorized, call.route, detail))
    }

    /// Waits for a slot, where there is a budget to keep.
    async fn permit(&self, call: &Call) -> Result<Option<Permit>, Error> {
        let Some(limiter) = &self.shared.limiter else {
            return Ok(None);
        };
        let (lane, most, attempt) = (
            self.options.lane_or_default(),
            self.options.max_wait_or_default(),
            self.options.attempt_timeout_or_default(),
        );
        let permit = limiter.acquire(lane, most, attempt).await;
        permit
            .map(Some)
            .map_err(|TooLong(wait)| Error::of_full_budget(call.route, call.repeat, wait))
    }

    /// The request with its host, and with the headers that every request has.
    fn with_base_url(
        &self,
        request: &Request<Bytes>,
        call: &Call,
    ) -> Result<Request<Bytes>, Error> {
        let mut addressed = request.clone();
        *addressed.uri_mut() = self
            .shared
            .base
            .join(request.uri())
            .map_err(|why| call.request_error(&RequestError::new("target", why)))?;
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
    ///
    /// Refused is refused, whether or not the words that go with it can be read: a gateway's
    /// 503 that breaks off is a 503.
    pub(crate) async fn read(
        &self,
        incoming: Incoming,
        deadline: &mut Deadline,
        call: &Call,
    ) -> Result<Reply, Error> {
        let (status, headers) = (incoming.status, incoming.headers.clone());
        let cap = self.options.body_cap(status.is_success());
        match deadline.guard(incoming.read(cap)).await {
            Ok(Ok(reply)) => Ok(reply),
            _ if !status.is_success() => Ok(Reply::new(status, headers, Bytes::new())),
            Ok(Err(error)) => Err(call.read_error(status, &headers, error)),
            Err(expired) => Err(call.timeout_error(expired)),
        }
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
    pub(crate) fn call_of(&self, route: &'static Route, repeat: Repeat) -> Call {
        Call {
            route,
            repeat,
            clock: Arc::clone(&self.shared.clock),
        }
    }
}
