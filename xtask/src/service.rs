//! A service that is not ours to start: where it is, and what must be so before we ask it.

use std::env;
use std::net::IpAddr;

use crate::continuous;

/// Its address, as it is given on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Service {
    /// Such as `https://api.eloomi.com`, without a slash at its end.
    pub(crate) url: String,
    /// It is a process of this machine, such as a simulator.
    pub(crate) is_loopback: bool,
}

impl Service {
    /// Reads an address. Over the network only `https` will do, since what is sent are credentials.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let url = text.trim_end_matches('/');
        let (scheme, rest) = url.split_once("://").ok_or_else(|| no_address(text))?;
        let authority = rest.split('/').next().unwrap_or_default();
        if authority.contains('@') {
            // Nothing of it is repeated.
            return Err("an address holds no name and no password".to_owned());
        }
        let odd =
            |letter: char| letter.is_whitespace() || letter.is_control() || "?#".contains(letter);
        let host = host(authority);
        if host.is_empty() || rest.contains(odd) {
            return Err(no_address(text));
        }
        let is_loopback = is_loopback(host);
        match scheme {
            "https" => {}
            "http" if is_loopback => {}
            "http" => {
                return Err(format!(
                    "{url} is not encrypted: https, or an address of loopback"
                ));
            }
            _ => return Err(no_address(text)),
        }
        Ok(Self {
            url: url.to_owned(),
            is_loopback,
        })
    }
}

fn no_address(text: &str) -> String {
    format!("`{text}` is no address such as https://api.eloomi.com")
}

fn host(authority: &str) -> &str {
    match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    }
}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Where the client id is read from.
pub(crate) const CLIENT_ID: &str = "ELOOMI_CLIENT_ID";

/// Where the client secret is read from.
pub(crate) const CLIENT_SECRET: &str = "ELOOMI_CLIENT_SECRET";

/// What of the process's surroundings matters before a service is asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Surroundings {
    /// A machine is asking rather than a person.
    pub(crate) unattended: bool,
    /// The variables that are set and not empty.
    pub(crate) variables: Vec<(String, String)>,
}

impl Surroundings {
    /// Those of this process. Of the credentials it is only kept that they are there.
    pub(crate) fn of_this_process(permission: &str) -> Self {
        let set = |name: &str| {
            let value = env::var(name).ok().filter(|value| !value.is_empty())?;
            let value = if name == permission {
                value
            } else {
                String::new()
            };
            Some((name.to_owned(), value))
        };
        Self {
            unattended: continuous::integration(),
            variables: [CLIENT_ID, CLIENT_SECRET, permission]
                .into_iter()
                .filter_map(set)
                .collect(),
        }
    }

    /// What a variable is set to.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut variables = self.variables.iter();
        variables.find_map(|(own, value)| (own == name).then_some(value.as_str()))
    }

    /// Complains where a credential is missing.
    pub(crate) fn credentials(&self) -> Result<(), String> {
        let missing = [CLIENT_ID, CLIENT_SECRET].map(|name| (name, self.get(name)));
        match missing.iter().find(|(_, value)| value.is_none()) {
            Some((name, _)) => Err(format!(
                "{name} is not set: the credentials of a service are read from {CLIENT_ID} and \
                 {CLIENT_SECRET} of the environment"
            )),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CLIENT_ID, CLIENT_SECRET, Service, Surroundings};

    #[test]
    fn loopback_is_told_from_the_network() {
        for (text, is_loopback) in [
            ("http://127.0.0.1:8080/", true),
            ("http://127.9.9.9", true),
            ("http://localhost:1", true),
            ("http://[::1]:8080", true),
            ("https://api.eloomi.com", false),
            ("https://localhost.example.com", false),
            ("https://127.0.0.1.example.com", false),
            ("https://0.0.0.0", false),
        ] {
            let service = Service::parse(text).unwrap();
            assert_eq!(service.is_loopback, is_loopback, "{text}");
            assert!(!service.url.ends_with('/'));
        }
    }

    #[test]
    fn what_is_no_address_or_gives_credentials_away_is_refused() {
        for text in [
            "",
            "api.eloomi.com",
            "https://",
            "https://:443",
            "ftp://localhost",
            "http://api.eloomi.com",
            "https://api.eloomi.com?a=b",
            "https://api.eloomi.com/a b",
        ] {
            assert!(Service::parse(text).is_err(), "{text}");
        }
        let error = Service::parse("https://me:sim-word@api.eloomi.com").unwrap_err();
        assert!(!error.contains("sim-word"), "{error}");
    }

    #[test]
    fn a_missing_credential_is_named_and_no_value_is_shown() {
        let mut surroundings = Surroundings::default();
        assert!(
            surroundings
                .credentials()
                .unwrap_err()
                .starts_with(CLIENT_ID)
        );
        surroundings
            .variables
            .push((CLIENT_ID.to_owned(), String::new()));
        assert!(
            surroundings
                .credentials()
                .unwrap_err()
                .starts_with(CLIENT_SECRET)
        );
        surroundings
            .variables
            .push((CLIENT_SECRET.to_owned(), String::new()));
        assert_eq!(surroundings.credentials(), Ok(()));
    }
}
