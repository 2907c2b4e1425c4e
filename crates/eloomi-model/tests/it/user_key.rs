use eloomi_model::{UserId, UserKey};

#[test]
fn three_notations_are_read() {
    let keys = ["40", "employee:E0052", "email:jane+a@example.com"];
    let keys: Vec<UserKey> = keys.iter().map(|key| key.parse().unwrap()).collect();
    assert_eq!(
        keys,
        [
            UserKey::from(40),
            UserKey::employee_id("E0052"),
            UserKey::email("jane+a@example.com")
        ]
    );
}

#[test]
fn employee_id_may_hold_a_colon() {
    assert_eq!("employee:a:b".parse(), Ok(UserKey::employee_id("a:b")));
}

#[test]
fn everything_else_is_refused_and_not_repeated() {
    for text in [
        "",
        "Ada",
        "employee:",
        "email:",
        "phone:Ada",
        "-1",
        "jane@example.org",
    ] {
        let error = text.parse::<UserKey>().unwrap_err().to_string();
        for form in ["ID", "employee:E0052", "email:jane@example.com"] {
            assert!(error.contains(form), "{error}");
        }
        assert!(
            !error.contains("Ada") && !error.contains("example.org"),
            "{error}"
        );
    }
}

#[test]
fn debug_never_prints_the_value() {
    let keys = [
        UserKey::from(UserId::new(4711)),
        UserKey::employee_id("E0052"),
        UserKey::email("jane@example.com"),
    ];
    assert_eq!(format!("{keys:?}"), "[Id(_), EmployeeId(_), Email(_)]");
}
