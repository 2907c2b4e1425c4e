//! Pages that do not end, repeat, move or are short.

use eloomi_sim::Simulator;

use super::{NEWCOMER, PAGES, ask, with};
use crate::client::write;

/// Who is on the four pages, by the place among everybody; ids of nobody stay.
async fn pages(fault: &str) -> (Simulator, Vec<Vec<u64>>) {
    let (sim, token) = with(fault).await;
    let before = sim.people();
    let place = |id: u64| {
        let place = before.iter().position(|one| one.id == id);
        place.map_or(id, |place| place as u64)
    };
    let answers = ask(&sim, &token, &PAGES).await;
    let pages = answers
        .iter()
        .map(|answer| answer.ids().into_iter().map(place).collect());
    let pages = pages.collect();
    (sim, pages)
}

fn places(range: std::ops::Range<u64>) -> Vec<u64> {
    range.collect()
}

#[tokio::test]
async fn pages_never_end_and_no_id_comes_twice() {
    let (_sim, pages) = pages("page-never-ends@GET /v3/users").await;
    assert_eq!(pages[2], places(40..60));
    assert_eq!(pages[3].len(), 20);
    let mut all = pages.concat();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 80);
}

#[tokio::test]
async fn pages_repeat_the_first() {
    let (_sim, pages) = pages("page-repeats@/v3/users").await;
    assert_eq!(pages, [(); 4].map(|()| places(0..20)));
}

#[tokio::test]
async fn somebody_deleted_between_pages_costs_the_walk_another() {
    let (sim, pages) = pages("items-shift=delete,times=1@GET /v3/users").await;
    assert_eq!(
        pages,
        [places(0..20), places(21..41), places(41..60), vec![]]
    );
    assert_eq!(sim.people().len(), 59);
}

#[tokio::test]
async fn somebody_inserted_between_pages_shows_another_twice() {
    let (sim, pages) = pages("items-shift=insert,times=1@GET /v3/users").await;
    assert_eq!(
        pages,
        [
            places(0..20),
            places(19..39),
            places(39..59),
            places(59..60)
        ]
    );
    assert_eq!(sim.people()[0].id, 80000);
}

#[tokio::test]
async fn a_person_created_after_an_insert_gets_a_new_id() {
    let (sim, _) = pages("items-shift=insert,times=1@GET /v3/users").await;
    let next = sim.people().last().unwrap().id + 1;
    let created = write(&sim, "POST", "/v3/users", NEWCOMER).await;
    assert_eq!(created.json()["data"]["id"], next);
}

#[tokio::test]
async fn a_page_in_the_middle_is_short() {
    let (_sim, pages) = pages("short-page=2:3@GET /v3/users").await;
    assert_eq!(
        pages,
        [places(0..20), places(20..23), places(40..60), vec![]]
    );
}

#[tokio::test]
async fn a_page_in_the_middle_is_empty() {
    let (_sim, pages) = pages("empty-page=2@GET /v3/users").await;
    assert_eq!(pages, [places(0..20), vec![], places(40..60), vec![]]);
}

#[tokio::test]
async fn page_sizes_are_capped_without_a_word() {
    let (sim, token) = with("caps-page-size=7@GET /v3/users").await;
    let paths = [
        "/v3/users?per_page=1000000000",
        "/v3/users",
        "/v3/users?per_page=5",
    ];
    let answers = ask(&sim, &token, &paths).await;
    let sizes: Vec<_> = answers.iter().map(|answer| answer.ids().len()).collect();
    assert_eq!(sizes, [7, 7, 5]);
}
