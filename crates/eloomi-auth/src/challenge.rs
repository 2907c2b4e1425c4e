//! What a 401 says in `WWW-Authenticate` (RFC 9110 §11.6.1).

/// One challenge: a scheme, and its parameters in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Challenge {
    /// As sent; compared in any case (RFC 9110 §11.1).
    pub(crate) scheme: Vec<u8>,
    /// Names as sent, to be compared in any case (RFC 9110 §11.2); values without quotes.
    pub(crate) parameters: Vec<(Vec<u8>, Vec<u8>)>,
}

impl Challenge {
    /// Whether it says that the token is good and not enough (RFC 6750 §3.1). Only a `Bearer`
    /// challenge can.
    pub(crate) fn is_insufficient_scope(&self) -> bool {
        self.scheme.eq_ignore_ascii_case(b"bearer")
            && self.parameters.iter().any(|(name, value)| {
                name.eq_ignore_ascii_case(b"error") && value == b"insufficient_scope"
            })
    }
}

/// The challenges of one field. What is no challenge is passed over up to the next comma, so
/// that one mistake does not hide what stands beside it; parameters with blanks in place of
/// commas are read, too.
pub(crate) fn challenges(field: &[u8]) -> Vec<Challenge> {
    let mut scanner = Scanner { rest: field };
    let mut challenges: Vec<Challenge> = Vec::new();
    // Each round takes a byte at least.
    for _ in field {
        scanner.skip(|byte| is_blank(byte) || byte == b',');
        if scanner.rest.is_empty() {
            break;
        }
        let word = scanner.take(is_token);
        let after_word = scanner.rest;
        scanner.skip(is_blank);
        if !word.is_empty() && scanner.eat(b'=') {
            scanner.skip(is_blank);
            let value = scanner.value();
            match (value, challenges.last_mut()) {
                (Some(value), Some(challenge)) => {
                    challenge.parameters.push((word.to_vec(), value));
                }
                (Some(_), None) => {}
                (None, _) => scanner.skip_element(),
            }
            continue;
        }
        // A scheme. One that is none still ends the challenge before it.
        let is_scheme = scanner.is_at_end_of_element() || scanner.rest.len() < after_word.len();
        challenges.push(Challenge {
            scheme: if is_scheme { word.to_vec() } else { Vec::new() },
            parameters: Vec::new(),
        });
        if is_scheme {
            scanner.skip_token68();
        } else {
            scanner.skip_element();
        }
    }
    challenges
}

/// What is left of a field.
struct Scanner<'a> {
    rest: &'a [u8],
}

impl<'a> Scanner<'a> {
    /// The bytes up to the first that is not `wanted`.
    fn take(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self.rest.iter().position(|byte| !wanted(*byte));
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn skip(&mut self, wanted: impl Fn(u8) -> bool) {
        self.take(wanted);
    }

    fn eat(&mut self, wanted: u8) -> bool {
        let rest = self.rest.strip_prefix(&[wanted]);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn is_at_end_of_element(&self) -> bool {
        self.rest.first().is_none_or(|byte| *byte == b',')
    }

    /// A token or a quoted string, and nothing behind it.
    fn value(&mut self) -> Option<Vec<u8>> {
        let value = if self.eat(b'"') {
            self.quoted()?
        } else {
            self.take(is_token).to_vec()
        };
        let is_whole =
            self.is_at_end_of_element() || self.rest.first().copied().is_some_and(is_blank);
        is_whole.then_some(value)
    }

    /// The rest of a quoted string (RFC 9110 §5.6.4), if it has an end.
    fn quoted(&mut self) -> Option<Vec<u8>> {
        let mut value = Vec::new();
        loop {
            match self.next()? {
                b'"' => return Some(value),
                b'\\' => value.push(self.next()?),
                byte => value.push(byte),
            }
        }
    }

    /// Passes over a token68 (RFC 9110 §11.2), which some schemes have in place of parameters.
    fn skip_token68(&mut self) {
        let mut ahead = Scanner { rest: self.rest };
        ahead.skip(is_token68);
        ahead.skip(|byte| byte == b'=');
        ahead.skip(is_blank);
        if ahead.is_at_end_of_element() {
            self.rest = ahead.rest;
        }
    }

    /// Passes over everything up to the next comma that stands in no quoted string.
    fn skip_element(&mut self) {
        while !self.is_at_end_of_element() {
            match self.next() {
                Some(b'"') if self.quoted().is_none() => return,
                Some(_) => {}
                None => return,
            }
        }
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// RFC 9110 §5.6.2.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

fn is_token68(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte)
}

#[cfg(test)]
mod tests;
