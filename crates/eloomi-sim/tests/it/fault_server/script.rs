use eloomi_sim::FaultScript;

/// What reading a list of steps complains about.
fn complaint(steps: &str) -> String {
    let script: Result<FaultScript, _> = toml::from_str(&format!("connections = [[{steps}]]"));
    script.unwrap_err().to_string()
}

#[test]
fn an_unknown_step_is_no_script() {
    let complaint = complaint(r#""raed""#);
    assert!(complaint.contains("raed"), "{complaint}");
}

#[test]
fn half_a_byte_is_no_hex() {
    let complaint = complaint(r#"{ hex = "abc" }"#);
    assert!(complaint.contains("half a byte"), "{complaint}");
}

#[test]
fn a_letter_beyond_f_is_no_hex() {
    let complaint = complaint(r#"{ hex = "0g" }"#);
    assert!(complaint.contains("beyond f"), "{complaint}");
}

#[test]
fn an_unknown_key_is_no_script() {
    let script: Result<FaultScript, _> = toml::from_str("connection = []");
    assert!(script.is_err());
}

#[test]
fn a_script_may_come_as_json_too() {
    let script: Result<FaultScript, _> =
        serde_json::from_str(r#"{"connections":[["read",{"json":"{}"}]]}"#);
    assert!(script.is_ok(), "{script:?}");
}
