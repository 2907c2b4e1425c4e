//! The fields of a person that a command line can write.
//!
//! | to add | touch |
//! |---|---|
//! | a field | its line below; a test compares them with those of the model |
//! | a kind of value | `fields/kind.rs` |

mod dates;
mod flag;
mod flags;
mod given;
mod input;
mod kind;
mod values;
mod words;

use eloomi::{CreateUser, Patch, UpdateUser, model::UserChanges};

use self::{
    flag::Flag,
    kind::Kind,
    words::{activations, genders, permissions},
};
pub(super) use self::{flags::Flags, given::Given};

/// A request that writes fields of a person.
pub(super) trait Writes: Sized {
    /// The request with these fields in place of its own; a field that is left alone stays.
    fn with(self, changes: UserChanges) -> Self;
}

/// Makes [`FLAGS`] and the implementations of [`Writes`] from one line per field:
/// `setter name: kind, "VALUE", "help";`.
macro_rules! fields {
    ($($setter:ident $name:ident: $kind:expr, $value:literal, $help:literal;)+) => {
        /// A flag per field, in the order of the model.
        const FLAGS: &[Flag] = &[$(
            Flag { name: stringify!($name), kind: $kind, value: $value, help: $help },
        )+];

        fields!(@writes CreateUser $($setter $name)+);
        fields!(@writes UpdateUser $($setter $name)+);
    };
    (@writes $request:ident $($setter:ident $name:ident)+) => {
        impl Writes for $request {
            fn with(self, changes: UserChanges) -> Self {
                let request = self;
                $( let request = fields!(@$setter request, changes, $name); )+
                request
            }
        }
    };
    (@value $request:ident, $changes:ident, $name:ident) => {
        match $changes.$name {
            Patch::Keep => $request,
            patch => $request.$name(patch),
        }
    };
    // An empty list is how a list is emptied.
    (@list $request:ident, $changes:ident, $name:ident) => {
        match $changes.$name {
            Patch::Keep => $request,
            patch => $request.$name(patch.value().cloned().unwrap_or_default()),
        }
    };
    (@object $request:ident, $changes:ident, $name:ident) => {
        if $changes.$name.as_raw().is_some() {
            $request.$name($changes.$name)
        } else {
            $request
        }
    };
    (@option $request:ident, $changes:ident, $name:ident) => {
        match $changes.$name {
            Some(value) => $request.$name(value),
            None => $request,
        }
    };
}

fields! {
    list access_groups: Kind::Ids, "ID,…", "All access groups, by id";
    value activate: Kind::Word(activations), "HOW", "Activate or deactivate; nothing is sent to the person without this";
    list add_direct_manager_employee_ids: Kind::Texts, "ID,…", "Managers to add, by employee id";
    list add_direct_manager_ids: Kind::Ids, "ID,…", "Managers to add, by id";
    value birthday: Kind::Date, "DATE", "Birthday, as 1980-12-14";
    value country: Kind::Text, "TEXT", "Country, as free text";
    object custom_attributes: Kind::Attributes, "KEY=VALUE", "An attribute that eloomi has registered for you; may stand more than once";
    list department_code: Kind::Texts, "CODE,…", "All units, by code";
    list department_id: Kind::Ids, "ID,…", "All units, by id";
    list direct_manager_employee_ids: Kind::Texts, "ID,…", "All direct managers, by employee id";
    list direct_manager_ids: Kind::Ids, "ID,…", "All direct managers, by id";
    value email: Kind::Text, "ADDRESS", "E-mail address, which nobody else has";
    value employee_id: Kind::Text, "ID", "Your own id for the person";
    value end_of_employment_at: Kind::DateTime, "TIME", "When the employment ends, as '2026-12-31 08:00:00'; 2026-12-31 is its first moment";
    value first_name: Kind::Text, "NAME", "First name";
    value gender: Kind::Word(genders), "GENDER", "Gender";
    value generic_role: Kind::Text, "TEXT", "Role, a label";
    value initials: Kind::Text, "TEXT", "Initials";
    value language_code: Kind::Text, "CODE", "Language, as en";
    value language_iso: Kind::Text, "CODE", "Region of the language, as US";
    value last_name: Kind::Text, "NAME", "Last name";
    value legal: Kind::Text, "TEXT", "Legal company";
    value level: Kind::NumberOrText, "LEVEL", "Level, a number or a word";
    value location: Kind::Text, "TEXT", "Place";
    value mobile_phone: Kind::Text, "NUMBER", "Mobile number";
    value password: Kind::Password, "FILE", "File with the initial password, or - for stdin; never an argument, where others could read it";
    value personal_email: Kind::Text, "ADDRESS", "Private e-mail address";
    value phone: Kind::Text, "NUMBER", "Phone number";
    list profile_ids: Kind::Ids, "ID,…", "All profiles, by id";
    option prompts: Kind::Prompts, "NAME=HOW,…", "What to ask the person for at the next login: phone=mandatory,email=optional";
    value start_of_employment_at: Kind::DateTime, "TIME", "When the employment begins, as '2026-12-01 08:00:00'; 2026-12-01 is its first moment";
    list team_ids: Kind::Ids, "ID,…", "All teams, by id";
    value title: Kind::Text, "TEXT", "Job title";
    value user_permission: Kind::Word(permissions), "PERMISSION", "Permission";
    value username: Kind::Text, "NAME", "Login name in place of the e-mail address";
}

#[cfg(test)]
mod tests;
