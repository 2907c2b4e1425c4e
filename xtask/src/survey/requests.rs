//! The request types: files that declare routes, and the type that they make an `Endpoint`.

use crate::survey::files::Files;
use crate::survey::rust::{Token, begins_with, tokens_without_tests};

/// What the path of a route begins with that leads wherever its user says: it belongs to no
/// operation.
const ANY_PATH: &str = "/…";

/// A route that a request type declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Declared {
    /// The type that is the endpoint.
    pub(crate) request: String,
    /// The file.
    pub(crate) file: String,
    /// The line of the route.
    pub(crate) line: usize,
    /// The operation it names.
    pub(crate) operation: String,
    /// In capitals.
    pub(crate) method: String,
    /// The template.
    pub(crate) path: String,
}

/// Every route in the sources, and what is wrong with those that cannot be read.
pub(crate) fn read(files: &Files) -> (Vec<Declared>, Vec<String>) {
    let mut routes = Vec::new();
    let mut findings = Vec::new();
    for (file, source) in files.sources() {
        // To take every source apart would be slow.
        if !source.contains("Route::new(") {
            continue;
        }
        let tokens = tokens_without_tests(source);
        for at in 0..tokens.len() {
            if !begins_with(&tokens[at..], &["Route", ":", ":", "new", "("]) {
                continue;
            }
            let line = tokens[at].line;
            match arguments(&tokens[at + 5..]) {
                Some((_, _, path)) if path.starts_with(ANY_PATH) => {}
                Some((operation, method, path)) => match endpoint(&tokens) {
                    Some(request) => routes.push(Declared {
                        request: request.to_owned(),
                        file: file.to_owned(),
                        line,
                        operation: operation.to_owned(),
                        method: method.to_owned(),
                        path: path.to_owned(),
                    }),
                    None => findings.push(format!(
                        "{file}:{line}: a route of {operation}, but the file has no `impl \
                         Endpoint for …`"
                    )),
                },
                None => findings.push(format!(
                    "{file}:{line}: a route must begin with its operation, `Method::…` and its \
                     path, written out, for cargo xtask coverage to read it"
                )),
            }
        }
    }
    (routes, findings)
}

/// Operation, method and path.
fn arguments<'t>(tokens: &[Token<'t>]) -> Option<(&'t str, &'t str, &'t str)> {
    let operation = tokens.first()?.text()?;
    let rest = &tokens[1..];
    let method = [
        &[",", "Method", ":", ":"][..],
        &[",", "http", ":", ":", "Method", ":", ":"],
    ]
    .into_iter()
    .find(|wanted| begins_with(rest, wanted))
    .map(|wanted| &rest[wanted.len()..])?;
    let path = method.get(1).filter(|token| token.is(","));
    let path = path.and(method.get(2))?.text()?;
    Some((operation, method.first()?.word()?, path))
}

/// The first type for which the file implements `Endpoint`.
fn endpoint<'t>(tokens: &[Token<'t>]) -> Option<&'t str> {
    let at = tokens
        .windows(2)
        .position(|pair| begins_with(pair, &["Endpoint", "for"]))?;
    tokens.get(at + 2)?.word()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::survey::files::Files;

    const FILE: &str = "crates/a/src/get_user.rs";

    fn operations(source: &str) -> (Vec<String>, Vec<String>) {
        let (routes, findings) = read(&Files::of([(FILE, source)]));
        let shown = routes.into_iter().map(|route| {
            let (request, operation) = (route.request, route.operation);
            format!("{request} {operation} {} {}", route.method, route.path)
        });
        (shown.collect(), findings)
    }

    #[test]
    fn each_route_of_a_file_is_found_however_its_lines_are_broken() {
        let source = "\
/// static A: Route = Route::new(\"inDocs\", Method::GET, \"/docs\", Repeat::Safe);
static GET_USER: ByKey = ByKey {
    id: Route::new(\"getUser\", Method::GET, \"/v3/users/{id}\", Repeat::Safe),
    email: Route::new(
        \"getUserByEmail\",
        Method::GET,
        \"/v3/users-email/{email}\",
        Repeat::Safe,
    ),
};
impl Endpoint for GetUser {}
#[cfg(test)]
mod tests {
    static B: Route = Route::new(\"inTests\", Method::GET, \"/tests\", Repeat::Safe);
}
";
        let expected = [
            "GetUser getUser GET /v3/users/{id}",
            "GetUser getUserByEmail GET /v3/users-email/{email}",
        ];
        assert_eq!(
            operations(source),
            (expected.map(str::to_owned).to_vec(), vec![])
        );
    }

    #[test]
    fn a_route_to_anywhere_is_of_no_operation() {
        let source = "static A: Route = Route::new(\"raw\", Method::GET, \"/…\", Repeat::Safe);";
        assert_eq!(operations(source), (vec![], vec![]));
    }

    #[test]
    fn a_route_that_cannot_be_read_or_has_no_type_is_a_finding() {
        let (_, findings) = operations("\nstatic A: Route = Route::new(NAME, Method::GET, PATH);");
        assert!(
            findings[0].starts_with("crates/a/src/get_user.rs:2: "),
            "{findings:?}"
        );
        let (_, findings) = operations("static A: Route = Route::new(\"a\", Method::GET, \"/\");");
        assert!(
            findings[0].contains("no `impl Endpoint for …`"),
            "{findings:?}"
        );
    }
}
