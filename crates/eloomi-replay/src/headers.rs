//! Headers as a file holds them.

use std::fmt;

use http::HeaderName;

use crate::ExchangeError;

/// Header names and values, sorted by name; one name may stand several times.
///
/// # Examples
///
/// ```
/// use eloomi_replay::RecordedHeaders;
///
/// let mut headers = RecordedHeaders::new();
/// headers.append("clientid", "[client-id]")?;
/// headers.append("Authorization", "Bearer [token]")?;
/// assert_eq!(headers.to_string(), "authorization: Bearer [token]\nclientid: [client-id]\n");
/// # Ok::<(), eloomi_replay::ExchangeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordedHeaders(Vec<(HeaderName, String)>);

impl RecordedHeaders {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a header, after those of its name.
    ///
    /// # Errors
    ///
    /// [`ExchangeError`] if `name` is no header name, or `value` holds anything but visible
    /// ASCII and blanks, or begins or ends with a blank.
    pub fn append(&mut self, name: &str, value: &str) -> Result<(), ExchangeError> {
        let name: HeaderName = name
            .parse()
            .map_err(|_| ExchangeError::new(1, "this is no header name"))?;
        let visible = value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if !visible || value.trim() != value {
            let what = format!("the value of {name} is not plain text");
            return Err(ExchangeError::new(1, what));
        }
        let at = self
            .0
            .partition_point(|(other, _)| other.as_str() <= name.as_str());
        self.0.insert(at, (name, value.to_owned()));
        Ok(())
    }

    /// The first value of `name`, which is in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }

    /// Names, in lower case, and values.
    pub fn iter(&self) -> impl Iterator<Item = (&HeaderName, &str)> {
        self.0.iter().map(|(name, value)| (name, value.as_str()))
    }

    /// What `content-type` says, without its parameters, in lower case.
    pub(crate) fn media_type(&self) -> Option<String> {
        self.get("content-type").map(media_type)
    }
}

/// A media type without its parameters, in lower case.
pub(crate) fn media_type(value: &str) -> String {
    let essence = value.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

impl fmt::Display for RecordedHeaders {
    /// A line each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in self.iter() {
            if value.is_empty() {
                writeln!(f, "{name}:")?;
            } else {
                writeln!(f, "{name}: {value}")?;
            }
        }
        Ok(())
    }
}
