//! People: what is refused, in which order, and what is kept.

use eloomi_sim::Directory;
use serde_json::{Value, json};

use super::calls::{call, message, newcomer, somebody, token_of, write, writer};

async fn started() -> (Directory, String) {
    let directory = Directory::start().await.unwrap();
    let token = writer(&directory).await;
    (directory, token)
}

/// What a creation with this member more, or another one, is refused with.
async fn refused(member: &str, value: Value) -> Value {
    let (directory, token) = started().await;
    let mut body = newcomer("nina@example.com");
    body[member] = value;
    let answer = write(&directory, &token, "POST", "/users", &body).await;
    assert_eq!(answer.status, 400, "{member}: {answer:?}");
    answer.json()
}

#[tokio::test]
async fn an_address_is_used_once_whatever_else_differs() {
    let (directory, token) = started().await;
    let body = newcomer("nina@example.com");
    assert_eq!(
        write(&directory, &token, "POST", "/users", &body)
            .await
            .status,
        200
    );
    let again = write(&directory, &token, "POST", "/users", &body).await;
    let told = json!({"statusCode": 400, "error": "Bad Request", "message": "email_already_used"});
    assert_eq!((again.status, again.json()), (400, told));
    let other = newcomer("Nina@example.com");
    assert_eq!(
        write(&directory, &token, "POST", "/users", &other)
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn nested_members_are_named_by_their_path() {
    let told = refused("address", json!({"street": "1", "floor": 2})).await;
    assert_eq!(
        told["message"],
        r#"child "address" fails because ["floor" is not allowed]"#
    );
    assert_eq!(told["validation"]["keys"], json!(["address.floor"]));
    let told = refused("tags", json!(["a", 5])).await;
    let text =
        r#"child "tags" fails because ["tags" at position 1 fails because ["1" must be a string]]"#;
    assert_eq!(told["message"], text);
    assert_eq!(told["validation"]["keys"], json!(["tags.1"]));
}

#[tokio::test]
async fn unknown_members_are_all_named_once_the_known_ones_are_right() {
    let (directory, token) = started().await;
    let mut body = newcomer("nina@example.com");
    body["plainPassword"] = "x".into();
    body["<b>"] = 1.into();
    let answer = write(&directory, &token, "POST", "/users", &body)
        .await
        .json();
    assert_eq!(
        answer["message"],
        r#""<b>" is not allowed. "plainPassword" is not allowed"#
    );
    let keys = json!(["&lt;b&gt;", "plainPassword"]);
    assert_eq!(answer["validation"]["keys"], keys);
    body["city"] = "Nice".into();
    let answer = write(&directory, &token, "POST", "/users", &body)
        .await
        .json();
    assert_eq!(answer["validation"]["keys"], json!(["city"]));
}

#[tokio::test]
async fn a_value_of_another_kind_is_refused() {
    for (member, value, text) in [
        ("city", json!(5), r#""city" must be a string"#),
        ("job", json!(""), r#""job" is not allowed to be empty"#),
        (
            "description",
            json!("x".repeat(256)),
            r#""description" length must be less than or equal to 255 characters long"#,
        ),
        (
            "phone",
            json!("call me"),
            r#""phone" needs to be a proper french phone number"#,
        ),
        ("address", json!("Lyon"), r#""address" must be an object"#),
        (
            "roles",
            json!([""]),
            r#""roles" at position 0 fails because ["0" is not allowed to be empty]"#,
        ),
        (
            "birthDate",
            json!(true),
            r#""birthDate" must be a valid ISO 8601 date"#,
        ),
    ] {
        let told = refused(member, value).await;
        let whole = format!("child \"{member}\" fails because [{text}]");
        assert_eq!(told["message"], whole);
    }
}

#[tokio::test]
async fn the_token_comes_before_the_body_and_the_body_before_the_scope() {
    let (directory, token) = started().await;
    let path = "/users/000000000000000000000000";
    let body = json!({"nobody": "knows"});
    let unknown = write(&directory, "x", "PUT", path, &body).await;
    assert_eq!(
        (unknown.status, &*message(&unknown)),
        (401, "invalid_token")
    );
    let tech = somebody(&directory, "tech");
    let own = token_of(&directory, tech["email"].as_str().unwrap()).await;
    assert_eq!(
        write(&directory, &own, "PUT", path, &body).await.status,
        400
    );
    let body = json!({"job": "x"});
    let refused = write(&directory, &own, "PUT", path, &body).await;
    assert_eq!(
        (refused.status, &*message(&refused)),
        (403, "insufficient_rights")
    );
    assert_eq!(
        write(&directory, &token, "PUT", path, &body).await.status,
        404
    );
}

#[tokio::test]
async fn a_body_that_is_too_long_is_refused_after_the_token() {
    let (directory, token) = started().await;
    let body = json!("x".repeat(1024 * 1024));
    let unknown = write(&directory, "x", "POST", "/users", &body).await;
    assert_eq!(unknown.status, 401);
    let long = write(&directory, &token, "POST", "/users", &body).await;
    let text = "Payload content length greater than maximum allowed: 1048576";
    assert_eq!((long.status, &*message(&long)), (413, text));
}

#[tokio::test]
async fn an_update_takes_nothing_away_but_null() {
    let (directory, token) = started().await;
    let mut body = newcomer("nina@example.com");
    body["job"] = "back".into();
    body["tags"] = json!(["a"]);
    body["address"] = json!({"street": "1", "city": "Lyon"});
    let created = write(&directory, &token, "POST", "/users", &body)
        .await
        .json();
    let path = format!("/users/{}", created["id"].as_str().unwrap());
    let change = json!({"job": null, "address": {"zipCode": "2"}});
    let changed = write(&directory, &token, "PUT", &path, &change)
        .await
        .json();
    let mut expected = created;
    expected.as_object_mut().unwrap().remove("job");
    expected["address"] = json!({"zipCode": "2"});
    assert_eq!(changed, expected);
    assert_eq!(
        call(&directory, &token, "GET", &path).await.json(),
        expected
    );
}

#[tokio::test]
async fn oneself_may_change_all_but_roles_and_number() {
    let (directory, _) = started().await;
    let tech = somebody(&directory, "tech");
    let own = token_of(&directory, tech["email"].as_str().unwrap()).await;
    let path = format!("/users/{}", tech["id"].as_str().unwrap());
    for (body, status) in [
        (json!({"job": "x"}), 200),
        (json!({"leftAt": "2999-01-01"}), 200),
        (json!({"roles": ["board"]}), 403),
        (json!({"registrationNumber": "1"}), 403),
    ] {
        let answer = write(&directory, &own, "PUT", &path, &body).await;
        assert_eq!(answer.status, status, "{body}");
    }
}

#[tokio::test]
async fn pages_together_are_everybody_in_order() {
    let (directory, token) = started().await;
    let mut seen = Vec::new();
    for page in 1..=9 {
        let path = format!("/users?limit=7&page={page}");
        let answer = call(&directory, &token, "GET", &path).await.json();
        assert_eq!(answer["pageCount"], json!(9));
        seen.extend(answer["results"].as_array().unwrap().clone());
    }
    let everybody: Value = serde_json::from_str(&directory.people()).unwrap();
    assert_eq!(Value::Array(seen), everybody);
}

#[tokio::test]
async fn ids_are_asked_for_by_repeating_the_parameter() {
    let (directory, token) = started().await;
    let people: Value = serde_json::from_str(&directory.people()).unwrap();
    let id = |index: usize| people[index]["id"].as_str().unwrap();
    let path = format!(
        "/users?ids={}&ids={}&email=nobody@example.com",
        id(4),
        id(1)
    );
    let found = call(&directory, &token, "GET", &path).await.json();
    assert_eq!(found["results"], json!([people[1], people[4]]));
}

#[tokio::test]
async fn numbers_that_javascript_cannot_count_are_refused() {
    let (directory, token) = started().await;
    let answer = call(&directory, &token, "GET", "/users?page=9007199254740992").await;
    let text = r#"child "page" fails because ["page" must be a safe number]"#;
    assert_eq!((answer.status, &*message(&answer)), (400, text));
}
