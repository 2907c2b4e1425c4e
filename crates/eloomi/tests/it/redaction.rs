//! The rules of redaction know every field of every model.
//!
//! A model gets a field, and this test fails and prints the rows that
//! [REDACTION.toml](../../../../fixtures/REDACTION.toml) lacks. Alone:
//! `cargo test -p eloomi --all-features --test it redaction`.

use eloomi::{
    OAuthError, Team, TeamCourseConfig, TeamProgramAssignment, TeamProgramConfig, Unit, User,
    UserPrompts,
    model::{
        AccessGroup, AccessGroupRef, AuthError, Course, CourseAssignment, CourseParticipant,
        Envelope, ProgramParticipant, TeamChanges, UnitChanges, UserChanges,
    },
    wire::Field,
};
use eloomi_replay::Redaction;

/// Hands every model to another macro.
macro_rules! with_models {
    ($then:ident) => {
        $then!(
            AccessGroup,
            AccessGroupRef,
            AuthError,
            Course,
            CourseAssignment,
            CourseParticipant,
            Envelope,
            OAuthError,
            ProgramParticipant,
            Team,
            TeamChanges,
            TeamCourseConfig,
            TeamProgramAssignment,
            TeamProgramConfig,
            Unit,
            UnitChanges,
            User,
            UserChanges,
            UserPrompts,
        )
    };
}
pub(crate) use with_models;

macro_rules! fields {
    ($($model:ident),+ $(,)?) => { &[$((stringify!($model), $model::FIELDS)),+] };
}

/// Every model, and what is known of its fields.
pub(crate) const MODELS: &[(&str, &[Field])] = with_models!(fields);

fn rules() -> Redaction {
    Redaction::load(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/REDACTION.toml"
    ))
    .unwrap()
}

/// Every model, field and name that the field has on the wire.
fn names() -> impl Iterator<Item = (&'static str, &'static Field, &'static str)> {
    MODELS.iter().flat_map(|(model, fields)| {
        let names = fields
            .iter()
            .flat_map(|field| field.wire_names().iter().map(move |name| (field, *name)));
        names.map(|(field, name)| (*model, field, name))
    })
}

#[test]
fn every_field_has_a_row_under_every_name_that_it_has_on_the_wire() {
    let rules = rules();
    let missing: Vec<_> = names()
        .filter(|(model, _, name)| rules.rule(model, name).is_none())
        .map(|(model, field, name)| {
            let kind = field.field_type();
            let personal = if field.is_personal() {
                ", personal"
            } else {
                ""
            };
            format!("[models.{model}]\n{name} = \"…\" # {kind}{personal}\n")
        })
        .collect();
    let missing = missing.concat();
    assert!(
        missing.is_empty(),
        "fixtures/REDACTION.toml lacks:\n\n{missing}"
    );
}

#[test]
fn no_personal_field_is_written_as_it_came() {
    let rules = rules();
    for (model, field, name) in names().filter(|(_, field, _)| field.is_personal()) {
        let rule = rules.rule(model, name);
        assert_ne!(
            rule.as_deref(),
            Some("keep"),
            "{model}.{name} ({})",
            field.name()
        );
    }
}

#[test]
fn every_model_of_another_models_field_is_among_them() {
    let names = |fields: &[Field]| fields.iter().map(Field::name).collect::<Vec<_>>();
    let known = |fields: &[Field]| {
        fields.is_empty()
            || MODELS
                .iter()
                .any(|(_, known)| names(known) == names(fields))
    };
    for (model, fields) in MODELS {
        for field in *fields {
            assert!(known(field.nested()), "{model}.{}", field.name());
        }
    }
}

/// A model that nobody listed above would be looked at by no test.
#[test]
fn every_declared_model_is_among_them() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../eloomi-model/src");
    let mut declared = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for after in text.split("\nmodel! {").skip(1) {
            let name = after.split("pub struct ").nth(1).unwrap();
            let name = name.split(' ').next().unwrap();
            declared += 1;
            assert!(MODELS.iter().any(|(model, _)| *model == name), "{name}");
        }
    }
    assert!(declared > 15, "only {declared}: were the models looked at?");
}

#[test]
fn every_operation_of_the_api_document_has_rules() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/api/eloomi-v3.yaml");
    let document = std::fs::read_to_string(path).unwrap();
    let rules = rules();
    let named = document
        .lines()
        .filter_map(|line| line.trim().strip_prefix("operationId: "));
    let named: Vec<_> = named.collect();
    assert!(named.len() > 30);
    for operation in named {
        assert!(
            rules.operations().any(|known| known == operation),
            "{operation}"
        );
    }
}
