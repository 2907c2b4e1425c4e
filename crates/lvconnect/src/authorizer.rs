//! Which refusals of a token a fresh one may help.

use std::sync::Arc;

use async_trait::async_trait;
use eloomi_core::{Authorizer, Error, Refusal, Reply, Session, Stamp};
use eloomi_wire::decode;
use http::HeaderMap;

use crate::{Reason, judge};

/// Credentials that are not renewed where that would be of no use: the person has left, or the
/// token did not arrive.
pub(crate) struct RenewsWhereItHelps(pub(crate) Arc<dyn Authorizer>);

#[async_trait]
impl Authorizer for RenewsWhereItHelps {
    fn is_ready(&self) -> bool {
        self.0.is_ready()
    }

    async fn prepare(&self, anonymous: &Session) -> Result<(), Error> {
        self.0.prepare(anonymous).await
    }

    fn stamp(&self, headers: &mut HeaderMap) -> Option<Stamp> {
        self.0.stamp(headers)
    }

    fn refused(&self, used: Stamp, reply: &Reply) -> Refusal {
        let reason = judge::reason(reply, decode(&reply.body).ok().as_ref());
        match reason {
            Reason::UserDisabled | Reason::MissingToken => Refusal::Final,
            _ => self.0.refused(used, reply),
        }
    }
}
