//! The proxy of the environment.

use std::env;

use eloomi_core::BoxError;
use reqwest::{NoProxy, Proxy};

/// The proxy for `https` that the environment names, if it names one. Plain HTTP needs none: it
/// goes to loopback alone, which no proxy could reach, and where reqwest would send it all the
/// same.
pub(crate) fn from_env() -> Option<Result<Proxy, BoxError>> {
    let named = |name| {
        env::var(name)
            .ok()
            .filter(|url: &String| !url.trim().is_empty())
    };
    let url = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
        .into_iter()
        .find_map(named)?;
    let exempt = ["NO_PROXY", "no_proxy"].into_iter().find_map(named);
    let exempt = format!("{},127.0.0.0/8,::1", exempt.unwrap_or_default());
    let proxy = Proxy::https(url)
        .map(|proxy| proxy.no_proxy(NoProxy::from_string(&exempt)))
        .map_err(|error| error.without_url().into());
    Some(proxy)
}
