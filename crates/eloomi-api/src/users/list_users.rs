//! `GET /v3/users`.

use std::fmt;

use bytes::Bytes;
use eloomi_core::{
    Endpoint, ErrorKind, List, Page, Repeat, Reply, RequestError, ResponseError, Route, Seen,
};
use eloomi_model::{User, UserMode};
use eloomi_wire::Text;
use http::{Method, Request};

use crate::{envelope, paging::Paging};

/// How many a page holds where none is named, by the older documentation.
const OLD_DEFAULT: usize = 25;

/// Lists people. Documented; deleted people are not listed.
///
/// `send` fetches one page. Without [`per_page`](Self::per_page) the server decides how many
/// people are on it: 25 or everybody, the documents disagree. `stream` asks for page after page
/// of a definite size until one is empty; a short page proves nothing, because a server may cap
/// the size.
///
/// # Errors
///
/// [`PageRepeated`](ErrorKind::PageRepeated) from a stream whose server ignores `page`, so that
/// the list may be incomplete: better to fail than to deactivate people by mistake.
/// [`Request`](ErrorKind::Request) for a page, or a page size, of 0.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, users::ListUsers};
/// use eloomi_model::UserMode;
///
/// async fn count(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let mut people = client.stream(ListUsers::new().mode(UserMode::Active).per_page(200));
///     let mut count = 0;
///     while let Some(user) = people.next().await {
///         user?;
///         count += 1;
///     }
///     Ok(count)
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListUsers {
    employee_id: Option<Text>,
    mode: UserMode,
    paging: Paging,
    unpaged: bool,
}

static LIST_USERS: Route = Route::new("listUsers", Method::GET, "/v3/users", Repeat::Safe);

impl ListUsers {
    /// Everybody: active, inactive, pending and suspended.
    pub fn new() -> Self {
        Self {
            employee_id: None,
            // Always sent: one documentation requires it, the other has it as the default.
            mode: UserMode::All,
            paging: Paging::default(),
            unpaged: false,
        }
    }

    /// Only people with this employee id. Documented by the reference alone.
    pub fn employee_id(mut self, employee_id: impl Into<Text>) -> Self {
        self.employee_id = Some(employee_id.into());
        self
    }

    /// Only people in this state.
    pub fn mode(mut self, mode: UserMode) -> Self {
        self.mode = mode;
        self
    }

    /// The page, counted from 1; the one a stream begins with.
    pub fn page(mut self, page: u64) -> Self {
        self.paging.page = Some(page);
        self
    }

    /// How many people a page holds; 100 when streamed. Where the server caps it is unknown.
    pub fn per_page(mut self, people: u32) -> Self {
        self.paging.per_page = Some(people);
        self.unpaged = false;
        self
    }

    /// Names no page size, and a stream reads on until an empty page or a repeated one: in one
    /// answer, if the server's default is everybody, as the later documentation says. Caps and
    /// deadlines are those of a stream, per item and while waiting.
    ///
    /// Costs one request more than there are pages. A server that ignores the page answers
    /// everybody again then; nobody is given twice. If that are 25, they may be one page of a
    /// server that pages and ignores the page all the same: an error.
    pub fn unpaged(mut self) -> Self {
        self.unpaged = true;
        self.paging.per_page = None;
        self
    }
}

impl Default for ListUsers {
    fn default() -> Self {
        Self::new()
    }
}

impl Endpoint for ListUsers {
    type Output = Page<User>;

    fn route(&self) -> &'static Route {
        &LIST_USERS
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        let request = self
            .route()
            .fill(&[])?
            .query("employee_id", self.employee_id.as_ref())
            .query("mode", Some(self.mode));
        self.paging.write(request)?.build()
    }

    fn response(&self, reply: &Reply) -> Result<Page<User>, ResponseError> {
        envelope::page(reply).map(Page::new)
    }
}

impl List for ListUsers {
    type Item = User;

    const ITEMS: &'static str = "data";

    fn for_stream(mut self) -> Self {
        if !self.unpaged {
            self.paging.for_stream();
        }
        self
    }

    fn item(&self, json: &[u8]) -> Result<User, ResponseError> {
        envelope::item(json)
    }

    fn identity(user: &User) -> Option<u64> {
        Some(user.id.number())
    }

    fn end(&self, rest: &Reply, seen: Seen) -> Result<Option<Self>, ResponseError> {
        envelope::end_of_page(rest)?;
        if seen.items == 0 {
            return Ok(None);
        }
        if seen.repeated {
            // Everybody in one answer, unless it looks like one page of the older kind.
            return if self.unpaged && seen.items != OLD_DEFAULT {
                Ok(None)
            } else {
                let detail = "the server ignores the page, so what came may not be everybody";
                Err(ResponseError::new(ErrorKind::PageRepeated).detail(detail))
            };
        }
        Ok(Some(Self {
            paging: self.paging.next(),
            ..self.clone()
        }))
    }
}

impl fmt::Debug for ListUsers {
    /// All but the employee id, which tells of a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListUsers")
            .field("employee_id", &self.employee_id.as_ref().map(|_| "_"))
            .field("mode", &self.mode)
            .field("paging", &self.paging)
            .field("unpaged", &self.unpaged)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;

    fn target(request: &ListUsers) -> String {
        request.request().unwrap().uri().to_string()
    }

    /// What a stream asks after a page.
    fn next(
        list: &ListUsers,
        items: usize,
        repeated: bool,
    ) -> Result<Option<ListUsers>, ResponseError> {
        let envelope = r#"{"status_code":200,"data":[]}"#;
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), envelope);
        list.end(&reply, Seen::new(1, items, repeated))
    }

    #[test]
    fn the_mode_is_always_sent() {
        assert_eq!(target(&ListUsers::new()), "/v3/users?mode=all");
    }

    #[test]
    fn a_stream_names_its_page_size() {
        assert_eq!(
            target(&ListUsers::new().for_stream()),
            "/v3/users?mode=all&page=1&per_page=100"
        );
        let own = ListUsers::new().page(3).per_page(7).for_stream();
        assert_eq!(target(&own), "/v3/users?mode=all&page=3&per_page=7");
        assert_eq!(
            target(&ListUsers::new().unpaged().for_stream()),
            "/v3/users?mode=all"
        );
    }

    #[test]
    fn the_last_word_on_the_page_size_counts() {
        assert_eq!(
            ListUsers::new().unpaged().per_page(7),
            ListUsers::new().per_page(7)
        );
        assert_eq!(
            ListUsers::new().per_page(7).unpaged(),
            ListUsers::new().unpaged()
        );
    }

    #[test]
    fn a_short_page_is_not_the_end() {
        let list = ListUsers::new().for_stream();
        let next = next(&list, 1, false).unwrap().unwrap();
        assert_eq!(target(&next), "/v3/users?mode=all&page=2&per_page=100");
    }

    #[test]
    fn an_empty_page_is_the_end_also_after_an_empty_page() {
        let list = ListUsers::new().for_stream();
        assert_eq!(next(&list, 0, false).unwrap(), None);
        assert_eq!(next(&list, 0, true).unwrap(), None);
    }

    #[test]
    fn a_repeated_page_ends_only_a_list_that_names_no_page_size() {
        let error = next(&ListUsers::new().for_stream(), 100, true).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PageRepeated);
        let unpaged = ListUsers::new().unpaged().for_stream();
        assert_eq!(next(&unpaged, 100, true).unwrap(), None);
        assert!(
            next(&unpaged, 25, true).is_err(),
            "perhaps one page of many"
        );
    }
}
