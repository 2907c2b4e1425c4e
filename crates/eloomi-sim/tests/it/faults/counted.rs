//! Which requests a fault meets, and who is told.

use eloomi_sim::{Canned, Fault, Matcher, Simulator, behaviours, fault_names};

use super::{PAGES, ask, statuses, token_answer, with};
use crate::client::{authorized, send, try_send, within};

#[tokio::test]
async fn the_first_requests_pass_if_it_says_so() {
    let (sim, token) = with("status=500,after=1,times=1@/v3/users").await;
    let answers = ask(&sim, &token, &["/v3/users"; 3]).await;
    assert_eq!(statuses(&answers), [200, 500, 200]);
}

#[tokio::test]
async fn a_fault_from_the_start_meets_the_first_request() {
    let fault = "oauth-error=invalid_client@*".parse().unwrap();
    let sim = Simulator::builder().fault(fault).start().await.unwrap();
    assert_eq!(token_answer(&sim).await.status, 400);
}

#[tokio::test]
async fn faults_on_the_same_request_add_up() {
    let (sim, token) = with("latency=40@/v3/**").await;
    for fault in [
        "status=503@/v3/users",
        "status=500@/v3/users",
        "date-skew=5@*",
    ] {
        sim.fault(fault.parse().unwrap());
    }
    assert_eq!(
        send(&sim, authorized("/v3/users", &token)).await.status,
        503
    );
    let met = &sim.requests()[1].faults;
    assert_eq!(met, &["fault-status", "fault-latency", "fault-date-skew"]);
}

#[tokio::test]
async fn a_scripted_answer_comes_before_a_fault() {
    let (sim, token) = with("status=503,times=1@/v3/users").await;
    sim.answer_next(Matcher::path("/v3/users"), Canned::new(418));
    let answers = ask(&sim, &token, &["/v3/users"; 2]).await;
    assert_eq!(statuses(&answers), [418, 503]);
}

#[tokio::test]
async fn the_journal_tells_which_fault_met_a_request() {
    let (sim, token) = with("status=503,times=1@/v3/users").await;
    ask(&sim, &token, &["/v3/users"; 2]).await;
    let told: Vec<_> = sim
        .requests()
        .into_iter()
        .map(|one| (one.behaviour, one.faults))
        .collect();
    assert_eq!(told[1], (Some("fault-status"), vec!["fault-status"]));
    assert_eq!(told[2], (Some("list-users"), vec![]));
}

#[tokio::test]
async fn the_journal_tells_of_a_fault_without_an_answer() {
    let (sim, token) = with("lost-answer,times=1@/v3/users").await;
    let lost = within(try_send(&sim, authorized("/v3/users", &token))).await;
    assert!(lost.is_err());
    assert_eq!(sim.requests()[1].faults, ["fault-lost-answer"]);
}

#[tokio::test]
async fn a_fault_that_has_not_met_its_requests_is_unmet() {
    let (sim, token) = with("status=503,times=2@/v3/users").await;
    let unmet = || sim.unmet_faults().len();
    let before = unmet();
    ask(&sim, &token, &["/v3/users"]).await;
    let between = unmet();
    ask(&sim, &token, &["/v3/users"]).await;
    assert_eq!((before, between, unmet()), (1, 1, 0));
}

#[tokio::test]
async fn a_fault_without_a_number_is_unmet_until_it_happens() {
    let (sim, token) = with("page-repeats@/v3/users").await;
    ask(&sim, &token, &PAGES[..1]).await;
    let before = sim.unmet_faults();
    ask(&sim, &token, &PAGES[1..2]).await;
    assert_eq!(before, ["page-repeats@/v3/users".parse::<Fault>().unwrap()]);
    assert_eq!(sim.unmet_faults(), []);
}

#[tokio::test]
async fn a_fault_that_finds_nothing_to_change_is_unmet() {
    let (sim, token) = with("short-page=1:99@/v3/users").await;
    ask(&sim, &token, &PAGES[..1]).await;
    assert_eq!(sim.unmet_faults().len(), 1);
    assert!(sim.requests()[1].faults.is_empty());
}

#[test]
fn every_name_has_a_row_of_its_own_in_the_table() {
    for name in fault_names() {
        let row = name.behaviour();
        assert!(behaviours().contains(&row), "{}", name.name);
        assert!(
            row.does.starts_with(&format!("`{}`", name.name)),
            "{}",
            name.name
        );
    }
}
