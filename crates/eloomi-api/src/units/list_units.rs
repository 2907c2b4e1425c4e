//! `GET /v3/units`.

use eloomi_core::{Repeat, Route};
use eloomi_model::Unit;
use http::Method;

use crate::paging::{Paging, paged_list};

/// Lists all units, as a flat list. Documented; that the list has pages is not.
///
/// `send` fetches one answer, which holds all units as far as is known. `stream` asks for a page
/// after it until one is empty or holds nothing new, so it costs a request more and is whole also
/// where the service has pages.
///
/// # Errors
///
/// [`Request`](eloomi_core::ErrorKind::Request) for a page, or a page size, of 0.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, units::ListUnits};
///
/// async fn roots(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let units = client.stream(ListUnits::new()).collect().await?;
///     Ok(units.iter().filter(|unit| unit.parent_id.is_none()).count())
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListUnits {
    paging: Paging,
}

static LIST_UNITS: Route = Route::new("listUnits", Method::GET, "/v3/units", Repeat::Safe);

impl ListUnits {
    /// All units.
    pub fn new() -> Self {
        Self::default()
    }
}

paged_list!(
    ListUnits: Unit,
    route: |_| &LIST_UNITS,
    begin: |_| LIST_UNITS.fill(&[]),
    identity: |unit| Some(unit.id.number())
);

#[cfg(test)]
mod tests {
    use eloomi_core::{Endpoint as _, List as _};

    use super::*;

    #[test]
    fn one_answer_names_nothing_and_a_stream_names_page_and_size() {
        let target = |request: ListUnits| request.request().unwrap().uri().to_string();
        assert_eq!(target(ListUnits::new()), "/v3/units");
        assert_eq!(
            target(ListUnits::new().for_stream()),
            "/v3/units?page=1&per_page=100"
        );
    }
}
