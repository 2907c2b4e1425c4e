//! Recorded HTTP exchanges as text files, and a transport that replays them: for tests.
//!
//! An [`Exchange`] is one request and its response, in a file that people read in a diff
//! and that `cargo insta review` shows as a snapshot:
//!
//! ```text
#![doc = include_str!("../tests/exchanges/oauth/token.exchange")]
//! ```
//!
//! A [`Replayer`] is an [`eloomi_core::Transport`] that answers from such files, so a test
//! of your own code needs neither network nor server:
//!
//! ```no_run
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//! use eloomi_replay::Replayer;
//!
//! let replayer = Arc::new(Replayer::load_dir("tests/exchanges/list-two-pages")?);
//! // … build a client over `replayer.clone()` and let it work …
//! replayer.finish()?; // every exchange was asked for, and nothing else was
//! # Ok(())
//! # }
//! ```
//!
//! The other way round, [`RecordedRequest::to_http`] makes a request to send to a server,
//! and [`RecordedResponse::agrees_with`] judges what it answers.
//!
//! # One test kit
//!
//! | your test asks | use | needs |
//! |---|---|---|
//! | what becomes of one answer, or of a failure | [`Scripted`] and its [`Step`]s | nothing |
//! | what happens while no answer comes, or none ever does | [`NeverAnswers`], [`Fails`] | nothing |
//! | what becomes of answers like the real ones, and whether the right thing is asked | [`Replayer`] | files |
//! | the same of a story, step by step | [`Scenario`], [`Replayer::scenario`] | a folder |
//! | the same over HTTP: another stack, another process | [`ReplayServer`] | feature `server` |
//! | where the files come from | [`Recorder`], [`RecordingProxy`] | features `redact`, `server` |
//!
//! What all of them have in common: they are an [`eloomi_core::Transport`] or a base URL, so
//! your code is the same as ever; `sent()` gives what was asked, for your assertions; they
//! return errors and never panic. What has a state of its own, such as a limit that fills up,
//! is a job for the simulator.
//!
//! A story that is replayed, its order kept:
//!
//! ```
//! use std::sync::Arc;
//! use bytes::Bytes;
//! use eloomi_core::Transport;
//! use eloomi_replay::{Replayer, Scenario};
//! use http::Request;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let scenario = Scenario::load("tests/scenarios/token-expires")?;
//! let replayer = Arc::new(Replayer::scenario(scenario));
//!
//! // A client would ask for a token first; whoever does not is told so.
//! let early = Request::get("/v3/users?page=1&per_page=1")
//!     .header("accept", "application/json")
//!     .header("accept-encoding", "gzip")
//!     .header("authorization", "Bearer abc")
//!     .header("clientid", "200")
//!     .body(Bytes::new())?;
//! assert!(replayer.send(early).await.is_err());
//!
//! let unfinished = replayer.finish().unwrap_err();
//! assert_eq!(unfinished.misses()[0].due(), Some("01-token.exchange"));
//! assert_eq!(unfinished.unused().len(), 5);
//! # Ok(())
//! # }
//! # tokio::runtime::Builder::new_current_thread().build()?.block_on(example())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A story that is recorded, through a proxy that any HTTP client can be pointed at:
//!
//! ```no_run
//! # #[cfg(all(feature = "redact", feature = "server"))]
//! # async fn example(to_the_service: impl eloomi_core::Transport + 'static) -> Result<(), Box<dyn std::error::Error>> {
//! use eloomi_replay::{
//!     Confidence, Operations, Origin, Recorder, RecordingProxy, Redaction, Redactor,
//! };
//! use http::Method;
//!
//! let rules = Redaction::load("fixtures/REDACTION.toml")?;
//! let operations = Operations::new(Origin::Simulator, Confidence::Inferred)
//!     .named("listUsers", Method::GET, "/v3/users");
//! let recorder = Recorder::new(to_the_service, Redactor::seeded(rules, 7), operations);
//! let proxy = RecordingProxy::start(recorder, "http://127.0.0.1:8080").await?;
//! println!("{}", proxy.base_url());
//! // … let a client work against it …
//! let recording = proxy.recording();
//! assert!(recording.not_recorded().is_empty());
//! recording.scenario("everybody, page by page", true).write_to("tests/scenarios/everybody")?;
//! # Ok(())
//! # }
//! ```
//!
//! # The file
//!
//! - **Front matter**: keys that insta knows (`source`, `description`, `info`), in the form
//!   that insta writes, so that accepting a review changes nothing. Ours stand in `info`:
//!   `format: 1`, `operation`, `origin` (`documentation`, `simulator`, `measured`, `live`),
//!   `confidence` (`documented`, `observed`, `inferred`), `recorded_at` (a date, of a `measured` or
//!   `live` one only), `redaction` (a number), `wire: body` (`json`, `text`, `base64`, `none`) and `wire: http` (`"1.1"`, `"2"`),
//!   `repeat: last`, `quirks` (a list). `source`, `redaction`, `http`, `repeat` and
//!   `quirks` may be absent.
//! - **`=== request`**: method and target, headers, a blank line; a body and a blank line.
//!   The body is JSON or a form, as `content-type` says, or with `wire: request: text` any text.
//! - **`=== response`**: status code, headers; a blank line and the body, to the end of the
//!   file. JSON has two spaces a level, its names in their order, its numbers as they came;
//!   base64 has lines of 76.
//! - Headers are lower-case and sorted, the query is sorted by name, percent-encoding has
//!   one normal form.
//! - A [`Placeholder`] stands for what is secret or changes: `[token]`, `[client-id]`,
//!   `[client-secret]`, `[credentials]`, `[remaining]`, `[reset]`, `[now]`, `[request-id]`.
//!
//! [`Exchange::parse`] reads, `Display` writes the canonical form, [`lint()`] says what
//! keeps a file from being committed.
//!
//! # People
//!
//! Everybody in a file is invented. With the feature `redact` that is seen to twice:
//!
//! - `Redactor` turns a live exchange into one that may be written, in memory. It goes by an
//!   allow list, `Redaction`: what no rule names is dropped and told by its place, equal values
//!   get equal pseudonyms, and everything else is a word of a list, a moved date or a
//!   placeholder.
//! - `lint_people` looks at a text of any kind for addresses, telephone numbers, names and
//!   secrets that are not of the invented ones, decoded and undone from base64 and gzip, too.

mod agreement;
mod always;
mod base64;
mod difference;
mod error;
mod exchange;
mod finding;
mod framing;
mod front_matter;
mod front_matter_text;
mod headers;
mod http_types;
mod json;
mod json_compare;
mod json_tree;
#[cfg(all(feature = "redact", feature = "server"))]
mod late_error;
mod lint;
mod lint_headers;
#[cfg(feature = "redact")]
mod lint_people;
mod lint_recorded_at;
mod lint_secrets;
mod load;
#[cfg(feature = "server")]
mod loopback;
mod matching;
mod miss;
#[cfg(feature = "redact")]
mod not_recorded;
#[cfg(feature = "redact")]
mod operations;
#[cfg(feature = "redact")]
mod overheard;
mod pairs;
mod percent;
mod placeholder;
mod playlist;
mod reader;
#[cfg(feature = "redact")]
mod recorder;
#[cfg(feature = "redact")]
mod recording;
#[cfg(all(feature = "redact", feature = "server"))]
mod recording_proxy;
#[cfg(feature = "redact")]
mod redaction;
#[cfg(feature = "redact")]
mod redactor;
#[cfg(feature = "server")]
mod replay_server;
mod replayer;
mod request;
mod response;
mod scenario;
mod scenario_settings;
mod scripted;
mod step;
#[cfg(feature = "redact")]
mod tape;
mod target;
mod template;
mod values;
#[cfg(feature = "redact")]
mod write;
mod yaml_reader;
mod yaml_writer;

pub use agreement::Disagreement;
pub use always::{Fails, NeverAnswers};
pub use difference::Difference;
pub use error::ExchangeError;
pub use exchange::Exchange;
pub use finding::Finding;
pub use front_matter::{Confidence, FrontMatter, HttpVersion, Origin, Repeats};
pub use headers::RecordedHeaders;
pub use json::Json;
pub use lint::lint;
#[cfg(feature = "redact")]
pub use lint_people::lint_people;
pub use load::{ExchangeFile, LoadError};
pub use miss::{Miss, Unfinished};
#[cfg(feature = "redact")]
pub use not_recorded::{Loss, NotRecorded};
#[cfg(feature = "redact")]
pub use operations::Operations;
pub use pairs::Pairs;
pub use placeholder::Placeholder;
#[cfg(feature = "redact")]
pub use recorder::Recorder;
#[cfg(feature = "redact")]
pub use recording::Recording;
#[cfg(all(feature = "redact", feature = "server"))]
pub use recording_proxy::RecordingProxy;
#[cfg(feature = "redact")]
pub use redaction::{Redaction, RedactionError};
#[cfg(feature = "redact")]
pub use redactor::{Redacted, Redactor, UnknownPath};
#[cfg(feature = "server")]
pub use replay_server::ReplayServer;
pub use replayer::Replayer;
pub use request::{RecordedRequest, RequestBody};
pub use response::{RecordedResponse, ResponseBody};
pub use scenario::Scenario;
pub use scripted::Scripted;
pub use step::Step;
pub use target::Target;
pub use values::Values;
#[cfg(feature = "redact")]
pub use write::Written;
