//! The items of a list, as they arrive.

use std::{
    collections::HashSet,
    fmt,
    future::{Future, poll_fn},
    hash::{DefaultHasher, Hash as _, Hasher as _},
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;

use crate::{
    Error, List, Reply, ResponseError, Seen, Session,
    page::{Arriving, Next, OpenPage},
};

/// The items of a list, page after page. Owned, `Send` and `Unpin`; also a [`Stream`].
/// Dropping it stops everything; after an error it is at its end.
///
/// Holds one item at a time, and the identities of those it gave: an item that moves to a
/// later page while the list is read is given once, as is one that stands twice on a page, unless
/// the list says that [`items may be alike`](List::ALIKE_ON_A_PAGE). An item that moves to an earlier page
/// is missed; no client of a paged list can tell.
///
/// # Examples
///
/// ```
/// use eloomi_core::{Error, List, Session};
///
/// async fn count<L: List>(session: &Session, list: L) -> Result<usize, Error> {
///     let mut items = session.stream(list);
///     let mut count = 0;
///     while let Some(item) = items.next().await {
///         item?;
///         count += 1;
///     }
///     Ok(count)
/// }
/// ```
#[must_use = "a stream asks for nothing until it is polled"]
pub struct Items<L: List> {
    session: Session,
    list: L,
    state: State,
    /// Identities of the items given so far.
    given: HashSet<u64>,
    /// Those of this page, of a list whose items may be alike on a page.
    here: Vec<u64>,
    /// Number of the page, and how many items it has had so far.
    page: u64,
    on_page: usize,
    /// How many of them were not given before.
    new: usize,
    /// Fingerprint of the page's items in their order, and that of the page before.
    fingerprint: DefaultHasher,
    before: Option<u64>,
}

enum State {
    Start,
    Opening(Pin<Box<dyn Future<Output = Result<OpenPage, Error>> + Send>>),
    Reading(Box<Arriving>),
    Done,
}

impl<L: List> Items<L> {
    pub(crate) fn new(session: Session, list: L) -> Self {
        Self {
            session,
            list: list.for_stream(),
            state: State::Start,
            given: HashSet::new(),
            here: Vec::new(),
            page: 1,
            on_page: 0,
            new: 0,
            fingerprint: DefaultHasher::new(),
            before: None,
        }
    }

    /// The next item, or `None` at the end of the list; no trait to import, nothing to pin.
    ///
    /// May be dropped and called again: nothing is lost, and while a page arrives the time
    /// between does not count.
    pub async fn next(&mut self) -> Option<Result<L::Item, Error>> {
        /// Stops the page's clock when nobody waits any more.
        struct Waiting<'a, L: List>(&'a mut Items<L>);

        impl<L: List> Drop for Waiting<'_, L> {
            fn drop(&mut self) {
                if let State::Reading(page) = &mut self.0.state {
                    page.pause();
                }
            }
        }

        let waiting = Waiting(self);
        poll_fn(|cx| Pin::new(&mut *waiting.0).poll_next(cx)).await
    }

    /// All that are left.
    ///
    /// # Errors
    ///
    /// The first that occurs. What came before it is dropped: a list that is silently short
    /// must not pass for the whole.
    pub async fn collect(mut self) -> Result<Vec<L::Item>, Error> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }

    /// Reads an item; `None` if it was given before.
    fn item(&mut self, json: &[u8]) -> Result<Option<L::Item>, ResponseError> {
        self.on_page += 1;
        let item = self.list.item(json).map_err(|error| {
            // Its own position is that within the item.
            let place = format!("item {} of page {}", self.on_page, self.page);
            error.detail_or(place)
        })?;
        let Some(identity) = L::identity(&item) else {
            json.hash(&mut self.fingerprint);
            self.new += 1;
            return Ok(Some(item));
        };
        identity.hash(&mut self.fingerprint);
        let is_new = if L::ALIKE_ON_A_PAGE {
            self.here.push(identity);
            !self.given.contains(&identity)
        } else {
            self.given.insert(identity)
        };
        self.new += usize::from(is_new);
        Ok(is_new.then_some(item))
    }

    /// The page is over: asks the list what comes next.
    fn end_of_page(&mut self, rest: &Reply) -> Result<(), ResponseError> {
        self.given.extend(self.here.drain(..));
        let fingerprint = std::mem::take(&mut self.fingerprint).finish();
        let (items, new) = (
            std::mem::take(&mut self.on_page),
            std::mem::take(&mut self.new),
        );
        let is_same = self.before.replace(fingerprint) == Some(fingerprint);
        let seen = Seen::new(self.page, items, items > 0 && (new == 0 || is_same));
        match self.list.end(rest, seen)? {
            None => self.state = State::Done,
            Some(list) => {
                self.list = list;
                self.page += 1;
                self.state = State::Start;
            }
        }
        Ok(())
    }

    /// One step on the way to the next item; `None` if it did not lead to one.
    fn poll_step(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<L::Item>, Error>> {
        match &mut self.state {
            State::Start => {
                let page = OpenPage::open(self.session.clone(), self.list.clone());
                self.state = State::Opening(Box::pin(page));
            }
            State::Opening(page) => match ready!(page.as_mut().poll(cx))? {
                OpenPage::Arriving(page) => self.state = State::Reading(page),
                OpenPage::Whole(reply) => self.end_of_page(&reply).map_err(|error| {
                    let call = self.session.call_of(self.list.route(), self.list.repeat());
                    call.response_error(reply.status, &reply.headers, error)
                })?,
            },
            State::Reading(page) => {
                let next = ready!(page.poll_next(cx))?;
                // Taken out while the list judges, so that a refusal ends the stream.
                let State::Reading(page) = std::mem::replace(&mut self.state, State::Done) else {
                    return Poll::Ready(Ok(None));
                };
                match next {
                    Next::Item(json) => {
                        let item = self
                            .item(&json)
                            .map_err(|error| page.response_error(error))?;
                        self.state = State::Reading(page);
                        return Poll::Ready(Ok(item));
                    }
                    Next::End(rest) => {
                        self.end_of_page(&rest)
                            .map_err(|error| page.response_error(error))?;
                    }
                }
            }
            State::Done => {}
        }
        Poll::Ready(Ok(None))
    }
}

impl<L: List> Stream for Items<L> {
    type Item = Result<L::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        while !matches!(this.state, State::Done) {
            match ready!(this.poll_step(cx)) {
                Ok(None) => {}
                Ok(Some(item)) => return Poll::Ready(Some(Ok(item))),
                Err(error) => {
                    this.state = State::Done;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
        Poll::Ready(None)
    }
}

impl<L: List> fmt::Debug for Items<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("operation", &self.list.route().operation())
            .field("page", &self.page)
            .finish_non_exhaustive()
    }
}
