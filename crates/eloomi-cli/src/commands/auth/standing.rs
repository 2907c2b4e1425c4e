//! How it stands with a service, as a record.

use eloomi::wire::{Extra, Field, Text, model};

use crate::{
    noun::Noun,
    output::{Column, Record, text},
    service::Service,
};

static LOGINS: Noun = Noun {
    service: Service::Eloomi,
    command: "auth",
    one: "service",
    a_one: "a service",
    many: "services",
    question: "what",
    argument: "SERVICE",
};

model! {
    /// Who would ask a service, and from where that is known.
    pub(super) struct Standing {
        /// The service.
        service: Option<Text> = "service";
        /// The profile.
        profile: Option<Text> = "profile";
        /// What says who asks: `environment`, `keyring`, `file`, or `nothing`.
        source: Option<Text> = "source";
        /// Who asks.
        client_id: Option<Text> = "client_id";
        /// Where.
        base_url: Option<Text> = "base_url";
        /// For whom, if for a person.
        person: Option<Text> = "person", personal;
        /// What the kept token is good for, as the service says.
        scope: Option<Text> = "scope";
        /// How long ago the kept token was asked for, in seconds.
        token_age: Option<u64> = "token_age";
        /// For how many seconds more it is used.
        token_left: Option<u64> = "token_left";
    }
}

impl Record for Standing {
    const NOUN: &'static Noun = &LOGINS;

    const FIELDS: &'static [Field] = Standing::FIELDS;

    const SHOWN: &'static [&'static str] = &[
        "service",
        "profile",
        "source",
        "client_id",
        "base_url",
        "scope",
        "token_age",
        "token_left",
    ];

    const COLUMNS: &'static [Column<Self>] = &[
        Column::key("SERVICE", |it| text(it.service.as_ref())),
        Column::key("PROFILE", |it| text(it.profile.as_ref())),
        Column::key("FROM", |it| text(it.source.as_ref())),
        Column::key("CLIENT", |it| text(it.client_id.as_ref())),
        Column::text("AT", |it| text(it.base_url.as_ref())),
        Column::masked("PERSON", |it| text(it.person.as_ref())),
        Column::text("TOKEN", token),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

/// How old the kept token is, and how much longer it is used.
fn token(standing: &Standing) -> String {
    match (standing.token_age, standing.token_left) {
        (None, _) => String::new(),
        (Some(age), None) => format!("{} old, used no more", duration(age)),
        (Some(age), Some(left)) => format!("{} old, for {} more", duration(age), duration(left)),
    }
}

fn duration(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min", seconds / 60),
        3600..172_800 => format!("{} h", seconds / 3600),
        _ => format!("{} days", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_told_in_the_unit_that_fits() {
        let told = [59, 61, 7_300, 90_000, 200_000].map(duration);
        assert_eq!(told, ["59 s", "1 min", "2 h", "25 h", "2 days"]);
    }
}
