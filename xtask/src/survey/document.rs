//! The operations of the API, as its document describes them.

use std::collections::BTreeSet;

use crate::survey::files::Files;
use crate::survey::inferred_groups::{Candidate, Guess, InferredGroup};
use crate::survey::path;
use crate::survey::yaml::{self, Node};

/// Where the document lies.
pub(crate) const PATH: &str = "docs/api/eloomi-v3.yaml";

/// The methods that a path of OpenAPI can have.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// How well something can be known.
const CONFIDENCES: [&str; 3] = ["documented", "observed", "inferred"];

/// What is read of it.
#[derive(Debug)]
pub(crate) struct ApiDocument {
    /// In their order.
    pub(crate) operations: Vec<Operation>,
    /// The groups that have a name and no path.
    pub(crate) groups: Vec<InferredGroup>,
    /// Calls that are mere guesses.
    pub(crate) guesses: Vec<Guess>,
    /// Every quirk that it names anywhere, with the line.
    pub(crate) quirks: Vec<(usize, String)>,
    /// Calls that are recorded and are no operations, as `PATCH /users/{user}`.
    pub(crate) no_operations: Vec<String>,
    /// Where it lies.
    pub(crate) path: &'static str,
}

/// One method of one path.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// Its `operationId`.
    pub(crate) id: String,
    /// The line of the method.
    pub(crate) line: usize,
    /// In capitals.
    pub(crate) method: String,
    /// The template, with what the server's address has in front of it.
    pub(crate) path: String,
    /// How well it is known; an error if the document does not say.
    pub(crate) confidence: Result<String, String>,
    /// What it names in `x-quirks`.
    pub(crate) quirks: Vec<String>,
    /// Its responses, in their order.
    pub(crate) answers: Vec<Answer>,
    /// The grants of OAuth that it exchanges, each of which an exchange must show.
    pub(crate) grants: Vec<String>,
    /// The document that has it.
    pub(crate) document: &'static str,
}

/// One response of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// `200`, or `5XX` for all of them.
    pub(crate) status: String,
    /// The name of the component; the status if it has none.
    pub(crate) name: String,
    /// How well it is known.
    pub(crate) confidence: String,
}

impl Answer {
    /// Whether a response with this status is one of these.
    pub(crate) fn has(&self, status: &str) -> bool {
        self.status == status
            || (self.status.ends_with("XX") && self.status.get(..1) == status.get(..1))
    }
}

impl ApiDocument {
    /// Reads the document of the People API.
    pub(crate) fn read(files: &Files) -> Result<Self, String> {
        Self::read_at(files, PATH)
    }

    /// Reads the document that lies there.
    pub(crate) fn read_at(files: &Files, at: &'static str) -> Result<Self, String> {
        let root = yaml::read(files.text(at)?, 1).map_err(|error| format!("{at}: {error}"))?;
        let prefix = server_path(&root).unwrap_or_default();
        let mut document = Self {
            operations: Vec::new(),
            groups: Vec::new(),
            guesses: Vec::new(),
            quirks: Vec::new(),
            no_operations: texts(&root, "x-no-operations"),
            path: at,
        };
        let paths = root.get("paths").map_or(&[][..], Node::members);
        for (own_path, item) in paths {
            for (method, node) in item.members() {
                if !METHODS.contains(&method.as_str()) {
                    continue;
                }
                let before = server_path(node)
                    .or_else(|| server_path(item))
                    .unwrap_or_else(|| prefix.clone());
                document.operations.push(Operation::read(
                    at,
                    &root,
                    node,
                    method,
                    before + own_path,
                )?);
            }
        }
        document.refuse_doubles()?;
        for node in root
            .get("x-candidate-operations")
            .map_or(&[][..], Node::items)
        {
            match Candidate::read(node, &prefix)? {
                Candidate::Group(group) => document.groups.push(group),
                Candidate::Guess(guess) => document.guesses.push(guess),
            }
        }
        collect_quirks(&root, &mut document.quirks);
        Ok(document)
    }

    /// The operation that a request reaches.
    pub(crate) fn reached_by(&self, method: &str, path: &str) -> Option<&Operation> {
        // A path with fewer parameters is the nearer one: `/users/me` before `/users/{id}`.
        self.operations
            .iter()
            .filter(|operation| operation.method == method && path::fits(path, &operation.path))
            .min_by_key(|operation| operation.path.matches('{').count())
    }

    /// The operation of that name.
    pub(crate) fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == id)
    }

    fn refuse_doubles(&self) -> Result<(), String> {
        let mut seen = BTreeSet::new();
        for operation in &self.operations {
            if !seen.insert(&operation.id) {
                let (id, line, at) = (&operation.id, operation.line, self.path);
                return Err(format!("{at}:{line}: a second operation named {id}"));
            }
        }
        Ok(())
    }
}

impl Operation {
    fn read(
        at: &'static str,
        root: &Node,
        node: &Node,
        method: &str,
        path: String,
    ) -> Result<Self, String> {
        let line = node.line;
        let id = node
            .text("operationId")
            .ok_or_else(|| format!("{at}:{line}: {method} {path} has no operationId"))?;
        let answers = node.get("responses").map_or(&[][..], Node::members);
        Ok(Self {
            id: id.to_owned(),
            line,
            method: method.to_uppercase(),
            path,
            confidence: confidence(at, node, id),
            quirks: texts(node, "x-quirks"),
            grants: texts(node, "x-grants"),
            document: at,
            answers: answers
                .iter()
                .map(|(status, node)| Answer::read(at, root, status, node))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The answer that says that it was done.
    pub(crate) fn success(&self) -> Option<&Answer> {
        self.answers
            .iter()
            .find(|answer| answer.status.starts_with('2'))
    }

    /// Whether this answer is anything but the success.
    pub(crate) fn is_refusal(&self, answer: &Answer) -> bool {
        self.success() != Some(answer)
    }
}

impl Answer {
    fn read(at: &str, root: &Node, status: &str, node: &Node) -> Result<Self, String> {
        let mut described = node;
        let mut name = status;
        if let Some(reference) = node.text("$ref") {
            name = reference.rsplit('/').next().unwrap_or_default();
            described = reference
                .trim_start_matches("#/")
                .split('/')
                .try_fold(root, |node, key| node.get(key))
                .ok_or_else(|| format!("{at}:{}: {reference} is not there", node.line))?;
        }
        let confidence = described.text("x-confidence").unwrap_or("documented");
        Ok(Self {
            status: status.to_owned(),
            name: name.to_owned(),
            confidence: confidence.to_owned(),
        })
    }
}

fn confidence(at: &str, node: &Node, id: &str) -> Result<String, String> {
    let known = CONFIDENCES.join(", ");
    match node.text("x-confidence") {
        Some(word) if CONFIDENCES.contains(&word) => Ok(word.to_owned()),
        Some(word) => Err(format!(
            "{at}:{}: x-confidence of {id} is `{word}`; there are {known}",
            node.line
        )),
        None => Err(format!(
            "{at}:{}: {id} has no x-confidence; there are {known}",
            node.line
        )),
    }
}

/// The path in the address of the first server, if servers are given here.
fn server_path(node: &Node) -> Option<String> {
    let url = node.get("servers")?.items().first()?.text("url")?;
    let behind_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = behind_scheme.find('/').map(|at| &behind_scheme[at..]);
    Some(path.unwrap_or_default().trim_end_matches('/').to_owned())
}

fn texts(node: &Node, key: &str) -> Vec<String> {
    let items = node.get(key).map_or(&[][..], Node::items);
    let texts = items.iter().filter_map(Node::as_text);
    texts.map(str::to_owned).collect()
}

fn collect_quirks(node: &Node, quirks: &mut Vec<(usize, String)>) {
    for item in node.get("x-quirks").map_or(&[][..], Node::items) {
        quirks.extend(item.as_text().map(|id| (item.line, id.to_owned())));
    }
    for below in node.items() {
        collect_quirks(below, quirks);
    }
    for (_, below) in node.members() {
        collect_quirks(below, quirks);
    }
}

#[cfg(test)]
mod tests {
    use super::{ApiDocument, PATH};
    use crate::survey::files::Files;

    const TEXT: &str = "\
servers:
  - url: https://api.example/v3
paths:
  /oauth/token:
    servers:
      - url: https://api.example
    post:
      operationId: createToken
      x-confidence: documented
      responses:
        '200':
          description: A token.
  /users/{userId}:
    parameters:
      - name: userId
    get:
      operationId: getUser
      x-confidence: observed
      x-quirks:
        - q-one
      responses:
        '200':
          $ref: '#/components/responses/User'
        '204':
          $ref: '#/components/responses/Nobody'
        5XX:
          $ref: '#/components/responses/Down'
components:
  responses:
    User:
      description: A person.
    Nobody:
      x-quirks:
        - q-two
    Down:
      x-confidence: inferred
x-candidate-operations:
  - group: goals
    operations:
      listOpen: GET /goals
      getOpen: GET /goals/{id}
    known: a title
  - group: hats
    method: PUT
    path: unknown
";

    fn read(text: &str) -> Result<ApiDocument, String> {
        ApiDocument::read(&Files::of([(PATH, text)]))
    }

    #[test]
    fn paths_begin_with_what_their_server_has() {
        let document = read(TEXT).unwrap();
        let paths: Vec<_> = document
            .operations
            .iter()
            .map(|operation| format!("{} {}", operation.method, operation.path))
            .collect();
        assert_eq!(paths, ["POST /oauth/token", "GET /v3/users/{userId}"]);
        let reached = document.reached_by("GET", "/v3/users/40").unwrap();
        assert_eq!((reached.id.as_str(), reached.line), ("getUser", 16));
        assert!(document.reached_by("PUT", "/v3/users/40").is_none());
        assert!(document.reached_by("GET", "/users/40").is_none());
    }

    #[test]
    fn answers_are_known_as_well_as_their_component_says() {
        let document = read(TEXT).unwrap();
        let operation = document.operation("getUser").unwrap();
        let told: Vec<_> = operation
            .answers
            .iter()
            .map(|answer| (answer.name.as_str(), answer.confidence.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("User", "documented"),
                ("Nobody", "documented"),
                ("Down", "inferred")
            ]
        );
        assert_eq!(operation.success().unwrap().status, "200");
        assert!(operation.is_refusal(&operation.answers[1]));
        assert!(operation.answers[2].has("503") && !operation.answers[2].has("404"));
    }

    #[test]
    fn quirks_are_found_wherever_they_stand() {
        let document = read(TEXT).unwrap();
        assert_eq!(
            document.quirks,
            [(20, "q-one".to_owned()), (34, "q-two".to_owned())]
        );
    }

    #[test]
    fn a_candidate_with_operations_is_a_group_and_any_other_a_guess() {
        let document = read(TEXT).unwrap();
        let [goals] = &document.groups[..] else {
            panic!("{:?}", document.groups);
        };
        assert_eq!(
            (goals.name.as_str(), goals.known.as_str()),
            ("goals", "a title")
        );
        let one = goals.reached_by("GET", "/v3/goals/7").unwrap();
        assert_eq!(
            (one.id.as_str(), one.path.as_str()),
            ("getOpen", "/v3/goals/{id}")
        );
        assert!(goals.reached_by("PUT", "/v3/goals/7").is_none());
        let guesses: Vec<_> = document.guesses.iter().map(|guess| &guess.call).collect();
        assert_eq!(guesses, ["PUT unknown"]);
    }

    #[test]
    fn a_candidate_that_is_neither_is_named_with_its_line() {
        for (from, to, part) in [
            ("    known: a title\n", "", ":38: a candidate without known"),
            ("    path: unknown\n", "", ":43: a candidate without path"),
            (
                "GET /goals\n",
                "GET goals\n",
                ":40: listOpen is no method and path",
            ),
        ] {
            let error = read(&TEXT.replace(from, to)).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn what_the_document_leaves_out_is_named() {
        let without = TEXT.replace("      x-confidence: observed\n", "");
        let document = read(&without).unwrap();
        let error = document.operations[1].confidence.clone().unwrap_err();
        assert!(
            error.contains(":16: getUser has no x-confidence"),
            "{error}"
        );

        let error = read(&TEXT.replace("operationId: getUser", "tags: x")).unwrap_err();
        assert!(error.contains("has no operationId"), "{error}");
        let error = read(&TEXT.replace("getUser", "createToken")).unwrap_err();
        assert!(error.contains("second operation"), "{error}");
        let error = read(&TEXT.replace("    Nobody:", "    Somebody:")).unwrap_err();
        assert!(error.contains("Nobody is not there"), "{error}");
    }
}
