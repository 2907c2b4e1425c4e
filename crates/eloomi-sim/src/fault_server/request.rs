//! The head of an HTTP/1 request, as far as the journal wants to know it.

use bytes::BytesMut;

use super::journal::Line;

/// What a head says of itself.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) line: Line,
    /// What `content-length` says; without one there is no body.
    pub(crate) length: usize,
}

/// Takes a head off the buffer, once it is there whole.
pub(crate) fn take(heard: &mut BytesMut) -> Option<Head> {
    let end = heard.windows(4).position(|window| window == b"\r\n\r\n")?;
    let bytes = heard.split_to(end + 4);
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.trim_end().split("\r\n");
    let mut words = lines.next().unwrap_or_default().splitn(3, ' ');
    let mut word = || words.next().unwrap_or_default().to_owned();
    let (method, target, version) = (word(), shown(&word()), word());
    let mut names = Vec::new();
    let mut length = 0;
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let name = name.to_ascii_lowercase();
        if name == "content-length" {
            length = value.trim().parse().unwrap_or_default();
        }
        if name != "host" {
            names.push(name);
        }
    }
    names.sort_unstable();
    let line = Line::Request {
        method,
        target,
        version,
        names,
        body: None,
    };
    Some(Head { line, length })
}

/// A query elsewhere than below `/v3/` may hold a secret by mistake, and must not be kept.
fn shown(target: &str) -> String {
    match target.split_once('?') {
        Some((path, _)) if !path.starts_with("/v3/") => format!("{path}?…"),
        _ => target.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_told_by_the_names_of_its_headers() {
        let mut heard = BytesMut::from(
            "POST /v3/users HTTP/1.1\r\nHost: h\r\nZ: 1\r\nAuthorization: Bearer sim-x\r\n\
             Content-Length: 2\r\n\r\n{}",
        );
        let line = take(&mut heard).unwrap().line;
        assert_eq!(
            line.to_string(),
            "← POST /v3/users HTTP/1.1, 3 headers (authorization, content-length, z), body not read"
        );
    }

    #[test]
    fn half_a_head_is_left_where_it_is() {
        let mut heard = BytesMut::from("GET / HTTP/1.1\r\n");
        assert!(take(&mut heard).is_none());
    }

    #[test]
    fn a_query_beyond_v3_is_hidden() {
        assert_eq!(shown("/oauth/token?client_secret=sim-1"), "/oauth/token?…");
        assert_eq!(shown("/v3/users?page=2"), "/v3/users?page=2");
    }
}
