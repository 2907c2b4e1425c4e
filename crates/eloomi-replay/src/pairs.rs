//! The pairs of a query or a form.

use std::fmt;

use crate::{ExchangeError, percent};

/// The names and values of a query or a form, percent-encoded in one normal form.
///
/// Everything that is not unreserved (RFC 3986 §2.3) is encoded, in upper-case hex, a space
/// as `%20`. A placeholder stands as it is: `client_id=[client-id]`.
///
/// # Examples
///
/// ```
/// use eloomi_replay::Pairs;
///
/// let form = Pairs::parse("grant_type=client_credentials&client_id=[client-id]&scope=*")?;
/// assert_eq!(form.get("scope").as_deref(), Some("*"));
/// assert!(form.to_string().ends_with("&scope=%2A"));
/// # Ok::<(), eloomi_replay::ExchangeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, Option<String>)>);

impl Pairs {
    /// Reads the pairs of a file, in their order.
    ///
    /// # Errors
    ///
    /// [`ExchangeError`] if the text holds a space or a control character.
    pub fn parse(text: &str) -> Result<Self, ExchangeError> {
        if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(ExchangeError::new(1, "a blank in a query or form is %20"));
        }
        Ok(Self::read(text, percent::recorded))
    }

    /// Reads what was sent, where brackets are brackets.
    pub(crate) fn live(text: &str) -> Self {
        Self::read(text, percent::component)
    }

    fn read(text: &str, normal: impl Fn(&str) -> String) -> Self {
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| match pair.split_once('=') {
            Some((name, value)) => (normal(name), Some(normal(value))),
            None => (normal(pair), None),
        });
        Self(pairs.collect())
    }

    /// By name; pairs of one name keep their order.
    pub(crate) fn sorted(mut self) -> Self {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        self
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first value of `name`, decoded.
    pub fn get(&self, name: &str) -> Option<String> {
        let name = percent::recorded(name);
        let (_, value) = self.0.iter().find(|(key, _)| *key == name)?;
        Some(percent::decoded(value.as_deref().unwrap_or_default()))
    }

    /// Names and values, decoded; a name without `=` has an empty value.
    pub fn decoded(&self) -> impl Iterator<Item = (String, String)> {
        self.iter().map(|(name, value)| {
            let value = value.unwrap_or_default();
            (percent::decoded(name), percent::decoded(value))
        })
    }

    /// Names and values, encoded; a name without `=` has no value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_deref()))
    }
}

impl fmt::Display for Pairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (name, value)) in self.iter().enumerate() {
            let and = if index == 0 { "" } else { "&" };
            match value {
                Some(value) => write!(f, "{and}{name}={value}")?,
                None => write!(f, "{and}{name}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_keeps_the_order_of_its_values() -> Result<(), ExchangeError> {
        let query = Pairs::parse("b=2&a=9&b=1&a&c=")?.sorted();
        assert_eq!(query.to_string(), "a=9&a&b=2&b=1&c=");
        Ok(())
    }

    #[test]
    fn decoded_pairs_are_what_was_meant() -> Result<(), ExchangeError> {
        let form = Pairs::parse("email=mia%2bhr%40example.com&client_id=[client-id]&flag")?;
        let meant = [
            ("email", "mia+hr@example.com"),
            ("client_id", "[client-id]"),
            ("flag", ""),
        ];
        let meant = meant.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert!(form.decoded().eq(meant));
        Ok(())
    }

    #[test]
    fn a_blank_is_refused() {
        assert!(Pairs::parse("a=b c").is_err());
    }
}
