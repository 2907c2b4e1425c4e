//! The list of a person's fields, which schemas and redaction read.

use eloomi_model::User;
use std::fmt::Write;

#[test]
fn field_list_of_a_person() {
    let mut table = String::new();
    for field in User::FIELDS {
        let flags = [
            (field.is_required(), "required"),
            (field.is_writable(), "writable"),
            (field.is_personal(), "personal"),
        ];
        let flags: Vec<&str> = flags
            .iter()
            .filter(|(set, _)| *set)
            .map(|(_, flag)| *flag)
            .collect();
        let names = field.wire_names().join(" | ");
        writeln!(
            table,
            "{names}: {} ({})",
            field.field_type(),
            flags.join(", ")
        )
        .unwrap();
    }
    insta::assert_snapshot!(table);
}
