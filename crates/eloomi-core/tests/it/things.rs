//! Requests of a made-up service.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use eloomi_core::{
    Endpoint, ErrorKind, List, Page, Repeat, Reply, RequestError, ResponseError, Route, Seen,
};
use http::{HeaderMap, Method, Request};

pub(crate) static GET: Route = Route::new("getThing", Method::GET, "/things/{name}", Repeat::Safe);
pub(crate) static PUT: Route = Route::new(
    "putThing",
    Method::PUT,
    "/things/{name}",
    Repeat::Idempotent,
);
pub(crate) static POST: Route =
    Route::new("addThing", Method::POST, "/things/{name}", Repeat::Never);
static LIST: Route = Route::new("listThings", Method::GET, "/things", Repeat::Safe);

/// A request with whatever target, as somebody's own endpoint may write it; its value is
/// the body of the answer.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) route: &'static Route,
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

pub(crate) fn call(route: &'static Route) -> Call {
    Call {
        route,
        target: "/things/one".to_owned(),
        headers: HeaderMap::new(),
        body: Bytes::new(),
    }
}

impl Call {
    pub(crate) fn target(mut self, target: impl Into<String>) -> Self {
        self.target = target.into();
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(name, value.parse().unwrap());
        self
    }

    pub(crate) fn body(mut self, body: &'static str) -> Self {
        self.body = body.into();
        self
    }
}

impl Endpoint for Call {
    type Output = String;

    fn route(&self) -> &'static Route {
        self.route
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        let mut request = Request::new(self.body.clone());
        *request.method_mut() = self.route.method().clone();
        *request.uri_mut() = self.target.parse().unwrap();
        *request.headers_mut() = self.headers.clone();
        Ok(request)
    }

    fn response(&self, reply: &Reply) -> Result<String, ResponseError> {
        if let Some(refusal) = ResponseError::of_status(reply.status) {
            let said = String::from_utf8_lossy(&reply.body);
            return Err(refusal.server_message(said));
        }
        String::from_utf8(reply.body.to_vec())
            .map_err(|_| ResponseError::new(ErrorKind::Decode).detail("this is no text"))
    }
}

/// The things, paged: `{"data": [{"id": 1}], "last": true}`.
#[derive(Clone, Default)]
pub(crate) struct Things {
    page: u64,
    /// What `end` was told, page by page.
    pub(crate) seen: Arc<Mutex<Vec<Seen>>>,
}

/// A thing is its own JSON text.
pub(crate) type Thing = String;

impl Endpoint for Things {
    type Output = Page<Thing>;

    fn route(&self) -> &'static Route {
        &LIST
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        LIST.fill(&[])?.query("page", Some(self.page)).build()
    }

    fn response(&self, _reply: &Reply) -> Result<Page<Thing>, ResponseError> {
        Ok(Page::new(Vec::new()))
    }
}

/// The same things, of which a page may hold some that are alike.
#[derive(Clone, Default)]
pub(crate) struct AlikeThings(Things);

impl Endpoint for AlikeThings {
    type Output = Page<Thing>;

    fn route(&self) -> &'static Route {
        self.0.route()
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.0.request()
    }

    fn response(&self, reply: &Reply) -> Result<Page<Thing>, ResponseError> {
        self.0.response(reply)
    }
}

impl List for AlikeThings {
    type Item = Thing;
    const ITEMS: &'static str = Things::ITEMS;
    const ALIKE_ON_A_PAGE: bool = true;

    fn for_stream(self) -> Self {
        Self(self.0.for_stream())
    }

    fn item(&self, json: &[u8]) -> Result<Thing, ResponseError> {
        self.0.item(json)
    }

    fn identity(item: &Thing) -> Option<u64> {
        Things::identity(item)
    }

    fn end(&self, rest: &Reply, seen: Seen) -> Result<Option<Self>, ResponseError> {
        self.0.end(rest, seen).map(|next| next.map(Self))
    }
}

impl List for Things {
    type Item = Thing;
    const ITEMS: &'static str = "data";

    fn for_stream(self) -> Self {
        Self { page: 1, ..self }
    }

    fn item(&self, json: &[u8]) -> Result<Thing, ResponseError> {
        let text = String::from_utf8(json.to_vec()).unwrap();
        if text.contains("bad") {
            return Err(ResponseError::new(ErrorKind::Decode).detail("a bad item"));
        }
        Ok(text)
    }

    fn identity(item: &Thing) -> Option<u64> {
        let (_, rest) = item.split_once("\"id\":")?;
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok()
    }

    fn end(&self, rest: &Reply, seen: Seen) -> Result<Option<Self>, ResponseError> {
        self.seen.lock().unwrap().push(seen);
        if let Some(refusal) = ResponseError::of_status(rest.status) {
            return Err(refusal);
        }
        if rest.body.starts_with(b"<") {
            return Err(ResponseError::new(ErrorKind::Decode).detail("this is no envelope"));
        }
        let says_last = String::from_utf8_lossy(&rest.body).contains("\"last\":true");
        if seen.items == 0 || says_last {
            return Ok(None);
        }
        if seen.repeated {
            return Err(ResponseError::new(ErrorKind::PageRepeated));
        }
        let page = self.page + 1;
        Ok(Some(Self {
            page,
            ..self.clone()
        }))
    }
}
