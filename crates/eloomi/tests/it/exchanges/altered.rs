//! That the replay of an exchange notices a change: in each committed exchange, each thing
//! that may drift is changed in memory, and the replay must fail with a text that shows it.

use std::{fmt::Write as _, fs, path::Path};

use eloomi_replay::ExchangeFile;

use super::{
    alteration::{Alteration, Original},
    recorded,
    replayed::in_memory,
};

#[tokio::test]
async fn a_name_that_the_client_sends() {
    all_are_noticed(Original::sent_names, 100).await;
}

#[tokio::test]
async fn a_name_that_the_client_reads() {
    all_are_noticed(Original::read_names, 300).await;
}

#[tokio::test]
async fn a_header_that_the_client_sends() {
    all_are_noticed(Original::sent_headers, 400).await;
}

#[tokio::test]
async fn a_header_that_the_client_reads() {
    all_are_noticed(Original::read_headers, 100).await;
}

#[tokio::test]
async fn a_status() {
    all_are_noticed(Original::status, 100).await;
}

#[tokio::test]
async fn a_value_of_an_enum() {
    all_are_noticed(Original::enum_values, 20).await;
}

#[tokio::test]
async fn the_format_of_a_date() {
    all_are_noticed(Original::dates, 15).await;
}

/// Replays every exchange with each alteration; there are many, so a search that finds none
/// fails too.
async fn all_are_noticed(alterations: impl Fn(&Original) -> Vec<Alteration>, at_least: usize) {
    let (mut tried, mut unnoticed) = (0, String::new());
    for file in recorded::all() {
        // A new one has none yet, which is another test's failure.
        let Some(snapshot) = snapshot(&file.name) else {
            continue;
        };
        for Alteration { file, shows } in alterations(&Original::new(&file, snapshot.clone())) {
            tried += 1;
            let report = report(&file, &snapshot).await;
            if !report.contains(&shows) {
                let name = &file.name;
                let _ = writeln!(unnoticed, "{name}: nothing shows {shows}\n{report}");
            }
        }
    }
    assert!(tried >= at_least, "only {tried} things could be altered");
    assert!(unnoticed.is_empty(), "{unnoticed}");
}

/// How the replay fails, if it does: the client asks otherwise, or the snapshot differs.
async fn report(file: &ExchangeFile, snapshot: &str) -> String {
    match in_memory(file).await {
        Err(other_request) => other_request,
        Ok(seen) => difference(snapshot, &seen),
    }
}

/// The text of the committed snapshot, without its first line, which says what was replayed.
fn snapshot(file: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/exchanges/snapshots");
    let path = folder.join(file).with_extension("snap");
    let text = fs::read_to_string(path).ok()?;
    let (_, contents) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    Some(contents.to_owned())
}

/// The lines that are gone and those that came, from the first difference to the last;
/// nothing if there is none. The first line repeats the exchange and proves nothing.
fn difference(before: &str, now: &str) -> String {
    let lines = |text: &str| -> Vec<String> {
        let lines = text.trim_end().lines().skip(1);
        lines.map(str::to_owned).collect()
    };
    let (before, now) = (lines(before), lines(now));
    let same = |pairs: &mut dyn Iterator<Item = (&String, &String)>| {
        pairs.take_while(|(before, now)| before == now).count()
    };
    let start = same(&mut before.iter().zip(&now));
    let rest = (&before[start..], &now[start..]);
    let end = same(&mut rest.0.iter().rev().zip(rest.1.iter().rev()));
    let gone = rest.0[..rest.0.len() - end].iter();
    let came = rest.1[..rest.1.len() - end].iter();
    let gone = gone.map(|line| format!("-{line}\n"));
    gone.chain(came.map(|line| format!("+{line}\n"))).collect()
}

#[test]
fn what_did_not_change_is_no_difference() {
    let text = "GET /\n\na\nb\nc\n";
    assert_eq!(difference(text, text), "");
    assert_eq!(difference(text, "GET /\n\na\nd\nc\n"), "-b\n+d\n");
    assert_eq!(difference(text, "GET /\n\na\nb\nb\nc\n"), "+b\n");
}
