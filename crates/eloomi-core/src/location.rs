//! Where a redirect leads, as far as that may be told.

use http::{HeaderMap, Uri, header::LOCATION};

/// The longest name that DNS knows (RFC 1035 §2.3.4).
const LONGEST_NAME: usize = 253;

/// Scheme and host of a `Location` (RFC 9110 §10.2.2), `https://login.example.com`; `None` where it
/// has none, as within one host, or none that is plain.
///
/// This is printed. Port and path are left out because nobody needs them to see what is wrong,
/// user information, query and fragment because they hold secrets.
pub(crate) fn origin(headers: &HeaderMap) -> Option<String> {
    let location: Uri = headers.get(LOCATION)?.to_str().ok()?.parse().ok()?;
    let scheme = location
        .scheme_str()
        .filter(|scheme| ["http", "https"].contains(scheme))?;
    let host = location.host().filter(|host| is_plain(host))?;
    Some(format!("{scheme}://{host}"))
}

/// A name, or an address of version 4 or 6.
fn is_plain(host: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._[:]".contains(&byte);
    (1..=LONGEST_NAME).contains(&host.len()) && host.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn of(location: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(LOCATION, HeaderValue::from_str(location).unwrap());
        origin(&headers)
    }

    #[test]
    fn scheme_and_host_are_told_and_nothing_else() {
        let location = "https://sim-user:sim-password@login.example.com:8443/a/4711?token=sim-1#b";
        assert_eq!(of(location).as_deref(), Some("https://login.example.com"));
        assert_eq!(of("http://[::1]:80/").as_deref(), Some("http://[::1]"));
    }

    #[test]
    fn nothing_is_told_of_a_place_that_has_no_plain_host() {
        let long = format!("https://{}/", "a".repeat(LONGEST_NAME + 1));
        for location in [
            "/v3/users",
            "",
            "https://",
            "ftp://example.com/",
            "https://a%20b/",
            &long,
        ] {
            assert_eq!(of(location), None, "{location}");
        }
        assert_eq!(origin(&HeaderMap::new()), None);
    }
}
