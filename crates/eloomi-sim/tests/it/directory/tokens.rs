//! Tokens of the four grants, and how they end.

use std::time::Duration;

use eloomi_sim::Directory;
use serde_json::{Value, json};

use super::calls::{
    call, grant, message, newcomer, password, send, somebody, token_of, write, writer,
};
use crate::client::request;

async fn directory() -> Directory {
    Directory::start().await.unwrap()
}

fn email(person: &Value) -> &str {
    person["email"].as_str().unwrap()
}

#[tokio::test]
async fn a_refresh_token_can_be_used_again_until_it_ends() {
    let directory = directory().await;
    let tech = somebody(&directory, "tech");
    let first = grant(&directory, &password(&directory, email(&tech)))
        .await
        .json();
    let asked = json!({"grant_type": "refresh_token", "refresh_token": first["refresh_token"]});
    for _ in 0..2 {
        assert_eq!(grant(&directory, &asked).await.status, 201);
    }
    directory.advance(Duration::from_secs(31 * 86_400));
    let late = grant(&directory, &asked).await;
    assert_eq!((late.status, &*message(&late)), (401, "invalid_grant"));
}

#[tokio::test]
async fn a_code_can_be_used_for_ten_minutes() {
    let directory = directory().await;
    let tech = somebody(&directory, "tech");
    let code = directory.issue_code(email(&tech)).unwrap();
    let asked = json!({"grant_type": "authorization_code", "code": code});
    let given = grant(&directory, &asked).await;
    assert_eq!(given.status, 201, "{given:?}");
    let token = given.json()["access_token"].as_str().unwrap().to_owned();
    let me = call(&directory, &token, "GET", "/users/me").await;
    assert_eq!(me.json()["email"], tech["email"]);
    directory.advance(Duration::from_secs(600));
    assert_eq!(message(&grant(&directory, &asked).await), "invalid_grant");
}

#[tokio::test]
async fn a_code_is_for_somebody_who_is_there() {
    assert_eq!(directory().await.issue_code("nobody@example.com"), None);
}

#[tokio::test]
async fn an_access_token_ends_after_two_days() {
    let directory = directory().await;
    let token = writer(&directory).await;
    directory.advance(Duration::from_secs(172_799));
    assert_eq!(call(&directory, &token, "GET", "/users").await.status, 200);
    directory.advance(Duration::from_secs(1));
    let late = call(&directory, &token, "GET", "/users").await;
    assert_eq!((late.status, &*message(&late)), (401, "token_expired"));
}

#[tokio::test]
async fn a_token_has_the_scopes_that_were_asked_for() {
    let directory = directory().await;
    let mut asked = password(&directory, email(&somebody(&directory, "board")));
    asked["scope"] = json!(["users:get"]);
    let given = grant(&directory, &asked).await.json();
    assert_eq!(given["scope"], json!(["users:get"]));
    let token = given["access_token"].as_str().unwrap();
    let me = call(&directory, token, "GET", "/users/me").await;
    assert_eq!((me.status, &*message(&me)), (403, "out_of_scope"));
    let asked = json!({
        "grant_type": "refresh_token",
        "refresh_token": given["refresh_token"],
        "scope": ["profile:get"],
    });
    let wider = grant(&directory, &asked).await.json();
    assert_eq!(wider["scope"], json!(["profile:get"]));
}

#[tokio::test]
async fn a_wrong_client_is_told_by_where_it_stood() {
    let directory = directory().await;
    let asked = json!({
        "grant_type": "client_credentials", "client_id": "x", "client_secret": "y",
    });
    let asking = request("POST", "/oauth/token").header("content-type", "application/json");
    let in_body = send(&directory, asking.body(asked.to_string().into()).unwrap());
    let in_body = in_body.await;
    assert_eq!(
        (in_body.status, &*message(&in_body)),
        (401, "invalid_credentials")
    );
}

#[tokio::test]
async fn a_program_gets_nothing_but_users_get() {
    let directory = directory().await;
    let given = grant(&directory, &json!({"grant_type": "client_credentials"})).await;
    assert_eq!(given.status, 201);
    let given = given.json();
    assert_eq!(given["scope"], json!(["users:get"]));
    assert!(given.get("refresh_token").is_none() && given.get("need_password_change").is_none());
}

#[tokio::test]
async fn whoever_has_a_date_of_leaving_gets_no_token_and_keeps_the_old_one_until_then() {
    let directory = directory().await;
    let tech = somebody(&directory, "tech");
    let own = token_of(&directory, email(&tech)).await;
    let path = format!("/users/{}", tech["id"].as_str().unwrap());
    let body = json!({"leftAt": "2999-01-01"});
    let token = writer(&directory).await;
    assert_eq!(
        write(&directory, &token, "PUT", &path, &body).await.status,
        200
    );
    let refused = grant(&directory, &password(&directory, email(&tech))).await;
    assert_eq!(
        (refused.status, &*message(&refused)),
        (401, "invalid_grant")
    );
    assert_eq!(call(&directory, &own, "GET", "/users/me").await.status, 200);
    let body = json!({"leftAt": "2020-01-01"});
    assert_eq!(
        write(&directory, &own, "PUT", &path, &body).await.status,
        200
    );
    let gone = call(&directory, &own, "GET", "/users/me").await;
    assert_eq!((gone.status, &*message(&gone)), (401, "user_disabled"));
    let body = json!({"leftAt": null});
    assert_eq!(
        write(&directory, &token, "PUT", &path, &body).await.status,
        200
    );
    assert_eq!(
        grant(&directory, &password(&directory, email(&tech)))
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn the_tokens_of_a_deleted_person_are_unknown() {
    let directory = directory().await;
    let tech = somebody(&directory, "tech");
    let given = grant(&directory, &password(&directory, email(&tech)))
        .await
        .json();
    let token = writer(&directory).await;
    let path = format!("/users/{}", tech["id"].as_str().unwrap());
    let deleted = call(&directory, &token, "DELETE", &path).await;
    assert_eq!(deleted.json(), json!({"deleted": true}));
    let own = given["access_token"].as_str().unwrap();
    assert_eq!(
        message(&call(&directory, own, "GET", "/users/me").await),
        "invalid_token"
    );
    let asked = json!({"grant_type": "refresh_token", "refresh_token": given["refresh_token"]});
    assert_eq!(message(&grant(&directory, &asked).await), "invalid_grant");
}

#[tokio::test]
async fn whoever_was_created_has_no_password() {
    let directory = directory().await;
    let token = writer(&directory).await;
    let created = write(
        &directory,
        &token,
        "POST",
        "/users",
        &newcomer("new@example.com"),
    )
    .await;
    assert_eq!(created.status, 200);
    let refused = grant(&directory, &password(&directory, "new@example.com")).await;
    assert_eq!(message(&refused), "invalid_grant");
}

#[tokio::test]
async fn an_invented_secret_says_that_it_is_one() {
    assert!(directory().await.client_secret().starts_with("sim-"));
}
