use eloomi_sim::{PastEnd, Simulator};
use serde_json::{Value, json};

use crate::client::{call, get, write, write_as};

const GROUPS: [&str; 7] = [
    "coaches",
    "course-categories",
    "customers",
    "goals",
    "orders",
    "paths",
    "programs",
];

/// The id of the first thing of a group.
async fn first(sim: &Simulator, group: &str) -> u64 {
    get(sim, &format!("/v3/{group}")).await.ids()[0]
}

#[tokio::test]
async fn every_group_starts_with_things_that_are_an_id_and_a_name() {
    let sim = Simulator::start().await.unwrap();
    for group in GROUPS {
        let list = get(&sim, &format!("/v3/{group}")).await.json();
        let things = list["data"].as_array().unwrap();
        let expected = if group == "programs" { 3 } else { 2 };
        assert_eq!(things.len(), expected, "{group}");
        for thing in things {
            let keys: Vec<_> = thing.as_object().unwrap().keys().collect();
            assert_eq!(keys, ["id", "name"], "{group}");
        }
    }
}

#[tokio::test]
async fn in_every_group_a_thing_is_created_found_changed_and_deleted() {
    let sim = Simulator::start().await.unwrap();
    for group in GROUPS {
        let all = format!("/v3/{group}");
        let before = get(&sim, &all).await.ids();
        let created = write(
            &sim,
            "POST",
            &all,
            r#"{"name":"New","depth":{"a":[1,null]}}"#,
        )
        .await;
        let created = created.json()["data"].clone();
        let id = created["id"].as_u64().unwrap();
        assert_eq!(
            created,
            json!({"id": id, "name": "New", "depth": {"a": [1, null]}})
        );

        let one = format!("/v3/{group}/{id}");
        assert_eq!(get(&sim, &one).await.json()["data"], created, "{group}");
        let changed = write(&sim, "PATCH", &one, r#"{"depth":null,"more":true}"#).await;
        let expected = json!({"id": id, "name": "New", "depth": null, "more": true});
        assert_eq!(changed.json()["data"], expected, "{group}");
        let last = get(&sim, &all).await.json()["data"][before.len()].clone();
        assert_eq!(last, expected, "{group}");

        let deleted = call(&sim, "DELETE", &one).await.json();
        assert_eq!(
            (&deleted["status_code"], deleted.get("data")),
            (&json!(200), None)
        );
        assert_eq!(get(&sim, &one).await.status, 204, "{group}");
        assert_eq!(get(&sim, &all).await.ids(), before, "{group}");
    }
}

#[tokio::test]
async fn a_thing_of_one_group_is_in_no_other() {
    let sim = Simulator::start().await.unwrap();
    let goal = first(&sim, "goals").await;
    for group in GROUPS.into_iter().filter(|group| *group != "goals") {
        assert_eq!(
            get(&sim, &format!("/v3/{group}/{goal}")).await.status,
            204,
            "{group}"
        );
    }
}

#[tokio::test]
async fn an_unknown_id_is_204_whatever_the_method() {
    let sim = Simulator::start().await.unwrap();
    for group in GROUPS {
        for id in ["1", "x", "99999999999999999999", "%FF"] {
            let path = format!("/v3/{group}/{id}");
            assert_eq!(get(&sim, &path).await.status, 204, "{path}");
            assert_eq!(
                write(&sim, "PATCH", &path, "{}").await.status,
                204,
                "{path}"
            );
            assert_eq!(call(&sim, "DELETE", &path).await.status, 204, "{path}");
        }
    }
}

#[tokio::test]
async fn an_id_is_given_and_cannot_be_sent() {
    let sim = Simulator::start().await.unwrap();
    let created = write(&sim, "POST", "/v3/goals", r#"{"id":7,"name":"New"}"#)
        .await
        .json();
    let id = created["data"]["id"].as_u64().unwrap();
    assert_ne!(id, 7);
    let path = format!("/v3/goals/{id}");
    let changed = write(&sim, "PATCH", &path, r#"{"id":8}"#).await.json();
    assert_eq!(changed["data"], json!({"id": id, "name": "New"}));
}

#[tokio::test]
async fn an_id_does_not_come_back() {
    let sim = Simulator::start().await.unwrap();
    let create = async || {
        let created: Value = write(&sim, "POST", "/v3/goals", "{}").await.json();
        created["data"]["id"].as_u64().unwrap()
    };
    let before = create().await;
    call(&sim, "DELETE", &format!("/v3/goals/{before}")).await;
    assert_eq!(create().await, before + 1);
}

#[tokio::test]
async fn a_form_is_taken_too_and_what_is_no_object_is_400() {
    let sim = Simulator::start().await.unwrap();
    let form = "application/x-www-form-urlencoded";
    let created = write_as(&sim, form, "POST", "/v3/goals", "name=Read+more&step[]=1").await;
    let data = &created.json()["data"];
    assert_eq!(
        (&data["name"], &data["step"]),
        (&json!("Read more"), &json!(["1"]))
    );
    for body in ["[1]", "7", "{", "\"x\""] {
        assert_eq!(
            write(&sim, "POST", "/v3/goals", body).await.status,
            400,
            "{body}"
        );
    }
}

#[tokio::test]
async fn pages_are_honoured() {
    let sim = Simulator::start().await.unwrap();
    let all = get(&sim, "/v3/goals").await.ids();
    let second = get(&sim, "/v3/goals?per_page=1&page=2").await.ids();
    assert_eq!(second, all[1..]);
    assert_eq!(get(&sim, "/v3/goals?per_page=0").await.status, 400);
    sim.past_end(PastEnd::NoContent);
    assert_eq!(get(&sim, "/v3/goals?per_page=1&page=3").await.status, 204);
}

#[tokio::test]
async fn programs_have_ids_as_teams_take_them() {
    let sim = Simulator::start().await.unwrap();
    let programs = get(&sim, "/v3/programs").await.ids();
    assert_eq!(programs, [90092, 90093, 90094]);
}

#[tokio::test]
async fn groups_with_inferred_paths_are_unknown_if_so_set() {
    let sim = Simulator::start().await.unwrap();
    let goal = first(&sim, "goals").await;
    sim.switch(|switches| switches.inferred_groups = false);
    for path in [
        "goals",
        "programs",
        "access-groups",
        &format!("goals/{goal}"),
    ] {
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
            let answer = call(&sim, method, &format!("/v3/{path}")).await;
            assert_eq!(
                (answer.status, answer.text(), answer.header("allow")),
                (404, r#"{"message":"Not Found."}"#, None),
                "{method} {path}"
            );
            let arrived = sim.requests().pop().unwrap();
            assert_eq!(arrived.behaviour, Some("unknown-path"));
        }
    }
    for path in ["users", "programs/90092/participants"] {
        assert_eq!(get(&sim, &format!("/v3/{path}")).await.status, 200);
    }
}

#[tokio::test]
async fn open_groups_ask_for_the_token_too() {
    let sim = Simulator::start().await.unwrap();
    let asked = crate::client::authorized("/v3/goals", "nobody-s-token");
    assert_eq!(crate::client::send(&sim, asked).await.status, 401);
}
