//! The simulator against the API document: whatever can be answered to a call, on any path that
//! the document has or infers, is an answer that the document has. A new operation is tried without
//! a word here, and needs a route.

use eloomi_sim::Simulator;
use http_body_util::Full;
use hyper::Request;
use hyper::body::Bytes;
use serde_json::Value;

use crate::client::{Answer, authorized, request, send, token};

/// The methods that a path of the document can have, and two that none has.
const METHODS: [&str; 10] = [
    "GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "BREW",
];

/// One method of one path.
#[derive(Clone)]
struct Operation {
    id: String,
    method: String,
    /// With its parameters in braces.
    path: String,
    /// Whether a body is described.
    has_body: bool,
    /// Such as `200` and `5XX`.
    statuses: Vec<String>,
}

impl Operation {
    fn documents(&self, status: u16) -> bool {
        let status = status.to_string();
        self.statuses
            .iter()
            .any(|known| *known == status || *known == format!("{}XX", &status[..1]))
    }

    fn request(
        &self,
        path: &str,
        token: &str,
        body: impl Into<Full<Bytes>>,
    ) -> Request<Full<Bytes>> {
        let mut request = authorized(path, token).map(|_| body.into());
        *request.method_mut() = self.method.parse().unwrap();
        let json = "application/json".parse().unwrap();
        request.headers_mut().insert("content-type", json);
        request
    }
}

/// The operations of the document, which the simulator itself hands out.
async fn operations(sim: &Simulator) -> Vec<Operation> {
    let asked = request("GET", "/openapi.yaml").body(Full::default());
    let answer = send(sim, asked.unwrap()).await;
    let document: Value = serde_saphyr::from_str(answer.text()).unwrap();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let prefix = if item.get("servers").is_some() {
            ""
        } else {
            "/v3"
        };
        for (method, operation) in item.as_object().unwrap() {
            let Some(id) = operation.get("operationId") else {
                continue;
            };
            let responses = operation["responses"].as_object().unwrap();
            operations.push(Operation {
                id: id.as_str().unwrap().to_owned(),
                method: method.to_uppercase(),
                path: format!("{prefix}{path}"),
                has_body: operation.get("requestBody").is_some(),
                statuses: responses.keys().cloned().collect(),
            });
        }
    }
    let inferred = inferred(&document, &operations);
    operations.extend(inferred);
    operations
}

/// The operations of the groups whose paths are inferred. They are described nowhere: they are to
/// answer as the operation of users does that has the same method and as many parameters.
fn inferred(document: &Value, documented: &[Operation]) -> Vec<Operation> {
    let groups = document["x-candidate-operations"].as_array().unwrap();
    let calls = groups
        .iter()
        .filter_map(|group| group.get("operations")?.as_object())
        .flatten();
    let operation = |(id, call): (&String, &Value)| {
        let (method, path) = call.as_str().unwrap().split_once(' ').unwrap();
        let of_users = ["/v3/users", "/v3/users/{userId}"][path.matches('{').count()];
        let like = documented
            .iter()
            .find(|like| like.method == method && like.path == of_users);
        Operation {
            id: id.clone(),
            path: format!("/v3{path}"),
            ..like.unwrap().clone()
        }
    };
    calls.map(operation).collect()
}

/// A path with this in the place of each parameter.
fn filled(template: &str, key: &str) -> String {
    let mut path = String::new();
    let mut rest = template;
    while let Some((before, parameter)) = rest.split_once('{') {
        path.push_str(before);
        path.push_str(key);
        rest = parameter.split_once('}').unwrap().1;
    }
    path + rest
}

/// The behaviour that the last answer showed.
fn shown(sim: &Simulator) -> &'static str {
    sim.requests().last().unwrap().behaviour.unwrap()
}

#[tokio::test]
async fn a_method_that_a_path_does_not_have_is_405() {
    let sim = Simulator::start().await.unwrap();
    let operations = operations(&sim).await;
    let mut refused = 0;
    for template in operations.iter().map(|operation| &operation.path) {
        let of_this_path = operations.iter().filter(|other| other.path == *template);
        let mut known: Vec<&str> = of_this_path.map(|other| other.method.as_str()).collect();
        if known.contains(&"GET") {
            known.push("HEAD"); // comes with it
        }
        for method in METHODS.into_iter().filter(|method| !known.contains(method)) {
            let asked = request(method, &filled(template, "1")).body(Full::default());
            let answer = send(&sim, asked.unwrap()).await;
            assert_eq!(answer.status, 405, "{method} {template}");
            let told = answer.header("allow").unwrap_or_default().split(',');
            for allowed in told {
                assert!(
                    known.contains(&allowed),
                    "{method} {template} is told of {allowed}"
                );
            }
            refused += 1;
        }
    }
    assert!(
        refused > 300,
        "only {refused}: was the document read at all?"
    );
}

/// Asks for everything in a way that is refused, and says which answers the document lacks.
async fn undocumented<R>(sim: &Simulator, refusal: u16, asked: R) -> Vec<String>
where
    R: Fn(&Operation) -> Option<Request<Full<Bytes>>>,
{
    let mut missing = Vec::new();
    let mut refused = 0;
    for operation in operations(sim).await {
        let Some(asked) = asked(&operation) else {
            continue;
        };
        let Answer { status, .. } = send(sim, asked).await;
        refused += u32::from(status == refusal);
        if !operation.documents(status) {
            let by = shown(sim);
            missing.push(format!("{}: {status}, {by}", operation.id));
        }
    }
    assert!(refused > 0, "nothing was answered with {refusal}");
    missing
}

#[tokio::test]
async fn a_call_without_a_token_has_a_documented_answer() {
    let sim = Simulator::start().await.unwrap();
    let asked = |operation: &Operation| {
        let mut asked = operation.request(&filled(&operation.path, "1"), "", "");
        asked.headers_mut().remove("authorization");
        Some(asked)
    };
    assert_eq!(undocumented(&sim, 401, asked).await, [""; 0]);
}

#[tokio::test]
async fn a_call_over_the_limit_has_a_documented_answer() {
    let sim = Simulator::builder().limit(1).start().await.unwrap();
    let token = token(&sim).await;
    send(&sim, authorized("/v3/users?per_page=1", &token)).await;
    let asked =
        |operation: &Operation| Some(operation.request(&filled(&operation.path, "1"), &token, ""));
    assert_eq!(undocumented(&sim, 429, asked).await, [""; 0]);
}

#[tokio::test]
async fn a_key_that_nobody_has_has_a_documented_answer() {
    for (key, refusal) in [
        ("0", 204),
        ("none", 204),
        ("%00", 204),
        ("%FF", 204),
        ("a%2Fb", 404),
    ] {
        let sim = Simulator::start().await.unwrap();
        let token = token(&sim).await;
        let asked = |operation: &Operation| {
            let path = filled(&operation.path, key);
            Some(operation.request(&path, &token, "{}"))
        };
        assert_eq!(undocumented(&sim, refusal, asked).await, [""; 0], "{key}");
    }
}

#[tokio::test]
async fn a_body_that_is_refused_has_a_documented_answer() {
    let long = "x".repeat(1024 * 1024 + 1);
    for (body, refusal) in [
        ("", 400),
        ("{", 400),
        ("[1]", 400),
        ("null", 400),
        (&*long, 413),
    ] {
        let sim = Simulator::start().await.unwrap();
        let token = token(&sim).await;
        let asked = |operation: &Operation| {
            let path = filled(&operation.path, "80001");
            let asked = operation.request(&path, &token, body.to_owned());
            operation.has_body.then_some(asked)
        };
        assert_eq!(undocumented(&sim, refusal, asked).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_query_that_makes_no_sense_has_a_documented_answer() {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    for query in [
        "per_page=0",
        "per_page=x",
        "per_page=-1",
        "mode=x",
        "per_page=%00",
    ] {
        let asked = |operation: &Operation| {
            let path = filled(&operation.path, "80001");
            let is_read = operation.method == "GET";
            is_read.then(|| operation.request(&format!("{path}?{query}"), &token, ""))
        };
        assert_eq!(undocumented(&sim, 400, asked).await, [""; 0], "{query}");
    }
}
