//! Each quirk that is known of courses, of those who take them, and of programs.

use eloomi_model::{
    Course, CourseAssignment, CourseParticipant, ParticipantStatus, ProgramParticipant,
};
use eloomi_wire::{Patch, RawJson, decode};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

fn course(field: &str) -> Course {
    decode(format!(r#"{{"id":9001,{field}}}"#).as_bytes()).unwrap()
}

fn participant(field: &str) -> CourseParticipant {
    decode(format!(r#"{{"course_id":9001,"user_id":80085,{field}}}"#).as_bytes()).unwrap()
}

fn again<T: DeserializeOwned + Serialize>(json: &str) -> Value {
    let model: T = decode(json.as_bytes()).unwrap();
    serde_json::to_value(model).unwrap()
}

#[test]
fn a_course_needs_nothing_but_its_id() {
    let course: Course = decode(br#"{"id":"9001"}"#).unwrap();
    assert_eq!(course, Course::new(9001));
    assert!(decode::<Course>(b"{}").is_err());
}

#[test]
fn flags_of_a_course_come_as_digits_bare_and_in_quotes_and_as_truth() {
    for (wire, truth) in [
        ("0", false),
        ("1", true),
        (r#""0""#, false),
        (r#""1""#, true),
        ("false", false),
        ("true", true),
    ] {
        let course = course(&format!(
            r#""active":{wire},"reward":{wire},"voluntary":{wire},
               "lock_after_deadline":{wire},"inform_leader_deadline":{wire}"#
        ));
        let flags = [
            course.active,
            course.reward,
            course.voluntary,
            course.lock_after_deadline,
            course.inform_leader_deadline,
        ];
        assert_eq!(flags, [Some(truth); 5], "{wire}");
    }
}

#[test]
fn price_points_and_duration_come_as_number_and_as_text() {
    for value in ["25", "99.5", r#""25""#, r#""99.50""#] {
        for field in ["price", "points", "expected_duration"] {
            let came = course(&format!(r#""{field}":{value}"#));
            let written = serde_json::to_value(came).unwrap();
            assert_eq!(written[field].to_string(), value, "{field}");
        }
    }
}

#[test]
fn what_is_not_set_comes_as_empty_text_too() {
    for field in [
        "active",
        "cover",
        "expected_duration",
        "inform_leader_deadline",
        "lock_after_deadline",
        "points",
        "price",
        "reward",
        "voluntary",
    ] {
        let empty = course(&format!(r#""{field}":"""#));
        assert_eq!(empty, Course::new(9001), "{field}");
    }
    for field in ["attempts", "progress", "required", "score", "time_spent"] {
        let empty = participant(&format!(r#""{field}":"""#));
        assert_eq!(empty, CourseParticipant::new(9001, 80085), "{field}");
    }
    let program: ProgramParticipant = decode(br#"{"user_id":80085,"required":""}"#).unwrap();
    assert_eq!(program, ProgramParticipant::new(80085));
}

#[test]
fn an_odd_flag_or_number_is_kept_and_costs_nobody_the_course() {
    for (field, odd) in [
        ("active", "2"),
        ("voluntary", r#""yes""#),
        ("cover", r#""cover.png""#),
        ("price", r#"{"amount":"99.50"}"#),
    ] {
        let json = format!(r#"{{"id":9001,"name":"GDPR","{field}":{odd}}}"#);
        let course: Course = decode(json.as_bytes()).unwrap();
        assert_eq!(course.extra.get(field).map(RawJson::as_str), Some(odd));
        assert_eq!(serde_json::to_string(&course).unwrap(), json);
    }
}

#[test]
fn a_due_date_is_null_or_kept_as_it_came() {
    assert_eq!(course(r#""due_date":null"#).due_date, None);
    for value in [r#""2020-12-13""#, "14", r#"{"days":14}"#] {
        let due_date = course(&format!(r#""due_date":{value}"#)).due_date.unwrap();
        assert_eq!(due_date.as_str(), value);
    }
}

#[test]
fn a_description_keeps_its_markup() {
    let course = course(r#""description":"<p>Rules &amp; <b>rights<\/b><\/p>""#);
    let description = course.description.unwrap();
    assert_eq!(description, "<p>Rules &amp; <b>rights</b></p>");
}

#[test]
fn an_impossible_deadline_is_kept_as_it_came() {
    let deadline = participant(r#""deadline":"2019-02-30""#).deadline.unwrap();
    assert_eq!(deadline.as_str(), "2019-02-30");
}

#[test]
fn score_progress_and_counts_come_as_number_and_as_text() {
    for value in ["15", "33.33", r#""0.00""#, r#""33.33""#] {
        for field in ["score", "progress", "time_spent", "attempts"] {
            let came = participant(&format!(r#""{field}":{value}"#));
            let written = serde_json::to_value(came).unwrap();
            assert_eq!(written[field].to_string(), value, "{field}");
        }
    }
}

#[test]
fn required_is_a_digit_in_courses_and_a_truth_value_in_programs() {
    for (wire, truth) in [("1", true), (r#""0""#, false), ("true", true)] {
        let course = participant(&format!(r#""required":{wire}"#));
        assert_eq!(course.required, Some(truth), "{wire}");
        let json = format!(r#"{{"user_id":80085,"required":{wire}}}"#);
        let program: ProgramParticipant = decode(json.as_bytes()).unwrap();
        assert_eq!(program.required, Some(truth), "{wire}");
    }
}

#[test]
fn every_status_is_known_and_another_is_kept() {
    for status in ["completed", "not_started", "started"] {
        assert!(ParticipantStatus::KNOWN.contains(&status.into()));
    }
    let expired = participant(r#""status":"expired""#).status;
    assert_eq!(expired, Some(ParticipantStatus::Other("expired".into())));
}

#[test]
fn without_extended_mode_a_row_has_neither_status_nor_renewal() {
    let plain = participant(r#""required":0"#);
    assert_eq!((plain.status, plain.renewal_at), (None, None));
}

#[test]
fn columns_of_a_warehouse_are_kept_if_they_come() {
    let row = participant(r#""id":7,"course_name":"GDPR","renewal_period":{"months":12}"#);
    let period = row.extra.get("renewal_period").map(RawJson::as_str);
    assert_eq!((row.extra.len(), period), (3, Some(r#"{"months":12}"#)));
}

#[test]
fn rows_are_written_as_they_came_but_for_the_promised_levelling() {
    let row = r#"{"course_id":"9001","user_id":80085,"assigned_at":"2019-02-08 12:13:35",
        "deadline":"2019-02-30","started_at":null,"time_spent":15,"attempts":"15",
        "score":"0.00","progress":"33.33","required":1,"total_renewed":2}"#;
    let expected = json!({
        "course_id": 9001, "user_id": 80085, "assigned_at": "2019-02-08 12:13:35",
        "deadline": "2019-02-30", "time_spent": 15, "attempts": "15", "score": "0.00",
        "progress": "33.33", "required": true, "total_renewed": 2,
    });
    assert_eq!(again::<CourseParticipant>(row), expected);
}

#[test]
fn an_assignment_is_written_with_digits_and_a_capital_letter() {
    let body = r#"{"required":true,"deadline":null,"customAttributes":{"cost_center":"1200"}}"#;
    let expected =
        json!({"required": 1, "deadline": null, "customAttributes": {"cost_center": "1200"}});
    assert_eq!(again::<CourseAssignment>(body), expected);
}

#[test]
fn an_assignment_of_nothing_is_an_empty_object() {
    assert_eq!(again::<CourseAssignment>("{}"), json!({}));
    assert_eq!(CourseAssignment::default().deadline, Patch::Keep);
}

#[test]
fn debug_prints_nothing_of_who_takes_what() {
    let row = participant(r#""score":"97.25","deadline":"2031-07-04""#);
    let shown = format!("{row:?}");
    assert_eq!(
        shown,
        "CourseParticipant { course_id, user_id, deadline, score, .. }"
    );
}

#[test]
fn all_of_a_row_but_the_course_is_personal() {
    let fields = CourseParticipant::FIELDS
        .iter()
        .chain(ProgramParticipant::FIELDS)
        .chain(CourseAssignment::FIELDS);
    let public: Vec<_> = fields
        .filter(|field| !field.is_personal())
        .map(eloomi_wire::Field::name)
        .collect();
    assert_eq!(public, ["course_id"]);
}
