//! What pseudonyms look like, and how they are told from other values.
//!
//! What already has the form of a pseudonym stays what it is. So a redacted exchange can be
//! redacted again, and a scenario whose inputs have these forms replays as it was recorded.

use crate::redaction::Kind;

/// What everything that is made here is made of: 32 bytes of a hash.
pub(super) type Hash = [u8; 32];

const EMAIL: (&str, &str) = ("person-", "@example.invalid");
const PHONE: &str = "+45 00";
const TEXT: &str = "text-";
const CODE: &str = "code-";

/// The pseudonym that a hash makes; `digits` more of them than usual.
pub(super) fn form(kind: &Kind, hash: &Hash, names: &[String], more: usize) -> String {
    let digits = |count: usize| digits(hash, count + more);
    match kind {
        Kind::Email => format!("{}{}{}", EMAIL.0, digits(6), EMAIL.1),
        Kind::Name => {
            let index = usize::from(hash[31]) * 256 + usize::from(hash[30]);
            format!("{}-{}", names[index % names.len()], digits(4))
        }
        Kind::Phone => {
            let digits = digits(6);
            let pairs: Vec<_> = digits.as_bytes().chunks(2).collect();
            let pairs = pairs.iter().map(|pair| String::from_utf8_lossy(pair));
            pairs.fold(PHONE.to_owned(), |phone, pair| phone + " " + &pair)
        }
        Kind::Text => format!("{TEXT}{}", digits(6)),
        Kind::Id(_) => format!("{CODE}{}", digits(6)),
    }
}

/// Whether a value has the form of a pseudonym.
pub(super) fn is_form(kind: &Kind, value: &str, names: &[String]) -> bool {
    let digits = |text: &str, least: usize| {
        text.len() >= least && text.len() <= 32 && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match kind {
        Kind::Email => value
            .strip_prefix(EMAIL.0)
            .and_then(|rest| rest.strip_suffix(EMAIL.1))
            .is_some_and(|rest| digits(rest, 6)),
        Kind::Name => value
            .rsplit_once('-')
            .is_some_and(|(name, rest)| names.iter().any(|it| it == name) && digits(rest, 4)),
        Kind::Phone => value.strip_prefix(PHONE).is_some_and(|rest| {
            rest.starts_with(' ')
                && rest
                    .split(' ')
                    .skip(1)
                    .all(|pair| digits(pair, 1) && pair.len() < 3)
                && digits(&rest.replace(' ', ""), 6)
        }),
        Kind::Text => value.strip_prefix(TEXT).is_some_and(|rest| digits(rest, 6)),
        Kind::Id(_) => value.strip_prefix(CODE).is_some_and(|rest| digits(rest, 6)),
    }
}

/// An integer as ids are written: digits, no sign, no zero before others.
pub(super) fn is_plain_integer(text: &str) -> bool {
    let digits = !text.is_empty() && text.len() < 20 && text.bytes().all(|it| it.is_ascii_digit());
    digits && (text == "0" || !text.starts_with('0'))
}

/// A number of the same form: its digits become 1, 2, 3 and so on. Zero stays zero, and an
/// exponent stays as it is, so that the number can be read wherever it could before.
pub(super) fn shape(number: &str) -> String {
    let (mantissa, exponent) = match number.find(['e', 'E']) {
        Some(at) => number.split_at(at),
        None => (number, ""),
    };
    if mantissa.bytes().all(|byte| !(b'1'..=b'9').contains(&byte)) {
        // Zero has no digits to hide, and a long row of them no message.
        return mantissa.to_owned();
    }
    let mut digits = (1..=9).cycle();
    let mut out = String::new();
    let leading_zero = mantissa.trim_start_matches('-').starts_with('0');
    for (index, byte) in mantissa.bytes().enumerate() {
        let is_first = index == mantissa.len() - mantissa.trim_start_matches('-').len();
        if byte.is_ascii_digit() && !(leading_zero && is_first) {
            let digit: u8 = digits.next().unwrap_or(1);
            out.push(char::from(b'0' + digit));
        } else {
            out.push(char::from(byte));
        }
    }
    // Of an exponent only its size in one digit: more would be room for a message.
    if !exponent.is_empty() {
        out.push_str("e1");
    }
    out
}

/// The decimal digits of a hash.
fn digits(hash: &Hash, count: usize) -> String {
    let digit = |index: usize| {
        let byte = hash[index % 30].wrapping_add(u8::try_from(index / 30).unwrap_or(u8::MAX));
        char::from(b'0' + byte % 10)
    };
    (0..count).map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_form_and_nothing_else() {
        let shapes = [
            ("6900", "1234"),
            ("95.00", "12.34"),
            ("-7", "-1"),
            ("0.50", "0.12"),
            ("0.00", "0.00"),
            ("-0", "-0"),
            ("1e300", "1e1"),
            ("0e5", "0"),
        ];
        for (number, wanted) in shapes {
            assert_eq!(shape(number), wanted);
            assert_eq!(shape(wanted), wanted, "twice");
        }
    }

    #[test]
    fn every_pseudonym_is_told_from_other_values() {
        let names = ["Ada".to_owned()];
        for kind in [
            Kind::Email,
            Kind::Name,
            Kind::Phone,
            Kind::Text,
            Kind::Id("a".to_owned()),
        ] {
            for more in 0..4 {
                let made = form(&kind, &[77; 32], &names, more);
                assert!(is_form(&kind, &made, &names), "{made}");
            }
            for other in [
                "",
                "Ada",
                "ada@example.com",
                "+45 12 34 56 78",
                "text-1",
                "17",
            ] {
                assert!(!is_form(&kind, other, &names), "{other}");
            }
        }
    }
}
