use eloomi_model::UserMode;

#[test]
fn every_mode_is_read_by_its_name() {
    for mode in UserMode::VALUES {
        assert_eq!(mode.to_string().parse(), Ok(*mode));
    }
}

#[test]
fn error_lists_the_modes() {
    let error = "Active".parse::<UserMode>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the mode is one of active, all, inactive, pending, suspended"
    );
}
