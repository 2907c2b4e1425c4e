use eloomi_sim::Simulator;

use crate::client::get;

#[tokio::test]
async fn an_id_finds_its_person() {
    let sim = Simulator::start().await.unwrap();
    let id = sim.people()[4].id;
    let answer = get(&sim, &format!("/v3/users/{id}")).await;
    assert_eq!(answer.json()["data"]["id"], id);
}

#[tokio::test]
async fn the_person_is_the_one_in_the_list() {
    let sim = Simulator::start().await.unwrap();
    let list = get(&sim, "/v3/users?per_page=1").await.json();
    let id = sim.people()[0].id;
    let one = get(&sim, &format!("/v3/users/{id}")).await.json();
    assert_eq!(one["data"], list["data"][0]);
}

#[tokio::test]
async fn an_employee_id_with_a_blank_finds_its_person() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/users-employee_id/EX%20009").await;
    assert_eq!(answer.json()["data"]["employee_id"], "EX 009");
}

#[tokio::test]
async fn an_employee_id_beyond_ascii_finds_its_person() {
    let sim = Simulator::start().await.unwrap();
    let answer = get(&sim, "/v3/users-employee_id/%C3%980021").await;
    assert_eq!(answer.json()["data"]["employee_id"], "Ø0021");
}

#[tokio::test]
async fn an_address_finds_its_person_in_any_case() {
    let sim = Simulator::start().await.unwrap();
    let people = sim.people();
    let tagged = |email: &&str| email.contains('+');
    let email = people
        .iter()
        .filter_map(|one| one.email.as_deref())
        .find(tagged)
        .unwrap();
    let path = email.to_uppercase().replace('+', "%2B").replace('@', "%40");
    let answer = get(&sim, &format!("/v3/users-email/{path}")).await;
    assert_eq!(answer.json()["data"]["email"], email);
}

#[tokio::test]
async fn every_key_of_everybody_finds_somebody() {
    let sim = Simulator::builder()
        .people(25)
        .limit(0)
        .start()
        .await
        .unwrap();
    for one in sim.people() {
        let employee_id = one
            .employee_id
            .map(|key| format!("-employee_id/{}", encode(&key)));
        let email = one.email.map(|key| format!("-email/{}", encode(&key)));
        let id = Some(format!("/{}", one.id));
        for path in [id, employee_id, email].into_iter().flatten() {
            let answer = get(&sim, &format!("/v3/users{path}")).await;
            assert_eq!(answer.json()["data"]["id"], one.id, "{path}");
        }
    }
}

fn encode(key: &str) -> String {
    let encoded: Vec<_> = key.bytes().map(|byte| format!("%{byte:02X}")).collect();
    encoded.concat()
}

#[tokio::test]
async fn an_unknown_key_is_204_without_a_body() {
    let sim = Simulator::start().await.unwrap();
    for key in [
        "/1",
        "/x",
        "/99999999999999999999",
        "-employee_id/nobody",
        "-email/a%40b.invalid",
        "-email/%FF",
    ] {
        let answer = get(&sim, &format!("/v3/users{key}")).await;
        let told = (answer.status, answer.text(), answer.header("content-type"));
        assert_eq!(told, (204, "", None), "{key}");
    }
}

#[tokio::test]
async fn a_key_with_a_slash_cannot_be_reached() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(get(&sim, "/v3/users-employee_id/a%2fb").await.status, 404);
}
