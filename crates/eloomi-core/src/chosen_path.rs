//! A path that the caller chooses: what it may not be.

/// Why this cannot be the path of a request, if it cannot.
///
/// Stricter than RFC 3986 §3.3: what is written plainly is read alike by every server and proxy,
/// and cannot turn into another path, a query or a host on the way.
pub(crate) fn refuse(path: &str) -> Option<&'static str> {
    let Some(segments) = path.strip_prefix('/') else {
        return Some(if path.contains("://") {
            "is a whole URL: give its path alone, such as `/v3/goals`"
        } else {
            "does not begin with a slash: give it from the root, such as `/v3/goals`"
        });
    };
    if path.contains(['?', '#']) {
        return Some("has a query or a fragment: give the path alone");
    }
    segments.split('/').find_map(|segment| match segment {
        "" => Some("has an empty segment: leave doubled slashes and one at the end off"),
        "." | ".." => Some("has a dot segment, which would address another resource"),
        _ if segment.bytes().all(is_plain) => None,
        _ => Some("holds something else than letters, digits, `-`, `.`, `_` and `~`"),
    })
}

/// Unreserved, RFC 3986 §2.3.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::refuse;

    #[test]
    fn plain_absolute_paths_are_taken() {
        for path in [
            "/v3/goals",
            "/v3/course_categories",
            "/api/v4.1/my~goals",
            "/g",
        ] {
            assert_eq!(refuse(path), None, "{path}");
        }
    }

    #[test]
    fn whatever_is_more_than_a_path_is_refused_with_what_to_do() {
        for (path, word) in [
            ("https://evil.example.com/v3/goals", "whole URL"),
            ("v3/goals", "begin with a slash"),
            ("", "begin with a slash"),
            ("/v3/goals?page=1", "query"),
            ("/v3/goals#top", "fragment"),
            ("//evil.example.com/v3", "empty segment"),
            ("/v3/goals/", "empty segment"),
            ("/", "empty segment"),
            ("/v3/../oauth/token", "dot segment"),
            ("/v3/.", "dot segment"),
            ("/v3/%2e%2e/x", "letters, digits"),
            ("/v3/goals 2", "letters, digits"),
            ("/v3/m\u{e5}l", "letters, digits"),
            ("/v3\\..\\x", "letters, digits"),
            ("/v3/goals\r\nx: y", "letters, digits"),
            ("/{id}", "letters, digits"),
        ] {
            let why = refuse(path).unwrap_or_default();
            assert!(why.contains(word), "{path}: {why}");
        }
    }
}
