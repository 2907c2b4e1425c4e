//! Where a thing of an open group is.

use std::fmt;

use eloomi_core::{Reply, RequestBuilder, RequestError, ResponseError, Route};
use eloomi_wire::NumberOrText;

use super::Group;
use crate::inferred_path::{ChosenPath, Routes};

/// A group, or one thing of it.
#[derive(Clone, PartialEq)]
pub(super) struct Place {
    group: Group,
    id: Option<NumberOrText>,
    pub(super) path: ChosenPath,
}

impl Place {
    /// The whole group.
    pub(super) fn all(group: Group) -> Self {
        Self {
            group,
            id: None,
            path: ChosenPath::default(),
        }
    }

    /// One thing.
    pub(super) fn one(group: Group, id: impl Into<NumberOrText>) -> Self {
        Self {
            id: Some(id.into()),
            ..Self::all(group)
        }
    }

    pub(super) fn route(&self, routes: &'static Routes) -> &'static Route {
        self.path.route(routes)
    }

    pub(super) fn fill(&self, routes: &'static Routes) -> Result<RequestBuilder, RequestError> {
        let group: [&dyn fmt::Display; 1] = [&self.group];
        let id = self.id.iter().map(|id| id as &dyn fmt::Display);
        let values: Vec<_> = group.into_iter().chain(id).collect();
        self.path.fill(routes, &values, &values[1..])
    }

    /// Says of a refusal that the path may be wrong, if it may.
    pub(super) fn explained(&self, reply: &Reply, error: ResponseError) -> ResponseError {
        self.path.explained(&self.group.path(), reply, error)
    }
}

impl fmt::Debug for Place {
    /// All but the id, which may be anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Place");
        shown.field("group", &self.group).field("path", &self.path);
        if self.id.is_some() {
            shown.field("id", &format_args!("_"));
        }
        shown.finish()
    }
}

#[cfg(test)]
mod tests {
    use eloomi_core::Repeat;
    use http::Method;

    use super::*;
    use crate::inferred_path::routes;

    static ROUTES: Routes = routes!(
        "getOpen",
        Method::GET,
        "/v3/{group}/{id}",
        "/…/{id}",
        Repeat::Safe
    );

    fn target(place: &Place) -> Result<String, RequestError> {
        Ok(place.fill(&ROUTES)?.build()?.uri().to_string())
    }

    #[test]
    fn an_id_is_one_encoded_segment_wherever_the_group_is() {
        for path in [None, Some("/v3/goals".into())] {
            let mut place = Place::one(Group::Goals, "a/b");
            place.path = ChosenPath(path);
            assert_eq!(target(&place).unwrap(), "/v3/goals/a%2Fb");
            place.id = Some("..".into());
            assert_eq!(target(&place).unwrap_err().part(), "id");
        }
    }

    #[test]
    fn debug_shows_neither_id_nor_path() {
        let mut place = Place::one(Group::Goals, "jane-4711");
        place.path = ChosenPath(Some("/v3/jane".into()));
        let shown = format!("{place:?}");
        assert_eq!(shown, "Place { group: Goals, path: Elsewhere(_), id: _ }");
    }
}
