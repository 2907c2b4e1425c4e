//! What the tests of every table of fields ask: whether flags and model agree.

use eloomi::wire::{Field, FieldType};

use super::{Changes, Kind};

/// Fails unless there is a flag for each field that can be written, in their order.
pub(crate) fn each_field_has_a_flag<C: Changes>() {
    let fields = C::FIELDS.iter().filter(|field| field.is_writable());
    let fields: Vec<_> = fields.map(Field::name).collect();
    let flags: Vec<_> = C::FLAGS.iter().map(|flag| flag.name).collect();
    assert_eq!(flags, fields);
}

/// Fails if a flag takes something else than its field.
pub(crate) fn flags_take_what_their_fields_are<C: Changes>() {
    for flag in C::FLAGS {
        let mut fields = C::FIELDS.iter();
        let field = fields.find(|field| field.name() == flag.name).unwrap();
        let is = |kind| field.field_type() == kind;
        let fits = match flag.kind {
            Kind::Id => is(FieldType::One("integer")),
            Kind::Ids => is(FieldType::List("integer")),
            Kind::Texts => is(FieldType::List("text")),
            Kind::Attributes => is(FieldType::One("attributes")) || is(FieldType::Map("text")),
            Kind::Date => is(FieldType::One("date")),
            Kind::DateTime => is(FieldType::One("date and time")),
            Kind::NumberOrText => is(FieldType::One("number or text")),
            Kind::Instant => is(FieldType::One("instant")),
            Kind::Own(_) | Kind::Parts(_) => true,
            Kind::Settings(_) => matches!(field.field_type(), FieldType::Map(_)),
            Kind::Password | Kind::Text => is(FieldType::One("text")),
            Kind::Word(_) => field.field_type().to_string().starts_with("text"),
            Kind::YesNo => is(FieldType::One("boolean")) || is(FieldType::One("0 or 1")),
        };
        assert!(fits, "{}: {}", field.name(), field.field_type());
    }
}

/// Fails if `--clear` would clear nothing.
pub(crate) fn what_is_absent_when_it_is_null_cannot_be_emptied<C: Changes>() {
    for flag in C::FLAGS {
        let json = format!(r#"{{"{}":null}}"#, flag.wire_names::<C>()[0]);
        let changes: C = eloomi::wire::decode(json.as_bytes()).unwrap();
        let is_lost = changes == C::default();
        assert!(!(is_lost && flag.can_be_emptied::<C>()), "{}", flag.name);
    }
}

/// Fails if a name is that of no field: a mistyped one would mask, or empty, what it must not.
pub(crate) fn every_name_is_that_of_a_field<C: Changes>() {
    let is_written = |name: &&str| C::FIELDS.iter().any(|field| field.wire_names()[0] == *name);
    assert!(C::SHOWN.iter().all(is_written), "{:?}", C::SHOWN);
    let is_flag = |name: &&str| C::FLAGS.iter().any(|flag| flag.name == *name);
    assert!(C::NEVER_EMPTY.iter().all(is_flag), "{:?}", C::NEVER_EMPTY);
}
