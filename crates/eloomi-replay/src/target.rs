//! Where a request goes, without the host.

use std::fmt;

use crate::{ExchangeError, Pairs, percent};

/// A path and a query in normal form: every segment and pair percent-encoded in one way,
/// the query sorted by name.
///
/// # Examples
///
/// ```
/// use eloomi_replay::Target;
///
/// let target = Target::parse("/v3/users-email/ada@example.invalid?per_page=2&page=1")?;
/// assert_eq!(target.to_string(), "/v3/users-email/ada%40example.invalid?page=1&per_page=2");
/// # Ok::<(), eloomi_replay::ExchangeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    path: String,
    query: Pairs,
}

impl Target {
    /// Reads a target in origin form (RFC 9112 §3.2.1).
    ///
    /// # Errors
    ///
    /// [`ExchangeError`] if it does not begin with `/`, or holds a blank or a fragment.
    pub fn parse(text: &str) -> Result<Self, ExchangeError> {
        let wrong = |what| Err(ExchangeError::new(1, what));
        if !text.starts_with('/') {
            return wrong("a target begins with a slash and has no host");
        }
        if text.contains(|c: char| c == '#' || c.is_whitespace() || c.is_control()) {
            return wrong("a target holds no blank and no #");
        }
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        Ok(Self {
            path: normal_path(path),
            query: Pairs::parse(query)?.sorted(),
        })
    }

    /// What was sent, where brackets are brackets.
    pub(crate) fn live(uri: &http::Uri) -> Self {
        Self {
            path: normal_path(uri.path()),
            query: Pairs::live(uri.query().unwrap_or_default()).sorted(),
        }
    }

    /// The path.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The query, sorted.
    pub fn query(&self) -> &Pairs {
        &self.query
    }
}

fn normal_path(path: &str) -> String {
    let segments: Vec<_> = path.split('/').map(percent::segment).collect();
    segments.join("/")
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if self.query.is_empty() {
            return Ok(());
        }
        write!(f, "?{}", self.query)
    }
}
