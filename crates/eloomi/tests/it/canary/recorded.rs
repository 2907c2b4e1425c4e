//! Everything is recorded, and none of it is in the recording.

use std::{
    borrow::Cow,
    collections::BTreeSet,
    ffi::OsString,
    fs,
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use eloomi::{
    Body, CallOptions, Client, ClientCredentials, GetUser, ListUsers, Transport, TransportError,
    bytes::Bytes,
};
use eloomi_replay::{
    Confidence, Operations, Origin, Recorder, Recording, RecordingProxy, Redaction, Redactor,
};
use eloomi_sim::{Canned, Escapes, Matcher, Simulator, Spelling, TokenRefusal};
use http::{HeaderMap, Request, Response};
use http_body_util::BodyExt as _;

use super::{
    canary,
    everything::{Everything, everything},
    own::Own,
    search, search_but,
};
use crate::ground::{Stack, credentials, transport};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/REDACTION.toml");

fn recorder(upstream: Arc<dyn Transport>) -> Arc<Recorder> {
    let rules = Redaction::load(RULES).unwrap();
    let operations = Operations::new(Origin::Simulator, Confidence::Inferred).of_rules(&rules);
    let redactor = Redactor::throwaway(rules);
    Arc::new(Recorder::new(upstream, redactor, operations))
}

fn client(sim: &Simulator, base_url: &str, over: Arc<dyn Transport>) -> Client {
    Client::builder(credentials(sim), over)
        .base_url(base_url)
        .options(CallOptions::new().attempts(1))
        .unlimited()
        .build()
        .unwrap()
}

/// Of a member or a parameter that no rule names the report tells the name, so that somebody can
/// write a rule. It is in no file.
const NAMES: &[&str] = &[
    "OpenResource.member names",
    "sent: member name",
    "sent: query name",
];

/// Writes it, and looks for everything in all that is there and in all that can be printed.
fn holds_nothing(recording: &Recording, sim: &Simulator, own: &Own) {
    let folder = tempfile::tempdir().unwrap();
    let search = search(sim, own);
    recording.write_to(folder.path().join("whole")).unwrap();
    recording
        .write_for_review(folder.path().join("new"))
        .unwrap();
    recording
        .scenario("everything", true)
        .write_to(folder.path().join("scenario"))
        .unwrap();
    let found = search.found_below(folder.path());
    assert!(found.is_empty(), "{found:#?}");
    let search = search_but(NAMES, sim, own);
    search.finds_nothing_in("the recording", &format!("{recording:?}"));
    for (file, unknown) in recording.unknown() {
        search.finds_nothing_in(file, &format!("{unknown} {unknown:?}"));
    }
    for lost in recording.not_recorded() {
        search.finds_nothing_in("what is lost", &format!("{lost} {lost:?}"));
    }
}

#[tokio::test]
async fn a_recording_of_everything_holds_nothing_of_it() {
    let (sim, own) = (canary().await, Own::default());
    let recorder = recorder(transport(Stack::Hyper, None));
    let client = client(&sim, &sim.base_url(), recorder.clone());
    everything(&client, &sim, &own).await;
    let recording = recorder.recording();
    assert!(recording.files().len() > 50, "{}", recording.files().len());
    holds_nothing(&recording, &sim, &own);
}

#[tokio::test]
async fn a_recording_behind_a_port_holds_nothing_either() {
    let (sim, own) = (canary().await, Own::default());
    sim.switch(|switches| {
        switches.gzip = true;
        switches.escapes = Escapes::Php;
        switches.spelling = Spelling::Reference;
    });
    let recorder = recorder(transport(Stack::Hyper, None));
    let proxy = RecordingProxy::start(recorder, sim.base_url())
        .await
        .unwrap();
    let client = client(&sim, proxy.base_url(), transport(Stack::Reqwest, None));
    everything(&client, &sim, &own).await;
    let recording = proxy.recording();
    assert!(recording.files().len() > 50, "{}", recording.files().len());
    holds_nothing(&recording, &sim, &own);
}

/// Keeps what passes, as it is.
struct Bypass {
    upstream: Arc<dyn Transport>,
    kept: Mutex<Vec<u8>>,
}

#[async_trait]
impl Transport for Bypass {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let asked = format!("{} {:?}\n", request.uri(), bare(request.headers()));
        let asked = [asked.as_bytes(), request.body()].concat();
        let (head, body) = self.upstream.send(request).await?.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let came = format!("\n{:?}\n", bare(&head.headers));
        let mut kept = self.kept.lock().unwrap();
        kept.extend([&asked, came.as_bytes(), &body, b"\n"].concat());
        Ok(Response::from_parts(head, Body::from(body)))
    }
}

/// Those that are sensitive, too.
fn bare(headers: &HeaderMap) -> Vec<(&str, Cow<'_, str>)> {
    let headers = headers.iter();
    headers
        .map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())))
        .collect()
}

/// The control: what is recorded above does hold everything.
#[tokio::test]
async fn past_the_redactor_every_sentinel_is_found() {
    let (sim, own) = (canary().await, Own::default());
    sim.switch(|switches| switches.token_refusal = TokenRefusal::Unauthorized);
    let bypass = Arc::new(Bypass {
        upstream: transport(Stack::Hyper, None),
        kept: Mutex::default(),
    });
    let client = client(&sim, &sim.base_url(), bypass.clone());
    everything(&client, &sim, &own).await;
    let wrong = ClientCredentials::new(own.word("client id"), own.word("client secret"));
    let stranger = Client::builder(wrong, bypass.clone())
        .base_url(sim.base_url())
        .build()
        .unwrap();
    stranger.send(ListUsers::new()).await.unwrap_err();
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("bypassed"),
        &*bypass.kept.lock().unwrap(),
    )
    .unwrap();
    let found = search(&sim, &own).found_below(folder.path());
    let found: BTreeSet<_> = found
        .iter()
        .filter_map(|line| line.split(' ').nth(1))
        .collect();
    // Those of dates have a space, and are looked for by their first half.
    let sentinels = sim.sentinels().iter();
    let sentinels = sentinels.map(|one| (one.text.clone(), one.place.to_owned()));
    let missing: Vec<_> = sentinels
        .chain(own.made())
        .filter(|(text, _)| !found.contains(text.split(' ').next().unwrap()))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Answers in which something is wrong, each with values of the canary.
fn mishaps(sim: &Simulator) -> Vec<Canned> {
    let person = sim.person(sim.people()[0].id).unwrap();
    let whole = format!(r#"{{"status_code":200,"data":{person}}}"#);
    let unknown = format!(r#"{{"status_code":200,"data":{{"id":1,"of_tomorrow":{person}}}}}"#);
    let deep = format!(r#"{{"status_code":200,"data":[[{person}],{person}],"more":{person}}}"#);
    let text = serde_json::to_string(&person).unwrap();
    let in_text = format!(r#"{{"status_code":200,"data":{{"id":{text},"first_name":{text}}}}}"#);
    let first = &sim.sentinels()[40].text;
    vec![
        Canned::json(200, whole.clone()).cut_after(whole.len() / 2),
        Canned::json(200, whole[..whole.len() / 2].to_owned()),
        Canned::json(200, format!("\u{feff}{whole}")),
        Canned::json(200, format!("{whole}{whole}")),
        Canned::json(200, unknown),
        Canned::json(200, deep),
        Canned::json(200, in_text),
        Canned::json(503, format!("[{person}]")),
        Canned::new(502)
            .header("content-type", "text/html")
            .body(format!("<html>{person}</html>")),
        Canned::new(200)
            .header("content-type", first)
            .body(person.clone()),
        Canned::new(302).header(
            "location",
            &format!("https://{first}.example.com/{first}?{first}"),
        ),
        Canned::new(401).header("www-authenticate", &format!("Bearer realm=\"{first}\"")),
        Canned::new(429).header("retry-after", first),
        Canned::new(200)
            .header("content-encoding", "gzip")
            .body(person),
        Canned::new(200).header(&format!("x-{first}"), "1"),
        Canned::new(204).header("x-ratelimit-limit", first),
    ]
}

#[tokio::test]
async fn whatever_goes_wrong_a_recording_holds_nothing_of_it() {
    let (sim, own) = (canary().await, Own::default());
    let recorder = recorder(transport(Stack::Hyper, None));
    let client = client(&sim, &sim.base_url(), recorder.clone());
    let answers = mishaps(&sim);
    let count = answers.len();
    for answer in answers {
        sim.answer_next(Matcher::path("/v3/users/1"), answer);
        let _ = client.send(GetUser::new(1)).await;
    }
    sim.drop_next(Matcher::path("/v3/users/1"));
    let _ = client.send(GetUser::new(1)).await;
    let recording = recorder.recording();
    let whole = recording.files().len();
    let lost = recording.not_recorded().len();
    assert!(whole > 8 && lost > 1, "{whole} and {lost} of {count}");
    holds_nothing(&recording, &sim, &own);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_to_holds_nothing_and_no_part_of_a_file() {
    let (sim, own) = (canary().await, Own::default());
    let recorder = recorder(transport(Stack::Hyper, None));
    let client = client(&sim, &sim.base_url(), recorder.clone());
    Everything::new(&client, &sim, &own).reads().await;
    let recording = recorder.recording();
    let folder = tempfile::tempdir().unwrap();
    // A folder stands where the third file is to be.
    let name = &recording.files()[2].name;
    fs::create_dir(folder.path().join(name)).unwrap();
    fs::write(folder.path().join(name).join("own"), "").unwrap();
    let failed = recording.write_to(folder.path()).unwrap_err();
    // A file stands where the folder is to be.
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let failed_too = recording.write_to(&file).unwrap_err();
    let search = search(&sim, &own);
    for error in [failed, failed_too] {
        search.finds_nothing_in("the error", &format!("{error} {error:?}"));
    }
    let found = search.found_below(folder.path());
    assert!(found.is_empty(), "{found:#?}");
    let names = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<_> = names.map(|it| it.unwrap().file_name()).collect();
    names.sort();
    let files = recording.files()[..3].iter();
    let mut expected: Vec<OsString> = files.map(|file| file.name.clone().into()).collect();
    expected.push("file".into());
    assert_eq!(names, expected);
}
