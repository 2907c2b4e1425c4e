//! Everybody, page after page.

use eloomi::{ErrorKind, ListUsers, UserMode, model::UserId};
use eloomi_sim::{Escapes, PastEnd, PerPageDefault, PersonState, Simulator, Spelling};

use crate::{ground::Ground, seen};

/// Ids of all people of the simulator, in order.
fn everybody(ground: &Ground) -> Vec<UserId> {
    ground
        .sim
        .people()
        .iter()
        .map(|person| person.id.into())
        .collect()
}

/// Ids that a stream of `list` gives.
async fn streamed(ground: &Ground, list: ListUsers) -> Vec<UserId> {
    let users = ground.client.stream(list).collect().await.unwrap();
    users.into_iter().map(|user| user.id).collect()
}

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

everywhere! {
    a_stream_asks_for_page_after_page_until_one_is_empty(sim()) |ground| {
        let ids = streamed(&ground, ListUsers::new().per_page(10)).await;
        assert_eq!(ids, everybody(&ground));
        seen::same_everywhere("list_users_streamed", &seen::requests(&ground.requests()));
    }

    a_page_is_one_request(sim()) |ground| {
        let list = ListUsers::new().mode(UserMode::Active).page(2).per_page(3);
        let page = ground.client.send(list).await.unwrap();
        assert_eq!(page.items.len(), 3);
        seen::same_everywhere("list_users_page", &seen::requests(&ground.requests()));
        let users: Vec<_> = page.items.iter().map(seen::model).collect();
        seen::same_everywhere("list_users_decoded", &users.join("\n\n"));
    }

    an_employee_id_is_one_encoded_value(sim()) |ground| {
        let list = ListUsers::new().employee_id("E 1&mode=active/ø");
        let page = ground.client.send(list).await.unwrap();
        assert!(page.items.is_empty());
        seen::same_everywhere("list_users_employee_id", &seen::requests(&ground.requests()));
    }

    a_mode_shows_only_people_in_that_state(sim()) |ground| {
        for (mode, state) in [
            (UserMode::Active, PersonState::Active),
            (UserMode::Inactive, PersonState::Inactive),
            (UserMode::Pending, PersonState::Pending),
            (UserMode::Suspended, PersonState::Suspended),
        ] {
            let people = ground.sim.people();
            let there = people.iter().filter(|person| person.state == state);
            let there: Vec<UserId> = there.map(|person| person.id.into()).collect();
            assert_eq!(streamed(&ground, ListUsers::new().mode(mode)).await, there, "{mode}");
        }
    }

    a_server_that_caps_the_page_size_is_read_to_its_end(sim().max_per_page(Some(4))) |ground| {
        let ids = streamed(&ground, ListUsers::new().per_page(100)).await;
        assert_eq!(ids, everybody(&ground));
    }

    a_204_past_the_end_is_the_end(sim().past_end(PastEnd::NoContent)) |ground| {
        assert_eq!(streamed(&ground, ListUsers::new()).await, everybody(&ground));
    }

    a_server_that_ignores_the_page_is_an_error_and_not_a_short_list(sim()) |ground| {
        ground.sim.repeat_pages(true);
        let mut people = ground.client.stream(ListUsers::new().per_page(10));
        let mut given = 0;
        let error = loop {
            match people.next().await.unwrap() {
                Ok(_) => given += 1,
                Err(error) => break error,
            }
        };
        assert_eq!(given, 10, "each person is given once");
        assert!(people.next().await.is_none(), "the stream is over");
        seen::same_everywhere("list_users_page_repeated", &seen::error(&error));
    }

    the_whole_list_comes_as_one_answer_where_that_is_the_default(
        sim().per_page_default(PerPageDefault::All)
    ) |ground| {
        let ids = streamed(&ground, ListUsers::new().unpaged()).await;
        assert_eq!(ids, everybody(&ground));
        seen::same_everywhere("list_users_unpaged", &seen::requests(&ground.requests()));
    }

    an_unpaged_list_is_whole_also_where_25_is_the_default(
        sim().people(60).per_page_default(PerPageDefault::TwentyFive)
    ) |ground| {
        let ids = streamed(&ground, ListUsers::new().unpaged()).await;
        assert_eq!(ids, everybody(&ground));
    }

    an_unpaged_list_is_whole_also_where_pages_are_ignored(
        sim().people(26).per_page_default(PerPageDefault::All)
    ) |ground| {
        ground.sim.repeat_pages(true);
        assert_eq!(streamed(&ground, ListUsers::new().unpaged()).await, everybody(&ground));
    }

    an_unpaged_list_of_25_that_repeats_may_be_one_page_of_many(
        sim().people(60).per_page_default(PerPageDefault::TwentyFive)
    ) |ground| {
        ground.sim.repeat_pages(true);
        let people = ground.client.stream(ListUsers::new().unpaged()).collect().await;
        assert_eq!(people.unwrap_err().kind(), ErrorKind::PageRepeated);
    }

    both_spellings_of_a_field_come_to_the_same(sim()) |ground| {
        ground.sim.employment_spelling(Spelling::At);
        let at = ground.client.stream(ListUsers::new()).collect().await.unwrap();
        ground.sim.employment_spelling(Spelling::Reference);
        let reference = ground.client.stream(ListUsers::new()).collect().await.unwrap();
        assert!(at.iter().any(|user| user.mobile_phone.is_some()));
        assert!(at.iter().any(|user| user.end_of_employment_at.is_some()));
        assert_eq!(at, reference);
    }

    escapes_of_php_come_to_the_same(sim()) |ground| {
        let plain = ground.client.stream(ListUsers::new()).collect().await.unwrap();
        ground.sim.switch(|switches| switches.escapes = Escapes::Php);
        let escaped = ground.client.stream(ListUsers::new()).collect().await.unwrap();
        assert!(plain.iter().any(|user| user.first_name.as_deref().is_some_and(|n| !n.is_ascii())));
        // As values: what is kept raw keeps its escapes.
        let value = |users| serde_json::to_value(users).unwrap();
        assert_eq!(value(plain), value(escaped));
    }

    gzip_is_undone_for_streams_and_for_pages(sim()) |ground| {
        let plain = ground.client.stream(ListUsers::new()).collect().await.unwrap();
        ground.sim.switch(|switches| switches.gzip = true);
        let streamed = ground.client.stream(ListUsers::new()).collect().await.unwrap();
        let sent = ground.client.send(ListUsers::new()).await.unwrap();
        assert_eq!(plain, streamed);
        assert_eq!(plain, sent.items);
    }

    a_page_of_nobody_is_refused_before_it_is_sent(sim()) |ground| {
        let error = ground.client.send(ListUsers::new().per_page(0)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        seen::same_everywhere("list_users_per_page_0", &seen::error(&error));
        assert!(ground.sim.requests().is_empty(), "not even a token was asked for");
    }
}
