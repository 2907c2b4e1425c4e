//! Requests that this library does not have.

use bytes::Bytes;
use eloomi::{
    Endpoint, ErrorKind, RawList, RawRequest, Repeat, Reply, RequestError, ResponseError, Route,
    wire,
};
use eloomi_sim::{Canned, Matcher, Simulator};
use http::{Method, Request};

use crate::seen;

/// An endpoint as a consumer writes one: how many bytes a list has.
struct CountBytes;

static COUNT_BYTES: Route = Route::new("countBytes", Method::GET, "/v3/users", Repeat::Safe);

impl Endpoint for CountBytes {
    type Output = usize;

    fn route(&self) -> &'static Route {
        &COUNT_BYTES
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.route().fill(&[])?.query("per_page", Some(1)).build()
    }

    fn response(&self, reply: &Reply) -> Result<usize, ResponseError> {
        match ResponseError::of_status(reply.status) {
            Some(refusal) => Err(refusal),
            None => Ok(reply.body.len()),
        }
    }
}

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(5)
}

everywhere! {
    an_endpoint_of_ones_own_is_sent_like_any_other(sim()) |ground| {
        assert!(ground.client.send(&CountBytes).await.unwrap() > 100);
        seen::same_everywhere("own_endpoint", &seen::requests(&ground.requests()));
        let boxed: Box<dyn Endpoint<Output = usize>> = Box::new(CountBytes);
        assert!(ground.client.send(boxed).await.unwrap() > 100);
    }

    a_raw_request_gives_the_answer_whatever_it_is(sim()) |ground| {
        let found = RawRequest::new(Method::GET, "/v3/users?per_page=1");
        assert_eq!(ground.client.send(found).await.unwrap().status, 200);
        let missing = RawRequest::new(Method::GET, "/v3/no-such-thing");
        assert_eq!(ground.client.send(missing).await.unwrap().status, 404);
    }

    a_raw_write_whose_answer_is_lost_is_ambiguous(sim()) |ground| {
        ground.client.send(RawRequest::new(Method::GET, "/v3/users")).await.unwrap();
        ground.sim.drop_next(Matcher::path("/v3/goals"));
        let write = RawRequest::new(Method::POST, "/v3/goals").json("{}");
        let error = ground.client.send(write).await.unwrap_err();
        assert!(error.is_ambiguous() && !error.is_retryable());
        seen::same_everywhere("ambiguous", &seen::stack_error(&error));
    }

    a_raw_list_is_read_page_after_page(sim()) |ground| {
        let list = RawList::new("/v3/users?mode=all&per_page=2");
        let items = ground.client.stream(list).collect().await.unwrap();
        assert_eq!(items.len(), 5);
        seen::same_everywhere("raw_list_streamed", &seen::requests(&ground.requests()));
    }

    a_raw_list_gives_its_items_as_they_came(sim()) |ground| {
        let page = Canned::json(200, r#"{"data":[{"b":1.50, "a":null}, 7,"x"]}"#);
        ground.sim.answer_next(Matcher::path("/v3/goals"), page);
        ground.sim.answer_next(Matcher::path("/v3/goals"), Canned::new(204));
        let items = ground.client.stream(RawList::new("/v3/goals")).collect().await.unwrap();
        let items: Vec<_> = items.iter().map(wire::RawJson::as_str).collect();
        assert_eq!(items, [r#"{"b":1.50, "a":null}"#, "7", "\"x\""]);
    }

    a_raw_list_without_pages_is_given_once_and_told(sim()) |ground| {
        ground.sim.repeat_pages(true);
        let mut items = ground.client.stream(RawList::new("/v3/users?per_page=3"));
        let mut given = 0;
        let error = loop {
            match items.next().await.unwrap() {
                Ok(_) => given += 1,
                Err(error) => break error,
            }
        };
        assert_eq!((given, error.kind()), (3, ErrorKind::PageRepeated));
    }

    a_raw_target_cannot_leave_its_host_or_its_path(sim()) |ground| {
        for target in ["https://evil.example.com/", "v3/users", "*", "/v3/users/../units", "/v3/%2E%2e/x", ""] {
            let request = RawRequest::new(Method::GET, target);
            let error = ground.client.send(request).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Request, "{target}");
        }
        assert!(ground.sim.requests().is_empty());
    }
}
