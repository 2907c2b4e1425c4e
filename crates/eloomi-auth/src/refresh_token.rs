//! What a token is renewed with.

use std::{fmt, sync::Arc};

use secrecy::{ExposeSecret as _, SecretString};

/// A refresh token (RFC 6749 §1.5): whoever has it gets new tokens, often for months. Never
/// printed; clones share one text, which is wiped with the last of them.
#[derive(Clone)]
pub struct RefreshToken(Arc<SecretString>);

impl RefreshToken {
    /// A refresh token, if the text can be one: up to 16 KiB of printable ASCII
    /// (RFC 6749 appendix A.17).
    pub fn new(text: impl Into<SecretString>) -> Option<Self> {
        const LONGEST: usize = 16 << 10;
        let text = text.into();
        let bytes = text.expose_secret().as_bytes();
        let is_printable = |byte: &u8| (b' '..=b'~').contains(byte);
        let is_valid = (1..=LONGEST).contains(&bytes.len()) && bytes.iter().all(is_printable);
        is_valid.then(|| Self(Arc::new(text)))
    }

    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshToken([REDACTED])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refresh_token_is_printable_and_not_endless() {
        assert!(RefreshToken::new("a b~".to_owned()).is_some());
        assert!(RefreshToken::new("a".repeat(16 << 10)).is_some());
        for text in ["", "a\n", "ø", "\u{7f}", &"a".repeat((16 << 10) + 1)] {
            assert!(RefreshToken::new(text).is_none());
        }
    }

    #[test]
    fn no_debug_shows_it() {
        let token = RefreshToken::new("sim-refresh").unwrap();
        assert_eq!(format!("{token:?}"), "RefreshToken([REDACTED])");
        assert_eq!(token.expose(), "sim-refresh");
    }
}
