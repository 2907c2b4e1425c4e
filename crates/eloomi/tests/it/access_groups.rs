//! Access groups, at a path that nobody has documented.

use eloomi::{AccessPermission, ErrorKind, ListAccessGroups};
use eloomi_sim::{Canned, Matcher, Simulator};

use crate::seen;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(5)
}

everywhere! {
    access_groups_are_listed_with_what_they_permit(sim()) |ground| {
        let groups = ground.client.send(ListAccessGroups::new()).await.unwrap().items;
        let shown: Vec<_> = groups.iter().map(seen::model).collect();
        seen::same_everywhere("list_access_groups_decoded", &shown.join("\n\n"));
        seen::same_everywhere("list_access_groups_requests", &seen::requests(&ground.requests()));
    }

    a_stream_of_access_groups_is_the_same_list_whatever_pages_the_server_makes(sim()) |ground| {
        let at_once = ground.client.send(ListAccessGroups::new()).await.unwrap().items;
        for cap in [None, Some(1), Some(2)] {
            ground.sim.switch(|switches| switches.max_per_page = cap);
            let streamed = ground.client.stream(ListAccessGroups::new()).collect().await.unwrap();
            assert_eq!(streamed, at_once, "{cap:?}");
        }
        ground.sim.switch(|switches| switches.max_per_page = None);
        ground.sim.repeat_pages(true);
        let streamed = ground.client.stream(ListAccessGroups::new()).collect().await.unwrap();
        assert_eq!(streamed, at_once, "a server that knows no pages");
    }

    a_wrong_path_of_access_groups_is_told_with_what_to_do(sim()) |ground| {
        ground.sim.switch(|switches| switches.inferred_groups = false);
        let error = ground.client.send(ListAccessGroups::new()).await.unwrap_err();
        seen::same_everywhere("access_groups_wrong_path", &seen::error(&error));
        let streamed = ground.client.stream(ListAccessGroups::new()).collect().await.unwrap_err();
        assert_eq!(streamed.to_string(), error.to_string());
    }

    access_groups_are_asked_for_where_the_caller_says(sim()) |ground| {
        let body = r#"{"status_code":200,"data":[{"id":"9","name":"Travel","permissions":["admin_travel"]}]}"#;
        ground.sim.answer_next(Matcher::path("/v3/groups"), Canned::json(200, body));
        let groups = ground.client.send(ListAccessGroups::new().at("/v3/groups")).await.unwrap().items;
        assert_eq!(groups[0].permissions, [AccessPermission::from("admin_travel")]);
        let error = ground.client.send(ListAccessGroups::new().at("/v3/groups")).await.unwrap_err();
        assert!(error.is_not_found() && error.to_string().contains("a path that the caller named"), "{error}");
    }

    a_page_of_access_groups_that_cannot_be_is_not_asked_for(sim()) |ground| {
        for request in [ListAccessGroups::new().page(0), ListAccessGroups::new().per_page(0)] {
            let error = ground.client.send(request).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Request);
        }
        assert!(ground.sim.requests().is_empty());
    }
}
