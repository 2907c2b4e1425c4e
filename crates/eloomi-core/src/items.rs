//! The items of a list, as they arrive.

use std::{
    fmt,
    future::{Future, poll_fn},
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;

use crate::{
    Error, ErrorKind, List, Reply, ResponseError, Seen, Session,
    attempts::Attempts,
    given::{Given, PageSeen},
    page::{Arriving, Next, OpenPage},
    session::build_request,
};

/// The items of a list, page after page. Owned, `Send` and `Unpin`; also a [`Stream`].
/// Dropping it stops everything; after an error it is at its end, unless it is told to
/// [`resume`](Self::resume).
///
/// A page that fails is asked for again as any request is, also when some of its items have been
/// given: those are not given twice.
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
    given: Given,
    /// Number of the page.
    page: u64,
    /// Whether an error has ended it.
    broke_off: bool,
}

enum State {
    Start,
    Opening(Pin<Box<dyn Future<Output = Result<OpenPage, Error>> + Send>>),
    Reading(Box<Arriving>),
    /// The page has failed; it is asked for again, if at all, with what its attempts have left.
    Resting(Pin<Box<dyn Future<Output = Result<Box<Attempts>, Error>> + Send>>),
    Done,
}

impl<L: List> Items<L> {
    pub(crate) fn new(session: Session, list: L) -> Self {
        Self {
            session,
            list: list.for_stream(),
            state: State::Start,
            given: Given::default(),
            page: 1,
            broke_off: false,
        }
    }

    /// Goes on after an error, from the page that failed; without effect on a stream that no error
    /// has ended. Items that were given are not given again, and the page has its attempts and its
    /// time anew.
    ///
    /// ```
    /// use eloomi_core::{Error, Items, List};
    ///
    /// /// The next item, with patience for a service that is unwell.
    /// async fn next<L: List>(items: &mut Items<L>) -> Option<Result<L::Item, Error>> {
    ///     loop {
    ///         match items.next().await {
    ///             Some(Err(error)) if error.is_retryable() => items.resume(),
    ///             next => return next,
    ///         }
    ///     }
    /// }
    /// ```
    pub fn resume(&mut self) {
        if std::mem::take(&mut self.broke_off) {
            self.given.page_again();
            self.state = State::Start;
        }
    }

    /// The next item, or `None` at the end of the list; no trait to import, nothing to pin.
    ///
    /// May be dropped and called again: nothing is lost, and while a page arrives the time
    /// between does not count. While a page is asked for, its attempt has the time it has, whether
    /// this is called or not.
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
        self.given.meet();
        let item = self.list.item(json).map_err(|error| {
            // Its own position is that within the item.
            let place = format!("item {} of page {}", self.given.met(), self.page);
            error.detail_or(place)
        })?;
        let identity = L::identity(&item);
        let is_due = self.given.is_due(identity, json, L::ALIKE_ON_A_PAGE);
        Ok(is_due.then_some(item))
    }

    /// The page is over: asks the list what comes next.
    fn end_of_page(&mut self, rest: &Reply) -> Result<(), ResponseError> {
        let PageSeen { items, repeated } = self.given.page_over();
        let next = self.list.end(rest, Seen::new(self.page, items, repeated))?;
        match next {
            None => self.state = State::Done,
            Some(_) if self.page >= self.session.options.pages_cap() => {
                let detail = "the list has more pages than `max_pages`: the server may ignore the page; \
                              if the list is that long, ask for larger pages";
                return Err(ResponseError::new(ErrorKind::TooLarge).detail(detail));
            }
            Some(list) => {
                self.given.next_page();
                self.list = list;
                self.page += 1;
                self.state = State::Start;
            }
        }
        Ok(())
    }

    /// Asks for the page at hand.
    fn open(&self, attempts: Box<Attempts>) -> Result<State, Error> {
        let request = build_request(&self.list)?;
        let page = OpenPage::open(*attempts, request, L::ITEMS);
        Ok(State::Opening(Box::pin(page)))
    }

    /// The page has failed, and may be asked for again.
    fn rest(mut attempts: Box<Attempts>, error: Error) -> State {
        State::Resting(Box::pin(async move {
            attempts.again(error).await?;
            Ok(attempts)
        }))
    }

    /// One step on the way to the next item; `None` if it did not lead to one.
    fn poll_step(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<L::Item>, Error>> {
        match &mut self.state {
            State::Start => {
                let (route, repeat) = (self.list.route(), self.list.repeat());
                let attempts = Attempts::new(self.session.clone(), route, repeat);
                self.state = self.open(Box::new(attempts))?;
            }
            State::Opening(page) => match ready!(page.as_mut().poll(cx))? {
                OpenPage::Arriving(page) => self.state = State::Reading(page),
                OpenPage::Whole(mut attempts, reply) => match self.end_of_page(&reply) {
                    Ok(()) => attempts.succeeded(),
                    Err(error) => {
                        let error =
                            attempts
                                .call
                                .response_error(reply.status, &reply.headers, error);
                        self.state = Self::rest(attempts, error);
                    }
                },
            },
            State::Reading(page) => {
                let next = ready!(page.poll_next(cx));
                // Taken out while the list judges, so that a refusal ends the page.
                let State::Reading(mut page) = std::mem::replace(&mut self.state, State::Done)
                else {
                    return Poll::Ready(Ok(None));
                };
                let failed = match next {
                    Ok(Next::Item(json)) => match self.item(&json) {
                        Ok(item) => {
                            self.state = State::Reading(page);
                            return Poll::Ready(Ok(item));
                        }
                        Err(error) => page.response_error(error),
                    },
                    Ok(Next::End(rest)) => match self.end_of_page(&rest) {
                        Ok(()) => {
                            page.attempts.succeeded();
                            return Poll::Ready(Ok(None));
                        }
                        Err(error) => page.response_error(error),
                    },
                    Err(error) => error,
                };
                self.state = Self::rest(page.into_attempts(), failed);
            }
            State::Resting(rest) => {
                let attempts = ready!(rest.as_mut().poll(cx))?;
                self.given.page_again();
                self.state = self.open(attempts)?;
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
                    this.broke_off = true;
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
