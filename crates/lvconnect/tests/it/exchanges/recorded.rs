//! The files, and the requests of them that no type can say.

use std::path::Path;

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_replay::{Exchange, ExchangeFile, RecordedRequest, Values};
use http::{Method, Request, Uri};

/// All of them, named like `106-list-default.exchange`, in the order in which they were recorded.
pub(super) fn all() -> Vec<ExchangeFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/lvconnect");
    Exchange::load_dir(folder).unwrap_or_else(|error| panic!("{error}"))
}

/// A recorded request as it stands in its file, whose answer is read as that of another request.
pub(super) struct AsRecorded<'a, E> {
    pub(super) request: &'a RecordedRequest,
    pub(super) read_as: E,
}

static READS: Route = Route::new("asRecorded", Method::GET, "/…", Repeat::Safe);
static WRITES: Route = Route::new("asRecorded", Method::POST, "/…", Repeat::Never);

impl<E: Endpoint> Endpoint for AsRecorded<'_, E> {
    type Output = E::Output;

    fn route(&self) -> &'static Route {
        if self.request.method().is_safe() {
            &READS
        } else {
            &WRITES
        }
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        let nowhere = "http://nowhere.invalid";
        let filled = self.request.to_http(nowhere, &Values::invented());
        let mut request = filled.map_err(|_| RequestError::new("request", "is none"))?;
        let target = request.uri().path_and_query().cloned();
        *request.uri_mut() = Uri::from(target.expect("every recorded target begins with a slash"));
        Ok(request)
    }

    fn response(&self, reply: &Reply) -> Result<E::Output, ResponseError> {
        self.read_as.response(reply)
    }
}
