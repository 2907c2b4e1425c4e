use eloomi_sim::{PastEnd, Simulator};
use serde_json::{Value, json};

use crate::client::{call, get, known, write};

async fn team(sim: &Simulator, id: u64) -> Value {
    get(sim, &format!("/v3/teams/{id}")).await.json()["data"].clone()
}

#[tokio::test]
async fn the_nine_teams_are_listed_in_the_envelope() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/teams").await;
    let begin = r#"{"status":"OK","status_code":200,"message":null,"extended_message":"Showing the teams.","data":[{"id":701,"name":"First week","description":"Everybody who starts this month","users":["#;
    assert!(answer.text().starts_with(begin), "{}", answer.text());
    assert_eq!(answer.ids(), (701..=709).collect::<Vec<_>>());
}

#[tokio::test]
async fn every_team_has_a_name_of_its_own() {
    let sim = Simulator::start().await.unwrap();
    let teams = get(&sim, "/v3/teams").await.json();
    let mut names: Vec<_> = teams["data"].as_array().unwrap().iter().collect();
    names.sort_by_key(|team| team["name"].as_str().unwrap());
    names.dedup_by_key(|team| team["name"].as_str().unwrap());
    assert_eq!(names.len(), 9);
}

#[tokio::test]
async fn one_team_is_shown_as_it_is_listed() {
    let sim = Simulator::start().await.unwrap();
    let listed = get(&sim, "/v3/teams").await.json();
    assert_eq!(team(&sim, 703).await, listed["data"][2]);
}

#[tokio::test]
async fn members_of_a_team_are_the_people_who_name_it() {
    let sim = Simulator::start().await.unwrap();
    let mut seen = 0;
    for id in 701..=709 {
        let people = sim.people().into_iter().map(|person| person.id);
        let names_it = |person: &u64| {
            let teams = &known(&sim, *person)["team_id"];
            teams
                .as_array()
                .is_some_and(|teams| teams.contains(&json!(id)))
        };
        let expected: Vec<_> = people.filter(names_it).collect();
        seen += expected.len();
        assert_eq!(team(&sim, id).await["users"], json!(expected), "{id}");
    }
    assert!(seen > 30, "only {seen} memberships were compared");
}

#[tokio::test]
async fn leaders_attributes_and_descriptions_come_in_more_than_one_form() {
    let sim = Simulator::start().await.unwrap();
    let teams = get(&sim, "/v3/teams").await.json();
    let teams = teams["data"].as_array().unwrap();
    let any = |fits: fn(&Value) -> bool| teams.iter().any(fits);
    assert!(any(|team| team["leaders"] == json!([])));
    assert!(any(|team| team["leaders"] != json!([])));
    assert!(any(|team| team["custom_attributes"].is_object()));
    assert!(any(|team| team["custom_attributes"].is_null()));
    assert!(any(|team| team["description"].is_null()));
    assert!(any(|team| team["description"] == ""));
}

#[tokio::test]
async fn teams_without_people_have_no_members_and_no_leaders() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    for id in 701..=709 {
        let team = team(&sim, id).await;
        assert_eq!((&team["users"], &team["leaders"]), (&json!([]), &json!([])));
    }
}

#[tokio::test]
async fn whoever_is_put_into_a_team_by_their_own_path_is_shown_by_the_team() {
    let sim = Simulator::builder().people(0).start().await.unwrap();
    let body = r#"{"email":"new@example.com","employee_id":"E1","team_ids":[702]}"#;
    write(&sim, "POST", "/v3/users", body).await;
    call(&sim, "PUT", "/v3/users-employee_id/E1/teams/701").await;
    for id in [701, 702] {
        assert_eq!(team(&sim, id).await["users"], json!([80_001]), "{id}");
    }
}

#[tokio::test]
async fn a_deleted_user_is_neither_member_nor_leader() {
    let sim = Simulator::builder().people(1).start().await.unwrap();
    let body = r#"{"user_ids":[80001],"leader_ids":[80001]}"#;
    write(&sim, "PATCH", "/v3/teams/701", body).await;
    call(&sim, "DELETE", "/v3/users/80001").await;
    let team = team(&sim, 701).await;
    assert_eq!((&team["users"], &team["leaders"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn an_unknown_team_is_204() {
    let sim = Simulator::start().await.unwrap();
    for key in ["700", "x", "-1", "701x", "%ff", "18446744073709551616"] {
        let answer = get(&sim, &format!("/v3/teams/{key}")).await;
        assert_eq!((answer.status, answer.text()), (204, ""), "{key}");
    }
}

#[tokio::test]
async fn the_list_of_teams_has_pages() {
    let sim = Simulator::start().await.unwrap();
    let page = get(&sim, "/v3/teams?page=2&per_page=4").await;
    assert_eq!(page.ids(), [705, 706, 707, 708]);
    let past_end = get(&sim, "/v3/teams?page=4&per_page=4").await;
    assert!(past_end.ids().is_empty());
}

#[tokio::test]
async fn a_page_size_of_teams_that_is_none_is_400() {
    let sim = Simulator::start().await.unwrap();
    for size in ["0", "-1", "x", "1.5"] {
        let answer = get(&sim, &format!("/v3/teams?per_page={size}")).await;
        assert_eq!(answer.status, 400, "{size}");
    }
}

#[tokio::test]
async fn the_list_of_teams_can_be_one_that_ignores_pages() {
    let sim = Simulator::start().await.unwrap();
    sim.repeat_pages(true);
    let first = get(&sim, "/v3/teams?page=1&per_page=4").await.ids();
    assert_eq!(get(&sim, "/v3/teams?page=2&per_page=4").await.ids(), first);
}

#[tokio::test]
async fn a_page_of_teams_past_the_end_can_be_204() {
    let sim = Simulator::start().await.unwrap();
    sim.past_end(PastEnd::NoContent);
    assert_eq!(get(&sim, "/v3/teams?page=2&per_page=9").await.status, 204);
}

#[tokio::test]
async fn what_the_simulator_tells_of_a_team_begins_with_what_it_answers() {
    let sim = Simulator::start().await.unwrap();
    let told: Value = serde_json::from_str(&sim.team(701).unwrap()).unwrap();
    let shown = team(&sim, 701).await;
    for (name, value) in shown.as_object().unwrap() {
        assert_eq!(&told[name], value, "{name}");
    }
    assert_eq!(told["course_ids"], json!({}));
    assert_eq!(sim.team(700), None);
}
