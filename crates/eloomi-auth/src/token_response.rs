//! The token endpoint's success, on its way to a [`Token`](crate::Token).
//!
//! Not exported: its text is a secret in a plain string until it becomes one that is wiped.

use eloomi_wire::{RawJson, Text, model};

model! {
    /// A successful answer (RFC 6749 §5.1), as far as it is used.
    pub(crate) struct TokenResponse {
        /// The token.
        access_token: Option<Text> = "access_token", personal;
        /// Seconds, in whatever form; see [`Lifetime`](crate::Lifetime).
        expires_in: Option<RawJson> = "expires_in";
        /// What renews the token.
        refresh_token: Option<Text> = "refresh_token", personal;
        /// A text or a list; see [`Scope`](crate::Scope).
        scope: Option<RawJson> = "scope";
        /// `Bearer`, in any case.
        token_type: Option<Text> = "token_type";
    }
}
