//! `GET /users`.

use std::{collections::HashSet, fmt};

use bytes::Bytes;
use eloomi_core::{
    Endpoint, List, Repeat, Reply, RequestBuilder, RequestError, ResponseError, Route, Seen,
    identity_of_text,
};
use eloomi_wire::Text;
use http::{Method, Request};

use crate::{
    User, UserId, UserPage, judge,
    needs::{ANYBODY, Needs},
    target::refuse_malformed,
};

/// How many people a page holds at most (measured).
const MOST: u32 = 100;

/// How many ids one request may name: 270 have been seen to fit into its head, 290 not to, and a
/// proxy may allow less.
const IDS: usize = 100;

/// The longest address and the longest search, in characters (measured).
const LONGEST: usize = 50;

/// The last page that the service can count (measured): 2⁵³ - 1.
const LAST_PAGE: u64 = (1 << 53) - 1;

/// Lists people, those who have left too: look at [`left_at`](User::left_at).
///
/// `send` asks for one page, of 20 people unless [`limit`](Self::limit) says otherwise. `stream`
/// asks for page after page of 100, until it has seen as many as the service says that there are.
/// The service takes no snapshot: who moves to an earlier page meanwhile is missed.
///
/// Needs the scope `users:get`. Sorted by last name, first name and creation, by code point: `Ç`
/// comes after `Z` (measured).
///
/// # Errors
///
/// [`Forbidden`](eloomi_core::ErrorKind::Forbidden) without the scope.
/// [`Request`](eloomi_core::ErrorKind::Request) for what the service is known to refuse, or to
/// answer with somebody else: see the setters.
///
/// # Examples
///
/// ```
/// use lvconnect::{Client, ListUsers};
///
/// async fn who_is_here(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let mut people = client.stream(ListUsers::new());
///     let mut count = 0;
///     while let Some(user) = people.next().await {
///         count += usize::from(user?.left_at.value().is_none());
///     }
///     Ok(count)
/// }
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListUsers {
    email: Text,
    search: Text,
    /// `None` does not ask by id; each is there once.
    ids: Option<Vec<UserId>>,
    /// How many of the ids are done with.
    asked: usize,
    /// Whether there will be other requests for the other ids.
    streamed: bool,
    limit: Option<u32>,
    page: Option<u64>,
}

static LIST_USERS: Route = Route::new("listUsers", Method::GET, "/users", Repeat::Safe);

const NEEDS: Needs = Needs {
    scope: "the scope users:get",
    person: ANYBODY,
};

impl ListUsers {
    /// Everybody.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only who has this address, to the letter. Everybody, if it is empty.
    ///
    /// Of more than 50 characters it is refused: people with longer addresses exist and cannot be
    /// found by them (measured).
    pub fn email(mut self, email: impl Into<Text>) -> Self {
        self.email = email.into();
        self
    }

    /// Only those of whose first or last name one of these words is a part, whatever the case and
    /// the accents. Everybody, if it is empty. An address is no name.
    ///
    /// `First Last` finds everybody who has either. Digits and `_` find others (measured). Of more
    /// than 50 characters, or with a NUL, which the service answers with a 500, it is refused.
    pub fn search(mut self, words: impl Into<Text>) -> Self {
        self.search = words.into();
        self
    }

    /// Only those with these ids. Who is not there is missing without a word, and the order is that
    /// of the list.
    ///
    /// `stream` takes any number of them: it asks for a hundred at a time. `send` is one request and
    /// takes a hundred at most. Refused are: no id at all, because that would list everybody; what
    /// is no id, because the service answers it with a 500; and ids beside an address or a search,
    /// because the service passes over those (measured).
    pub fn ids<I: Into<UserId>>(mut self, ids: impl IntoIterator<Item = I>) -> Self {
        let mut seen = HashSet::new();
        let ids = ids.into_iter().map(Into::into);
        self.ids = Some(ids.filter(|id| seen.insert(id.clone())).collect());
        self.asked = 0;
        self
    }

    /// How many people a page holds, from 1 to 100; 20 where none is named, 100 when streamed.
    pub fn limit(mut self, people: u32) -> Self {
        self.limit = Some(people);
        self
    }

    /// The page, counted from 1; the one a stream begins with. Past the last one there is nobody.
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }

    /// The ids of one request.
    fn batch(&self) -> &[UserId] {
        let rest = self.ids.as_deref().and_then(|ids| ids.get(self.asked..));
        let rest = rest.unwrap_or_default();
        &rest[..rest.len().min(IDS)]
    }

    fn refuse(&self) -> Result<(), RequestError> {
        let refused = |part: &'static str, why: &'static str| Err(RequestError::new(part, why));
        for (part, text) in [("email", &self.email), ("search", &self.search)] {
            if text.chars().count() > LONGEST {
                return refused(
                    part,
                    "is longer than 50 characters, which the service does not take",
                );
            }
            if text.contains('\0') {
                return refused(part, "holds a NUL, of which the service makes a failure");
            }
        }
        if self.limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
            return refused("limit", "is not from 1 to 100");
        }
        if self
            .page
            .is_some_and(|page| !(1..=LAST_PAGE).contains(&page))
        {
            return refused("page", "is not from 1 to 2^53 - 1");
        }
        let Some(ids) = &self.ids else {
            return Ok(());
        };
        if ids.is_empty() {
            return refused(
                "ids",
                "is empty, which would list everybody: leave it off for that",
            );
        }
        if !self.email.is_empty() || !self.search.is_empty() {
            return refused(
                "ids",
                "goes without `email` and `search`, which it turns off",
            );
        }
        ids.iter().try_for_each(|id| refuse_malformed("ids", id))
    }
}

impl Endpoint for ListUsers {
    type Output = UserPage;

    fn route(&self) -> &'static Route {
        &LIST_USERS
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.refuse()?;
        if !self.streamed && self.ids.as_ref().is_some_and(|ids| ids.len() > IDS) {
            let why = "has more than a hundred of them: stream the list, which asks several times";
            return Err(RequestError::new("ids", why));
        }
        let given = |text: &Text| Some(text.clone()).filter(|text| !text.is_empty());
        let request = LIST_USERS
            .fill(&[])?
            .query("limit", self.limit)
            .query("page", self.page)
            .query("email", given(&self.email))
            .query("search", given(&self.search));
        let add = |request: RequestBuilder, id: &UserId| request.query("ids", Some(id));
        self.batch().iter().fold(request, add).build()
    }

    fn response(&self, reply: &Reply) -> Result<UserPage, ResponseError> {
        judge::page(reply, &NEEDS)
    }
}

impl List for ListUsers {
    type Item = User;

    const ITEMS: &'static str = "results";

    fn for_stream(mut self) -> Self {
        self.limit.get_or_insert(MOST);
        self.page.get_or_insert(1);
        self.streamed = true;
        self
    }

    fn item(&self, json: &[u8]) -> Result<User, ResponseError> {
        judge::item(json)
    }

    fn identity(user: &User) -> Option<u64> {
        Some(identity_of_text(user.id.as_str()))
    }

    fn end(&self, rest: &Reply, seen: Seen) -> Result<Option<Self>, ResponseError> {
        let page = judge::page(rest, &NEEDS)?;
        let here = self.page.unwrap_or(1);
        let is_last = page.page_count.is_some_and(|count| here >= count);
        let mut next = self.clone();
        if seen.items > 0 && !is_last {
            next.page = Some(here.saturating_add(1));
            return Ok(Some(next));
        }
        // Nobody of these ids may be there, and somebody of the next.
        next.asked += self.batch().len();
        next.page = Some(1);
        Ok(Some(next).filter(|next| !next.batch().is_empty()))
    }
}

impl fmt::Debug for ListUsers {
    /// All but whom it looks for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_given = |text: &Text| (!text.is_empty()).then_some("_");
        f.debug_struct("ListUsers")
            .field("email", &is_given(&self.email))
            .field("search", &is_given(&self.search))
            .field("ids", &self.ids.as_ref().map(Vec::len))
            .field("limit", &self.limit)
            .field("page", &self.page)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
