//! Which hosts the simulator answers to.

use std::net::IpAddr;

use axum::body::Body;
use http::Request;
use http::header::HOST;

/// Whether a request names a loopback host: `behaviours::LOOPBACK_HOST`.
///
/// A page in a browser can point a name of its own at 127.0.0.1; its requests then carry
/// that name, and are refused.
pub(crate) fn is_loopback(request: &Request<Body>) -> bool {
    // HTTP/2 and absolute targets name the host in the target, others in the header.
    let in_target = request.uri().authority().map(http::uri::Authority::as_str);
    let mut in_headers = request.headers().get_all(HOST).iter();
    let in_header = in_headers
        .next()
        .map(|host| host.to_str().unwrap_or_default());
    let named: Vec<&str> = in_target.into_iter().chain(in_header).collect();
    in_headers.next().is_none()
        && !named.is_empty()
        && named.iter().all(|host| names_loopback(host))
}

fn names_loopback(authority: &str) -> bool {
    let Ok(authority) = authority.parse::<http::uri::Authority>() else {
        return false;
    };
    let host = authority
        .host()
        .trim_start_matches('[')
        .trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_names_and_literals_are_loopback() {
        for host in [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1:1",
            "127.8.8.8",
            "[::1]:443",
        ] {
            assert!(names_loopback(host), "{host}");
        }
    }

    #[test]
    fn other_hosts_are_not_loopback() {
        for host in [
            "api.example.com",
            "localhost.example.com",
            "10.0.0.1",
            "[2001:db8::1]",
            "",
            "a@@b",
        ] {
            assert!(!names_loopback(host), "{host}");
        }
    }
}
