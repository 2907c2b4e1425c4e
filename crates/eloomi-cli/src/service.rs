//! The services that commands ask, and what differs between them.

use eloomi::ErrorKind;

/// A service. What belongs to one is never used for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Service {
    /// eloomi
    Eloomi,
    /// The LvConnect staff directory
    #[value(alias = "lvconnect")]
    Directory,
}

/// The variables that say where a service is and who asks.
#[derive(Debug)]
pub(crate) struct Variables {
    /// Where it is.
    pub(crate) base_url: &'static str,
    /// Who asks.
    pub(crate) client_id: &'static str,
    /// The secret.
    pub(crate) client_secret: &'static str,
    /// The file that holds the secret.
    pub(crate) client_secret_file: &'static str,
    /// What a token is asked for, where that can be chosen.
    pub(crate) scope: Option<&'static str>,
}

const ELOOMI: Variables = Variables {
    base_url: "ELOOMI_BASE_URL",
    client_id: "ELOOMI_CLIENT_ID",
    client_secret: "ELOOMI_CLIENT_SECRET",
    client_secret_file: "ELOOMI_CLIENT_SECRET_FILE",
    scope: None,
};

const DIRECTORY: Variables = Variables {
    base_url: "LVCONNECT_BASE_URL",
    client_id: "LVCONNECT_CLIENT_ID",
    client_secret: "LVCONNECT_CLIENT_SECRET",
    client_secret_file: "LVCONNECT_CLIENT_SECRET_FILE",
    scope: Some("LVCONNECT_SCOPE"),
};

impl Service {
    /// All of them.
    pub(crate) const ALL: [Self; 2] = [Self::Eloomi, Self::Directory];

    /// Its word, as `--service` takes it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Eloomi => "eloomi",
            Self::Directory => "directory",
        }
    }

    /// Its name in a sentence.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Eloomi => "eloomi",
            Self::Directory => "the directory",
        }
    }

    /// Its variables.
    pub(crate) const fn variables(self) -> &'static Variables {
        match self {
            Self::Eloomi => &ELOOMI,
            Self::Directory => &DIRECTORY,
        }
    }

    /// What `eloomi auth login` needs behind it to be about this service.
    pub(crate) const fn login_command(self) -> &'static str {
        match self {
            Self::Eloomi => "eloomi auth login",
            Self::Directory => "eloomi auth login --service directory",
        }
    }

    /// The scope of all its tokens, where there is only one.
    pub(crate) const fn only_scope(self) -> Option<&'static str> {
        match self {
            Self::Eloomi => Some("*"),
            Self::Directory => None,
        }
    }

    /// For how long its tokens are good when nobody can withdraw them, at most.
    pub(crate) const fn longest_token(self) -> &'static str {
        match self {
            Self::Eloomi => "a year",
            Self::Directory => "two days, and a month for what renews it",
        }
    }

    /// What to try after a failed call, where that can be known from the kind alone.
    pub(crate) fn hint(self, kind: ErrorKind) -> Option<&'static str> {
        let hint = match (kind, self) {
            (ErrorKind::Unauthorized, Self::Eloomi) => {
                "`eloomi auth status` shows what is used: ELOOMI_CLIENT_ID and \
                 ELOOMI_CLIENT_SECRET (or ELOOMI_CLIENT_SECRET_FILE), or a login, which \
                 `eloomi auth login` renews"
            }
            (ErrorKind::Unauthorized, Self::Directory) => {
                "`eloomi auth status` shows what is used: LVCONNECT_CLIENT_ID and \
                 LVCONNECT_CLIENT_SECRET (or LVCONNECT_CLIENT_SECRET_FILE), or a login, which \
                 `eloomi auth login --service directory` renews"
            }
            (ErrorKind::Forbidden, Self::Eloomi) => {
                "ask your eloomi administrator what this API client may do"
            }
            (ErrorKind::Forbidden, Self::Directory) => {
                "log in as somebody who may: \
                 `eloomi auth login --service directory --user ADDRESS`"
            }
            (ErrorKind::Transport, Self::Eloomi) => {
                "check the network and the base URL; `eloomi --sim users list` needs neither"
            }
            (ErrorKind::Transport, Self::Directory) => "check the network and the base URL",
            (ErrorKind::Timeout | ErrorKind::Service, _) => "the same again later",
            (ErrorKind::Redirected, Self::Eloomi) => {
                "check that the base URL is that of eloomi People"
            }
            (ErrorKind::Redirected, Self::Directory) => {
                "check that the base URL is that of the directory"
            }
            (ErrorKind::Decode, _) => "report this with the lines above, which name nobody",
            _ => return None,
        };
        Some(hint)
    }
}
