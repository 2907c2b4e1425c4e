use eloomi_model::OpenResource;
use eloomi_wire::decode;

/// What is written of what was read.
fn again(json: &str) -> String {
    let resource: OpenResource = decode(json.as_bytes()).unwrap();
    serde_json::to_string(&resource).unwrap()
}

#[test]
fn whatever_object_comes_is_written_back_as_it_came() {
    for json in [
        "{}",
        r#"{"id":7,"name":"Read more"}"#,
        r#"{"id":-7,"name":""}"#,
        r#"{"id":"a-7","progress":1.50,"steps":[ 1, {"done":null} ]}"#,
        r#"{"id":null,"name":null}"#,
        r#"{"id":12345678901234567890123,"name":{"en":"Read more"}}"#,
        r#"{"id":{"$oid":"65"},"name":7}"#,
        r#"{"id":1,"id":2}"#,
    ] {
        assert_eq!(again(json), json);
    }
}

#[test]
fn id_and_name_come_first_wherever_they_stood() {
    assert_eq!(
        again(r#"{"progress":40,"name":"Read more","id":7}"#),
        r#"{"id":7,"name":"Read more","progress":40}"#
    );
}

#[test]
fn an_id_comes_as_number_and_as_text() {
    for json in [r#"{"id":7}"#, r#"{"id":"7"}"#] {
        let resource: OpenResource = decode(json.as_bytes()).unwrap();
        assert_eq!(resource.id.unwrap().as_u64(), Some(7), "{json}");
    }
}

#[test]
fn an_id_of_an_unknown_form_is_kept_among_the_fields() {
    for id in ["1.50", "12345678901234567890123", "true", "[7]", "null"] {
        let json = format!(r#"{{"id":{id}}}"#);
        let resource: OpenResource = decode(json.as_bytes()).unwrap();
        assert_eq!(resource.id, None, "{id}");
        assert_eq!(resource.fields.get("id").unwrap().as_str(), id);
    }
}

#[test]
fn what_is_no_object_is_no_thing_and_is_not_quoted() {
    for json in ["7", "[]", r#""jane@example.com""#, "null"] {
        let error = decode::<OpenResource>(json.as_bytes()).unwrap_err();
        assert!(error.to_string().ends_with("expected an object"), "{error}");
    }
}

#[test]
fn debug_prints_no_value_and_no_key_that_only_the_answer_knew() {
    let json = r#"{"id":4711,"name":"Jane's plan","reviewer":"jane@example.com"}"#;
    let resource: OpenResource = decode(json.as_bytes()).unwrap();
    let shown = format!("{resource:?} {resource:#?}");
    for told in ["4711", "Jane", "reviewer", "example.com"] {
        assert!(!shown.contains(told), "{shown}");
    }
}
