//! How an access group is printed.

use eloomi::{
    model::{AccessGroup, AccessPermission},
    wire::{Extra, Field},
};

use super::ACCESS_GROUPS;
use crate::{
    noun::Noun,
    output::{Column, Record, text},
};

impl Record for AccessGroup {
    const NOUN: &'static Noun = &ACCESS_GROUPS;

    const FIELDS: &'static [Field] = AccessGroup::FIELDS;

    // It says nothing of people.
    const SHOWN: &'static [&'static str] = &["id", "name", "permissions"];

    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("ID", |group| group.id.to_string()),
        Column::text("NAME", |group| text(group.name.as_ref())),
        Column::text("PERMISSIONS", permissions),
    ];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

fn permissions(group: &AccessGroup) -> String {
    let permissions = group.permissions.iter().map(AccessPermission::as_str);
    permissions.collect::<Vec<_>>().join(", ")
}
