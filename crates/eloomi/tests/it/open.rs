//! Groups that eloomi names and nobody has documented.

use eloomi::{
    CreateOpen, DeleteOpen, Error, ErrorKind, GetOpen, Group, ListOpen, OptionalExt as _,
    UpdateOpen,
    wire::{NumberOrText, RawJson},
};
use eloomi_sim::{Canned, Matcher, Simulator};

use crate::{ground::Ground, seen};

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(5)
}

/// What becomes of each of the five requests, at the inferred path or at another.
async fn failures(ground: &Ground, elsewhere: Option<&str>) -> Vec<Error> {
    macro_rules! failure {
        ($request:expr) => {{
            let request = $request;
            let request = match elsewhere {
                Some(path) => request.at(path),
                None => request,
            };
            ground.client.send(request).await.unwrap_err()
        }};
    }
    vec![
        failure!(ListOpen::new(Group::Goals)),
        failure!(CreateOpen::new(Group::Goals).field("name", "Ask twice")),
        failure!(GetOpen::new(Group::Goals, 6401)),
        failure!(UpdateOpen::new(Group::Goals, 6401).field("name", "Ask twice")),
        failure!(DeleteOpen::new(Group::Goals, 6401)),
    ]
}

everywhere! {
    in_every_group_a_thing_is_created_found_changed_and_deleted(sim()) |ground| {
        for group in Group::VALUES.iter().copied() {
            let before = ground.client.send(ListOpen::new(group)).await.unwrap().items;
            let create = CreateOpen::new(group).field("name", "New").field("steps", [1, 2]);
            let created = ground.client.send(create).await.unwrap();
            assert_eq!(created.name.as_deref(), Some("New"), "{group}");
            assert_eq!(created.fields.get("steps").map(RawJson::as_str), Some("[1,2]"));

            let id = created.id.clone().unwrap();
            let change = UpdateOpen::new(group, id.clone()).field("steps", None::<u64>);
            let changed = ground.client.send(change).await.unwrap();
            assert!(changed.fields.get("steps").unwrap().is_null(), "{group}");
            let found = ground.client.send(GetOpen::new(group, id.clone())).await.unwrap();
            assert_eq!(found, changed, "{group}");
            let all = ground.client.stream(ListOpen::new(group)).collect().await.unwrap();
            assert_eq!((all.len(), all.last()), (before.len() + 1, Some(&changed)), "{group}");

            ground.client.send(DeleteOpen::new(group, id.clone())).await.unwrap();
            let gone = ground.client.send(GetOpen::new(group, id)).await.optional().unwrap();
            assert_eq!(gone, None, "{group}");
        }
    }

    what_open_groups_are_asked_is_the_same_everywhere(sim()) |ground| {
        ground.client.stream(ListOpen::new(Group::CourseCategories)).collect().await.unwrap();
        let goal = CreateOpen::new(Group::Goals).field("name", "Ask twice");
        let goal = ground.client.send(goal).await.unwrap();
        let id = goal.id.clone().unwrap();
        ground.client.send(UpdateOpen::new(Group::Goals, id.clone()).field("note", "")).await.unwrap();
        ground.client.send(GetOpen::new(Group::Goals, id.clone())).await.unwrap();
        ground.client.send(DeleteOpen::new(Group::Goals, id)).await.unwrap();
        seen::same_everywhere("open_groups_requests", &seen::requests(&ground.requests()));
        seen::same_everywhere("open_resource_decoded", &seen::model(&goal));
    }

    a_stream_of_a_group_is_whole_whatever_pages_the_server_makes(sim()) |ground| {
        for number in 0..5 {
            let goal = CreateOpen::new(Group::Goals).field("name", format!("Goal {number}"));
            ground.client.send(goal).await.unwrap();
        }
        for cap in [None, Some(1), Some(3)] {
            ground.sim.switch(|switches| switches.max_per_page = cap);
            let goals = ground.client.stream(ListOpen::new(Group::Goals)).collect().await.unwrap();
            assert_eq!(goals.len(), 7, "{cap:?}");
        }
        ground.sim.switch(|switches| switches.max_per_page = None);
        ground.sim.repeat_pages(true);
        let goals = ground.client.stream(ListOpen::new(Group::Goals)).collect().await.unwrap();
        assert_eq!(goals.len(), 7, "a server that knows no pages");
    }

    a_wrong_path_of_a_group_is_told_with_what_to_do(sim()) |ground| {
        ground.sim.switch(|switches| switches.inferred_groups = false);
        let errors = failures(&ground, None).await;
        let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
        seen::same_everywhere("open_groups_wrong_path", &told.join("\n"));
        let streamed = ground.client.stream(ListOpen::new(Group::Goals)).collect().await.unwrap_err();
        assert_eq!(streamed.to_string(), told[0]);
    }

    a_wrong_path_that_the_caller_named_is_told_otherwise(sim()) |ground| {
        let errors = failures(&ground, Some("/v3/objectives")).await;
        let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
        seen::same_everywhere("open_groups_named_wrong_path", &told.join("\n"));
    }

    a_method_that_the_path_does_not_take_is_blamed_on_the_path_too(sim()) |ground| {
        // Whoever guesses may as well hit a group of another kind.
        let create = CreateOpen::new(Group::Goals).field("name", "x").at("/v3/access-groups");
        let error = ground.client.send(create).await.unwrap_err();
        seen::same_everywhere("open_groups_wrong_method", &seen::error(&error));
    }

    every_request_goes_where_the_caller_says(sim()) |ground| {
        let client = &ground.client;
        let at = "/v3/coaches";
        let coaches = client.send(ListOpen::new(Group::Goals).at(at)).await.unwrap().items;
        assert_eq!(coaches, client.send(ListOpen::new(Group::Coaches)).await.unwrap().items);
        let create = CreateOpen::new(Group::Goals).field("name", "New").at(at);
        let id = client.send(create).await.unwrap().id.unwrap();
        let found = client.send(GetOpen::new(Group::Coaches, id.clone())).await.unwrap();
        let change = UpdateOpen::new(Group::Goals, id.clone()).field("name", "New").at(at);
        assert_eq!(client.send(change).await.unwrap(), found);
        assert_eq!(client.send(GetOpen::new(Group::Goals, id.clone()).at(at)).await.unwrap(), found);
        client.send(DeleteOpen::new(Group::Goals, id.clone()).at(at)).await.unwrap();
        let gone = client.send(GetOpen::new(Group::Coaches, id)).await.optional().unwrap();
        assert_eq!(gone, None);
    }

    an_id_that_nothing_has_is_not_found_and_the_path_is_not_blamed(sim()) |ground| {
        for id in [NumberOrText::from(1), "none".into(), "a b?c".into()] {
            for group in Group::VALUES.iter().copied() {
                let errors = [
                    ground.client.send(GetOpen::new(group, id.clone())).await.unwrap_err(),
                    ground.client.send(UpdateOpen::new(group, id.clone()).field("a", 1)).await.unwrap_err(),
                    ground.client.send(DeleteOpen::new(group, id.clone())).await.unwrap_err(),
                ];
                for error in errors {
                    assert!(error.is_not_found() && !error.to_string().contains("path"), "{group}: {error}");
                }
            }
        }
    }

    what_would_lead_elsewhere_is_not_sent(sim()) |ground| {
        for path in ["https://evil.example.com/v3/goals", "//evil.example.com", "v3/goals", "/v3/goals/",
            "/v3/../oauth/token", "/v3/goals?page=1", "/v3/%2e%2e/x", ""] {
            for error in failures(&ground, Some(path)).await {
                assert_eq!(error.kind(), ErrorKind::Request, "{path}");
                assert!(error.to_string().contains("`path`"), "{path}: {error}");
            }
        }
        for id in ["", ".", "..", "a\r\nX-Injected: 1"] {
            let error = ground.client.send(DeleteOpen::new(Group::Goals, id)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Request, "{id:?}");
        }
        assert!(ground.sim.requests().is_empty());
    }

    whatever_object_a_group_holds_is_read(sim()) |ground| {
        let body = r#"{"status_code":200,"data":[{},{"id":"g-1"},{"id":{"a":1},"name":["x"]},{"id":3,"name":null}]}"#;
        for _ in 0..2 {
            ground.sim.answer_next(Matcher::path("/v3/goals"), Canned::json(200, body));
        }
        let goals = ground.client.stream(ListOpen::new(Group::Goals)).collect().await.unwrap();
        // The same page came twice, and that is the end.
        let ids: Vec<_> = goals.iter().map(|goal| goal.id.as_ref().map(ToString::to_string)).collect();
        assert_eq!(ids, [None, Some("g-1".into()), None, Some("3".into())]);
    }

    a_thing_with_a_text_as_its_id_is_given_once_though_it_changes_meanwhile(sim()) |ground| {
        // The server ignores the page, and counts how often it is asked.
        for asked in 1..=2 {
            let body = format!(r#"{{"data":[{{"id":"g-1","asked":{asked}}},{{"id":"g-2","asked":{asked}}}]}}"#);
            ground.sim.answer_next(Matcher::path("/v3/goals"), Canned::json(200, body));
        }
        let goals = ground.client.stream(ListOpen::new(Group::Goals)).collect().await.unwrap();
        let ids: Vec<_> = goals.iter().map(|goal| goal.id.as_ref().unwrap().to_string()).collect();
        assert_eq!(ids, ["g-1", "g-2"]);
        assert_eq!(ground.requests().len(), 2);
    }

    things_that_are_alike_on_one_page_are_all_given(sim()) |ground| {
        let body = r#"{"data":[{"name":"Read"},{"name":"Read"}]}"#;
        for _ in 0..2 {
            ground.sim.answer_next(Matcher::path("/v3/goals"), Canned::json(200, body));
        }
        let goals = ground.client.stream(ListOpen::new(Group::Goals)).collect().await.unwrap();
        assert_eq!(goals.len(), 2);
    }

    a_creation_of_a_goal_whose_answer_is_lost_says_to_look_first(sim()) |ground| {
        ground.client.send(ListOpen::new(Group::Goals)).await.unwrap(); // the token is there
        ground.sim.drop_next(Matcher::path("/v3/goals").method("POST"));
        let create = CreateOpen::new(Group::Goals).field("name", "Ask twice");
        let error = ground.client.send(create).await.unwrap_err();
        assert!(error.is_ambiguous() && !error.is_retryable());
    }
}
