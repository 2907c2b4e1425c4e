//! What a fault server is told to do.

use serde::Deserialize;

use super::listening::Listen;
use super::step::Step;
use crate::tls::Flaw;

/// What a [`FaultServer`](crate::FaultServer) does, connection by connection.
///
/// It is read from TOML, or whatever else serde reads. All three keys are optional:
///
/// - `tls`: `h1`, `h2` (offers HTTP/2 alone), or a certificate with a fault: `self-signed` (F08),
///   `wrong-host` (F09), `expired` or `not-yet-valid` (F10). Without it the connection is plain.
/// - `listen`: `open`, `closed` (connections are refused, F01), or `full-backlog` (connections
///   hang, F02). `open` is the default.
/// - `connections`: a list of steps for each connection in the order in which they come; the last
///   list serves all that follow. Without it, every connection is closed at once.
///
/// When its steps are at an end a connection is closed, as with `fin`. When the client closes, the
/// steps that are left are left out. Times are in milliseconds, sizes in bytes.
///
/// | step | does | faults |
/// |---|---|---|
/// | `"read_head"` | reads the head of a request | F92 |
/// | `"read_body"` | reads the body, as long as `content-length` says; a chunked body is not understood | |
/// | `"read"` | both | all |
/// | `{ write = "…" }` | writes a text as it stands | F20, F25, F26, F28, F30, F40 to F42, F54, F97 |
/// | `{ hex = "ff 00" }` | writes bytes | F21, F29, F59 |
/// | `{ json = "{}" }` | a whole 200 with JSON | F57 to F66, F90, F91 |
/// | `{ answer = { status = 503, headers = ["retry-after: 1"], body = "" } }` | a whole answer; the length is added | F51 to F56 |
/// | `{ gzip = "{}" }` | a whole 200 in gzip | |
/// | `{ gzip = { plain = "{}", cut = 4 } }` | so many bytes are missing at the end; `content-length` is what is sent | F48 |
/// | `{ gzip = { plain = "{}", trailing = "xx" } }` | something follows the end | F49 |
/// | `{ gzip = { plain = "{}", times = 0 } }` | so often in gzip; 0 is not at all, while the header says it is; `encoding` writes another header | F50 |
/// | `{ gzip = { plain = "{}", spaces = 256 } }` | so many MiB of spaces follow the plain text: a bomb | F47 |
/// | `{ repeat = { text = "[", times = 100000 } }` | a text again and again, without `times` until the client closes; `before` and `after` are texts around it | F24, F27, F46, F61, F65 |
/// | `{ sleep = 250 }`, `{ latency = 250 }` | waits | F45, F90, F94 |
/// | `{ slicer = { text = "…", bytes = 1, every = 50 } }` | so many bytes at once, with a pause between | F22, F44 |
/// | `{ bandwidth = { text = "…", rate = 1 } }` | so many KB each second | F44 |
/// | `{ limit_data = { text = "…", bytes = 50 } }` | the first bytes of a text, then `fin` | F40 |
/// | `"timeout"` | answers nothing until the client goes | F23, F96 |
/// | `"EMPTY_RESPONSE"` | closes | F03 |
/// | `"MALFORMED_RESPONSE_CHUNK"` | a 200 whose first chunk is garbage, then `fin` | F41 |
/// | `"RANDOM_DATA_THEN_CLOSE"` | noise, always the same, then `fin` | F21 |
/// | `"CONNECTION_RESET_BY_PEER"`, `"rst"` | resets the connection, 20 ms after what was before | F04, F43, F92, F93 |
/// | `"fin"` | reads what is there, then closes | F20, F40 to F42, F91 |
/// | `"fin_without_close_notify"` | as `fin`, but cuts TLS off | F13 |
/// | `"half_close"` | closes the side that writes and waits until the client goes | F42 |
/// | `"expect_eof"` | waits until the client goes; the journal tells if something else comes | F26, F30, F46, F97 |
/// | `"h2_handshake"` | the beginning of HTTP/2: preface and SETTINGS | F31 to F33 |
/// | `"h2_read_headers"` | reads a request with its body and remembers its stream | F31 to F33 |
/// | `{ h2_answer = { status = 200, json = "{}" } }` | answers it, or another `stream`; at most 64 KiB | F31 |
/// | `{ h2_goaway = { last = 0, code = "NO_ERROR" } }` | a GOAWAY frame | F31 |
/// | `{ h2_rst = "REFUSED_STREAM" }`, `{ h2_rst = { code = "CANCEL", stream = 1 } }` | an `RST_STREAM` frame | F32 |
/// | `"h2_silence"` | answers nothing, not even pings, until the client goes | F33 |
///
/// The names in capitals are those of `WireMock`; `latency`, `slicer`, `bandwidth`, `limit_data`
/// and `timeout` those of toxiproxy. Unlike in `WireMock`, a fault here does not read the request
/// by itself: put `read` before it, or the journal will not count the request.
///
/// Two habits keep the [journal](crate::FaultJournal) the same from run to run. What a client may
/// break off is one step, not two, because whether the second is reached is chance. And behind
/// such a step stands `expect_eof`, because whether the client or the server closes first is
/// chance, too.
///
/// Here the first connection breaks in the middle of the body, and the others serve two requests:
///
/// ```
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let script: eloomi_sim::FaultScript = toml::from_str(r#"
///     connections = [
///         ["read", { write = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status_c" }, "fin"],
///         ["read", { json = '{"status_code":200}' }, "read", { json = '{"status_code":200}' }],
///     ]
/// "#)?;
/// # let _ = script;
/// # Ok(())
/// # }
/// # example().unwrap();
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultScript {
    pub(crate) tls: Option<FaultTls>,
    #[serde(default)]
    pub(crate) listen: Listen,
    #[serde(default)]
    pub(crate) connections: Vec<Vec<Step>>,
}

/// TLS and its faults.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FaultTls {
    H1,
    H2,
    SelfSigned,
    WrongHost,
    Expired,
    NotYetValid,
}

impl FaultTls {
    pub(crate) fn flaw(self) -> Flaw {
        match self {
            Self::H1 | Self::H2 => Flaw::None,
            Self::SelfSigned => Flaw::SelfSigned,
            Self::WrongHost => Flaw::WrongHost,
            Self::Expired => Flaw::Expired,
            Self::NotYetValid => Flaw::NotYetValid,
        }
    }

    /// What is offered in ALPN.
    pub(crate) fn protocols(self) -> &'static [&'static [u8]] {
        match self {
            Self::H2 => &[b"h2"],
            _ => &[b"http/1.1"],
        }
    }
}
