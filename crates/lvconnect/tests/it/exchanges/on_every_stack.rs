//! What the client makes of each exchange, on every stack and in memory.

use std::{
    fmt::Write as _,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use eloomi_core::Transport;
use eloomi_replay::{ExchangeFile, Repeats, ReplayServer, Replayer};
use serde_json::Value;

use super::{asked, desk::Desk, recorded, seen::Outcome};
use crate::stacks;

#[tokio::test]
async fn on_hyper() {
    over_a_socket(&stacks::hyper()).await;
}

#[tokio::test]
async fn on_reqwest() {
    over_a_socket(&stacks::reqwest()).await;
}

#[tokio::test]
async fn on_tower() {
    over_a_socket(&stacks::tower()).await;
}

#[tokio::test]
async fn without_a_stack() {
    each(async |file| {
        let replayer = Arc::new(replayer(file));
        let transport: Arc<dyn Transport> = Arc::clone(&replayer) as _;
        let (how, outcome) =
            asked(file, &replayer, &transport, "https://staff.example.com").await?;
        same_as_ever(file, how, &outcome)
    })
    .await;
}

/// All that an answer says is in what the client makes of it: in the value with its extra fields, or
/// in the body of the refusal. Tokens are for the client alone, and a page of HTML is none of the
/// service's answers.
#[tokio::test]
async fn nothing_of_an_answer_is_lost() {
    let mut compared = 0;
    for file in recorded::all() {
        let replayer = Arc::new(replayer(&file));
        let transport: Arc<dyn Transport> = Arc::clone(&replayer) as _;
        let (_, outcome) = asked(&file, &replayer, &transport, "https://staff.example.com")
            .await
            .unwrap();
        let response = &file.exchange.response;
        let Some(json) = response.body.as_json() else {
            continue;
        };
        if file.exchange.front.operation == "createToken" {
            continue;
        }
        let answered: Value = serde_json::from_str(json.as_str()).unwrap();
        let (kept, answered) = (outcome.kept.map(full), full(answered));
        assert_eq!(kept, Some(answered), "{}", file.name);
        compared += 1;
    }
    assert!(compared > 160, "only {compared} answers were compared");
}

/// The same without empty lists, which are as good as absent.
fn full(json: Value) -> Value {
    match json {
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, value)| (name, full(value)));
            members
                .filter(|(_, value)| value.as_array().is_none_or(|list| !list.is_empty()))
                .collect()
        }
        Value::Array(items) => items.into_iter().map(full).collect(),
        other => other,
    }
}

/// Most recorded requests are those of a type; the others are what the types do not let through.
#[test]
fn every_typed_request_belongs_to_a_file() {
    let files = recorded::all();
    let numbers: Vec<_> = files.iter().map(|file| &file.name[..3]).collect();
    assert_eq!(numbers.len(), 211);
    let mut typed: Vec<_> = asked::REQUESTS.iter().map(|(number, _)| *number).collect();
    typed.dedup();
    assert_eq!(typed.len(), asked::REQUESTS.len());
    assert!(typed.is_sorted());
    let strangers: Vec<_> = typed.iter().filter(|it| !numbers.contains(it)).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

fn replayer(file: &ExchangeFile) -> Replayer {
    let mut file = file.clone();
    file.exchange.front.repeat = Repeats::Last;
    Replayer::new([file])
}

async fn over_a_socket(transport: &Arc<dyn Transport>) {
    each(async |file| {
        let replayer = Arc::new(replayer(file));
        let server = ReplayServer::start(Arc::clone(&replayer)).await.unwrap();
        let (how, outcome) = asked(file, &replayer, transport, server.base_url()).await?;
        same_as_ever(file, how, &outcome)
    })
    .await;
}

/// Sends the request, typed if there is one, and sees that what left is what was recorded.
async fn asked(
    file: &ExchangeFile,
    replayer: &Replayer,
    transport: &Arc<dyn Transport>,
    base_url: &str,
) -> Result<(&'static str, Outcome), String> {
    let desk = Desk::new(transport, base_url);
    let (how, outcome) = match asked::of(&file.name) {
        Some(ask) => ("typed", ask(&desk).await),
        None => ("as recorded", desk.send_as_recorded(&file.exchange).await),
    };
    match replayer.finish() {
        Ok(()) => Ok((how, outcome)),
        Err(unfinished) => Err(format!("another request was sent: {unfinished}")),
    }
}

/// Compares with the snapshot that is named after the file.
fn same_as_ever(file: &ExchangeFile, how: &str, outcome: &Outcome) -> Result<(), String> {
    let exchange = &file.exchange;
    let (method, target) = (exchange.request.method(), exchange.request.target());
    let mut target = target.to_string();
    if target.len() > 200 {
        target.truncate(200);
        target.push('…');
    }
    let status = exchange.response.status.as_u16();
    let text = format!("{method} {target}, {how} → {status}\n\n{}", outcome.text);
    let compared = catch_unwind(AssertUnwindSafe(|| {
        insta::with_settings!({
            description => &file.name,
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(file.name.trim_end_matches(".exchange"), text);
        });
    }));
    compared.map_err(|_| "its snapshot differs, as shown above".to_owned())
}

/// Looks at each exchange, and fails with all that are wrong.
async fn each(check: impl AsyncFn(&ExchangeFile) -> Result<(), String>) {
    let mut report = String::new();
    for file in &recorded::all() {
        if let Err(why) = check(file).await {
            let _ = writeln!(report, "{}: {why}", file.name);
        }
    }
    assert!(report.is_empty(), "{report}");
}
