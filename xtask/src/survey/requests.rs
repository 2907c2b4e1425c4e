//! The request types: files that declare routes, and the type that they make an `Endpoint`.

use crate::survey::files::Files;
use crate::survey::rust::{Token, begins_with, tokens_without_tests};
#[cfg(test)]
use crate::survey::service::PEOPLE;
use crate::survey::service::Service;

/// What the path of a route begins with that leads wherever its user says: it belongs to no
/// operation.
const ANY_PATH: &str = "/…";

/// How routes are made: one, or one that is inferred beside one to anywhere.
const MAKERS: &[(&str, &[&str])] = &[
    ("Route::new(", &["Route", ":", ":", "new", "("]),
    ("routes!(", &["routes", "!", "("]),
];

/// How a file says which type is its endpoint; the second writes the `impl` of a list.
const ENDPOINTS: &[&[&str]] = &[&["Endpoint", "for"], &["paged_list", "!", "("]];

/// What describes how a service is asked for tokens, and the request that is sent there.
const TOKEN_ENDPOINT: &str = "TokenEndpoint";
const TOKEN_REQUEST: &str = "CreateToken";

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

/// Every route of the People API in the sources, and what is wrong with those that cannot be read.
#[cfg(test)]
pub(crate) fn read(files: &Files) -> (Vec<Declared>, Vec<String>) {
    read_of(files, &PEOPLE)
}

/// Every route of a service in the sources, and what is wrong with those that cannot be read.
pub(crate) fn read_of(files: &Files, service: &Service) -> (Vec<Declared>, Vec<String>) {
    let mut routes = Vec::new();
    let mut findings = Vec::new();
    let own = files.sources().filter(|(file, _)| service.has_source(file));
    for (file, source) in own {
        // To take every source apart would be slow.
        if !MAKERS.iter().any(|(text, _)| source.contains(text)) {
            continue;
        }
        let tokens = tokens_without_tests(source);
        for at in 0..tokens.len() {
            let mut makers = MAKERS.iter().map(|(_, maker)| *maker);
            let Some(maker) = makers.find(|maker| begins_with(&tokens[at..], maker)) else {
                continue;
            };
            let line = tokens[at].line;
            let rest = &tokens[at + maker.len()..];
            if begins_with(rest, &["$"]) {
                continue; // within a macro, which is read where it is called
            }
            match arguments(rest) {
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

/// The first type that the file makes an `Endpoint`; of a file that describes a token endpoint, the
/// one request that can be sent there.
fn endpoint<'t>(tokens: &[Token<'t>]) -> Option<&'t str> {
    let of_tokens = tokens.iter().any(|token| token.is(TOKEN_ENDPOINT));
    let own = (0..tokens.len()).find_map(|at| {
        let mut words = ENDPOINTS.iter();
        let words = words.find(|words| begins_with(&tokens[at..], words))?;
        tokens.get(at + words.len())?.word()
    });
    own.or(of_tokens.then_some(TOKEN_REQUEST))
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
    fn a_list_and_an_inferred_route_are_found_where_macros_write_them() {
        let source = "
static ROUTES: Routes = routes!(\"listOpen\", Method::GET, \"/v3/{group}\", \"/…\", Repeat::Safe);
paged_list!(ListOpen: OpenResource, route: |list| list.route(&ROUTES));";
        let expected = vec!["ListOpen listOpen GET /v3/{group}".to_owned()];
        assert_eq!(operations(source), (expected, vec![]));
    }

    #[test]
    fn what_a_macro_writes_is_no_route_before_it_is_called() {
        let source = "macro_rules! routes { ($a:literal) => { Route::new($a, Method::GET) } }";
        assert_eq!(operations(source), (vec![], vec![]));
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
