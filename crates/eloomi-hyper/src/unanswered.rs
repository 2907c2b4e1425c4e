//! Connections that did not answer.

use hyper_util::client::legacy::connect::CaptureConnection;

/// Takes its connection out of the pool if it is dropped before [`answered`](Self::answered):
/// whoever awaited the request gave up, most often for want of time.
///
/// On HTTP/1.1 hyper closes such a connection by itself. On HTTP/2 the next attempt would meet
/// the same silence (F96). Other requests on the connection are left to finish, and giving up on
/// a healthy one costs a new connection.
pub(crate) struct Unanswered(Option<CaptureConnection>);

impl Unanswered {
    pub(crate) fn new(connection: CaptureConnection) -> Self {
        Self(Some(connection))
    }

    /// The connection is alive, or known to be dead.
    pub(crate) fn answered(mut self) {
        self.0 = None;
    }
}

impl Drop for Unanswered {
    fn drop(&mut self) {
        if let Some(connection) = &self.0
            && let Some(connected) = connection.connection_metadata().as_ref()
        {
            connected.poison();
        }
    }
}
