use eloomi_sim::{PersonState, Simulator};
use serde_json::{Value, json};

use crate::client::{Answer, get, known, write, write_as};

async fn create(sim: &Simulator, json: &str) -> Answer {
    write(sim, "POST", "/v3/users", json).await
}

/// Creates somebody and shows what is known of them then.
async fn created(sim: &Simulator, json: &str) -> Value {
    let answer = create(sim, json).await.json();
    known(sim, answer["data"]["id"].as_u64().unwrap())
}

#[tokio::test]
async fn a_create_is_200_in_the_envelope() {
    let sim = Simulator::start().await.unwrap();
    let answer = create(&sim, r#"{"email":"new@example.com"}"#).await;
    let begin = r#"{"status":"OK","status_code":200,"message":null,"extended_message":"The user was created.","data":{"id":"#;
    assert!(answer.text().starts_with(begin), "{}", answer.text());
}

#[tokio::test]
async fn a_created_user_is_the_last_of_the_list() {
    let sim = Simulator::start().await.unwrap();
    let answer = create(&sim, r#"{"email":"new@example.com"}"#).await;
    let ids = get(&sim, "/v3/users").await.ids();
    assert_eq!(ids.last().copied(), answer.json()["data"]["id"].as_u64());
}

#[tokio::test]
async fn ids_of_created_users_ascend() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    create(&sim, r#"{"email":"a@example.com"}"#).await;
    create(&sim, r#"{"email":"b@example.com"}"#).await;
    assert_eq!(get(&sim, "/v3/users").await.ids(), [80_001, 80_002]);
}

#[tokio::test]
async fn the_answer_shows_lists_as_null() {
    let sim = Simulator::start().await.unwrap();
    let json = r#"{"email":"new@example.com","department_id":[4001],"team_ids":[701]}"#;
    let data = &create(&sim, json).await.json()["data"];
    let lists = ["department_id", "team_id", "direct_manager_ids"].map(|name| &data[name]);
    assert_eq!(lists, [&Value::Null; 3]);
}

#[tokio::test]
async fn the_next_call_shows_the_lists_that_were_sent() {
    let sim = Simulator::start().await.unwrap();
    let json = r#"{"email":"new@example.com","department_id":[4001],"team_ids":["701"]}"#;
    let person = created(&sim, json).await;
    let lists = ["department_id", "team_id", "direct_manager_ids"].map(|name| &person[name]);
    assert_eq!(lists, [&json!([4001]), &json!([701]), &json!([])]);
}

#[tokio::test]
async fn a_user_made_of_an_address_has_the_defaults() {
    let sim = Simulator::start().await.unwrap();
    let person = created(&sim, r#"{"email":"new@example.com"}"#).await;
    let names = ["last_name", "user_permission", "language", "access_groups"];
    let shown = names.map(|name| person[name].clone());
    assert_eq!(shown, [json!(""), json!("user"), json!("en"), json!([])]);
}

#[tokio::test]
async fn a_user_not_activated_is_pending() {
    let sim = Simulator::start().await.unwrap();
    create(&sim, r#"{"email":"new@example.com"}"#).await;
    assert_eq!(sim.people().last().unwrap().state, PersonState::Pending);
}

#[tokio::test]
async fn a_create_can_activate() {
    let sim = Simulator::start().await.unwrap();
    create(&sim, r#"{"email":"new@example.com","activate":"instant"}"#).await;
    assert_eq!(sim.people().last().unwrap().state, PersonState::Active);
}

#[tokio::test]
async fn a_form_creates_too() {
    let sim = Simulator::start().await.unwrap();
    let form = "application/x-www-form-urlencoded";
    let body = "email=new%40example.com&department_id[]=4002&department_id[]=4003";
    let answer = write_as(&sim, form, "POST", "/v3/users", body).await;
    let person = known(&sim, answer.json()["data"]["id"].as_u64().unwrap());
    let shown = (&person["email"], &person["department_id"]);
    assert_eq!(shown, (&json!("new@example.com"), &json!([4002, 4003])));
}

#[tokio::test]
async fn an_address_of_somebody_else_is_400_that_names_it_in_brackets() {
    let sim = Simulator::start().await.unwrap();
    let taken = sim.people()[0].email.clone().unwrap().to_lowercase();
    let answer = create(&sim, &format!(r#"{{"email":"{taken}"}}"#)).await;
    let told = answer.json()["extended_message"].to_string();
    let named = told.contains(&format!("[{taken}]"));
    assert_eq!((answer.status, named), (400, true), "{told}");
}

#[tokio::test]
async fn the_message_of_a_refusal_asks_to_try_again() {
    let sim = Simulator::start().await.unwrap();
    let answer = create(&sim, "{}").await.json();
    assert!(answer["message"].as_str().unwrap().ends_with("try again."));
}

#[tokio::test]
async fn a_refused_create_creates_nobody() {
    let sim = Simulator::start().await.unwrap();
    create(&sim, r#"{"email":"new@example.com","activate":"soon"}"#).await;
    assert_eq!(sim.people().len(), 60);
}

#[tokio::test]
async fn without_an_address_it_is_400_with_the_notice() {
    let sim = Simulator::start().await.unwrap();
    for json in ["", "{}", r#"{"email":null}"#, r#"{"email":""}"#] {
        let answer = create(&sim, json).await;
        let expected = r#"{"status":"Bad Request","status_code":400,"message":"Something is wrong with the request. Correct it and try again.","extended_message":"Undefined index: email"}"#;
        assert_eq!(answer.text(), expected, "{json}");
    }
}

#[tokio::test]
async fn an_address_without_an_at_is_400() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(create(&sim, r#"{"email":"new"}"#).await.status, 400);
}

#[tokio::test]
async fn unknown_fields_are_ignored() {
    let sim = Simulator::start().await.unwrap();
    let json = r#"{"email":"new@example.com","id":7,"shoe":{"size":43}}"#;
    let answer = create(&sim, json).await;
    assert_eq!(
        (answer.status, answer.json()["data"]["id"] == 7),
        (200, false)
    );
}

#[tokio::test]
async fn what_is_shown_nowhere_is_taken() {
    let sim = Simulator::start().await.unwrap();
    let json = r#"{"email":"new@example.com","password":"Hush-1","profile_ids":[3],"prompts":{"phone":true,"password":false}}"#;
    let answer = create(&sim, json).await;
    let told = ["Hush", "profile", "prompt"].map(|word| answer.text().contains(word));
    assert_eq!((answer.status, told), (200, [false; 3]));
}
