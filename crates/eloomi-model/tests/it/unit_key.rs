use eloomi_model::UnitKey;

#[test]
fn two_notations_are_read() {
    assert_eq!("354".parse(), Ok(UnitKey::from(354)));
    assert_eq!("code:MAR02".parse(), Ok(UnitKey::code("MAR02")));
    assert_eq!("code:a:b".parse(), Ok(UnitKey::code("a:b")));
}

#[test]
fn a_text_that_addresses_no_unit_is_refused_and_not_repeated() {
    for text in ["", "MAR02", "code:", "name:Marketing", "-1"] {
        let error = text.parse::<UnitKey>().unwrap_err().to_string();
        assert!(error.contains("code:MAR02"), "{error}");
        assert!(!error.contains("Marketing"), "{error}");
    }
}
