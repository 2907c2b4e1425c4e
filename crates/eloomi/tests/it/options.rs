//! Time and size.

use std::time::Duration;

use eloomi::{CallOptions, ErrorKind, GetUser, ListUsers};
use eloomi_sim::{Canned, Matcher, Simulator};

use crate::seen;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

everywhere! {
    an_answer_that_does_not_come_is_given_up(sim()) |ground| {
        ground.client.send(ListUsers::new()).await.unwrap(); // the token is there
        let hasty = ground.client.with(CallOptions::new().attempt_timeout(Duration::from_millis(100)));
        let _held = ground.sim.hold_next(Matcher::path("/v3/users/1"));
        let error = hasty.send(GetUser::new(1)).await.unwrap_err();
        seen::same_everywhere("attempt_timeout", &seen::error(&error));
    }

    a_body_that_trickles_is_given_up(sim()) |ground| {
        ground.client.send(ListUsers::new()).await.unwrap();
        let hasty = ground.client.with(CallOptions::new().timeout(Duration::from_millis(100)));
        let body = r#"{"status_code":200,"data":[{"id":1}]}"#;
        let slow = || Canned::json(200, body).trickle(1, Duration::from_millis(50));
        ground.sim.answer_next(Matcher::path("/v3/users"), slow());
        let error = hasty.send(ListUsers::new()).await.unwrap_err();
        seen::same_everywhere("call_timeout", &seen::error(&error));
        ground.sim.answer_next(Matcher::path("/v3/users"), slow());
        let error = hasty.stream(ListUsers::new()).collect().await.unwrap_err();
        assert!(error.is_timeout());
    }

    a_body_over_the_cap_is_not_collected(sim()) |ground| {
        ground.sim.switch(|switches| switches.gzip = true);
        let small = ground.client.with(CallOptions::new().max_body(1000).max_item(5000));
        let error = small.send(ListUsers::new()).await.unwrap_err();
        seen::same_everywhere("max_body", &seen::error(&error));
        // A stream counts per item, so the same list passes.
        let people = small.stream(ListUsers::new()).collect().await.unwrap();
        assert_eq!(people.len(), 25);
        let smaller = ground.client.with(CallOptions::new().max_item(100));
        let error = smaller.stream(ListUsers::new()).collect().await.unwrap_err();
        seen::same_everywhere("max_item", &seen::error(&error));
    }

    many_requests_come_back_in_the_order_asked(sim()) |ground| {
        use futures_util::StreamExt as _;
        let ids: Vec<u64> = ground.sim.people().iter().map(|person| person.id).collect();
        let first = format!("/v3/users/{}", ids[0]);
        ground.sim.delay_next(Matcher::path(first), Duration::from_millis(50));
        let requests: Vec<_> = ids.iter().map(|id| GetUser::new(*id)).collect();
        let users: Vec<_> = ground.client.send_all(requests).collect().await;
        let back: Vec<u64> = users.into_iter().map(|user| user.unwrap().id.number()).collect();
        assert_eq!(back, ids);
    }

    one_that_fails_does_not_stop_the_others(sim()) |ground| {
        use futures_util::StreamExt as _;
        let id = ground.sim.people()[0].id;
        let requests = [GetUser::new(id), GetUser::new(1), GetUser::new(id)];
        let kinds: Vec<_> = ground.client.send_all(requests)
            .map(|user| user.err().map(|error| error.kind()))
            .collect()
            .await;
        assert_eq!(kinds, [None, Some(ErrorKind::NotFound), None]);
    }
}
