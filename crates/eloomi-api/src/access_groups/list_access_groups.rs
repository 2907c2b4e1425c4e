//! `GET /v3/access-groups`, as far as is guessed.

use eloomi_core::Repeat;
use eloomi_model::AccessGroup;
use http::Method;

use crate::{
    inferred_path::{ChosenPath, Routes, overridable, routes},
    paging::{Paging, paged_list},
};

/// **Inferred.** Lists the access groups with what they permit; the body is documented, the path is not.
///
/// eloomi names the group in its texts and documents the body of its list; the path stands nowhere.
/// Likely ones are `/v3/access-groups`, which is asked unless [`at`](Self::at) names another,
/// `/v3/groups`, `/v3/access_groups` and `/v3/accessgroups`. Whether one group can be got or
/// written nobody knows.
///
/// `send` fetches one answer; `stream` asks for page after page until one is empty or holds nothing
/// new.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) if the path is wrong; the error says that it is
/// inferred. [`Request`](eloomi_core::ErrorKind::Request) for a page, or a page size, of 0, and for
/// a path that is none.
///
/// # Examples
///
/// ```
/// use eloomi_api::{Client, access_groups::ListAccessGroups};
/// use eloomi_model::AccessPermission;
///
/// async fn who_may_edit_courses(client: &Client) -> Result<usize, eloomi_core::Error> {
///     let groups = client.stream(ListAccessGroups::new().at("/v3/groups")).collect().await?;
///     let may = |permission| permission == &AccessPermission::Learning;
///     Ok(groups.iter().filter(|group| group.permissions.iter().any(may)).count())
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct ListAccessGroups {
    path: ChosenPath,
    paging: Paging,
}

static ROUTES: Routes = routes!(
    "listAccessGroups",
    Method::GET,
    "/v3/access-groups",
    "/…",
    Repeat::Safe
);

impl ListAccessGroups {
    /// All access groups.
    pub fn new() -> Self {
        Self::default()
    }
}

overridable!(ListAccessGroups: path, "/v3/groups");
paged_list!(
    ListAccessGroups: AccessGroup,
    route: |list| list.path.route(&ROUTES),
    begin: |list| list.path.fill(&ROUTES, &[], &[]),
    identity: |group| Some(group.id.number()),
    refused: |list, reply, error| list.path.explained(ROUTES.here.template(), reply, error)
);

#[cfg(test)]
mod tests {
    use eloomi_core::{Endpoint as _, List as _};

    use super::*;

    fn target(request: &ListAccessGroups) -> String {
        request.request().unwrap().uri().to_string()
    }

    #[test]
    fn the_inferred_path_is_asked_unless_another_is_named() {
        assert_eq!(target(&ListAccessGroups::new()), "/v3/access-groups");
        let elsewhere = ListAccessGroups::new().at("/v3/groups").for_stream();
        assert_eq!(target(&elsewhere), "/v3/groups?page=1&per_page=100");
        assert_eq!(elsewhere.route().template(), "/…");
    }

    #[test]
    fn a_path_that_is_none_is_refused_by_name() {
        let request = ListAccessGroups::new().at("https://example.com/v3/groups");
        assert_eq!(request.request().unwrap_err().part(), "path");
    }
}
