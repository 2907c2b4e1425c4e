use eloomi_sim::Simulator;
use serde_json::{Value, json};

use crate::client::{Answer, call, get, known, write, write_as};

/// Three people, 80001 to 80003; the second has an employee id and an address of her own.
async fn three_people() -> Simulator {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    for body in [
        r#"{"email":"one@example.com"}"#,
        r#"{"email":"Two@example.com","employee_id":"E 2"}"#,
        r#"{"email":"three@example.com","team_ids":[702]}"#,
    ] {
        write(&sim, "POST", "/v3/users", body).await;
    }
    sim
}

async fn patch(sim: &Simulator, json: &str) -> Answer {
    write(sim, "PATCH", "/v3/teams/701", json).await
}

/// What is known of team 701.
fn told(sim: &Simulator) -> Value {
    serde_json::from_str(&sim.team(701).unwrap()).unwrap()
}

#[tokio::test]
async fn a_new_team_is_200_with_all_that_can_be_shown() {
    let sim = three_people().await;
    let body = r#"{"name":"Harbour","leader_ids":[80001],"user_ids":["80002",80003],
        "custom_attributes":{"cost_center":"1200"}}"#;
    let answer = write(&sim, "POST", "/v3/teams", body).await;
    let expected = r#"{"status":"OK","status_code":200,"message":null,"extended_message":"The team was created.","data":{"id":710,"name":"Harbour","description":null,"users":[80002,80003],"leaders":[80001],"custom_attributes":{"cost_center":"1200"}}}"#;
    assert_eq!((answer.status, answer.text()), (200, expected));
}

#[tokio::test]
async fn a_new_team_is_shown_by_its_members() {
    let sim = three_people().await;
    let body = r#"{"name":"Harbour","user_ids":[80003]}"#;
    write(&sim, "POST", "/v3/teams", body).await;
    assert_eq!(known(&sim, 80_003)["team_id"], json!([702, 710]));
}

#[tokio::test]
async fn a_team_without_a_name_is_400_and_is_not_made() {
    let sim = three_people().await;
    for body in ["", "{}", r#"{"name":null}"#, r#"{"name":""}"#] {
        let answer = write(&sim, "POST", "/v3/teams", body).await;
        assert_eq!(answer.status, 400, "{body}");
    }
    assert_eq!(get(&sim, "/v3/teams").await.ids().len(), 9);
}

#[tokio::test]
async fn a_team_keeps_its_name_when_an_empty_one_is_sent() {
    let sim = three_people().await;
    assert_eq!(patch(&sim, r#"{"name":""}"#).await.status, 400);
    assert_eq!(told(&sim)["name"], "First week");
}

#[tokio::test]
async fn an_update_of_a_team_changes_what_was_sent_and_no_more() {
    let sim = three_people().await;
    let before = told(&sim);
    let answer = patch(&sim, r#"{"description":"Two weeks","shoe":43}"#).await;
    assert_eq!(answer.json()["data"]["description"], "Two weeks");
    let mut expected = before;
    expected["description"] = json!("Two weeks");
    assert_eq!(told(&sim), expected);
}

#[tokio::test]
async fn a_description_can_be_cleared() {
    let sim = three_people().await;
    patch(&sim, r#"{"description":null}"#).await;
    assert_eq!(told(&sim)["description"], Value::Null);
}

#[tokio::test]
async fn members_can_be_named_in_three_ways() {
    let sim = three_people().await;
    for (body, member) in [
        (r#"{"user_ids":[80001]}"#, 80_001),
        (r#"{"user_emails":["two@EXAMPLE.com"]}"#, 80_002),
        (r#"{"employee_ids":["E 2"]}"#, 80_002),
    ] {
        patch(&sim, body).await;
        assert_eq!(told(&sim)["users"], json!([member]), "{body}");
    }
}

#[tokio::test]
async fn several_ways_name_members_together() {
    let sim = three_people().await;
    let body = r#"{"user_ids":[80001],"user_emails":["three@example.com"],"employee_ids":[]}"#;
    patch(&sim, body).await;
    assert_eq!(told(&sim)["users"], json!([80_001, 80_003]));
}

#[tokio::test]
async fn members_that_are_sent_replace_those_there_were() {
    let sim = three_people().await;
    patch(&sim, r#"{"user_ids":[80001,80003]}"#).await;
    patch(&sim, r#"{"user_ids":[80002,80003]}"#).await;
    assert_eq!(told(&sim)["users"], json!([80_002, 80_003]));
    assert_eq!(known(&sim, 80_001)["team_id"], json!([]));
    assert_eq!(known(&sim, 80_003)["team_id"], json!([702, 701]));
}

#[tokio::test]
async fn no_members_and_null_empty_a_team() {
    for nobody in ["[]", "null"] {
        let sim = three_people().await;
        patch(&sim, r#"{"user_ids":[80001],"leader_ids":[80001]}"#).await;
        let body = format!(r#"{{"user_ids":{nobody},"leader_ids":{nobody}}}"#);
        let team = patch(&sim, &body).await.json();
        let shown = (&team["data"]["users"], &team["data"]["leaders"]);
        assert_eq!(shown, (&json!([]), &json!([])), "{nobody}");
    }
}

#[tokio::test]
async fn people_whom_nobody_knows_are_skipped_silently() {
    let sim = three_people().await;
    let body = r#"{"user_ids":[1,"x",80001,80001],"user_emails":["nobody@example.com"],
        "employee_ids":["none"],"leader_ids":[1,80002]}"#;
    assert_eq!(patch(&sim, body).await.status, 200);
    let team = told(&sim);
    assert_eq!(
        (&team["users"], &team["leaders"]),
        (&json!([80_001]), &json!([80_002]))
    );
}

#[tokio::test]
async fn attributes_of_a_team_are_changed_key_by_key() {
    let sim = three_people().await;
    patch(&sim, r#"{"custom_attributes":{"hair_color":"brown"}}"#).await;
    patch(&sim, r#"{"custom_attributes":{"shoe_size":"43"}}"#).await;
    let attributes = &told(&sim)["custom_attributes"];
    assert_eq!(attributes["hair_color"], "brown");
    assert_eq!(attributes["shoe_size"], "43");
}

#[tokio::test]
async fn an_attribute_that_nobody_registered_is_400_for_a_team_too() {
    let sim = three_people().await;
    let answer = patch(&sim, r#"{"custom_attributes":{"hat":"7"}}"#).await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn a_refused_update_leaves_the_team_and_its_members_alone() {
    let sim = three_people().await;
    let before = told(&sim);
    for bad in [
        r#""user_emails":"one@example.com""#,
        r#""leader_ids":80001"#,
        r#""name":["x"]"#,
        r#""course_ids":[12]"#,
        r#""course_ids":{"12":true}"#,
        r#""course_ids":{"12":{"deadline":"soon"}}"#,
        r#""course_ids":{"12":{"deadline":7}}"#,
        r#""course_ids":{"12":{"required":"maybe"}}"#,
        r#""program_ids":"x""#,
        r#""program_ids":{"1":{"notify":"maybe"}}"#,
        r#""add_course_ids":[[1]]"#,
        r#""remove_course_ids":1"#,
    ] {
        let body = format!(r#"{{"user_ids":[80001],"description":"x",{bad}}}"#);
        assert_eq!(patch(&sim, &body).await.status, 400, "{bad}");
        assert_eq!(told(&sim), before, "{bad}");
    }
    assert_eq!(known(&sim, 80_001)["team_id"], json!([]));
}

#[tokio::test]
async fn a_team_that_is_not_there_is_204_for_a_write() {
    let sim = three_people().await;
    for key in ["700", "x", "%ff"] {
        let path = format!("/v3/teams/{key}");
        let update = write(&sim, "PATCH", &path, r#"{"name":"x"}"#).await;
        let delete = call(&sim, "DELETE", &path).await;
        assert_eq!((update.status, delete.status), (204, 204), "{key}");
    }
}

#[tokio::test]
async fn the_answer_to_the_delete_of_a_team_has_its_text_in_message() {
    let sim = three_people().await;
    let answer = call(&sim, "DELETE", "/v3/teams/701").await;
    let expected = r#"{"status":"OK","status_code":200,"message":"The team was deleted.","extended_message":null}"#;
    assert_eq!((answer.status, answer.text()), (200, expected));
}

#[tokio::test]
async fn a_deleted_team_is_gone_from_its_people_and_from_the_list() {
    let sim = three_people().await;
    call(&sim, "DELETE", "/v3/teams/702").await;
    assert_eq!(known(&sim, 80_003)["team_id"], json!([]));
    assert!(!get(&sim, "/v3/teams").await.ids().contains(&702));
    assert_eq!(get(&sim, "/v3/teams/702").await.status, 204);
}

#[tokio::test]
async fn the_id_of_a_deleted_team_does_not_come_back() {
    let sim = three_people().await;
    let new = r#"{"name":"Harbour"}"#;
    write(&sim, "POST", "/v3/teams", new).await;
    call(&sim, "DELETE", "/v3/teams/710").await;
    let answer = write(&sim, "POST", "/v3/teams", new).await;
    assert_eq!(answer.json()["data"]["id"], 711);
}

#[tokio::test]
async fn a_form_writes_a_team_too() {
    let sim = three_people().await;
    let form = "application/x-www-form-urlencoded";
    let body = "name=Harbour&user_ids[]=80001&user_ids[]=80002";
    let answer = write_as(&sim, form, "POST", "/v3/teams", body).await;
    let team = &answer.json()["data"];
    assert_eq!(
        (&team["name"], &team["users"]),
        (&json!("Harbour"), &json!([80_001, 80_002]))
    );
}
