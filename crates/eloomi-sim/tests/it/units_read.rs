//! Units, listed and one by one.

use eloomi_sim::{PastEnd, Simulator};
use serde_json::json;

use crate::client::{get, known_unit, write};

#[tokio::test]
async fn all_units_come_in_one_answer_whatever_page_is_asked_for() {
    let sim = Simulator::start().await.unwrap();
    let all: Vec<u64> = (4001..=4012).collect();
    for query in ["", "?page=2&per_page=5", "?per_page=0", "?page=x"] {
        let answer = get(&sim, &format!("/v3/units{query}")).await;
        assert_eq!((answer.status, answer.ids()), (200, all.clone()), "{query}");
    }
}

#[tokio::test]
async fn units_come_in_pages_when_told_to() {
    let sim = Simulator::start().await.unwrap();
    sim.switch(|switches| switches.units_paged = true);
    let ids = get(&sim, "/v3/units?page=3&per_page=5").await.ids();
    assert_eq!(ids, [4011, 4012]);
    assert_eq!(get(&sim, "/v3/units?per_page=0").await.status, 400);
    sim.past_end(PastEnd::NoContent);
    assert_eq!(get(&sim, "/v3/units?page=4&per_page=5").await.status, 204);
}

#[tokio::test]
async fn a_list_of_no_units_is_an_empty_list() {
    let sim = Simulator::start().await.unwrap();
    sim.past_end(PastEnd::NoContent);
    for id in 4001..=4012 {
        let deleted = write(&sim, "DELETE", &format!("/v3/units/{id}"), "").await;
        assert_eq!(deleted.status, 200);
    }
    let answer = get(&sim, "/v3/units").await;
    assert_eq!((answer.status, answer.ids()), (200, vec![]));
}

#[tokio::test]
async fn a_unit_shows_the_members_in_the_order_of_the_reference() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    let person = json!({"email": "ada@example.com", "department_id": [4005]});
    write(&sim, "POST", "/v3/users", &person.to_string()).await;
    let answer = get(&sim, "/v3/units/4005").await;
    assert!(answer.text().ends_with(
        r#""data":{"id":4005,"name":"Sales \"North\"","code":"DEP105","parent_id":4004,"users":[80001],"leaders":[],"access_groups":[{"id":24,"name":"No special access"}]}}"#
    ));
}

#[tokio::test]
async fn units_of_the_start_have_a_name_and_nearly_all_a_leader() {
    let sim = Simulator::start().await.unwrap();
    let units: Vec<_> = (4001..=4012).map(|id| known_unit(&sim, id)).collect();
    assert!(units.iter().all(|unit| unit["name"] != ""));
    let led = units.iter().filter(|unit| unit["leaders"] != json!([]));
    assert_eq!(led.count(), 11);
    assert_eq!(units[3]["leaders"].as_array().unwrap().len(), 2);
    let leader = &units[0]["leaders"][0];
    assert_eq!(leader.as_u64(), Some(sim.people()[0].id));
}

#[tokio::test]
async fn more_people_are_no_other_leaders() {
    let few = Simulator::builder().people(60).start().await.unwrap();
    let many = Simulator::builder().people(600).start().await.unwrap();
    for id in 4001..=4012 {
        assert_eq!(
            known_unit(&few, id)["leaders"],
            known_unit(&many, id)["leaders"]
        );
    }
}

#[tokio::test]
async fn members_are_those_whose_department_it_is() {
    let sim = Simulator::start().await.unwrap();
    let units = get(&sim, "/v3/units").await.json();
    let people = get(&sim, "/v3/users").await.json();
    for unit in units["data"].as_array().unwrap() {
        let is_in = |person: &&serde_json::Value| {
            let units = person["department_id"].as_array();
            units.is_some_and(|units| units.contains(&unit["id"]))
        };
        let people = people["data"].as_array().unwrap().iter().filter(is_in);
        let ids: Vec<_> = people.map(|person| person["id"].clone()).collect();
        assert_eq!(unit["users"], json!(ids), "{}", unit["id"]);
    }
}

#[tokio::test]
async fn a_code_leads_to_its_unit_exactly() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/units-code/DEP103").await;
    assert_eq!(answer.json()["data"]["id"], 4003);
    for code in ["dep103", "DEP", "DEP103%20", "4003"] {
        let path = format!("/v3/units-code/{code}");
        assert_eq!(get(&sim, &path).await.status, 204, "{code}");
    }
}

#[tokio::test]
async fn a_unit_nobody_has_is_204() {
    let sim = Simulator::start().await.unwrap();
    for key in ["1", "0", "-4001", "DEP101", "99999999999999999999"] {
        let path = format!("/v3/units/{key}");
        assert_eq!(get(&sim, &path).await.status, 204, "{key}");
    }
}
