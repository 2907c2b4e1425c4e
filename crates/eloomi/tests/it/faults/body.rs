//! Faults of the body of an answer, once it is there whole: F51 to F66.

mod counted;

use std::{error::Error as _, sync::Arc};

use eloomi::{
    Client, Error, GetUser, RawList,
    model::User,
    wire::{DateTimeText, DecodeError},
};
use eloomi_sim::{FaultScript, FaultServer};

use self::counted::Counted;
use super::driver::{
    Ask, Knobs, Served, Shown, Wiring, ask, by_the_table_asking, client, same_on_every_stack,
};

by_the_table! {
    f51_html_with_200(get);
    f52_html_with_502(get, post);
    f53_json_under_another_type(get);
    f54_no_content(get, delete);
    f56_envelope_disagrees_with_status(get);
}

/// Rows whose cases stand in the table, and which show why an answer is not understood.
macro_rules! with_causes {
    ($($name:ident)+) => { by_hand! { $(
        $name(get) |axis| {
            by_the_table_asking(stringify!($name), &axis, async |client, asked, seen| {
                let outcome = ask(client, asked).await;
                seen.outcome(&outcome);
                because(&outcome, seen);
            })
            .await;
        }
    )+ } };
}

with_causes! {
    f55_success_without_a_value
    f57_duplicate_keys
    f58_byte_order_mark
    f59_invalid_utf_8
    f61_deep_json
    f66_bytes_after_json
}

by_hand! {
    f60_odd_characters_in_names(get) |axis| {
        by_the_table_asking("f60_odd_characters_in_names", &axis, async |client, asked, seen| {
            person(client, asked, seen, |user| {
                let name = user.first_name.as_deref().unwrap();
                assert!(!format!("{user:?}").contains(name), "Debug shows a name");
                format!("{name:?}, and Debug is {user:?}")
            })
            .await;
        })
        .await;
    }

    f62_odd_numbers(get) |axis| {
        by_the_table_asking("f62_odd_numbers", &axis, async |client, asked, seen| {
            person(client, asked, seen, written).await;
        })
        .await;
    }

    f63_model_drift(get) |axis| {
        by_the_table_asking("f63_model_drift", &axis, async |client, asked, seen| {
            person(client, asked, seen, written).await;
        })
        .await;
    }

    f64_impossible_dates(get) |axis| {
        by_the_table_asking("f64_impossible_dates", &axis, async |client, asked, seen| {
            person(client, asked, seen, |user| {
                let start = user.start_of_employment_at.as_ref();
                #[cfg(feature = "jiff")]
                {
                    let moment = start.map(DateTimeText::date_time);
                    assert!(!matches!(moment, Some(Ok(Some(_)))), "{start:?} is no date");
                    let day = user.birthday.as_ref().map(eloomi::wire::DateText::date);
                    assert!(!matches!(day, Some(Ok(Some(_)))), "a birthday that is none");
                }
                let is_unset = start.map(DateTimeText::is_unset);
                format!("{}, unset {is_unset:?}", written(user))
            })
            .await;
        })
        .await;
    }

    f65_million_items_in_one_page() |axis| {
        let mut seen = Shown::new();
        seen.case(Some("read whole"));
        let knobs = Knobs { max_body: Some(1 << 20), ..Knobs::default() };
        let whole = Served::start(one_page(), &axis, &knobs).await;
        let page = whole.client.send(RawList::new("/v3/goals")).await;
        seen.outcome(&page.map(|page| format!("{} items", page.items.len())));
        whole.shown(&mut seen).await;

        seen.case(Some("streamed"));
        let server = FaultServer::start(one_page()).await.unwrap();
        let stack = Counted::new(Wiring::default().transport(axis.stack));
        let client = client(&server.base_url(), Arc::new(stack.clone()), &knobs);
        let mut items = client.stream(RawList::new("/v3/goals"));
        let (mut given, mut most_held) = (0, 0);
        while let Some(item) = items.next().await {
            given += item.unwrap().as_str().len() + 1;
            most_held = most_held.max(stack.taken().saturating_sub(given));
        }
        assert!(most_held < 1 << 20, "{most_held} bytes were held at once");
        drop((items, stack));
        seen.line(format_args!("{} items", given / (ITEM.len() + 1)));
        Served { server, client }.shown(&mut seen).await;
        same_on_every_stack("f65_million_items_in_one_page", &axis, &seen);
    }
}

/// Asks, and shows a person in this way.
async fn person(client: &Client, asked: Ask, seen: &mut Shown, show: impl Fn(&User) -> String) {
    let outcome = match asked {
        Ask::Get(id) => client.send(GetUser::new(id)).await.map(|user| show(&user)),
        other => ask(client, other).await,
    };
    seen.outcome(&outcome);
    because(&outcome, seen);
}

/// What is wrong with an answer and where; it is the same on every stack, other causes are not.
fn because(outcome: &Result<String, Error>, seen: &mut Shown) {
    let cause = outcome.as_ref().err().and_then(|error| error.source());
    if let Some(cause) = cause.and_then(|cause| cause.downcast_ref::<DecodeError>()) {
        seen.line(format_args!("  because: {cause}"));
    }
}

/// All that is kept of a person, as it would be written.
fn written(user: &User) -> String {
    serde_json::to_string(user).unwrap()
}

/// An item of the large page.
const ITEM: &str = r#"{"id":1,"name":"one of very many"}"#;

/// How many there are: a fifth of a million, because a debug build reads a million in seconds.
const ITEMS: usize = 200_000;

/// A page of them, and one without.
fn one_page() -> FaultScript {
    let (before, after) = (r#"{"status_code":200,"data":["#, "]}");
    let length = before.len() + ITEMS * (ITEM.len() + 1) - 1 + after.len();
    let script = format!(
        r#"
        connections = [["read", {{ repeat = {{
            before = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{{\"status_code\":200,\"data\":[",
            text = '{ITEM},', times = {}, after = '{ITEM}{after}' }} }},
            "read", {{ json = '{before}{after}' }}, "expect_eof"]]
        "#,
        ITEMS - 1
    );
    toml::from_str(&script).unwrap()
}
