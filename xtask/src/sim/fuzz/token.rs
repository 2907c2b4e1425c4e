//! A token from the simulator, so that calls get behind its gate.
//!
//! One request over a bare socket: an HTTP library would be the largest part of this program.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::simulator::Settings;

/// More than enough on loopback.
const PATIENCE: Duration = Duration::from_secs(10);

/// Asks for a token.
pub(super) fn fetch(settings: &Settings) -> Result<String, String> {
    let complain = |error: std::io::Error| format!("no token from the simulator: {error}");
    let host = settings.base_url.trim_start_matches("http://");
    let body = json!({
        "grant_type": "client_credentials",
        "client_id": settings.client_id,
        "client_secret": settings.client_secret,
    })
    .to_string();
    let request = format!(
        "POST /oauth/token HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(host).map_err(complain)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(complain)?;
    stream.write_all(request.as_bytes()).map_err(complain)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).map_err(complain)?;
    // The answer is not quoted: it might hold the token.
    token(&answer).ok_or_else(|| "no token from the simulator: it refused".to_owned())
}

fn token(answer: &str) -> Option<String> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let body: Value = serde_json::from_str(body).ok()?;
    let token = body["access_token"].as_str()?;
    head.starts_with("HTTP/1.1 200 ").then(|| token.to_owned())
}

#[cfg(test)]
mod tests {
    use super::token;

    #[test]
    fn the_token_stands_in_the_body_of_a_success() {
        let answer = "HTTP/1.1 200 OK\r\nserver: x\r\n\r\n{\"access_token\":\"sim-token\"}";
        assert_eq!(token(answer).as_deref(), Some("sim-token"));
    }

    #[test]
    fn an_answer_without_a_token_is_none() {
        for answer in [
            "",
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 400 Bad Request\r\n\r\n{\"error\":\"invalid_client\"}",
            "HTTP/1.1 400 Bad Request\r\n\r\n{\"access_token\":\"sim-token\"}",
        ] {
            assert_eq!(token(answer), None, "{answer}");
        }
    }
}
