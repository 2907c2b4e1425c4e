//! From whatever went wrong in the pipeline to the caller's error.

use std::sync::Arc;

use http::{HeaderMap, StatusCode};

use crate::{
    Clock, Error, ErrorKind, Phase, Repeat, RequestError, ResponseError, Route, TransportError,
    deadline::Expired, location, read::ReadError, retry_after::retry_after,
};

/// What an error must know of the call it ends.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) route: &'static Route,
    pub(crate) repeat: Repeat,
    pub(crate) clock: Arc<dyn Clock>,
    /// How often it was sent.
    pub(crate) attempts: u32,
    /// How far the attempt got that goes on.
    pub(crate) phase: Phase,
    /// The status of its answer, once the head is here.
    pub(crate) status: Option<StatusCode>,
}

impl Call {
    pub(crate) fn request_error(&self, error: &RequestError) -> Error {
        Error::of_request(self.route, self.repeat, error)
    }

    pub(crate) fn transport_error(&self, error: TransportError) -> Error {
        Error::of_transport(self, error)
    }

    pub(crate) fn timeout_error(&self, expired: Expired) -> Error {
        Error::of_expired(self, expired, self.phase)
    }

    /// An answer came and cannot be read to its end.
    pub(crate) fn read_error(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        error: ReadError,
    ) -> Error {
        let error = match error {
            ReadError::Transport(error) => {
                return Error::of_broken_body(self, status, headers, error);
            }
            ReadError::TooLarge(cap) => {
                ResponseError::new(ErrorKind::TooLarge).detail(format!("more than {cap} bytes"))
            }
            ReadError::Encoding => ResponseError::new(ErrorKind::Decode)
                .detail("its content encoding is neither gzip nor identity"),
            ReadError::NotGzip => ResponseError::new(ErrorKind::Decode)
                .detail("its content encoding says gzip, and the body is none"),
            ReadError::Bomb(ratio) => ResponseError::new(ErrorKind::TooLarge)
                .detail(format!("more than {ratio} bytes from each byte of gzip")),
            ReadError::TooDeep(cap) => ResponseError::new(ErrorKind::Decode)
                .detail(format!("its JSON is nested deeper than {cap} levels")),
        };
        self.response_error(status, headers, error)
    }

    /// An answer came and is no value.
    pub(crate) fn response_error(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        error: ResponseError,
    ) -> Error {
        let error = match location::origin(headers) {
            Some(origin) if error.kind() == ErrorKind::Redirected => {
                error.detail_or(format!("it leads to {origin}"))
            }
            _ => error,
        };
        let wait = retry_after(headers, self.clock.wall());
        Error::of_response(self, status, headers, wait, error)
    }
}
