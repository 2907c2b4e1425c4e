//! What stands in a file for a value that is never written to one.

use std::fmt;

/// One of the closed set of words in brackets that stand for a live value.
///
/// A placeholder has a type: the recorded one agrees with every live value of that type.
///
/// # Examples
///
/// ```
/// use eloomi_replay::Placeholder;
///
/// assert_eq!(Placeholder::Token.to_string(), "[token]");
/// assert!(Placeholder::Remaining.accepts("599"));
/// assert!(!Placeholder::Remaining.accepts("many"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Placeholder {
    /// `[token]`: an access or refresh token.
    Token,
    /// `[client-id]`: the id that an integration was given.
    ClientId,
    /// `[client-secret]`: the secret that goes with it.
    ClientSecret,
    /// `[credentials]`: both of them, in the base64 of the scheme Basic (RFC 7617).
    Credentials,
    /// `[remaining]`: how many requests the limit still allows.
    Remaining,
    /// `[reset]`: when the limit is full again, in seconds.
    Reset,
    /// `[now]`: the server's time, as a date of HTTP, of ISO 8601, or in seconds.
    Now,
    /// `[request-id]`: the name of a request in the server's logs.
    RequestId,
}

impl Placeholder {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Token,
        Self::ClientId,
        Self::ClientSecret,
        Self::Credentials,
        Self::Remaining,
        Self::Reset,
        Self::Now,
        Self::RequestId,
    ];

    /// How it is written.
    pub fn text(self) -> &'static str {
        match self {
            Self::Token => "[token]",
            Self::ClientId => "[client-id]",
            Self::ClientSecret => "[client-secret]",
            Self::Credentials => "[credentials]",
            Self::Remaining => "[remaining]",
            Self::Reset => "[reset]",
            Self::Now => "[now]",
            Self::RequestId => "[request-id]",
        }
    }

    /// Whether a live value is of this type.
    pub fn accepts(self, live: &str) -> bool {
        let all = |fits: fn(u8) -> bool| !live.is_empty() && live.bytes().all(fits);
        match self {
            Self::Credentials => all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte)),
            // RFC 6750 §2.1, and the brackets of nothing.
            Self::Token => all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/=|".contains(&byte)),
            // RFC 6749 appendix A.1.
            Self::ClientId => all(|byte| (b' '..=b'~').contains(&byte)),
            Self::ClientSecret => !live.is_empty(),
            Self::Remaining | Self::Reset => all(|byte| byte.is_ascii_digit()),
            Self::Now => {
                all(|byte| byte.is_ascii_alphanumeric() || b" ,:.+-".contains(&byte))
                    && live.bytes().any(|byte| byte.is_ascii_digit())
            }
            Self::RequestId => {
                all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
                    && live.len() <= 128
            }
        }
    }

    /// The first placeholder of `text`, what stands before it, and what after.
    pub(crate) fn find(text: &str) -> Option<(&str, Self, &str)> {
        text.match_indices('[').find_map(|(at, _)| {
            let found = Self::ALL
                .into_iter()
                .find(|placeholder| text[at..].starts_with(placeholder.text()))?;
            Some((&text[..at], found, &text[at + found.text().len()..]))
        })
    }
}

impl fmt::Display for Placeholder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}
