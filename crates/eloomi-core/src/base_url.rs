//! Where a service lives, and the rule that credentials go nowhere else.

use std::{error, fmt, net::IpAddr, str::FromStr};

use http::{Uri, uri::Scheme};

/// The origin of a service, and the path prefix before its own paths, if it has one.
///
/// `https` only; `http` for loopback literals (`127.0.0.0/8`, `[::1]`) alone, because the
/// first request carries a secret. The name `localhost` is not a literal: it may resolve to
/// anything.
///
/// # Examples
///
/// ```
/// use eloomi_core::BaseUrl;
///
/// let url: BaseUrl = "https://api.example.com".parse()?;
/// assert_eq!(url.to_string(), "https://api.example.com");
/// assert!("http://api.example.com".parse::<BaseUrl>().is_err());
/// # Ok::<(), eloomi_core::BaseUrlError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    host: String,
}

/// A text that is no base URL. Never quotes it: it may hold a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseUrlError(&'static str);

impl BaseUrl {
    /// The host, without port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The path prefix; empty for most.
    pub fn path(&self) -> &str {
        let authority = self.text.find("://").map_or(0, |i| i + 3);
        self.text[authority..]
            .find('/')
            .map_or("", |i| &self.text[authority + i..])
    }

    /// The absolute target of a request: this, followed by a target in origin form. The
    /// error says why that is no target on this very host, or not the one it looks like.
    pub(crate) fn join(&self, target: &Uri) -> Result<Uri, &'static str> {
        if target.scheme().is_some() || !target.path().starts_with('/') {
            return Err("is not a path that begins with a slash");
        }
        if has_dot_segment(target.path()) {
            return Err("holds a dot segment, which would address another resource");
        }
        format!("{}{target}", self.text)
            .parse()
            .map_err(|_| "is too long")
    }
}

/// Whether a URL library would take a part of `path` away: it resolves `.` and `..`, also
/// when they are percent-encoded, and reads a backslash as a slash.
fn has_dot_segment(path: &str) -> bool {
    path.split(['/', '\\']).any(|segment| {
        let plain = segment.replace("%2e", ".").replace("%2E", ".");
        plain == "." || plain == ".."
    })
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        let text = text.trim_end_matches('/');
        if text.contains('#') {
            return Err(BaseUrlError("a base URL has no fragment"));
        }
        let uri: Uri = text
            .parse()
            .map_err(|_| BaseUrlError("this is not a URL"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return Err(BaseUrlError("a base URL begins with https:// and a host"));
        };
        if authority.as_str().contains('@') {
            return Err(BaseUrlError("a base URL holds no user name or password"));
        }
        if uri.query().is_some() {
            return Err(BaseUrlError("a base URL has no query"));
        }
        let host = authority.host().to_ascii_lowercase();
        if *scheme != Scheme::HTTPS && !(*scheme == Scheme::HTTP && is_loopback(&host)) {
            return Err(BaseUrlError(
                "a base URL is https, or http to a loopback address such as 127.0.0.1",
            ));
        }
        let path = uri.path().trim_end_matches('/');
        if has_dot_segment(path) {
            return Err(BaseUrlError("a base URL has no dot segments"));
        }
        Ok(Self {
            text: format!(
                "{scheme}://{}{path}",
                authority.as_str().to_ascii_lowercase()
            ),
            host,
        })
    }
}

/// Whether `host` is an address that never leaves this machine, written as one.
fn is_loopback(host: &str) -> bool {
    let literal = host
        .strip_prefix('[')
        .and_then(|h| h.strip_suffix(']'))
        .unwrap_or(host);
    literal
        .parse()
        .is_ok_and(|address: IpAddr| address.is_loopback())
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({})", self.text)
    }
}

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl error::Error for BaseUrlError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<String, BaseUrlError> {
        text.parse().map(|url: BaseUrl| url.to_string())
    }

    #[test]
    fn plain_http_is_for_loopback_literals_alone() {
        assert_eq!(
            parsed("http://127.0.0.1:8080/").unwrap(),
            "http://127.0.0.1:8080"
        );
        assert_eq!(parsed("http://[::1]:8080").unwrap(), "http://[::1]:8080");
        for text in [
            "http://localhost",
            "http://127.0.0.1.example.com",
            "http://10.0.0.1",
            "ftp://127.0.0.1",
        ] {
            assert!(parsed(text).is_err(), "{text}");
        }
    }

    #[test]
    fn nothing_beside_origin_and_path_is_accepted() {
        for text in [
            "https://u:p@h",
            "https://h?q",
            "https://h#f",
            "h",
            "/v3",
            "https://",
            "",
        ] {
            assert!(parsed(text).is_err(), "{text}");
        }
    }

    #[test]
    fn one_service_has_one_spelling() {
        assert_eq!(
            parsed("HTTPS://API.Example.com//").unwrap(),
            "https://api.example.com"
        );
    }

    #[test]
    fn a_path_prefix_is_kept() {
        let url: BaseUrl = "https://gateway.example.com/people/".parse().unwrap();
        assert_eq!(url.path(), "/people");
        let target = url.join(&Uri::from_static("/v3/users?page=2")).unwrap();
        assert_eq!(target, "https://gateway.example.com/people/v3/users?page=2");
    }

    #[test]
    fn a_target_cannot_name_another_host() {
        let url: BaseUrl = "https://api.example.com".parse().unwrap();
        for target in ["https://evil.example.com/", "*", "evil.example.com:80"] {
            assert!(url.join(&Uri::from_static(target)).is_err(), "{target}");
        }
    }

    #[test]
    fn a_target_cannot_climb_out_of_its_path() {
        let url: BaseUrl = "https://api.example.com/v3".parse().unwrap();
        for target in [
            "/..",
            "/./a",
            "/a/..",
            "/a/../b?c",
            "/%2e%2E/a",
            "/a/.%2e",
            "/a/%2e",
            "/a\\..\\b",
        ] {
            assert!(url.join(&Uri::from_static(target)).is_err(), "{target}");
        }
        for target in [
            "/...",
            "/a..b",
            "/.well-known",
            "/a?b=/../c",
            "/%252e%252e",
            "//a",
        ] {
            assert!(url.join(&Uri::from_static(target)).is_ok(), "{target}");
        }
    }

    #[test]
    fn a_base_url_has_no_dot_segments() {
        assert!(parsed("https://h/a/../b").is_err());
        assert!(parsed("https://h/%2e%2e").is_err());
        assert!(parsed("https://h/.a").is_ok());
    }
}
