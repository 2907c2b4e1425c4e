//! The name under which a login is kept.

use super::Environment;
use crate::{arguments::General, exit::Exit, failure::Failure, service::Service};

/// The profile of which nobody says the name.
const DEFAULT: &str = "default";

/// A profile, and whether somebody has named it.
#[derive(Debug)]
pub(crate) struct Profile {
    name: String,
    named_by: Option<&'static str>,
}

impl Profile {
    /// The one that the flag names, or the variable, or else the default.
    pub(crate) fn read(general: &General, environment: &Environment) -> Result<Self, Failure> {
        let (name, named_by) = match &general.profile {
            Some(name) => (name.clone(), Some("--profile")),
            None => match environment.text("ELOOMI_PROFILE", Exit::Usage)? {
                Some(name) => (name, Some("ELOOMI_PROFILE")),
                None => (DEFAULT.to_owned(), None),
            },
        };
        // It becomes part of the name of a file.
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        if name.is_empty() || name.len() > 40 || !name.bytes().all(is_plain) {
            let message = "a profile is named by up to 40 letters, digits, - and _";
            return Err(Failure::usage(message));
        }
        Ok(Self { name, named_by })
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it has the name that needs no mention.
    pub(crate) fn is_default(&self) -> bool {
        self.name == DEFAULT
    }

    /// Refuses a profile beside credentials in the environment: of two, one would be asked for in vain.
    pub(super) fn refuse_named(
        &self,
        service: Service,
        environment: &Environment,
    ) -> Result<(), Failure> {
        let Some(named_by) = self.named_by else {
            return Ok(());
        };
        let variables = service.variables();
        let set = environment.set(variables).into_iter();
        let set: Vec<_> = set
            .filter(|name| *name != variables.base_url && Some(*name) != variables.scope)
            .collect();
        Err(Failure::usage(format!(
            "{named_by} says who asks, and so does the environment; which one counts nobody can tell"
        ))
        .hint(format!("unset {}", set.join(" and "))))
    }
}
