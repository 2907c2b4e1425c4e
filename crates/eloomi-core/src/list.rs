//! An endpoint whose answer is a list inside an envelope.

use crate::{Endpoint, Reply, ResponseError};

/// An [`Endpoint`] that answers a list, so that [`Session::stream`](crate::Session::stream)
/// can give its items one by one, page after page.
///
/// As an endpoint it is one request with one page, mostly a [`Page`]; as a list it also says how an
/// item is read and what to ask next.
pub trait List: Endpoint + Clone + Unpin + 'static {
    /// One entry.
    type Item: Send + 'static;

    /// The member of the envelope that holds the items: `"data"`, `"results"`.
    const ITEMS: &'static str;

    /// Whether two items of one page may have the same identity and still be two. True of a list
    /// whose items have no id: there the identity tells only that a page came again.
    const ALIKE_ON_A_PAGE: bool = false;

    /// The request that a stream begins with. A list that can be paged sets its page size
    /// here, so that a short page never depends on a server's default.
    #[must_use]
    fn for_stream(self) -> Self;

    /// Reads one item.
    ///
    /// # Errors
    ///
    /// [`ResponseError`] if it is not what was expected.
    fn item(&self, json: &[u8]) -> Result<Self::Item, ResponseError>;

    /// What makes two items the same one. Items that move between pages while they are read
    /// are given once; items without identity are given as they come.
    fn identity(item: &Self::Item) -> Option<u64>;

    /// Judges the end of a page, and says what to ask next; `None` ends the list.
    ///
    /// `rest` is the answer without the items, or the whole answer if it was no success.
    ///
    /// # Errors
    ///
    /// [`ResponseError`] if the answer is a refusal, or the list cannot be what it should.
    fn end(&self, rest: &Reply, seen: Seen) -> Result<Option<Self>, ResponseError>;
}

/// What a stream has seen of a list when a page ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seen {
    /// How many pages the stream has seen, this one included.
    pub page: u64,
    /// How many items were on it.
    pub items: usize,
    /// Whether it held nothing new: the page before it again, or items given before and no
    /// others.
    pub repeated: bool,
}

impl Seen {
    /// What was seen, for tests of a [`List`].
    pub fn new(page: u64, items: usize, repeated: bool) -> Self {
        Self {
            page,
            items,
            repeated,
        }
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items, in the order of the answer.
    pub items: Vec<T>,
}

impl<T> Page<T> {
    /// A page of these items.
    pub fn new(items: Vec<T>) -> Self {
        Self { items }
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}
