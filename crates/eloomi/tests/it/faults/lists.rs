//! Faults of lists, of what the caller gives, and of writes: F120 to F134.

use eloomi::{
    Client, DeleteUser, Error, GetUser, ListUsers, OptionalExt as _, RawRequest, UpdateUser,
    UserKey, http::Method,
};
use eloomi_sim::Simulator;

use super::driver::{Axis, Knobs, Shown, Simulated, pause, same_on_every_stack};

by_the_table! {
    f126_pages_without_end();
    f127_page_repeated();
    f128_items_shift_between_pages();
    f129_short_page_in_the_middle();
    f134_success_that_could_not(post);
}

/// A simulator without faults, and a client of it.
async fn sound(axis: &Axis) -> Simulated {
    Simulated::start(&[], axis, &Knobs::default()).await
}

/// What becomes of a delete of the person whom the company knows by this id.
async fn deleted(client: &Client, id: &str) -> Result<String, Error> {
    let gone = client.send(DeleteUser::new(UserKey::employee_id(id))).await;
    let gone = gone.map(|()| "deleted".to_owned()).optional()?;
    Ok(gone.unwrap_or_else(|| "nobody".to_owned()))
}

/// Deletes by each of these ids; nobody may be gone.
async fn each_deleted(name: &'static str, axis: &Axis, ids: &[&str]) {
    let mut seen = Shown::new();
    let simulated = sound(axis).await;
    let people = simulated.sim.people().len();
    for id in ids {
        seen.case(Some(&format!("{id:?}")));
        seen.outcome(&deleted(&simulated.client, id).await);
    }
    assert_eq!(simulated.sim.people().len(), people, "somebody is gone");
    simulated.shown(&mut seen);
    same_on_every_stack(name, axis, &seen);
}

by_hand! {
    f120_dot_segments() |axis| {
        each_deleted("f120_dot_segments", &axis, &["", ".", ".."]).await;
    }

    f121_encoded_dot_segments() |axis| {
        each_deleted("f121_encoded_dot_segments", &axis, &["%2e", "%2e%2e", "%2E."]).await;
    }

    f122_delimiters_in_ids() |axis| {
        let ids = ["../units/6", "a/b", "a?mode=active", "a#b", "a%2fb", "a;b", "a\\b"];
        each_deleted("f122_delimiters_in_ids", &axis, &ids).await;
    }

    f123_control_characters_in_ids() |axis| {
        let ids = ["a\r\nX: y", "a\nb", "a\tb", "a\0b", "a\u{7f}b", "a\u{85}b"];
        each_deleted("f123_control_characters_in_ids", &axis, &ids).await;
    }

    f124_delimiters_in_query_values() |axis| {
        let values = ["a&mode=active", "a=b", "a+b", "a b", "a%20b", "a#b", "ø 🙂", "\"'<>"];
        let mut seen = Shown::new();
        let simulated = sound(&axis).await;
        for value in values {
            let asked = ListUsers::new().employee_id(value);
            let page = simulated.client.send(asked).await;
            seen.outcome(&page.map(|page| format!("{} people", page.items.len())));
            let request = simulated.sim.requests().pop().unwrap();
            let query = form_urlencoded::parse(request.query.as_bytes());
            let read: Vec<_> = query.into_owned().collect();
            let mode = ("mode".to_owned(), "all".to_owned());
            assert_eq!(read, [("employee_id".to_owned(), value.to_owned()), mode]);
        }
        simulated.shown(&mut seen);
        same_on_every_stack("f124_delimiters_in_query_values", &axis, &seen);
    }

    f125_link_to_another_host() |axis| {
        let mut seen = Shown::new();
        let (ours, elsewhere) = (sound(&axis).await, Simulator::start().await.unwrap());
        for target in [
            &format!("{}/v3/users/1", elsewhere.base_url()),
            "https://people.invalid/v3/users/1",
            "//people.invalid/v3/users/1",
            "@people.invalid/v3/users/1",
            "people.invalid",
        ] {
            let asked = ours.client.send(RawRequest::new(Method::GET, target)).await;
            seen.outcome(&asked.map(|_| "answered".to_owned()));
        }
        assert!(elsewhere.requests().is_empty(), "something went there");
        ours.shown(&mut seen);
        same_on_every_stack("f125_link_to_another_host", &axis, &seen);
    }

    f130_page_fails_in_the_middle() |axis| {
        let mut seen = Shown::new();
        // Twice three attempts, and then all is well.
        let faults = ["status=500,times=6@GET /v3/users?page=7".to_owned()];
        let simulated = Simulated::start(&faults, &axis, &Knobs::default()).await;
        let mut people = simulated.client.stream(ListUsers::new().per_page(3));
        let mut ids = Vec::new();
        loop {
            match people.next().await {
                Some(Ok(user)) => ids.push(user.id.number()),
                Some(Err(error)) => {
                    seen.line(format_args!("{} people, and then:", ids.len()));
                    seen.outcome(&Err(error));
                    assert!(people.next().await.is_none(), "the error comes once");
                    people.resume();
                }
                None => break,
            }
        }
        let all: Vec<u64> = simulated.sim.people().iter().map(|person| person.id).collect();
        assert_eq!(ids, all);
        simulated.shown(&mut seen);
        same_on_every_stack("f130_page_fails_in_the_middle", &axis, &seen);
    }

    f131_page_size_not_honoured() |axis| {
        let mut seen = Shown::new();
        let faults = ["caps-page-size=9@GET /v3/users".to_owned()];
        let simulated = Simulated::start(&faults, &axis, &Knobs::default()).await;
        for per_page in [0, 1_000_000_000] {
            seen.case(Some(&format!("{per_page} to a page")));
            let people = simulated.client.stream(ListUsers::new().per_page(per_page));
            let people = people.collect().await;
            seen.outcome(&people.map(|people| format!("{} people", people.len())));
        }
        simulated.shown(&mut seen);
        same_on_every_stack("f131_page_size_not_honoured", &axis, &seen);
    }

    f132_stream_dropped_early() |axis| {
        let mut seen = Shown::new();
        let simulated = sound(&axis).await;
        seen.case(Some("a caller who takes its time"));
        let mut people = simulated.client.stream(ListUsers::new().per_page(5));
        people.next().await.unwrap().unwrap();
        pause(100).await;
        assert_eq!(simulated.sim.requests().len(), 2, "the token, and one page");
        for _ in 0..5 {
            people.next().await.unwrap().unwrap();
        }
        pause(100).await;
        assert_eq!(simulated.sim.requests().len(), 3, "and the next");
        seen.case(Some("and drops the stream"));
        drop(people);
        pause(100).await;
        simulated.shown(&mut seen);
        same_on_every_stack("f132_stream_dropped_early", &axis, &seen);
    }

    f133_lost_update(patch) |axis| {
        let mut seen = Shown::new();
        let simulated = sound(&axis).await;
        let id = simulated.sim.people()[0].id;
        let other = Simulated::beside(&simulated.sim, &axis, &Knobs::default());
        let changed = |client: Client, change: UpdateUser| async move {
            client.send(change).await.map(|_| "changed".to_owned())
        };
        let one = changed(simulated.client.clone(), UpdateUser::new(id).first_name("Ada"));
        let another = changed(other.clone(), UpdateUser::new(id).title("Lead"));
        let (one, another) = tokio::join!(one, another);
        seen.outcome(&one);
        seen.outcome(&another);
        let user = simulated.client.send(GetUser::new(id)).await.unwrap();
        assert_eq!(user.first_name.as_deref(), Some("Ada"), "both changes are there");
        assert_eq!(user.title.as_deref(), Some("Lead"), "both changes are there");
        for (client, name) in [(&simulated.client, "First"), (&other, "Last")] {
            seen.outcome(&changed(client.clone(), UpdateUser::new(id).first_name(name)).await);
        }
        let user = simulated.client.send(GetUser::new(id)).await.unwrap();
        assert_eq!(user.first_name.as_deref(), Some("Last"), "the last one stays");
        for request in simulated.sim.requests().iter().filter(|r| r.method == "PATCH") {
            let fields: serde_json::Value = serde_json::from_str(request.body().unwrap()).unwrap();
            assert_eq!(fields.as_object().unwrap().len(), 1, "only what was set is sent");
        }
        seen.slots(&simulated.client);
        same_on_every_stack("f133_lost_update", &axis, &seen);
    }
}
