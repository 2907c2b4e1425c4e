//! Credentials of HTTP Basic, as the service reads them.

use http::HeaderMap;
use http::header::AUTHORIZATION;

use super::refusal::Refusal;
use crate::behaviours;

/// Id and secret of the header; `None` if there is no header, or one of another scheme.
pub(crate) fn credentials(headers: &HeaderMap) -> Result<Option<(String, String)>, Refusal> {
    let header = headers.get(AUTHORIZATION).map(http::HeaderValue::as_bytes);
    let header = String::from_utf8_lossy(header.unwrap_or_default());
    let mut parts = header.split_whitespace();
    let scheme = parts.next().unwrap_or_default();
    if !scheme.eq_ignore_ascii_case("basic") {
        return Ok(None);
    }
    let shows = &behaviours::LV_BAD_BASIC;
    let (Some(encoded), None) = (parts.next(), parts.next()) else {
        return Err(Refusal::bad_request(
            "Bad HTTP authentication header format",
            shows,
        ));
    };
    let decoded = decoded(encoded);
    let Some((id, secret)) = decoded.split_once(':') else {
        return Err(Refusal::bad_request("Bad header internal syntax", shows));
    };
    Ok(Some((id.to_owned(), secret.to_owned())))
}

/// Base64 as Node reads it: of either alphabet, and with whatever else stands there left out.
fn decoded(encoded: &str) -> String {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    };
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    let letters = encoded.bytes().take_while(|byte| *byte != b'=');
    for six in letters.filter_map(value) {
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.extend((bits >> count).to_le_bytes().first());
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn base_64_is_read_with_and_without_its_end() {
        assert_eq!(
            decoded("YXBwLWZ1bGw6c2VjcmV0LWZ1bGw="),
            "app-full:secret-full"
        );
        assert_eq!(decoded("YTpiYw"), "a:bc");
        assert_eq!(decoded(""), "");
    }
}
