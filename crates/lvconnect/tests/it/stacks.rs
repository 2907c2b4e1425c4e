//! The HTTP stacks: the two of the workspace, and one that a program builds of tower services.

use std::sync::Arc;

use eloomi_core::{Body, Phase, TowerTransport, Transport};
use eloomi_hyper::HyperTransport;
use eloomi_reqwest::ReqwestTransport;
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use tower::util::BoxCloneService;

pub(crate) fn hyper() -> Arc<dyn Transport> {
    Arc::new(HyperTransport::builder().build().unwrap())
}

pub(crate) fn reqwest() -> Arc<dyn Transport> {
    Arc::new(ReqwestTransport::builder().build().unwrap())
}

pub(crate) fn tower() -> Arc<dyn Transport> {
    let client = Client::builder(TokioExecutor::new()).build_http::<Body>();
    Arc::new(TowerTransport::new(
        BoxCloneService::new(client),
        |_: &_| Phase::MaybeSent,
    ))
}
