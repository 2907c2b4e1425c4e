//! The text of a fault, taken apart and put together.

use std::fmt;

use serde_json::value::RawValue;

use super::error::{FaultError, FaultErrorKind};

/// What a fault says, before anything of it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// The name, with its value, and the arguments behind it.
    parts: Vec<Part>,
    scope: String,
}

/// `NAME` or `NAME=VALUE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) value: Option<String>,
}

impl Written {
    pub(super) fn read(text: &str) -> Result<Self, FaultError> {
        let mut parts = Vec::new();
        let mut rest = text;
        loop {
            let end = rest.find(['=', ',', '@']);
            let (name, behind) = rest.split_at(end.ok_or(FaultErrorKind::NoMatch)?);
            let (value, behind) = match behind.strip_prefix('=') {
                Some(behind) => {
                    let (value, behind) = read_value(behind)?;
                    (Some(value), behind)
                }
                None => (None, behind),
            };
            parts.push(Part {
                name: name.trim().to_owned(),
                value,
            });
            if let Some(scope) = behind.strip_prefix('@') {
                let scope = scope.trim().to_owned();
                return Ok(Self { parts, scope });
            }
            rest = behind.strip_prefix(',').ok_or(match behind {
                "" => FaultErrorKind::NoMatch,
                _ => FaultErrorKind::Quoting,
            })?;
        }
    }

    pub(super) fn name(&self) -> &str {
        self.parts.first().map_or("", |part| &part.name)
    }

    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    pub(super) fn scope(&self) -> &str {
        &self.scope
    }
}

/// A value and what stands behind it. JSON ends where JSON says, other text at a comma or an `@`.
fn read_value(text: &str) -> Result<(String, &str), FaultError> {
    if !text.starts_with(['"', '{']) {
        let end = text.find([',', '@']).unwrap_or(text.len());
        let (value, behind) = text.split_at(end);
        return Ok((value.to_owned(), behind));
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let Some(Ok(json)) = values.next() else {
        return Err(FaultErrorKind::Quoting.into());
    };
    let behind = text.get(values.byte_offset()..).unwrap_or_default();
    let value = match json.get() {
        object if object.starts_with('{') => object.to_owned(),
        quoted => serde_json::from_str(quoted).map_err(|_| FaultErrorKind::Quoting)?,
    };
    Ok((value, behind))
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.parts.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            f.write_str(&part.name)?;
            if let Some(value) = &part.value {
                f.write_str("=")?;
                write_value(f, value)?;
            }
        }
        write!(f, "@{}", self.scope)
    }
}

/// In quotation marks unless it reads back without them.
fn write_value(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    let is_plain = !value.contains(char::is_control)
        && matches!(read_value(value), Ok((read, "")) if read == value);
    if is_plain {
        f.write_str(value)
    } else {
        write!(f, "{}", serde_json::Value::from(value))
    }
}
