//! A list that no type describes.

use std::fmt;

use bytes::Bytes;
use eloomi_core::{
    Endpoint, ErrorKind, List, Page, Repeat, Reply, RequestError, ResponseError, Route, Seen,
    identity_of_text,
};
use eloomi_wire::RawJson;
use http::{Method, Request};

use crate::{RawRequest, envelope, paging::PER_PAGE};

/// Any list at all, for those that this library does not have: the items of `data` as raw JSON.
///
/// `send` asks for the target as it is. `stream` asks for page after page with `page` and
/// `per_page`, 1 and 100 unless the query names others, until a page is empty; that a list takes
/// these two is documented for people alone. An item that came on an earlier page, word for word,
/// is not given again; what a page holds twice comes twice.
///
/// # Errors
///
/// [`PageRepeated`](ErrorKind::PageRepeated) from a stream when a page holds nothing new. All that
/// came was given by then: it is everything if the list has no pages (none are documented for
/// units), and may not be if the server ignores the page. [`TooLarge`](ErrorKind::TooLarge) after as many pages as
/// [`max_pages`](eloomi_core::CallOptions::max_pages) allows. [`Request`](ErrorKind::Request) for a `page` or
/// `per_page` that is not a number above 0. [`Decode`](ErrorKind::Decode) for an answer without a
/// list in `data`.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, RawList};
///
/// async fn goals(client: &Client) -> Result<usize, eloomi_core::Error> {
///     // Nobody has documented this path: see what comes.
///     let mut goals = client.stream(RawList::new("/v3/goals?mode=all"));
///     let mut bytes = 0;
///     while let Some(goal) = goals.next().await {
///         bytes += goal?.as_str().len();
///     }
///     Ok(bytes)
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct RawList {
    target: String,
}

/// Has no path to log: a raw target may hold anything.
static RAW_LIST: Route = Route::new("rawList", Method::GET, "/…", Repeat::Safe);

impl RawList {
    /// The list at `target`, a path and perhaps a query: `/v3/goals?mode=all`. Its parts must be
    /// percent-encoded already.
    pub fn new(target: impl Into<String>) -> Self {
        Self {
            target: target.into(),
        }
    }

    /// The number that the query gives for `name`, if it gives one.
    fn number(&self, name: &'static str) -> Result<Option<u64>, RequestError> {
        let mut values = self.query().filter_map(|pair| value_of(pair, name));
        let Some(value) = values.next() else {
            return Ok(None);
        };
        match value.parse() {
            Ok(number) if number > 0 => Ok(Some(number)),
            _ => Err(RequestError::new(name, "is not a number above 0")),
        }
    }

    /// The same list with this number for `name`, in place of any other.
    fn with(&self, name: &'static str, number: u64) -> Self {
        let path = self.target.split('?').next().unwrap_or_default();
        let others = self.query().filter(|pair| value_of(pair, name).is_none());
        let mut pairs: Vec<_> = others.map(Into::into).collect();
        pairs.push(format!("{name}={number}"));
        Self::new(format!("{path}?{}", pairs.join("&")))
    }

    /// The pairs of the query.
    fn query(&self) -> impl Iterator<Item = &str> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        query.split('&').filter(|pair| !pair.is_empty())
    }
}

/// The value of a pair of a query, if the pair has this name.
fn value_of<'a>(pair: &'a str, name: &str) -> Option<&'a str> {
    let (own, value) = pair.split_once('=').unwrap_or((pair, ""));
    (own == name).then_some(value)
}

impl Endpoint for RawList {
    type Output = Page<RawJson>;

    fn route(&self) -> &'static Route {
        &RAW_LIST
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.number("page")?;
        self.number("per_page")?;
        RawRequest::new(Method::GET, &self.target).request()
    }

    fn response(&self, reply: &Reply) -> Result<Page<RawJson>, ResponseError> {
        envelope::page(reply).map(Page::new)
    }
}

impl List for RawList {
    type Item = RawJson;

    const ITEMS: &'static str = "data";

    const ALIKE_ON_A_PAGE: bool = true;

    fn for_stream(self) -> Self {
        let defaults = [("page", 1), ("per_page", u64::from(PER_PAGE))];
        defaults.into_iter().fold(self, |list, (name, number)| {
            // What is no number is left for `request` to refuse.
            match list.number(name) {
                Ok(None) => list.with(name, number),
                _ => list,
            }
        })
    }

    fn item(&self, json: &[u8]) -> Result<RawJson, ResponseError> {
        envelope::item(json)
    }

    /// Its text: what an `id` in it identifies nobody knows.
    fn identity(item: &RawJson) -> Option<u64> {
        Some(identity_of_text(item.as_str()))
    }

    fn end(&self, rest: &Reply, seen: Seen) -> Result<Option<Self>, ResponseError> {
        envelope::end_of_page(rest)?;
        if seen.items == 0 {
            return Ok(None);
        }
        if seen.repeated {
            let detail = "the list has no pages, or the server ignores the page";
            return Err(ResponseError::new(ErrorKind::PageRepeated).detail(detail));
        }
        let page = self.number("page").ok().flatten().unwrap_or(1);
        Ok(Some(self.with("page", page.saturating_add(1))))
    }
}

impl fmt::Debug for RawList {
    /// Nothing: the target may name people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawList").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;

    fn target(list: &RawList) -> String {
        list.request().unwrap().uri().to_string()
    }

    /// What a stream asks after a page.
    fn next(list: &RawList, items: usize, repeated: bool) -> Result<Option<RawList>, ErrorKind> {
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), r#"{"data":[]}"#);
        let next = list.end(&reply, Seen::new(1, items, repeated));
        next.map_err(|error| error.kind())
    }

    #[test]
    fn one_page_is_asked_for_as_it_is() {
        let list = RawList::new("/v3/goals?mode=all");
        assert_eq!(target(&list), "/v3/goals?mode=all");
    }

    #[test]
    fn a_stream_names_page_and_size_unless_they_are_named() {
        let list = RawList::new("/v3/goals").for_stream();
        assert_eq!(target(&list), "/v3/goals?page=1&per_page=100");
        let list = RawList::new("/v3/goals?page=3&mode=all&per_page=7").for_stream();
        assert_eq!(target(&list), "/v3/goals?page=3&mode=all&per_page=7");
        let after = next(&list, 7, false).unwrap().unwrap();
        assert_eq!(target(&after), "/v3/goals?mode=all&per_page=7&page=4");
    }

    #[test]
    fn other_parameters_are_left_alone() {
        let list = RawList::new("/v3/goals?pages=9&my_page=8&page=2&tag=page=5").for_stream();
        let after = next(&list, 1, false).unwrap().unwrap();
        assert_eq!(
            target(&after),
            "/v3/goals?pages=9&my_page=8&tag=page=5&per_page=100&page=3"
        );
    }

    #[test]
    fn a_page_that_is_no_number_is_refused() {
        for query in ["page=0", "page", "page=last", "per_page=0", "per_page=-1"] {
            let list = RawList::new(format!("/v3/goals?{query}")).for_stream();
            assert!(list.request().is_err(), "{query}");
        }
    }

    #[test]
    fn an_empty_page_is_the_end_and_nothing_new_is_an_error() {
        let list = RawList::new("/v3/goals").for_stream();
        assert_eq!(next(&list, 0, false), Ok(None));
        assert_eq!(next(&list, 5, true), Err(ErrorKind::PageRepeated));
    }

    #[test]
    fn two_items_are_the_same_when_their_texts_are() {
        let identity = |json| RawList::identity(&RawJson::parse(json).unwrap());
        assert_eq!(identity(r#"{"id":1}"#), identity(r#"{"id":1}"#));
        assert_ne!(identity(r#"{"id":1,"a":1}"#), identity(r#"{"id":1,"a":2}"#));
    }

    #[test]
    fn debug_shows_no_target() {
        let list = RawList::new("/v3/users-email/mark");
        assert!(!format!("{list:?}").contains("mark"));
    }
}
