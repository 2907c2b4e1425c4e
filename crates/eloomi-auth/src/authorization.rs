//! The authorization code grant, as far as it happens in a browser (RFC 6749 §4.1).

use std::{error, fmt, hint::black_box};

use eloomi_core::BaseUrl;
use secrecy::{ExposeSecret as _, SecretString};

use crate::form::encoded;

/// What tells the answer to one's own request from one that somebody else made up
/// (RFC 6749 §10.12). Never printed.
#[derive(Clone)]
pub struct State(SecretString);

impl State {
    /// A text that nobody can guess and that is used once; `None` if it is shorter than 22
    /// characters (16 random bytes in Base64) or holds anything beside letters, digits and
    /// `-._~`.
    pub fn new(text: impl Into<SecretString>) -> Option<Self> {
        const SHORTEST: usize = 22;
        let text = text.into();
        let bytes = text.expose_secret().as_bytes();
        let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
        let is_good = bytes.len() >= SHORTEST && bytes.iter().all(is_plain);
        is_good.then(|| Self(text))
    }

    /// 32 random bytes, in hexadecimal digits.
    ///
    /// # Errors
    ///
    /// [`StateError`] if the system gives no random bytes.
    #[cfg(feature = "random")]
    pub fn random() -> Result<Self, StateError> {
        use std::fmt::Write as _;

        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| StateError(RANDOM))?;
        let mut text = String::with_capacity(64);
        for byte in bytes {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
        }
        Ok(Self(text.into()))
    }

    /// Whether this is the same text. Takes as long for a wrong one as for the right one.
    fn is(&self, other: &str) -> bool {
        let (own, other) = (self.0.expose_secret().as_bytes(), other.as_bytes());
        if own.len() != other.len() {
            // The length is no secret: it stands in the docs.
            return false;
        }
        let difference = own.iter().zip(other).fold(0, |difference, (own, other)| {
            black_box(difference | (own ^ other))
        });
        difference == 0
    }
}

/// Sends somebody's browser to log in and agree; then reads what the browser brings back.
///
/// # Examples
///
/// ```
/// use eloomi_auth::{Authorization, ClientCredentials, CreateToken, State};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let client = ClientCredentials::new("app", "sim-secret").scope("profile:get");
/// let state = State::new("sim-0123456789-0123456789").ok_or("too short")?;
/// let authorization = Authorization::new(&client, "https://app.example.com/back", state);
/// let url = authorization.url(&"https://login.example.com".parse()?, "/oauth/authorize");
/// assert!(url.starts_with("https://login.example.com/oauth/authorize?response_type=code&"));
/// // … the browser goes there, and comes back to `/back?state=…&code=…`
/// let code = authorization.code("sim-0123456789-0123456789", "sim-code")?;
/// let grant = CreateToken::authorization_code(client, code);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Authorization {
    client_id: String,
    scope: Option<String>,
    redirect_uri: String,
    state: State,
}

/// What a browser brought back: good once, for some minutes. Never printed.
#[derive(Clone)]
pub struct AuthorizationCode {
    pub(crate) code: SecretString,
    pub(crate) redirect_uri: String,
}

impl Authorization {
    /// Asks for a code for this client and its scope, to be brought to `redirect_uri`.
    pub fn new(
        client: &crate::ClientCredentials,
        redirect_uri: impl Into<String>,
        state: State,
    ) -> Self {
        Self {
            client_id: client.client_id.clone(),
            scope: client.scope.clone(),
            redirect_uri: redirect_uri.into(),
            state,
        }
    }

    /// Where the browser is to go (RFC 6749 §4.1.1). It holds the state: show it to nobody else,
    /// and do not log it.
    pub fn url(&self, base: &BaseUrl, path: &str) -> String {
        let pairs = [
            ("response_type", Some("code")),
            ("client_id", Some(self.client_id.as_str())),
            ("redirect_uri", Some(self.redirect_uri.as_str())),
            ("scope", self.scope.as_deref()),
            ("state", Some(self.state.0.expose_secret())),
        ];
        let pairs = pairs.iter().filter_map(|(name, value)| {
            let value = encoded((*value)?);
            Some(format!("{name}={value}"))
        });
        let query: Vec<String> = pairs.collect();
        format!("{base}{path}?{}", query.join("&"))
    }

    /// The code that came back, if the state beside it is the one that was sent: both as they stand
    /// in the query, decoded. Compares in constant time.
    ///
    /// # Errors
    ///
    /// [`StateError`] if it is another: then somebody else has made the answer up, and the code is
    /// not to be used.
    pub fn code(
        &self,
        state: &str,
        code: impl Into<SecretString>,
    ) -> Result<AuthorizationCode, StateError> {
        if !self.state.is(state) {
            return Err(StateError(FOREIGN));
        }
        Ok(AuthorizationCode {
            code: code.into(),
            redirect_uri: self.redirect_uri.clone(),
        })
    }
}

const FOREIGN: &str = "the state that came back is not the one that was sent: \
    this is no answer to this request, and its code is not to be used";

#[cfg(feature = "random")]
const RANDOM: &str = "the system gives no random bytes for a state";

/// A state that is not the one that was sent. Quotes neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateError(&'static str);

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl error::Error for StateError {}

macro_rules! silent {
    ($($name:ident),+) => { $(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "([REDACTED])"))
            }
        }
    )+ };
}

silent!(State, AuthorizationCode);

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ClientCredentials;

    const STATE: &str = "sim-state-0123456789-x";

    fn authorization() -> Authorization {
        let client = ClientCredentials::new("a&b", "sim-secret").scope("users:get profile:get");
        let state = State::new(STATE).unwrap();
        Authorization::new(&client, "https://app.example.com/back?a=b", state)
    }

    #[test]
    fn the_browser_is_sent_with_everything_encoded() {
        let base = "https://login.example.com/people".parse().unwrap();
        assert_eq!(
            authorization().url(&base, "/oauth/authorize"),
            "https://login.example.com/people/oauth/authorize?response_type=code&client_id=a%26b\
             &redirect_uri=https%3A%2F%2Fapp.example.com%2Fback%3Fa%3Db\
             &scope=users%3Aget%20profile%3Aget&state=sim-state-0123456789-x"
        );
    }

    #[test]
    fn a_code_with_another_state_is_not_taken() {
        let code = authorization().code(STATE, "sim-code").unwrap();
        assert_eq!(code.code.expose_secret(), "sim-code");
        assert_eq!(code.redirect_uri, "https://app.example.com/back?a=b");
        for other in [
            "",
            "sim-state-0123456789-",
            "sim-state-0123456789-y",
            "Sim-state-0123456789-x",
            "sim-state-0123456789-xx",
        ] {
            let error = authorization().code(other, "sim-code").unwrap_err();
            assert!(
                error.to_string().starts_with("the state that came back"),
                "{error}"
            );
            assert!(!error.to_string().contains("sim-"), "{error}");
        }
    }

    #[test]
    fn every_bit_of_a_state_counts() {
        let state = State::new(STATE).unwrap();
        assert!(state.is(STATE));
        for bit in 0..STATE.len() * 8 {
            let mut bytes = STATE.as_bytes().to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            if let Ok(other) = String::from_utf8(bytes) {
                assert!(!state.is(&other), "bit {bit}");
            }
        }
        // Two differences that are alike do not make up for each other.
        assert!(!state.is(&STATE.replace("01", "10")));
    }

    #[test]
    fn a_state_that_could_be_guessed_or_needs_encoding_is_none() {
        for text in [
            "",
            "sim-state-0123456789-",
            "sim-state 0123456789-x",
            "sim-state-0123456789-ø",
        ] {
            assert!(State::new(text).is_none(), "{text}");
        }
    }

    #[cfg(feature = "random")]
    #[test]
    fn no_two_random_states_are_the_same() {
        let (one, other) = (State::random().unwrap(), State::random().unwrap());
        assert!(State::new(one.0.expose_secret().to_owned()).is_some());
        assert_eq!(one.0.expose_secret().len(), 64);
        assert!(!one.is(other.0.expose_secret()));
    }

    #[test]
    fn nothing_of_it_is_printed() {
        let authorization = authorization();
        let code = authorization.code(STATE, "sim-code").unwrap();
        let texts = [
            format!("{authorization:?}"),
            format!("{:?}", authorization.state),
            format!("{code:?}"),
        ];
        assert!(texts.iter().all(|text| !text.contains("sim-")), "{texts:?}");
        assert_eq!(texts[0], r#"Authorization { client_id: "a&b", .. }"#);
    }
}
