//! Who was the same is the same, and who was not is not.

use bytes::Bytes;
use http::Request;

use super::{about, get, json, of_a_person, redactor};

#[test]
fn an_employee_id_is_the_same_in_path_query_and_body() {
    let redactor = redactor();
    let person = json(r#"{"data":{"id":80001,"employee_id":"E0001","email":"ada@example.com"}}"#);
    let by_key = redactor.exchange(
        &about("getUserByEmployeeId"),
        &get("/v3/users-employee_id/E0001"),
        &person,
    );
    let by_query = redactor.exchange(
        &about("listUsers"),
        &get("/v3/users?employee_id=E0001&mode=all"),
        &person,
    );
    let by_mail = redactor.exchange(
        &about("getUserByEmail"),
        &get("/v3/users-email/ada%40example.com"),
        &person,
    );
    let body = by_key.exchange.response.body.as_json().unwrap().as_str();
    let after = |name: &str| {
        let (_, rest) = body.split_once(&format!("\"{name}\": \"")).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let (employee, email) = (after("employee_id"), after("email"));
    let path = |redacted: &eloomi_replay::Redacted| redacted.exchange.request.target().to_string();
    assert_eq!(path(&by_key), format!("/v3/users-employee_id/{employee}"));
    assert_eq!(
        path(&by_query),
        format!("/v3/users?employee_id={employee}&mode=all")
    );
    assert_eq!(
        path(&by_mail),
        format!("/v3/users-email/{}", email.replace('@', "%40"))
    );
    assert_eq!(by_mail.exchange.response, by_key.exchange.response);
}

#[test]
fn an_id_is_the_same_as_number_and_as_text_and_each_keeps_its_type() {
    let redacted =
        of_a_person(r#"{"id":80001,"direct_manager_ids":[80002,"80001","80002"],"team_id":80001}"#);
    let text = redacted.exchange.to_string();
    assert!(text.contains("GET /v3/users/1\n"), "{text}");
    assert!(text.contains("\"id\": 1,"), "{text}");
    assert!(
        text.contains("      2,\n      \"1\",\n      \"2\"\n"),
        "{text}"
    );
    // A team of the same number is another thing.
    assert!(text.contains("\"team_id\": 3"), "{text}");
}

#[test]
fn keys_that_are_ids_are_renumbered_with_the_ids() {
    let request = Request::patch("/v3/teams/701")
        .header("content-type", "application/json")
        .body(Bytes::from(
            r#"{"course_ids":{"12":{"required":true}},"add_course_ids":[12]}"#,
        ))
        .unwrap();
    let redacted = redactor().exchange(&about("updateTeam"), &request, &json("{}"));
    let text = redacted.exchange.request.to_string();
    assert!(
        text.contains("\"2\": {\n      \"required\": true"),
        "{text}"
    );
    assert!(text.contains("\"add_course_ids\": [\n    2\n  ]"), "{text}");
}

#[test]
fn dates_of_a_recording_move_together() {
    let redacted = of_a_person(
        r#"{"birthday":"1990-05-15","start_of_employment":"2020-05-15 08:15:00","activated_at":null}"#,
    );
    let text = redacted.exchange.to_string();
    let date = |name: &str| {
        let (_, rest) = text.split_once(&format!("\"{name}\": \"")).unwrap();
        rest[..10].to_owned()
    };
    let months =
        |date: &str| date[..4].parse::<u32>().unwrap() * 12 + date[5..7].parse::<u32>().unwrap();
    let (born, began) = (date("birthday"), date("start_of_employment"));
    assert_eq!(months(&began) - months(&born), 30 * 12);
    assert!(*born < *"1989-05" && born.ends_with("-15"), "{born}");
    assert!(text.contains(" 08:00:00\""));
}

#[test]
fn what_is_absent_stays_absent_in_its_own_way() {
    let body = r#"{"id": 0, "email": null, "title": "", "team_id": [], "custom_attributes": [], "level": 0, "birthday": "0000-00-00"}"#;
    let redacted = of_a_person(body);
    let written = redacted.exchange.response.body.as_json().unwrap().as_str();
    let data = written
        .split_once("\"data\": ")
        .unwrap()
        .1
        .replace("\n    ", " ");
    assert_eq!(data.replace("{ ", "{").replace("\n  }\n}", "}"), body);
}
