//! Authorizers that have nothing to ask for.

use async_trait::async_trait;
use eloomi_core::{Authorizer, Error, Refusal, Reply, Session, Stamp};
use http::{HeaderMap, HeaderName, HeaderValue, header::AUTHORIZATION};
use secrecy::{ExposeSecret as _, SecretString};

use crate::AccessToken;

/// Puts one token on every request (RFC 6750 §2.1): one that was handed out for good, or that
/// somebody else renews. A 401 is final.
///
/// ```
/// use eloomi_auth::{AccessToken, StaticToken};
///
/// let token = AccessToken::new("sim-token").ok_or("no token")?;
/// assert_eq!(format!("{:?}", StaticToken::new(token)), "StaticToken([REDACTED])");
/// # Ok::<(), &str>(())
/// ```
pub struct StaticToken(AccessToken);

impl StaticToken {
    /// Puts this token on every request.
    pub fn new(token: AccessToken) -> Self {
        Self(token)
    }
}

/// Puts one header on every request: an API key, or a scheme that is no bearer token. A 401 is
/// final.
///
/// ```
/// use eloomi_auth::StaticHeader;
/// use http::HeaderName;
///
/// let key = StaticHeader::new(HeaderName::from_static("x-api-key"), "sim-key");
/// assert_eq!(format!("{key:?}"), r#"Some(StaticHeader("x-api-key"))"#);
/// ```
pub struct StaticHeader {
    name: HeaderName,
    value: HeaderValue,
}

impl StaticHeader {
    /// Puts this header on every request; `None` if the value cannot stand in one. It is marked
    /// so that `Debug` hides it and HTTP/2 does not index it.
    pub fn new(name: HeaderName, value: impl Into<SecretString>) -> Option<Self> {
        let mut value = HeaderValue::from_str(value.into().expose_secret()).ok()?;
        value.set_sensitive(true);
        Some(Self { name, value })
    }
}

macro_rules! never_renewed {
    ($authorizer:ty, $self:ident, $headers:ident => $insert:expr) => {
        #[async_trait]
        impl Authorizer for $authorizer {
            fn is_ready(&self) -> bool {
                true
            }

            async fn prepare(&self, _anonymous: &Session) -> Result<(), Error> {
                Ok(())
            }

            fn stamp(&$self, $headers: &mut HeaderMap) -> Option<Stamp> {
                $insert;
                Some(Stamp(0))
            }

            fn refused(&self, _used: Stamp, _reply: &Reply) -> Refusal {
                Refusal::Final
            }
        }
    };
}

never_renewed!(StaticToken, self, headers => headers.insert(AUTHORIZATION, self.0.authorization()?));
never_renewed!(StaticHeader, self, headers => headers.insert(self.name.clone(), self.value.clone()));

impl std::fmt::Debug for StaticToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StaticToken([REDACTED])")
    }
}

impl std::fmt::Debug for StaticHeader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("StaticHeader")
            .field(&self.name.as_str())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;

    fn stamped(authorizer: &dyn Authorizer) -> HeaderMap {
        assert!(authorizer.is_ready());
        let mut headers = HeaderMap::new();
        let used = authorizer.stamp(&mut headers).unwrap();
        let refusal = Reply::new(StatusCode::UNAUTHORIZED, HeaderMap::new(), "");
        assert_eq!(authorizer.refused(used, &refusal), Refusal::Final);
        headers
    }

    #[test]
    fn a_static_token_is_on_every_request_and_never_renewed() {
        let token = AccessToken::new("sim-token").unwrap();
        let headers = stamped(&StaticToken::new(token));
        assert_eq!(headers[AUTHORIZATION], "Bearer sim-token");
        assert!(headers[AUTHORIZATION].is_sensitive());
    }

    #[test]
    fn a_static_header_is_on_every_request_and_never_renewed() {
        let name = HeaderName::from_static("x-api-key");
        let headers = stamped(&StaticHeader::new(name.clone(), "sim-key").unwrap());
        assert_eq!(headers[&name], "sim-key");
        assert!(headers[&name].is_sensitive());
        assert!(StaticHeader::new(name, "sim\r\nkey").is_none());
    }
}
