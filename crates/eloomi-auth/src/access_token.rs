//! The token itself.

use std::{fmt, sync::Arc};

use eloomi_wire::Extra;
use http::HeaderValue;
use secrecy::{ExposeSecret as _, SecretString};

use crate::{Lifetime, RefreshToken, Scope};

/// A bearer token: whoever has it is let in. Never printed; clones share one text, which is
/// wiped with the last of them.
#[derive(Clone)]
pub struct AccessToken(Arc<SecretString>);

impl AccessToken {
    /// A token, if the text can be one: RFC 6750 §2.1 allows letters, digits and
    /// `-._~+/=`. Anything else would break the header, or end it.
    pub fn new(text: impl Into<SecretString>) -> Option<Self> {
        /// Far above any JWT; a header this long would be refused anyway.
        const LONGEST: usize = 16 << 10;
        let text = text.into();
        let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
        let bytes = text.expose_secret().as_bytes();
        let is_valid = (1..=LONGEST).contains(&bytes.len()) && bytes.iter().copied().all(is_token);
        is_valid.then(|| Self(Arc::new(text)))
    }

    /// The value of `Authorization` (RFC 6750 §2.1), marked so that `Debug` hides it and
    /// HTTP/2 does not index it.
    pub(crate) fn authorization(&self) -> Option<HeaderValue> {
        let text = format!("Bearer {}", self.0.expose_secret());
        let mut value = HeaderValue::try_from(text).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken([REDACTED])")
    }
}

/// A token and how long it is good for.
#[derive(Clone)]
#[non_exhaustive]
pub struct Token {
    /// The token.
    pub access_token: AccessToken,
    /// How long it is good for, from when it was asked for.
    pub lifetime: Lifetime,
    /// What renews it, if the server gave something.
    pub refresh_token: Option<RefreshToken>,
    /// What it is good for, if the server said so; otherwise that is what was asked for
    /// (RFC 6749 §5.1).
    pub scope: Option<Scope>,
    /// Whatever else the server said with it. Not kept in stores.
    pub extra: Extra,
}

impl Token {
    /// A token from elsewhere.
    pub fn new(access_token: AccessToken, lifetime: Lifetime) -> Self {
        Self {
            access_token,
            lifetime,
            refresh_token: None,
            scope: None,
            extra: Extra::default(),
        }
    }

    /// The same, renewed with this.
    #[must_use]
    pub fn refresh_token(mut self, refresh_token: RefreshToken) -> Self {
        self.refresh_token = Some(refresh_token);
        self
    }

    /// The same, good for this.
    #[must_use]
    pub fn scope(mut self, scope: Scope) -> Self {
        self.scope = Some(scope);
        self
    }
}

impl fmt::Debug for Token {
    /// What there is; of secrets, that they are there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut token = f.debug_struct("Token");
        token.field("access_token", &self.access_token);
        token.field("lifetime", &self.lifetime);
        if let Some(refresh_token) = &self.refresh_token {
            token.field("refresh_token", refresh_token);
        }
        if let Some(scope) = &self.scope {
            token.field("scope", &scope.as_str());
        }
        if !self.extra.is_empty() {
            token.field("extra", &self.extra);
        }
        token.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_break_the_header_is_no_token() {
        for text in [
            "",
            "a b",
            "a\r\nX: y",
            "a\u{0}",
            "ø",
            &"a".repeat(100 << 10),
        ] {
            assert!(AccessToken::new(text).is_none());
        }
    }

    #[test]
    fn sixteen_kilobytes_are_a_token_and_a_byte_more_is_none() {
        assert!(AccessToken::new("a".repeat(16 << 10)).is_some());
        assert!(AccessToken::new("a".repeat((16 << 10) + 1)).is_none());
    }

    #[test]
    fn no_debug_shows_the_token() {
        let token = AccessToken::new("sim-token-1").unwrap();
        let header = token.authorization().unwrap();
        assert_eq!(header.as_bytes(), b"Bearer sim-token-1");
        let mut token = Token::new(token, Lifetime::SingleUse);
        assert_eq!(format!("{header:?}"), "Sensitive");
        assert_eq!(
            format!("{token:?}"),
            "Token { access_token: AccessToken([REDACTED]), lifetime: SingleUse }"
        );
        token = token
            .refresh_token(RefreshToken::new("sim-refresh").unwrap())
            .scope(Scope::new("a"));
        token.extra.push(
            "id_token",
            eloomi_wire::RawJson::parse(r#""sim-id""#).unwrap(),
        );
        let debug = format!("{token:?}");
        let named = [
            "refresh_token: RefreshToken([REDACTED])",
            "scope: \"a\"",
            "extra: ",
        ];
        assert!(named.iter().all(|named| debug.contains(named)), "{debug}");
        assert!(!debug.contains("sim-"), "{debug}");
    }
}
