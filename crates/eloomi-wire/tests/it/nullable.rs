use eloomi_wire::{Nullable, Text, decode, model};

model! {
    /// A berth in the harbour.
    struct Berth {
        /// Who has it.
        ship: Nullable<Text> = "ship";
    }
}

#[test]
fn absent_null_and_a_value_come_back_as_they_came() {
    for (json, is) in [
        ("{}", Nullable::Absent),
        (r#"{"ship":null}"#, Nullable::Null),
        (r#"{"ship":"Tern"}"#, Nullable::Value("Tern".into())),
    ] {
        let berth: Berth = decode(json.as_bytes()).unwrap();
        assert_eq!(berth.ship, is);
        assert_eq!(serde_json::to_string(&berth).unwrap(), json);
    }
}
