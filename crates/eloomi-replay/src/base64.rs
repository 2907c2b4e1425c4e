//! Base64 (RFC 4648 §4) in lines of 76, for bodies that no text file can hold.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const LINE: usize = 76;

/// `bytes`, every line ended by a newline.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut out = String::new();
    for line in bytes.chunks(LINE / 4 * 3) {
        for group in line.chunks(3) {
            let bits = (0..3).fold(0, |bits, i| {
                bits << 8 | u32::from(group.get(i).copied().unwrap_or(0))
            });
            for i in 0..4 {
                let index = bits >> (18 - 6 * i) & 63;
                out.push(if i <= group.len() {
                    char::from(ALPHABET[index as usize])
                } else {
                    '='
                });
            }
        }
        out.push('\n');
    }
    out
}

/// The bytes, or the line (from 1) that is not base64.
pub(crate) fn decode(text: &str) -> Result<Vec<u8>, usize> {
    let mut out = Vec::new();
    let (mut bits, mut digits, mut padding) = (0_u32, 0, 0);
    for (index, line) in text.lines().enumerate() {
        for byte in line.bytes() {
            let value = ALPHABET.iter().position(|digit| *digit == byte);
            match value.and_then(|value| u32::try_from(value).ok()) {
                Some(value) if padding == 0 => bits = bits << 6 | value,
                None if byte == b'=' && digits >= 2 => {
                    padding += 1;
                    bits <<= 6;
                }
                _ => return Err(index + 1),
            }
            digits += 1;
            if digits == 4 {
                out.extend(&bits.to_be_bytes()[1..4 - padding]);
                (bits, digits) = (0, 0);
            }
        }
    }
    if digits == 0 {
        Ok(out)
    } else {
        Err(text.lines().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_vectors_of_the_rfc() {
        let vectors = [
            ("", ""),
            ("f", "Zg==\n"),
            ("fo", "Zm8=\n"),
            ("foo", "Zm9v\n"),
            ("foob", "Zm9vYg==\n"),
            ("foobar", "Zm9vYmFy\n"),
        ];
        for (bytes, text) in vectors {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).unwrap(), bytes.as_bytes());
        }
    }

    #[test]
    fn anything_else_is_refused_with_its_line() {
        assert_eq!(decode("Zg==\nZ*==\n"), Err(2));
        assert_eq!(decode("Zg=\n"), Err(1));
        assert_eq!(decode("Zg==Zg==\n"), Err(1));
        assert_eq!(decode("Z===\n"), Err(1));
    }

    proptest! {
        #[test]
        fn what_was_encoded_is_decoded(bytes: Vec<u8>) {
            let text = encode(&bytes);
            prop_assert!(text.lines().all(|line| line.len() <= LINE));
            prop_assert_eq!(decode(&text), Ok(bytes));
        }
    }
}
