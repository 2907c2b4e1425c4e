//! The token: fetched once, for everybody, and renewed when it must be.

use std::time::Duration;

use eloomi::{GetUser, ListUsers};
use eloomi_sim::{ExpiresIn, Matcher, Simulator};
use futures_util::future::join_all;

use crate::seen;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

everywhere! {
    the_first_request_fetches_the_token_and_the_next_ones_share_it(sim()) |ground| {
        let person = ground.sim.people()[0].id;
        assert_eq!(ground.sim.token_requests(), 0, "building a client asks for nothing");
        let calls = (0..50).map(|_| ground.client.send(GetUser::new(person)));
        for user in join_all(calls).await {
            assert_eq!(user.unwrap().id.number(), person);
        }
        assert_eq!(ground.sim.token_requests(), 1);
        let token = &ground.sim.requests()[0];
        seen::same_everywhere("create_token_request", &seen::requests(std::slice::from_ref(token)));
    }

    a_caller_that_goes_away_takes_nothing_along(sim()) |ground| {
        let person = ground.sim.people()[0].id;
        let held = ground.sim.hold_next(Matcher::path("/oauth/token"));
        let (leader, other) = (ground.client.clone(), ground.client.clone());
        let leader = tokio::spawn(async move { leader.send(GetUser::new(person)).await });
        ground.sim.requests_reach(1).await;
        let other = tokio::spawn(async move { other.send(GetUser::new(person)).await });
        leader.abort();
        assert!(leader.await.is_err());
        held.release();
        assert!(other.await.unwrap().is_ok());
        assert_eq!(ground.sim.token_requests(), 1);
    }

    a_revoked_token_is_renewed_once_and_the_request_repeated_once(sim()) |ground| {
        let person = ground.sim.people()[0].id;
        ground.client.send(GetUser::new(person)).await.unwrap();
        ground.sim.revoke_tokens();
        ground.client.send(GetUser::new(person)).await.unwrap();
        assert_eq!(ground.sim.token_requests(), 2);
        let statuses: Vec<_> = ground.requests().iter().map(|request| request.status).collect();
        assert_eq!(statuses, [Some(200), Some(401), Some(200)]);
    }

    a_token_that_runs_out_in_mid_list_costs_nobody(sim()) |ground| {
        let mut people = ground.client.stream(ListUsers::new().per_page(10));
        let mut given = 0;
        while let Some(user) = people.next().await {
            user.unwrap();
            given += 1;
            if given == 10 {
                ground.sim.revoke_tokens();
            }
        }
        assert_eq!((given, ground.sim.token_requests()), (25, 2));
    }

    a_token_for_one_request_is_fetched_for_each(
        sim().token_lifetime(Duration::ZERO)
    ) |ground| {
        let person = ground.sim.people()[0].id;
        // The server's clock has run out before the request is there, so it is a 401 each
        // time, and a second token does not help: what counts is that it ends.
        let error = ground.client.send(GetUser::new(person)).await.unwrap_err();
        assert!(error.is_auth());
        assert_eq!((ground.sim.token_requests(), ground.requests().len()), (2, 2));
    }

    expires_in_may_be_text_or_absent(sim()) |ground| {
        let person = ground.sim.people()[0].id;
        for form in [ExpiresIn::Text, ExpiresIn::Absent] {
            ground.sim.switch(|switches| switches.expires_in = form);
            ground.sim.revoke_tokens();
            ground.client.send(GetUser::new(person)).await.unwrap();
        }
        let before = ground.sim.token_requests();
        ground.client.send(GetUser::new(person)).await.unwrap();
        assert_eq!(ground.sim.token_requests(), before);
    }
}
