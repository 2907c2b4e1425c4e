//! Printing what would be sent.

use eloomi::{
    Patch, Route,
    model::UserChanges,
    wire::{Extra, Field},
};

use crate::{
    arguments::{Format, General},
    failure::{Failure, Stop},
    notes,
    output::{Column, Output, Record},
};

/// Tells method and path on stderr, and prints the body. Needs neither credentials nor a
/// network.
pub(super) fn print(
    route: &Route,
    body: Option<UserChanges>,
    general: &General,
) -> Result<(), Stop> {
    if general.format == Format::Csv {
        return Err(Failure::usage(
            "a dry run cannot be printed as CSV, where an emptied field looks like one that is \
             left alone",
        )
        .hint("--format json")
        .into());
    }
    // Also with --quiet: nobody must take this for done.
    notes::line(&format!(
        "dry run, nothing is sent: {} {}",
        route.method(),
        route.template()
    ));
    let Some(mut body) = body else {
        return Ok(());
    };
    // A secret is nothing that --show-personal could ask for. In JSON, stars would set it when
    // they come back by --input.
    if !body.password.is_keep() {
        body.password = match general.format {
            Format::Table => "***".into(),
            _ => Patch::Keep,
        };
        if !general.quiet {
            notes::note("the password would be sent, and is not shown");
        }
    }
    let mut output = Output::one(general);
    output.write(&body)?;
    output.finish()?;
    output.remark(general);
    Ok(())
}

impl Record for UserChanges {
    const FIELDS: &'static [Field] = UserChanges::FIELDS;

    // As of a person who is printed.
    const SHOWN: &'static [&'static str] = &[
        "access_groups",
        "activate",
        "add_direct_manager_employee_ids",
        "add_direct_manager_ids",
        "department_code",
        "department_id",
        "direct_manager_employee_ids",
        "direct_manager_ids",
        "employee_id",
        "end_of_employment_at",
        "first_name",
        "generic_role",
        "initials",
        "language_code",
        "language_iso",
        "last_name",
        "legal",
        "level",
        "profile_ids",
        "prompts",
        "start_of_employment_at",
        "team_ids",
        "title",
        "user_permission",
    ];

    const COLUMNS: &'static [Column<Self>] = &[];

    const EMPTY: &'static str = "(empty)";

    fn extra(&self) -> &Extra {
        &self.extra
    }

    fn counted(count: u64) -> String {
        match count {
            1 => "1 change".into(),
            _ => format!("{count} changes"),
        }
    }
}
