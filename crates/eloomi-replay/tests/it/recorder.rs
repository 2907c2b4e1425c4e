//! What is recorded of what passes.

mod bodies;
mod files;
mod losses;
mod proxy;

use bytes::Bytes;
use eloomi_core::Transport;
use eloomi_replay::{
    Confidence, HttpVersion, Operations, Origin, Placeholder, Recorder, Recording, Redactor,
    Replayer, Scenario, Scripted, Step, Values,
};
use http::{Method, Request};
use http_body_util::BodyExt as _;

use crate::{redactor::rules, scenario::FOLDER};

/// Nobody's, and not among what may be written.
const SECRET: &str = "sentinel-4711";

fn operations() -> Operations {
    Operations::new(Origin::Simulator, Confidence::Inferred)
        .named("createToken", Method::POST, "/oauth/token")
        .named("getUser", Method::GET, "/v3/users/{id}")
        .named("headUser", Method::HEAD, "/v3/users/{id}")
        .named("listUsers", Method::GET, "/v3/users")
        .file_word("createToken", "token")
}

fn recorder(upstream: impl Transport + 'static) -> Recorder {
    Recorder::new(upstream, Redactor::seeded(rules(), 7), operations())
}

/// What the service of the story answers: the recorded story, but for its secrets.
fn story() -> (Vec<Request<Bytes>>, Scripted) {
    let scenario = Scenario::load(FOLDER).unwrap();
    let values = Values::invented().with(Placeholder::Token, SECRET);
    let exchanges = scenario.files.iter().map(|file| &file.exchange);
    let requests = exchanges
        .clone()
        .map(|it| it.request.to_http("", &values).unwrap());
    let steps = exchanges.map(|it| {
        let answer = it.response.to_http(&values).unwrap();
        let step = Step::status(answer.status().as_u16()).body(it.response.bytes(&values));
        step.header("content-type", "application/json")
            .header("x-further", SECRET)
    });
    (requests.collect(), Scripted::new(steps))
}

/// Asks, and reads the answer to its end.
async fn ask(transport: &dyn Transport, request: Request<Bytes>) -> (u16, Bytes) {
    let answer = transport.send(request).await.unwrap();
    let status = answer.status().as_u16();
    (
        status,
        answer.into_body().collect().await.unwrap().to_bytes(),
    )
}

fn get(target: &str) -> Request<Bytes> {
    Request::get(target).body(Bytes::new()).unwrap()
}

fn names(recording: &Recording) -> Vec<&str> {
    recording
        .files()
        .iter()
        .map(|file| file.name.as_str())
        .collect()
}

async fn recorded_story() -> Recording {
    let (requests, service) = story();
    let recorder = recorder(service);
    for request in requests {
        ask(&recorder, request).await;
    }
    recorder.recording()
}

fn text(recording: &Recording) -> String {
    let exchanges = recording
        .files()
        .iter()
        .map(|file| file.exchange.to_string());
    exchanges.collect()
}

#[tokio::test]
async fn a_story_is_recorded_in_order_under_the_names_of_its_operations() {
    let recording = recorded_story().await;
    assert_eq!(
        names(&recording),
        [
            "01-token.exchange",
            "02-list-users.exchange",
            "03-list-users.exchange",
            "04-token.exchange",
            "05-list-users.exchange",
        ]
    );
    assert_eq!(recording.not_recorded(), []);
    let front = &recording.files()[2].exchange.front;
    assert_eq!(front.description, "listUsers answers 401");
    assert_eq!(
        (front.origin, front.confidence),
        (Origin::Simulator, Confidence::Inferred)
    );
    assert_eq!(front.redaction, Some(rules().version()));
}

#[tokio::test]
async fn nothing_of_what_came_survives_that_no_rule_names() {
    let recording = recorded_story().await;
    let text = text(&recording);
    assert!(!text.contains(SECRET), "{text}");
    assert!(!format!("{recording:?}").contains(SECRET));
    let unknown: Vec<_> = recording
        .unknown()
        .map(|(file, it)| (file, it.place()))
        .collect();
    assert!(
        unknown.contains(&("03-list-users.exchange", "response header x-further")),
        "{unknown:?}"
    );
}

#[tokio::test]
async fn the_same_conversation_gives_the_same_bytes() {
    assert_eq!(text(&recorded_story().await), text(&recorded_story().await));
}

#[tokio::test]
async fn what_was_recorded_is_replayed_in_order() {
    let recording = recorded_story().await;
    let replayer = Replayer::scenario(recording.scenario("the story again", true));
    let recorder = recorder(replayer);
    for file in recording.files() {
        let request = file
            .exchange
            .request
            .to_http("", &Values::invented())
            .unwrap();
        let (status, _) = ask(&recorder, request).await;
        assert_eq!(status, file.exchange.response.status.as_u16());
    }
    assert_eq!(names(&recorder.recording()), names(&recording));
}

#[tokio::test]
async fn each_attempt_is_an_exchange() {
    let recorder = recorder(Scripted::new([
        Step::status(503),
        Step::status(302).header("location", "/v3/users/41"),
        Step::json(200, "{}"),
    ]));
    for _ in 0..3 {
        ask(&recorder, get("/v3/users/40")).await;
    }
    let recording = recorder.recording();
    let statuses: Vec<_> = recording
        .files()
        .iter()
        .map(|it| it.exchange.response.status.as_u16())
        .collect();
    assert_eq!(statuses, [503, 302, 200]);
}

#[tokio::test]
async fn the_caller_says_what_an_exchange_shows() {
    let operations = operations().describe(|front, request, response| {
        front.description = format!("{} {}", request.method(), response.status().as_u16());
        front.confidence = Confidence::Observed;
        front.quirks.push("odd".to_owned());
    });
    let service = Scripted::new([Step::status(204)]);
    let recorder = Recorder::new(service, Redactor::seeded(rules(), 7), operations);
    ask(&recorder, get("/v3/users/40")).await;
    let recording = recorder.recording();
    let front = &recording.files()[0].exchange.front;
    assert_eq!(front.description, "GET 204");
    assert_eq!(front.confidence, Confidence::Observed);
    assert_eq!(front.quirks, ["odd"]);
}

#[tokio::test]
async fn of_a_hundred_exchanges_all_numbers_are_as_long() {
    let recorder = recorder(Scripted::new((0..100).map(|_| Step::status(204))));
    for _ in 0..100 {
        ask(&recorder, get("/v3/users/40")).await;
    }
    let recording = recorder.recording();
    let names = names(&recording);
    assert_eq!(
        [names[0], names[99]],
        ["001-get-user.exchange", "100-get-user.exchange"]
    );
    assert!(names.is_sorted());
}

#[test]
fn a_recorder_prints_nothing_of_what_it_holds() {
    let recorder = recorder(Scripted::new([]));
    assert_eq!(format!("{recorder:?}"), "Recorder { .. }");
}

#[tokio::test]
async fn http_2_is_told_where_it_was_spoken() {
    let scenario = Scenario::load(FOLDER).unwrap();
    for http in [None, Some(HttpVersion::Http2)] {
        let mut token = scenario.files[0].exchange.clone();
        token.front.http = http;
        let request = token.request.to_http("", &Values::invented()).unwrap();
        let recorder = recorder(Replayer::new([token]));
        ask(&recorder, request).await;
        assert_eq!(recorder.recording().files()[0].exchange.front.http, http);
    }
}
