//! Exports for spreadsheets.

use eloomi_sim::{Canned, Matcher, Simulator};

use crate::eloomi::{Eloomi, Ran};

async fn get(data: &str, flags: &str) -> Ran {
    let sim = Simulator::start().await.unwrap();
    let body = format!(r#"{{"status_code":200,"data":{data}}}"#);
    sim.answer_next(Matcher::path("/v3/users/1"), Canned::json(200, body));
    Eloomi::at(&sim, &format!("users get 1 --format csv {flags}")).run()
}

/// The cell of a field, read back.
fn cell(ran: &Ran, field: &str) -> String {
    let mut reader = csv::Reader::from_reader(ran.stdout.as_bytes());
    let names = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let index = names.iter().position(|name| name == field).unwrap();
    row[index].to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_formula_is_neutralised_and_that_is_told() {
    let ran = get(r#"{"id":1,"title":"=HYPERLINK(0)"}"#, "").await;
    assert_eq!(cell(&ran, "title"), "'=HYPERLINK(0)");
    assert!(ran.stderr.contains("--csv-exact"), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exact_export_leaves_a_formula() {
    let ran = get(r#"{"id":1,"title":"=HYPERLINK(0)"}"#, "--csv-exact").await;
    assert_eq!(cell(&ran, "title"), "=HYPERLINK(0)");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_joined() {
    let ran = get(r#"{"id":1,"department_id":[7,12]}"#, "").await;
    assert_eq!(cell(&ran, "department_id"), "7;12");
}

#[tokio::test(flavor = "multi_thread")]
async fn quotes_commas_and_line_ends_survive() {
    let ran = get(r#"{"id":1,"title":"a \"b\",\nc"}"#, "").await;
    assert_eq!(cell(&ran, "title"), "a \"b\",\nc");
}

#[tokio::test(flavor = "multi_thread")]
async fn both_spellings_of_a_field_share_its_column() {
    let ran = get(r#"{"id":1,"mobile":"555-0100"}"#, "").await;
    assert_eq!(cell(&ran, "mobile_phone"), "555-0100");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_without_a_column_is_told_of() {
    let ran = get(r#"{"id":1,"a_field_of_tomorrow":1}"#, "").await;
    assert!(
        ran.stderr.contains("1 value of a field that has no column"),
        "{ran}"
    );
}
