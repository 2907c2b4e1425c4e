//! The way of a request, in the order it is walked.
//!
//! [`exchange`](Attempts::exchange) is the whole way to a value that is judged; a stream
//! takes [`head`](Attempts::head) and reads on by itself, see `page.rs`. Whether there is another
//! attempt is decided in `attempts.rs`.

use std::time::Duration;

use bytes::Bytes;
use http::{
    HeaderMap, HeaderValue, Request, Response, StatusCode,
    header::{ACCEPT, ACCEPT_ENCODING, USER_AGENT},
};
use tracing::Instrument as _;

use crate::{
    Body, Error, ErrorKind, Phase, Refusal, Reply, RequestError, ResponseError, Stamp,
    attempts::Attempts,
    jitter,
    limit::{Permit, TooLong},
    read::{Caps, Incoming},
    stack_logs::{self, Quiet},
};

/// Reads a value out of an answer, and keeps it.
pub(crate) type Judge<'a> = &'a mut (dyn FnMut(&Reply) -> Result<(), ResponseError> + Send);

/// How long a request waits before it is sent again with a new token: a part of the service may
/// not know yet what another part has issued (fault F110).
const BEFORE_RENEWED: Duration = Duration::from_millis(200);

/// And up to so much longer, so that many that were refused together do not come back together.
const SPREAD: Duration = Refusal::LONGEST_PAUSE.saturating_sub(BEFORE_RENEWED);

/// A request that may go.
struct Ready {
    request: Request<Bytes>,
    stamp: Option<Stamp>,
    permit: Option<Permit>,
}

impl Attempts {
    /// Sends, reads and judges, until a value is here or there is no other attempt.
    pub(crate) async fn exchange(
        &mut self,
        request: &Request<Bytes>,
        judge: Judge<'_>,
    ) -> Result<Reply, Error> {
        loop {
            let incoming = self.head(request).await?;
            match self.value(incoming, judge).await {
                Ok(reply) => {
                    self.succeeded();
                    return Ok(reply);
                }
                Err(error) => self.again(error).await?,
            }
        }
    }

    /// Reads an answer to its end and judges it.
    async fn value(&mut self, incoming: Incoming, judge: Judge<'_>) -> Result<Reply, Error> {
        let reply = self.read(incoming).await?;
        match judge(&reply) {
            Ok(()) => Ok(reply),
            Err(error) => Err(self
                .call
                .response_error(reply.status, &reply.headers, error)),
        }
    }

    /// Sends until the head of an answer is here. A 401 renews the credential once and repeats the
    /// request once, whatever it is: what was refused for its credential was not carried out
    /// (RFC 9110 §15.5.2).
    pub(crate) async fn head(&mut self, request: &Request<Bytes>) -> Result<Incoming, Error> {
        loop {
            let ready = match self.ready(request).await {
                Ok(ready) => ready,
                Err(error) => return Err(self.failed(error, None)),
            };
            let stamp = ready.stamp;
            match self.send(ready).await {
                Ok(incoming) => {
                    if let Some(incoming) = self.unless_renewed(incoming, stamp).await? {
                        return Ok(incoming);
                    }
                }
                Err(error) => self.again(error).await?,
            }
        }
    }

    /// The answer, unless it is a 401 after which the request goes out once more.
    async fn unless_renewed(
        &mut self,
        incoming: Incoming,
        stamp: Option<Stamp>,
    ) -> Result<Option<Incoming>, Error> {
        let authorizer = self.session.authorizer.clone();
        let (StatusCode::UNAUTHORIZED, Some(authorizer), Some(stamp)) =
            (incoming.status, authorizer, stamp)
        else {
            return Ok(Some(incoming));
        };
        let reply = self.read(incoming).await?;
        let refusal = authorizer.refused(stamp, &reply);
        if refusal == Refusal::Final || self.renewed {
            return Ok(Some(Incoming::replay(reply)));
        }
        self.renewed = true;
        self.span.renewed();
        self.session.shared.tally.renewal();
        // Before the pause: it is the new credential that has to get around.
        if !authorizer.is_ready() {
            let renewed = authorizer.prepare(&self.session.anonymous()).await;
            renewed.map_err(|error| self.failed(error, None))?;
        }
        let pause = BEFORE_RENEWED + jitter::below(SPREAD);
        match self.deadline.rest(pause).await {
            Ok(()) => Ok(None),
            Err(_) => Ok(Some(Incoming::replay(reply))),
        }
    }

    /// Waits until the request may go, and writes its credential. It may run out while a slot is
    /// waited for, and a 401 of another call may withdraw it just before it is written; then the
    /// next is waited for, a few times.
    async fn ready(&mut self, request: &Request<Bytes>) -> Result<Ready, Error> {
        const TRIES: u32 = 3;
        let mut request = self.with_base_url(request)?;
        let authorizer = self.session.authorizer.clone();
        for _ in 0..TRIES {
            if let Some(authorizer) = &authorizer
                && !authorizer.is_ready()
            {
                authorizer.prepare(&self.session.anonymous()).await?;
            }
            // Once a credential is at hand, so that waiting for one holds no slot; before the
            // stamp, so that nothing stale waits in the queue.
            let is_ready = || authorizer.as_ref().is_some_and(|it| it.is_ready());
            let was_ready = is_ready();
            let permit = self.permit().await?;
            let stamp = match &authorizer {
                Some(_) if was_ready && !is_ready() => None,
                Some(authorizer) => authorizer.stamp(request.headers_mut()),
                None => None,
            };
            if stamp.is_some() || authorizer.is_none() {
                return Ok(Ready {
                    request,
                    stamp,
                    permit,
                });
            }
            // The slot goes back: nothing has left.
        }
        let detail = "the credential was withdrawn before it could be used";
        Err(Error::new(ErrorKind::Unauthorized, self.call.route, detail))
    }

    /// Waits for a slot, where there is a budget to keep.
    async fn permit(&mut self) -> Result<Option<Permit>, Error> {
        let Some(limiter) = self.session.shared.limiter.clone() else {
            return Ok(None);
        };
        let options = &self.session.options;
        let most = options.max_wait_or_default().saturating_sub(self.queued);
        let came = self.call.clock.now();
        let permit = limiter
            .acquire(
                options.lane_or_default(),
                most,
                options.attempt_timeout_or_default(),
            )
            .await;
        self.queued += self.call.clock.now().since(came);
        permit.map(Some).map_err(|TooLong(wait)| {
            // What came of the attempt before it says more than that there is no other.
            let last = self.last.take();
            last.map_or_else(
                || Error::of_full_budget(&self.call, wait),
                |last| last.or_retry_after(wait),
            )
        })
    }

    /// Sends, and accounts for the slot by how far the request got.
    async fn send(&mut self, ready: Ready) -> Result<Incoming, Error> {
        let Ready {
            request,
            mut permit,
            ..
        } = ready;
        self.call.attempts += 1;
        self.call.phase = Phase::MaybeSent;
        self.call.status = None;
        self.deadline.next_attempt();
        let shared = &self.session.shared;
        shared.tally.attempt();
        if self.last.take().is_some() {
            shared.tally.retry();
        }
        let span = self.span.attempt(self.call.attempts, self.queued);
        let sending = Quiet {
            lid: stack_logs::lid(shared.stack_logs),
            future: shared.transport.send(request),
        };
        if let Some(permit) = &mut permit {
            permit.leaves();
        }
        let sent = self.deadline.guard(sending.instrument(span.clone())).await;
        match sent.map_err(|expired| self.call.timeout_error(expired))? {
            Ok(answer) => {
                if let Some(permit) = permit {
                    permit.answered(answer.status(), answer.headers());
                }
                span.record("http.response.status_code", answer.status().as_u16());
                self.head_came(answer)
            }
            Err(error) => {
                self.call.phase = error.phase();
                if let (Phase::NotSent, Some(permit)) = (error.phase(), permit) {
                    permit.never_left();
                }
                Err(self.call.transport_error(error))
            }
        }
    }

    /// From the stack's answer to one that can be read.
    fn head_came(&mut self, answer: Response<Body>) -> Result<Incoming, Error> {
        self.call.phase = Phase::HeadReceived;
        self.call.status = Some(answer.status());
        self.deadline.head_came();
        let cap = self.session.options.headers_cap();
        let size =
            |(name, value): (&http::HeaderName, &HeaderValue)| name.as_str().len() + value.len();
        if answer.headers().iter().map(size).sum::<usize>() > cap {
            let detail = format!("its headers have more than {cap} bytes");
            let error = ResponseError::new(ErrorKind::TooLarge).detail(detail);
            let headers = HeaderMap::new();
            return Err(self.call.response_error(answer.status(), &headers, error));
        }
        Ok(Incoming::new(answer))
    }

    /// The request with its host, and with the headers that every request has.
    fn with_base_url(&self, request: &Request<Bytes>) -> Result<Request<Bytes>, Error> {
        let mut addressed = request.clone();
        let shared = &self.session.shared;
        *addressed.uri_mut() = shared
            .base
            .join(request.uri())
            .map_err(|why| self.call.request_error(&RequestError::new("target", why)))?;
        let headers = addressed.headers_mut();
        headers.extend(self.session.options.extra_headers().clone());
        // A service that fails behind a framework tends to answer HTML unless asked.
        headers
            .entry(ACCEPT)
            .or_insert(HeaderValue::from_static("application/json"));
        headers
            .entry(USER_AGENT)
            .or_insert_with(|| shared.user_agent.clone());
        // Only what reading undoes.
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        Ok(addressed)
    }

    /// The rest of an answer, under the cap for its kind.
    ///
    /// Refused is refused, whether or not the words that go with it can be read: a gateway's
    /// 503 that breaks off is a 503.
    pub(crate) async fn read(&mut self, incoming: Incoming) -> Result<Reply, Error> {
        let (status, headers) = (incoming.status, incoming.headers.clone());
        let caps = Caps {
            bytes: self.session.options.body_cap(status.is_success()),
            depth: self.session.options.depth_cap(),
        };
        let read = incoming.read(caps, &mut self.deadline).await;
        let mut reply = match read {
            Ok(Ok(reply)) => reply,
            _ if !status.is_success() => Reply::new(status, headers, Bytes::new()),
            Ok(Err(error)) => return Err(self.call.read_error(status, &headers, error)),
            Err(expired) => return Err(self.call.timeout_error(expired)),
        };
        reply.repeated = self.repeated;
        Ok(reply)
    }
}
