use crate::ship::{Drive, ShipChange, ShipMarker};
use eloomi_wire::{Field, Id, Patch, Text, decode};

#[test]
fn kept_field_is_absent_and_cleared_one_is_null() {
    let mut change = ShipChange::default();
    assert_eq!(serde_json::to_string(&change).unwrap(), "{}");
    change.name = Patch::Clear;
    change.drive = Drive::Steam.into();
    assert_eq!(
        serde_json::to_string(&change).unwrap(),
        r#"{"name":null,"drive":"steam eng."}"#
    );
}

#[test]
fn three_states_are_read_back() {
    let change: ShipChange = decode(br#"{"name":null}"#).unwrap();
    assert_eq!(change.name, Patch::Clear);
    assert_eq!(change.drive, Patch::Keep);
    let change: ShipChange = decode(br#"{"name":"Tern"}"#).unwrap();
    assert_eq!(change.name, Patch::Set("Tern".into()));
}

#[test]
fn empty_list_that_is_set_is_written() {
    let change = ShipChange {
        ports: Patch::Set(Vec::new()),
        ..ShipChange::default()
    };
    let written = serde_json::to_string(&change).unwrap();
    assert_eq!(written, r#"{"ports":[]}"#);
    assert_eq!(decode::<ShipChange>(written.as_bytes()), Ok(change));
}

#[test]
fn debug_never_prints_the_value() {
    let name: Patch<Text> = "Ada Example".into();
    assert_eq!(format!("{name:?}"), "Set(_)");
    assert_eq!(
        format!("{:?}", Patch::<Text>::Clear.map(|text| text.len())),
        "Clear"
    );
}

#[test]
fn fields_that_are_set_are_those_that_are_written() {
    let change = ShipChange {
        name: Patch::Clear,
        ports: Patch::Set(Vec::new()),
        ..ShipChange::default()
    };
    let names: Vec<_> = change.set_fields().map(Field::name).collect();
    assert_eq!(names, ["name", "ports"]);
    assert_eq!(ShipChange::default().set_fields().count(), 0);
}

#[test]
fn number_sets_an_id() {
    assert_eq!(Patch::from(7), Patch::Set(Id::<ShipMarker>::new(7)));
}
