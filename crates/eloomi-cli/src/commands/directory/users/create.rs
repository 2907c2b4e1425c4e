//! `eloomi directory users create`.

use eloomi::Patch;
use lvconnect::CreateUser;

use super::{PersonChanges, about_fields};
use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    fields::{Given, Writes as _},
    verbs::create,
};

/// How to find out whether somebody was created after all.
const LOOK: &str = "look for the e-mail address before sending it again: \
    `eloomi directory users list --email ADDRESS`";

/// Create a person
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi directory users create ada@example.com --first-name Ada --last-name Berg --roles tech,lead \\
      --city Lyon --hired-at 2026-12-01 --address street='2, rue des Lilas' --address zip-code=69001
  eloomi directory users create --input starter.json --dry-run    keeps personal fields out of ps",
after_help = about_fields())]
pub(crate) struct Create {
    /// E-mail address; also --email, or `email` in --input
    #[arg(value_name = "EMAIL", conflicts_with = "email")]
    for_address: Option<String>,

    #[command(flatten)]
    given: Given<CreateUser>,
}

impl Create {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let is_dry_run = self.given.dry_run;
        let changes = self.given.with("email", self.for_address).changes().await?;
        refuse_emptied(&changes)?;
        let request = request(changes)?;
        create::run(request, is_dry_run, general, LOOK).await
    }
}

fn request(changes: PersonChanges) -> Result<CreateUser, Failure> {
    let PersonChanges {
        first_name: Patch::Set(first_name),
        last_name: Patch::Set(last_name),
        email: Patch::Set(email),
        roles: Patch::Set(roles),
        city: Patch::Set(city),
        ..
    } = changes.clone()
    else {
        return Err(lacking(&changes));
    };
    let roles = roles.into_iter().map(String::from);
    let request = CreateUser::new(first_name, last_name, email, roles, String::from(city));
    Ok(request.with(changes))
}

/// Nobody is created without these.
fn lacking(changes: &PersonChanges) -> Failure {
    let wanted = [
        ("an e-mail address", changes.email.is_keep()),
        ("--first-name", changes.first_name.is_keep()),
        ("--last-name", changes.last_name.is_keep()),
        ("--roles", changes.roles.is_keep()),
        ("--city", changes.city.is_keep()),
    ];
    let missing: Vec<_> = wanted
        .into_iter()
        .filter_map(|(name, is_missing)| is_missing.then_some(name))
        .collect();
    Failure::usage(format!(
        "a person cannot be created without {}",
        missing.join(", ")
    ))
    .hint("`eloomi directory users create --help` has an example")
}

/// Of a field that is empty from the start the directory makes more than of one that is not there:
/// a last day of null bars the password.
fn refuse_emptied(changes: &PersonChanges) -> Result<(), Failure> {
    let is_emptied = matches!(changes.address, Patch::Clear)
        || [&changes.birth_date, &changes.hired_at, &changes.left_at]
            .into_iter()
            .any(|moment| matches!(moment, Patch::Clear))
        || [
            &changes.description,
            &changes.job,
            &changes.registration_number,
        ]
        .into_iter()
        .any(|text| matches!(text, Patch::Clear));
    if is_emptied {
        return Err(
            Failure::usage("nothing can be emptied of somebody who is not there yet")
                .hint("the same without --clear, and without null in --input"),
        );
    }
    Ok(())
}
