//! The variables that this command reads.

use std::{env, ffi::OsString};

use crate::{exit::Exit, failure::Failure, service::Variables};

/// The environment, as far as it says where the service is and who asks.
pub(crate) struct Environment {
    read: fn(&str) -> Option<OsString>,
}

impl Environment {
    /// That of the process.
    pub(crate) fn of_process() -> Self {
        Self {
            read: |name| env::var_os(name),
        }
    }

    /// Another one, for tests.
    #[cfg(test)]
    pub(crate) fn reading(read: fn(&str) -> Option<OsString>) -> Self {
        Self { read }
    }

    /// A variable as it is.
    pub(crate) fn raw(&self, name: &str) -> Option<OsString> {
        (self.read)(name)
    }

    /// A variable as text. Set and empty is a mistake, in a pipeline whose own variable is
    /// missing, say: it must not pass for unset, and `exit` is what it costs.
    pub(crate) fn text(&self, name: &str, exit: Exit) -> Result<Option<String>, Failure> {
        let Some(value) = self.raw(name) else {
            return Ok(None);
        };
        match value.into_string() {
            Ok(text) if text.is_empty() => {
                Err(Failure::new(exit, format!("{name} is set and empty"))
                    .hint(format!("give {name} a value, or unset it")))
            }
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(Failure::new(exit, format!("{name} is not UTF-8 text"))),
        }
    }

    /// The names of those that are set, of all that say where a service is and who asks.
    pub(crate) fn set(&self, variables: &Variables) -> Vec<&'static str> {
        let names = [
            variables.base_url,
            variables.client_id,
            variables.client_secret,
            variables.client_secret_file,
        ];
        let names = names.into_iter().chain(variables.scope);
        names.filter(|name| self.raw(name).is_some()).collect()
    }
}
