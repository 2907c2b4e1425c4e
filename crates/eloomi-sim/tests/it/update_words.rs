//! Updates of fields that are one text each.

use eloomi_sim::{Escapes, Simulator};
use serde_json::{Value, json};

use crate::client::{known, write, write_as};

const FIRST: u64 = 80_001;

async fn update(sim: &Simulator, json: &Value) -> u16 {
    let path = format!("/v3/users/{FIRST}");
    write(sim, "PATCH", &path, &json.to_string()).await.status
}

/// What a field shows after an update.
async fn after(sim: &Simulator, json: Value, field: &str) -> Value {
    assert_eq!(update(sim, &json).await, 200, "{json}");
    known(sim, FIRST)[field].clone()
}

#[tokio::test]
async fn the_answer_shows_the_user_as_changed() {
    let sim = Simulator::start().await.unwrap();
    let path = format!("/v3/users/{FIRST}");
    let answer = write(&sim, "PATCH", &path, r#"{"title":"Baker"}"#).await;
    assert_eq!(answer.json()["data"], known(&sim, FIRST));
}

#[tokio::test]
async fn only_the_sent_field_changes() {
    let sim = Simulator::start().await.unwrap();
    let mut expected = known(&sim, FIRST);
    update(&sim, &json!({"title": "Baker"})).await;
    expected["title"] = "Baker".into();
    assert_eq!(known(&sim, FIRST), expected);
}

const TEXTS: [&str; 14] = [
    "first_name",
    "last_name",
    "employee_id",
    "username",
    "title",
    "phone",
    "mobile_phone",
    "personal_email",
    "gender",
    "generic_role",
    "initials",
    "legal",
    "country",
    "location",
];

#[tokio::test]
async fn every_text_can_be_set() {
    let sim = Simulator::start().await.unwrap();
    for field in TEXTS {
        assert_eq!(
            after(&sim, json!({field: "Ø 1"}), field).await,
            "Ø 1",
            "{field}"
        );
    }
}

#[tokio::test]
async fn null_clears_every_text() {
    let sim = Simulator::start().await.unwrap();
    for field in TEXTS {
        update(&sim, &json!({field: "x"})).await;
        let shown = after(&sim, json!({field: null}), field).await;
        assert_eq!(shown, Value::Null, "{field}");
    }
}

#[tokio::test]
async fn empty_text_stays_empty_text() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(after(&sim, json!({"title": ""}), "title").await, "");
}

#[tokio::test]
async fn a_number_counts_as_text() {
    let sim = Simulator::start().await.unwrap();
    let shown = after(&sim, json!({"employee_id": 1002}), "employee_id").await;
    assert_eq!(shown, "1002");
}

#[tokio::test]
async fn a_form_updates_too() {
    let sim = Simulator::start().await.unwrap();
    let form = "application/x-www-form-urlencoded";
    write_as(&sim, form, "PATCH", "/v3/users/80001", "title=R%26D+lead").await;
    assert_eq!(known(&sim, FIRST)["title"], "R&D lead");
}

#[tokio::test]
async fn a_level_is_shown_as_it_came() {
    let sim = Simulator::start().await.unwrap();
    for level in [json!(3), json!("Senior"), json!(null)] {
        assert_eq!(after(&sim, json!({"level": level}), "level").await, level);
    }
}

#[tokio::test]
async fn a_birthday_is_shown_as_it_came() {
    let sim = Simulator::start().await.unwrap();
    for day in [
        json!("1980-12-14"),
        json!("1980-12-14 00:00:00"),
        json!(null),
    ] {
        assert_eq!(after(&sim, json!({"birthday": day}), "birthday").await, day);
    }
}

#[tokio::test]
async fn an_employment_date_gets_a_midnight() {
    let sim = Simulator::start().await.unwrap();
    let field = "start_of_employment_at";
    let shown = after(&sim, json!({field: "2018-12-25"}), field).await;
    assert_eq!(shown, "2018-12-25 00:00:00");
}

#[tokio::test]
async fn a_date_of_another_form_is_400() {
    let sim = Simulator::start().await.unwrap();
    for field in ["birthday", "start_of_employment_at", "end_of_employment_at"] {
        let status = update(&sim, &json!({field: "25/12/2018"})).await;
        assert_eq!(status, 400, "{field}");
    }
}

#[tokio::test]
async fn languages_are_put_together() {
    let sim = Simulator::start().await.unwrap();
    for (sent, shown) in [
        (
            json!({"language_code": "da", "language_iso": "DK"}),
            "da-DK",
        ),
        (json!({"language_iso": "GL"}), "da-GL"),
        (json!({"language_code": "sv"}), "sv"),
        (json!({"language_code": null}), "en"),
    ] {
        assert_eq!(after(&sim, sent, "language").await, shown);
    }
}

#[tokio::test]
async fn a_permission_is_shown_as_it_came() {
    let sim = Simulator::start().await.unwrap();
    let sent = json!({"user_permission": "company adm."});
    assert_eq!(after(&sim, sent, "user_permission").await, "company adm.");
}

#[tokio::test]
async fn a_cleared_permission_is_the_usual_one() {
    let sim = Simulator::start().await.unwrap();
    update(&sim, &json!({"user_permission": "admin"})).await;
    let sent = json!({"user_permission": null});
    assert_eq!(after(&sim, sent, "user_permission").await, "user");
}

#[tokio::test]
async fn attributes_that_were_not_sent_stay() {
    let sim = Simulator::start().await.unwrap();
    let field = "custom_attributes";
    update(
        &sim,
        &json!({field: {"shoe_size": 43, "cost_center": "1200"}}),
    )
    .await;
    let shown = after(&sim, json!({field: {"shoe_size": null}}), field).await;
    assert_eq!(shown, json!({"shoe_size": null, "cost_center": "1200"}));
}

#[tokio::test]
async fn null_clears_all_attributes() {
    let sim = Simulator::start().await.unwrap();
    let field = "custom_attributes";
    update(&sim, &json!({field: {"shoe_size": 43}})).await;
    let shown = after(&sim, json!({field: null}), field).await;
    assert_eq!(shown, Value::Null);
}

#[tokio::test]
async fn empty_attributes_change_nothing() {
    let sim = Simulator::start().await.unwrap();
    let before = known(&sim, FIRST);
    for empty in [json!({}), json!([])] {
        update(&sim, &json!({"custom_attributes": empty})).await;
        assert_eq!(known(&sim, FIRST), before);
    }
}

#[tokio::test]
async fn an_attribute_nobody_registered_is_400() {
    let sim = Simulator::start().await.unwrap();
    let status = update(
        &sim,
        &json!({"custom_attributes": {"favourite_tea": "mint"}}),
    )
    .await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn attributes_keep_their_kind_in_either_escaping() {
    let sim = Simulator::start().await.unwrap();
    let sent = json!({"hair_color": ["ø/", {"a": -1.5}, true]});
    for escapes in [Escapes::Json, Escapes::Php] {
        sim.switch(|switches| switches.escapes = escapes);
        let update = json!({"custom_attributes": sent});
        let shown = after(&sim, update, "custom_attributes").await;
        assert_eq!(shown["hair_color"], sent["hair_color"]);
    }
}
