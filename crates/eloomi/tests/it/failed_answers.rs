//! Answers that are no values.

use eloomi::{Error, ErrorKind, GetUser, ListUsers};
use eloomi_sim::{Canned, Matcher, Simulator};

use crate::{ground::Ground, seen};

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(5)
}

/// What the client makes of this answer to a request for one person.
async fn answered(ground: &Ground, canned: Canned) -> Error {
    ground.sim.answer_next(Matcher::path("/v3/users/1"), canned);
    ground.client.send(GetUser::new(1)).await.unwrap_err()
}

/// What becomes of a list whose only page is this.
async fn listed(ground: &Ground, canned: Canned) -> Result<usize, Error> {
    ground.sim.answer_next(Matcher::path("/v3/users"), canned);
    let people = ground.client.stream(ListUsers::new()).collect().await?;
    Ok(people.len())
}

everywhere! {
    the_status_decides_whatever_the_body_is(sim()) |ground| {
        for (status, name) in [
            (400, "status_400_html"),
            (403, "status_403_html"),
            (404, "status_404_html"),
            (409, "status_409_html"),
            (500, "status_500_html"),
            (502, "status_502_html"),
        ] {
            let page = Canned::new(status)
                .header("content-type", "text/html")
                .header("x-request-id", "f00-1")
                .body("<html>jane@example.com</html>");
            let error = answered(&ground, page).await;
            seen::same_everywhere(name, &seen::error(&error));
        }
    }

    a_cause_that_names_somebody_is_for_whoever_asks(sim()) |ground| {
        let body = r#"{"status":"Bad Request","status_code":400,"message":"Not done, try again.",
            "extended_message":"The e-mail [jane@example.com] is taken."}"#;
        let error = answered(&ground, Canned::json(400, body)).await;
        seen::same_everywhere("envelope_400", &seen::error(&error));
    }

    a_success_with_a_failure_inside_is_a_failure(sim()) |ground| {
        let body = r#"{"status":"Bad Request","status_code":"400","message":"","extended_message":"Unit not found"}"#;
        let error = answered(&ground, Canned::json(200, body)).await;
        seen::same_everywhere("envelope_400_in_200", &seen::error(&error));
        let error = listed(&ground, Canned::json(200, body)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Rejected);
    }

    a_failure_after_the_items_of_a_list_is_a_failure(sim()) |ground| {
        let body = r#"{"data":[{"id":1},{"id":2}],"status_code":500,"message":"jane@example.com"}"#;
        let error = listed(&ground, Canned::json(200, body)).await.unwrap_err();
        seen::same_everywhere("envelope_500_after_items", &seen::error(&error));
    }

    a_captive_portal_is_called_by_its_name(sim()) |ground| {
        let page = Canned::new(200).header("content-type", "text/html").body("<html>Log in</html>");
        let error = answered(&ground, page).await;
        seen::same_everywhere("html_200", &seen::error(&error));
    }

    an_answer_without_data_is_not_an_empty_list(sim()) |ground| {
        for body in [r#"{"status_code":200}"#, r#"{"status_code":200,"data":null}"#, "[]", "null", "", "\"OK\""] {
            let error = listed(&ground, Canned::json(200, body)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
            let error = answered(&ground, Canned::json(200, body)).await;
            assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        }
    }

    a_field_of_the_wrong_type_is_named_and_not_quoted(sim()) |ground| {
        let body = r#"{"status_code":200,"data":[{"id":1},{"id":2,"email":{"address":"jane@example.com"}}]}"#;
        let error = listed(&ground, Canned::json(200, body)).await.unwrap_err();
        seen::same_everywhere("decode_list", &seen::error(&error));
        let body = r#"{"status_code":200,"data":{"first_name":"Jane"}}"#;
        let error = answered(&ground, Canned::json(200, body)).await;
        seen::same_everywhere("decode_missing_id", &seen::error(&error));
    }

    a_redirect_is_not_followed(sim()) |ground| {
        let elsewhere = Canned::new(307).header("location", "/v3/users/2");
        let error = answered(&ground, elsewhere).await;
        seen::same_everywhere("redirected", &seen::error(&error));
        assert_eq!(ground.requests().len(), 1);
    }

    a_byte_order_mark_is_no_obstacle(sim()) |ground| {
        let body = "\u{feff}{\"status_code\":200,\"data\":{\"id\":1}}";
        ground.sim.answer_next(Matcher::path("/v3/users/1"), Canned::json(200, body));
        assert_eq!(ground.client.send(GetUser::new(1)).await.unwrap().id.number(), 1);
    }

    a_connection_that_dies_is_told_from_an_answer_that_does(sim()) |ground| {
        ground.client.send(ListUsers::new()).await.unwrap(); // the token is there
        ground.sim.drop_next(Matcher::path("/v3/users/1"));
        let error = ground.client.send(GetUser::new(1)).await.unwrap_err();
        seen::same_everywhere("connection_dropped", &seen::stack_error(&error));
        let body = r#"{"status_code":200,"data":{"id":1}}"#;
        let error = answered(&ground, Canned::json(200, body).cut_after(12)).await;
        seen::same_everywhere("body_cut", &seen::stack_error(&error));
        let body = r#"{"status_code":200,"data":[{"id":1},{"id":2}]}"#;
        let error = listed(&ground, Canned::json(200, body).cut_after(40)).await.unwrap_err();
        seen::same_everywhere("list_cut", &seen::stack_error(&error));
    }
}
