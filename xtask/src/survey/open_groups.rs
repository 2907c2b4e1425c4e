//! The names of the groups that share their requests, and the routes that these have with them.

use crate::survey::files::Files;
use crate::survey::requests::Declared;
use crate::survey::rust::{Token, begins_with, group_end, tokens_without_tests};

/// Where the groups have their names.
pub(crate) const PATH: &str = "crates/eloomi-api/src/open/group.rs";

/// What stands in a route in the place of a name.
pub(super) const PARAMETER: &str = "/{group}";

/// A route that is for any group becomes one for each.
pub(crate) fn spread(files: &Files, declared: Vec<Declared>) -> Vec<Declared> {
    let names = files.get(PATH).map(names).unwrap_or_default();
    let mut all = Vec::new();
    for route in declared {
        if !route.path.contains(PARAMETER) {
            all.push(route);
            continue;
        }
        all.extend(names.iter().map(|name| Declared {
            path: route.path.replace(PARAMETER, &format!("/{name}")),
            ..route.clone()
        }));
    }
    all
}

/// The texts that `fn as_str` gives.
fn names(source: &str) -> Vec<&str> {
    let tokens = tokens_without_tests(source);
    let function = (0..tokens.len()).find(|at| begins_with(&tokens[*at..], &["fn", "as_str"]));
    let body = function.and_then(|at| (at..tokens.len()).find(|at| tokens[*at].is("{")));
    let names = body.and_then(|open| Some(&tokens[open..group_end(&tokens, open)?]));
    let texts = names.unwrap_or_default().iter();
    texts.filter_map(Token::text).collect()
}

#[cfg(test)]
mod tests {
    use super::{PATH, spread};
    use crate::survey::files::Files;
    use crate::survey::requests;

    const GROUPS: &str = "\
impl Group {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Goals => \"goals\",
            Self::Hats => \"top-hats\",
        }
    }
    pub fn path(self) -> String { format!(\"/v3/{self}\") }
}
";

    #[test]
    fn a_route_of_any_group_is_a_route_of_each() {
        let file = "crates/a/src/get_open.rs";
        let source = "static A: Route = Route::new(\"getOpen\", Method::GET, \"/v3/{group}/{id}\");
            static B: Route = Route::new(\"getOpen\", Method::GET, \"/…/{id}\");
            static C: Route = Route::new(\"getUser\", Method::GET, \"/v3/users/{id}\");
            impl Endpoint for GetOpen {}";
        let files = Files::of([(PATH, GROUPS), (file, source)]);
        let (declared, findings) = requests::read(&files);
        assert_eq!(findings, [""; 0]);
        let paths: Vec<_> = spread(&files, declared)
            .into_iter()
            .map(|route| route.path)
            .collect();
        assert_eq!(
            paths,
            ["/v3/goals/{id}", "/v3/top-hats/{id}", "/v3/users/{id}"]
        );
    }
}
