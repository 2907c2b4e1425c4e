//! Names, which no unit and no team is without.

use eloomi_core::RequestError;
use eloomi_wire::{Patch, Text};

/// Refuses a write that would take the name away.
pub(crate) fn is_kept(name: &Patch<Text>) -> Result<(), RequestError> {
    match name {
        Patch::Keep => Ok(()),
        Patch::Set(name) if !name.trim().is_empty() => Ok(()),
        Patch::Clear | Patch::Set(_) => Err(nameless()),
    }
}

/// Refuses a creation without a name.
pub(crate) fn is_given(name: &Patch<Text>) -> Result<(), RequestError> {
    if name.is_keep() {
        return Err(nameless());
    }
    is_kept(name)
}

fn nameless() -> RequestError {
    let why = "is empty, and there is no unit and no team without one: give it a text";
    RequestError::new("name", why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_be_left_or_set_and_never_emptied() {
        assert!(is_kept(&Patch::Keep).is_ok() && is_kept(&"Sales".into()).is_ok());
        for nameless in [Patch::Clear, "".into(), " \t".into()] {
            assert_eq!(is_kept(&nameless).unwrap_err().part(), "name");
            assert_eq!(is_given(&nameless).unwrap_err().part(), "name");
        }
    }

    #[test]
    fn nothing_is_created_without_a_name() {
        assert!(is_given(&"Sales".into()).is_ok());
        assert_eq!(is_given(&Patch::Keep).unwrap_err().part(), "name");
    }
}
