//! The routes that the simulator answers, from the calls that build its router.

use crate::survey::document::Operation;
use crate::survey::files::Files;
use crate::survey::open_groups::PARAMETER;
use crate::survey::rust::{Token, begins_with, group_end, tokens_without_tests};
use crate::survey::service;

/// Where its sources lie.
pub(crate) const DIRECTORY: &str = "crates/eloomi-sim/src/";

/// Where the names of the groups stand that share their routes.
pub(crate) const OPEN_GROUPS: &str = "crates/eloomi-sim/src/eloomi/company/open.rs";

/// The functions of axum that route a method.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// A method and path that it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    /// The file of the router.
    pub(crate) file: String,
    /// The line of the method.
    pub(crate) line: usize,
    /// In capitals.
    pub(crate) method: String,
    /// The template.
    pub(crate) path: String,
}

/// What answers an operation of the staff directory: a file that is named for it. `None` if the
/// simulator does not have the service at all.
pub(crate) fn read_directory(files: &Files, operations: &[Operation]) -> Option<Vec<Answered>> {
    let folder = format!("{}routes/", service::DIRECTORY.simulator);
    files.below(&folder, ".rs").next()?;
    let answered = operations.iter().filter_map(|operation| {
        let name = match operation.id.as_str() {
            "createToken" => "token".to_owned(),
            id => snake(id),
        };
        let file = format!("{folder}{name}.rs");
        files.get(&file)?;
        Some(Answered {
            file,
            line: 1,
            method: operation.method.clone(),
            path: operation.path.clone(),
        })
    });
    Some(answered.collect())
}

/// `getUser` as `get_user`.
fn snake(id: &str) -> String {
    let mut name = String::new();
    for letter in id.chars() {
        if letter.is_uppercase() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

/// Every route, and what is wrong with those that cannot be read.
pub(crate) fn read(files: &Files) -> (Vec<Answered>, Vec<String>) {
    let mut routes = Vec::new();
    let mut findings = Vec::new();
    let own = files.below(DIRECTORY, ".rs");
    for (file, source) in own.filter(|(file, _)| !file.starts_with(service::DIRECTORY.simulator)) {
        // To take every source apart would be slow.
        if !source.contains(".route(") {
            continue;
        }
        let tokens = tokens_without_tests(source);
        for at in 0..tokens.len() {
            if !begins_with(&tokens[at..], &[".", "route", "("]) {
                continue;
            }
            let line = tokens[at + 1].line;
            let inside = group_end(&tokens, at + 2).map(|end| &tokens[at + 3..end]);
            let Some((first, second)) = inside.and_then(two_arguments) else {
                continue;
            };
            match (path(files, file, first), methods(second)) {
                // Neither a path nor a method: this is the `route` of something else.
                (None, methods) if methods.is_empty() => {}
                (Some(path), methods) if !methods.is_empty() => {
                    for path in of_each_group(files, path) {
                        routes.extend(methods.iter().map(|(line, method)| Answered {
                            file: file.to_owned(),
                            line: *line,
                            method: method.clone(),
                            path: path.clone(),
                        }));
                    }
                }
                _ => findings.push(format!(
                    "{file}:{line}: cannot tell the path and methods of this route: write the \
                     path as a text, as module::CONSTANT or as &format!(\"…\"), the methods as `get(…).post(…)`"
                )),
            }
        }
    }
    (routes, findings)
}

/// What stands before and behind the first comma that is in no brackets.
fn two_arguments<'s, 't>(inside: &'s [Token<'t>]) -> Option<(&'s [Token<'t>], &'s [Token<'t>])> {
    let mut at = 0;
    while !inside.get(at)?.is(",") {
        at = group_end(inside, at).unwrap_or(at) + 1;
    }
    Some((&inside[..at], &inside[at + 1..]))
}

/// A path that is for any open group is one for each of them.
fn of_each_group(files: &Files, path: String) -> Vec<String> {
    if !path.contains(PARAMETER) {
        return vec![path];
    }
    let names = files.get(OPEN_GROUPS).map(names).unwrap_or_default();
    let paths = names
        .iter()
        .map(|name| path.replace(PARAMETER, &format!("/{name}")));
    paths.collect()
}

/// What stands behind `name:`, a text or a constant.
fn names(source: &str) -> Vec<String> {
    let tokens = tokens_without_tests(source);
    let values = tokens
        .windows(3)
        .filter(|three| begins_with(three, &["name", ":"]));
    let name = |three: &[Token<'_>]| {
        let text = three[2].text().map(str::to_owned);
        text.or_else(|| constant(source, three[2].word()?))
    };
    values.filter_map(name).collect()
}

/// The path: a text, one to be filled in, or a constant of this file or of the module in front of
/// it.
fn path(files: &Files, file: &str, tokens: &[Token<'_>]) -> Option<String> {
    if let [only] = tokens
        && let Some(text) = only.text()
    {
        return Some(text.to_owned());
    }
    if begins_with(tokens, &["&", "format", "!", "("]) {
        let template = tokens.get(4)?.text()?;
        return Some(template.replace("{{", "{").replace("}}", "}"));
    }
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    let (name, modules) = words.split_last()?;
    let home = modules
        .last()
        .filter(|module| !matches!(**module, "self" | "super" | "crate"));
    let Some(module) = home else {
        return constant(files.get(file)?, name);
    };
    let ends = [format!("/{module}.rs"), format!("/{module}/mod.rs")];
    files
        .below(DIRECTORY, ".rs")
        .filter(|(path, _)| ends.iter().any(|end| path.ends_with(end.as_str())))
        .find_map(|(_, source)| constant(source, name))
}

/// The value of `const NAME: &str = "…";`.
fn constant(source: &str, name: &str) -> Option<String> {
    let tokens = tokens_without_tests(source);
    let at = tokens
        .windows(2)
        .position(|pair| begins_with(pair, &["const", name]))?;
    let value = tokens[at..]
        .iter()
        .take_while(|token| !token.is(";"))
        .find_map(Token::text);
    value.map(str::to_owned)
}

/// The methods of `get(…).post(…)`, with their lines, not those inside the brackets.
fn methods(tokens: &[Token<'_>]) -> Vec<(usize, String)> {
    let mut methods = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let called = tokens.get(at + 1).is_some_and(|token| token.is("("));
        let method = tokens[at]
            .word()
            .filter(|word| called && METHODS.contains(word));
        methods.extend(method.map(|method| (tokens[at].line, method.to_uppercase())));
        at = group_end(tokens, at).unwrap_or(at) + 1;
    }
    methods
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::survey::files::Files;

    const ROUTER: &str = "crates/eloomi-sim/src/eloomi/routes/mod.rs";

    fn answered(source: &str) -> (Vec<String>, Vec<String>) {
        let (routes, findings) = read(&Files::of([
            (ROUTER, source),
            (
                "crates/eloomi-sim/src/eloomi/routes/get_user.rs",
                "pub(super) const BY_ID: &str = \"/v3/users/{id}\";",
            ),
            (
                "crates/eloomi-sim/src/eloomi/routes/token/mod.rs",
                "pub(crate) const PATH: &str =\n    \"/oauth/token\";",
            ),
        ]));
        let shown = routes
            .into_iter()
            .map(|route| format!("{} {}", route.method, route.path));
        (shown.collect(), findings)
    }

    #[test]
    fn routes_are_read_from_the_router_with_the_constants_of_its_modules() {
        let (routes, findings) = answered(
            "const OWN: &str = \"/own\";
             Router::new()
                .route(get_user::BY_ID, get(get_user::by_id).patch(update_user::post(1)))
                .route(\"/openapi.yaml\", routing::get(answer))
                .route(OWN, put(answer))
                .route_layer(from_fn(get(1)))
                .route(asked(1, 2)); journal.route(entry, template.as_str()); router
                .route(token::PATH, post(token::answer))",
        );
        let expected = [
            "GET /v3/users/{id}",
            "PATCH /v3/users/{id}",
            "GET /openapi.yaml",
            "PUT /own",
            "POST /oauth/token",
        ];
        assert_eq!(
            (routes, findings),
            (expected.map(str::to_owned).to_vec(), vec![])
        );
    }

    #[test]
    fn a_route_of_any_open_group_is_a_route_of_each() {
        let groups = "const GOALS: &str = \"goals\";
            const GROUPS: [Start; 2] = [
                Start { name: GOALS, things: &[\"x\"] },
                Start { name: \"top-hats\", things: &[] },
            ];";
        let source = "router.route(&format!(\"/v3/{group}\"), get(list))
            .route(&format!(\"/v3/{group}/{{id}}\"), delete(one))";
        let files = Files::of([(ROUTER, source), (super::OPEN_GROUPS, groups)]);
        let (routes, findings) = read(&files);
        let shown: Vec<_> = routes
            .iter()
            .map(|route| format!("{} {}", route.method, route.path))
            .collect();
        let expected = [
            "GET /v3/goals",
            "GET /v3/top-hats",
            "DELETE /v3/goals/{id}",
            "DELETE /v3/top-hats/{id}",
        ];
        assert_eq!(
            (shown, findings),
            (expected.map(str::to_owned).to_vec(), vec![])
        );
    }

    #[test]
    fn a_route_whose_path_is_nowhere_is_a_finding() {
        for router in [
            ".route(get_user::BY_NAME, get(answer))",
            ".route(\"/a\", any(answer))",
        ] {
            let (_, findings) = answered(router);
            assert!(
                findings[0].contains("mod.rs:1: cannot tell"),
                "{findings:?}"
            );
        }
    }
}
