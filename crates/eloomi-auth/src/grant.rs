//! The seam between a token and what it comes from.

use eloomi_core::{BaseUrl, Endpoint};

use crate::{StoreKey, Token};

/// A request that brings a token, and what a [`Bearer`](crate::Bearer) must know to live by it.
///
/// An endpoint of your own that brings tokens need only say so: `impl Grant for Mine {}`. It is
/// then sent again for each new token, and its tokens are kept in no store.
///
/// [`CreateToken`](crate::CreateToken) is one.
pub trait Grant: Endpoint<Output = Token> + Clone + 'static {
    /// The request that brings the next token in place of `held`, with its refresh token and
    /// never for more than its scope (RFC 6749 §6); `None` if this grant itself does that.
    fn renewal(&self, held: &Token) -> Option<Self> {
        let _ = held;
        None
    }

    /// Whether there is nothing to send any more: somebody must log in.
    fn is_spent(&self) -> bool {
        false
    }

    /// The service has answered it for good: what may not be sent twice is spent, and forgotten.
    fn spend(&mut self) {}

    /// Under which key a store keeps its tokens; `None` for none.
    fn key(&self, base: &BaseUrl) -> Option<StoreKey> {
        let _ = base;
        None
    }
}
