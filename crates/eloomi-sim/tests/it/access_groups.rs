use eloomi_sim::Simulator;
use serde_json::json;

use crate::client::{call, get};

#[tokio::test]
async fn access_groups_are_listed_with_what_they_permit() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/access-groups").await;
    assert_eq!(
        answer.json()["data"],
        json!([
            {"id": 24, "name": "No special access", "permissions": []},
            {"id": 31, "name": "HR Admins", "permissions": ["admin_learning", "admin_organization"]},
            {"id": 32, "name": "Course editors", "permissions": ["admin_learning"]},
        ])
    );
}

#[tokio::test]
async fn access_groups_come_in_pages_too() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/access-groups?per_page=2&page=2").await;
    assert_eq!(answer.ids(), [32]);
}

#[tokio::test]
async fn nothing_writes_access_groups() {
    let sim = Simulator::start().await.unwrap();
    for method in ["POST", "PATCH", "PUT", "DELETE"] {
        let answer = call(&sim, method, "/v3/access-groups").await;
        assert_eq!(answer.status, 405, "{method}");
    }
}

#[tokio::test]
async fn the_other_likely_paths_are_unknown() {
    let sim = Simulator::start().await.unwrap();
    for path in [
        "groups",
        "access_groups",
        "accessgroups",
        "access-groups/24",
    ] {
        assert_eq!(
            get(&sim, &format!("/v3/{path}")).await.status,
            404,
            "{path}"
        );
    }
}
