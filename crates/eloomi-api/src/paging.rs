//! Which page of a list to ask for, and when a list is over.

use eloomi_core::{Reply, RequestBuilder, RequestError, ResponseError, Seen};

use crate::envelope;

/// How many items a streamed page holds unless the caller says otherwise: 1,000 items are ten
/// requests of the 600 a minute.
pub(crate) const PER_PAGE: u32 = 100;

/// The page that a list request asks for; nothing is sent of what is not set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paging {
    pub(crate) page: Option<u64>,
    pub(crate) per_page: Option<u32>,
}

impl Paging {
    /// Names page and size, so that a stream never depends on a server's defaults.
    pub(crate) fn for_stream(&mut self) {
        self.page.get_or_insert(1);
        self.per_page.get_or_insert(PER_PAGE);
    }

    /// Adds both to the query.
    pub(crate) fn write(self, request: RequestBuilder) -> Result<RequestBuilder, RequestError> {
        if self.page == Some(0) {
            return Err(RequestError::new(
                "page",
                "is 0, and pages are counted from 1",
            ));
        }
        if self.per_page == Some(0) {
            return Err(RequestError::new(
                "per_page",
                "is 0, and a page of nothing has no end",
            ));
        }
        Ok(request
            .query("page", self.page)
            .query("per_page", self.per_page))
    }

    /// The page after this one.
    pub(crate) fn next(self) -> Self {
        Self {
            page: Some(self.page.unwrap_or(1).saturating_add(1)),
            ..self
        }
    }

    /// What to ask after a page of a list of which nobody knows whether it has pages: a page
    /// with nothing new on it is the end, for it is what a server answers that ignores `page`.
    pub(crate) fn after(self, rest: &Reply, seen: Seen) -> Result<Option<Self>, ResponseError> {
        envelope::end_of_page(rest)?;
        if seen.items == 0 || seen.repeated {
            return Ok(None);
        }
        Ok(Some(self.next()))
    }
}

/// What a list adds to an answer that is no page.
pub(crate) type Refused<L> = fn(&L, &Reply, ResponseError) -> ResponseError;

/// What lists that are not known to have pages have in common: their setters, how an answer is
/// read, whole or item by item, and what follows a page. The request has a field `paging`;
/// `identity` tells one item from another, `alike` whether two of one page may be the same by it,
/// and `refused` may say more of an answer that is no page. The request itself stays with the
/// list: `route`, and `begin` for all but the page.
macro_rules! paged_list {
    (
        $request:ident: $item:ty,
        route: $route:expr,
        begin: $begin:expr,
        identity: $identity:expr
        $(, alike: $alike:literal)?
        $(, refused: $refused:expr)?
    ) => {
        impl $request {
            /// The page, counted from 1; the one a stream begins with. Whether this list has
            /// pages is not known; a server that ignores it answers the whole list. A stream
            /// of more pages than [`max_pages`](eloomi_core::CallOptions::max_pages) is
            /// [`TooLarge`](eloomi_core::ErrorKind::TooLarge).
            pub fn page(mut self, page: u64) -> Self {
                self.paging.page = Some(page);
                self
            }

            /// How many a page holds; 100 when streamed. A server may ignore it, or cap it.
            pub fn per_page(mut self, count: u32) -> Self {
                self.paging.per_page = Some(count);
                self
            }
        }

        impl eloomi_core::Endpoint for $request {
            type Output = eloomi_core::Page<$item>;

            fn route(&self) -> &'static eloomi_core::Route {
                let route: fn(&Self) -> &'static eloomi_core::Route = $route;
                route(self)
            }

            fn request(&self) -> Result<http::Request<bytes::Bytes>, eloomi_core::RequestError> {
                let begin: fn(
                    &Self,
                )
                    -> Result<eloomi_core::RequestBuilder, eloomi_core::RequestError> = $begin;
                self.paging.write(begin(self)?)?.build()
            }

            fn response(
                &self,
                reply: &eloomi_core::Reply,
            ) -> Result<eloomi_core::Page<$item>, eloomi_core::ResponseError> {
                let page = $crate::envelope::page(reply).map(eloomi_core::Page::new);
                $( let page = page.map_err(|error| {
                    let refused: $crate::paging::Refused<Self> = $refused;
                    refused(self, reply, error)
                }); )?
                page
            }
        }

        impl eloomi_core::List for $request {
            type Item = $item;

            const ITEMS: &'static str = "data";

            $( const ALIKE_ON_A_PAGE: bool = $alike; )?

            fn for_stream(mut self) -> Self {
                self.paging.for_stream();
                self
            }

            fn item(&self, json: &[u8]) -> Result<$item, eloomi_core::ResponseError> {
                $crate::envelope::item(json)
            }

            fn identity(item: &$item) -> Option<u64> {
                let identity: fn(&$item) -> Option<u64> = $identity;
                identity(item)
            }

            fn end(
                &self,
                rest: &eloomi_core::Reply,
                seen: eloomi_core::Seen,
            ) -> Result<Option<Self>, eloomi_core::ResponseError> {
                let next = self.paging.after(rest, seen);
                $( let next = next.map_err(|error| {
                    let refused: $crate::paging::Refused<Self> = $refused;
                    refused(self, rest, error)
                }); )?
                Ok(next?.map(|paging| {
                    let mut list = self.clone();
                    list.paging = paging;
                    list
                }))
            }
        }
    };
}

pub(crate) use paged_list;

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::*;

    fn after(items: usize, repeated: bool) -> Option<Paging> {
        let envelope = r#"{"status_code":200,"data":[]}"#;
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), envelope);
        let mut first = Paging::default();
        first.for_stream();
        first.after(&reply, Seen::new(1, items, repeated)).unwrap()
    }

    #[test]
    fn a_short_page_of_an_unknown_list_is_not_its_end() {
        assert_eq!(after(1, false).unwrap().page, Some(2));
    }

    #[test]
    fn an_empty_page_and_a_repeated_one_end_an_unknown_list() {
        assert_eq!(after(0, false), None);
        assert_eq!(after(100, true), None);
    }
}
