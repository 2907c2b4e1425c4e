use eloomi_sim::Simulator;

use crate::client::{call, get, known, write};

#[tokio::test]
async fn a_delete_has_its_text_in_message_and_no_data() {
    let sim = Simulator::start().await.unwrap();
    let answer = call(&sim, "DELETE", "/v3/users/80001").await;
    let expected = r#"{"status":"OK","status_code":200,"message":"The user was deleted.","extended_message":null}"#;
    assert_eq!((answer.status, answer.text()), (200, expected));
}

#[tokio::test]
async fn each_key_deletes_its_user() {
    for path in [
        "/v3/users/80001",
        "/v3/users-employee_id/E0001",
        "/v3/users-email/misaki.moller%40example.com",
    ] {
        let sim = Simulator::builder().seed(7).start().await.unwrap();
        call(&sim, "DELETE", path).await;
        assert_eq!(sim.person(80_001), None, "{path}");
    }
}

#[tokio::test]
async fn a_delete_of_an_unknown_key_is_204() {
    let sim = Simulator::start().await.unwrap();
    for key in ["/1", "-employee_id/nobody", "-email/a%40b.invalid"] {
        let answer = call(&sim, "DELETE", &format!("/v3/users{key}")).await;
        assert_eq!((answer.status, answer.text()), (204, ""), "{key}");
    }
}

#[tokio::test]
async fn a_second_delete_is_204() {
    let sim = Simulator::start().await.unwrap();
    call(&sim, "DELETE", "/v3/users/80001").await;
    assert_eq!(call(&sim, "DELETE", "/v3/users/80001").await.status, 204);
}

#[tokio::test]
async fn a_deleted_user_is_not_found() {
    let sim = Simulator::start().await.unwrap();
    call(&sim, "DELETE", "/v3/users/80001").await;
    assert_eq!(get(&sim, "/v3/users/80001").await.status, 204);
}

#[tokio::test]
async fn a_deleted_user_is_not_listed() {
    let sim = Simulator::start().await.unwrap();
    call(&sim, "DELETE", "/v3/users/80001").await;
    assert!(!get(&sim, "/v3/users").await.ids().contains(&80_001));
}

#[tokio::test]
async fn a_deleted_user_is_nobodys_manager() {
    let sim = Simulator::start().await.unwrap();
    let other = sim.people()[1].id;
    let path = format!("/v3/users/{other}");
    write(&sim, "PATCH", &path, r#"{"direct_manager_ids":[80001]}"#).await;
    call(&sim, "DELETE", "/v3/users/80001").await;
    assert_eq!(
        known(&sim, other)["direct_manager_ids"],
        serde_json::json!([])
    );
}

#[tokio::test]
async fn the_id_of_a_deleted_user_does_not_come_back() {
    let sim = Simulator::start().await.unwrap();
    let last = sim.people().last().unwrap().id;
    call(&sim, "DELETE", &format!("/v3/users/{last}")).await;
    write(&sim, "POST", "/v3/users", r#"{"email":"new@example.com"}"#).await;
    assert!(sim.people().last().unwrap().id > last);
}

#[tokio::test]
async fn the_address_of_a_deleted_user_is_free() {
    let sim = Simulator::start().await.unwrap();
    let email = sim.people()[0].email.clone().unwrap();
    call(&sim, "DELETE", "/v3/users/80001").await;
    let json = format!(r#"{{"email":"{email}"}}"#);
    assert_eq!(write(&sim, "POST", "/v3/users", &json).await.status, 200);
}
