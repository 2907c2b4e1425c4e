use std::collections::HashSet;

use eloomi_sim::{PersonState, Simulator};
use serde_json::Value;

use crate::client::get;

async fn everybody(sim: &Simulator) -> Vec<Value> {
    get(sim, "/v3/users").await.json()["data"]
        .as_array()
        .unwrap()
        .clone()
}

#[tokio::test]
async fn the_first_people_of_a_seed_stay_the_same() {
    let sim = Simulator::builder().seed(7).start().await.unwrap();
    let answer = get(&sim, "/v3/users?per_page=6").await;
    // One member a line, so that a change shows.
    let lines = answer
        .text()
        .replace(",\"", ",\n\"")
        .replace("},{", "},\n{");
    insta::assert_snapshot!(lines);
}

#[tokio::test]
async fn the_secret_of_a_seed_stays_the_same() {
    let sim = Simulator::builder().seed(7).start().await.unwrap();
    insta::assert_snapshot!(sim.client_secret());
}

#[tokio::test]
async fn more_people_begin_with_the_same_ones() {
    let few = Simulator::builder().people(10).start().await.unwrap();
    let many = Simulator::builder().people(40).start().await.unwrap();
    assert_eq!(everybody(&few).await, everybody(&many).await[..10]);
}

#[tokio::test]
async fn another_seed_makes_other_people() {
    let one = Simulator::builder().seed(1).start().await.unwrap();
    let other = Simulator::builder().seed(2).start().await.unwrap();
    assert_ne!(everybody(&one).await, everybody(&other).await);
}

#[tokio::test]
async fn ids_ascend_with_gaps() {
    let sim = Simulator::start().await.unwrap();
    let ids: Vec<_> = sim.people().iter().map(|one| one.id).collect();
    let steps: HashSet<_> = ids.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(
        steps.contains(&1) && steps.len() > 2 && !steps.contains(&0),
        "{steps:?}"
    );
}

#[tokio::test]
async fn addresses_are_unique_and_lead_nowhere() {
    let sim = Simulator::builder().people(2000).start().await.unwrap();
    let mut seen = HashSet::new();
    for email in sim.people().into_iter().filter_map(|one| one.email) {
        let email = email.to_lowercase();
        let nowhere = ["@example.com", "@example.org", ".invalid"];
        assert!(nowhere.iter().any(|end| email.ends_with(end)), "{email}");
        assert!(seen.insert(email));
    }
}

#[tokio::test]
async fn employee_ids_are_unique() {
    let sim = Simulator::builder().people(2000).start().await.unwrap();
    let mut seen = HashSet::new();
    let ids = sim.people().into_iter().filter_map(|one| one.employee_id);
    assert!(ids.into_iter().all(|id| seen.insert(id)));
}

#[tokio::test]
async fn managers_are_people_of_the_list() {
    let sim = Simulator::builder().people(200).start().await.unwrap();
    let known: HashSet<_> = sim.people().iter().map(|one| one.id).collect();
    for person in everybody(&sim).await {
        let managers = person["direct_manager_ids"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        assert!(
            managers
                .iter()
                .all(|id| known.contains(&id.as_u64().unwrap()))
        );
    }
}

#[tokio::test]
async fn only_the_pending_were_never_activated() {
    let sim = Simulator::start().await.unwrap();
    for (person, keys) in everybody(&sim).await.iter().zip(sim.people()) {
        let never = person["activated_at"].is_null();
        assert_eq!(never, keys.state == PersonState::Pending);
    }
}

#[tokio::test]
async fn leavers_have_an_end_after_their_start() {
    let sim = Simulator::builder().people(400).start().await.unwrap();
    for (person, keys) in everybody(&sim).await.iter().zip(sim.people()) {
        if keys.state == PersonState::Inactive {
            let start = person["start_of_employment_at"].as_str().unwrap();
            assert!(person["end_of_employment_at"].as_str().unwrap() > start);
        }
    }
}

/// The kinds of value that a field takes among many people.
async fn forms(field: &str) -> HashSet<&'static str> {
    let sim = Simulator::builder().people(200).start().await.unwrap();
    let form = |person: &Value| match &person[field] {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(text) if text.is_empty() => "empty text",
        Value::String(_) => "text",
        Value::Array(list) if list.is_empty() => "empty list",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    everybody(&sim).await.iter().map(form).collect()
}

#[tokio::test]
async fn unset_text_is_null_or_empty() {
    for field in [
        "last_name",
        "title",
        "phone",
        "country",
        "location",
        "legal",
        "initials",
    ] {
        let expected = HashSet::from(["text", "empty text", "null"]);
        assert_eq!(forms(field).await, expected, "{field}");
    }
}

#[tokio::test]
async fn levels_are_numbers_text_or_null() {
    assert_eq!(
        forms("level").await,
        HashSet::from(["number", "text", "null"])
    );
}

#[tokio::test]
async fn lists_of_ids_are_lists_or_null() {
    for field in ["department_id", "team_id", "direct_manager_ids"] {
        let expected = HashSet::from(["list", "empty list", "null"]);
        assert_eq!(forms(field).await, expected, "{field}");
    }
}

#[tokio::test]
async fn attributes_are_an_object_an_empty_list_or_null() {
    let expected = HashSet::from(["object", "empty list", "null"]);
    assert_eq!(forms("custom_attributes").await, expected);
}
