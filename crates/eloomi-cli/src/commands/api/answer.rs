//! Sending one request, and printing what came.

use std::sync::{Mutex, PoisonError};

use eloomi::{
    Endpoint, RawRequest, Repeat, Reply, RequestError, ResponseError, Route, bytes::Bytes,
    http::Request,
};

use super::message;
use crate::{
    arguments::General,
    connection::Connection,
    failure::{Failure, Stop},
    notes,
    verbs::unanswered::{self, may_be_done},
};

/// What to do before a write is sent again of which nobody knows how it went.
const LOOK: &str = "look whether it took effect";

/// A raw request whose answer is kept, whatever it is, and judged by its status all the same.
struct Judged {
    request: RawRequest,
    reply: Mutex<Option<Reply>>,
}

impl Endpoint for Judged {
    type Output = ();

    fn route(&self) -> &'static Route {
        self.request.route()
    }

    fn repeat(&self) -> Repeat {
        Endpoint::repeat(&self.request)
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.request.request()
    }

    fn response(&self, reply: &Reply) -> Result<(), ResponseError> {
        let mut kept = self.reply.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(reply.clone());
        ResponseError::of_status(reply.status).map_or(Ok(()), Err)
    }
}

/// Sends the request and prints the answer, whatever its status.
pub(super) async fn print(
    request: RawRequest,
    has_head: bool,
    general: &General,
    connection: &Connection,
) -> Result<(), Stop> {
    let asked = Judged {
        request,
        reply: Mutex::default(),
    };
    let is_write = asked.repeat() != Repeat::Safe;
    let call = connection.session.send(&asked);
    let outcome = if is_write {
        unanswered::or_told(call, LOOK).await
    } else {
        call.await
    };
    let reply = asked.reply.into_inner();
    let reply = reply.unwrap_or_else(PoisonError::into_inner);
    let printed = reply.map_or(Ok(()), |reply| {
        let mut text = Vec::new();
        if has_head {
            text = message::head(&format!("HTTP {}", reply.status), &reply.headers);
        }
        text.extend_from_slice(&reply.body);
        message::print(&text)
    });
    // How the request went counts for more than a reader that went away.
    outcome.map_err(|error| failed(error, is_write))?;
    printed?;
    if !general.quiet {
        notes::line(&connection.requests());
    }
    Ok(())
}

fn failed(error: eloomi::Error, is_write: bool) -> Failure {
    // What is ambiguous says so itself.
    let is_unknown = is_write && may_be_done(&error) && !error.is_ambiguous();
    let failure = Failure::from(error);
    if is_unknown {
        failure.hint(format!("{LOOK} before sending it again"))
    } else {
        failure
    }
}
