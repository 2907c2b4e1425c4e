//! Whose budget a call is taken from: `behaviours::RATE_LIMIT`.

use std::fmt;
use std::net::IpAddr;

use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::eloomi::switches::LimitKey;
use crate::eloomi::tokens::CLIENT_ID;

/// Whoever is counted.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Payer(String);

impl Payer {
    /// A call that names no client is the known one's, as a token request is; one without a token
    /// is counted with the others of that kind.
    pub(crate) fn of(headers: &HeaderMap, address: IpAddr, key: LimitKey) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        Self(match key {
            LimitKey::Client => text("clientid").unwrap_or(CLIENT_ID).to_owned(),
            LimitKey::Token => text(AUTHORIZATION.as_str()).unwrap_or_default().to_owned(),
            LimitKey::Address => address.to_string(),
        })
    }
}

impl fmt::Debug for Payer {
    /// Nothing: it may be a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Payer").finish_non_exhaustive()
    }
}
