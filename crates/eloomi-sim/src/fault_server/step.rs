//! The steps of a script, as they are written in TOML.

use std::fmt;

use serde::Deserialize;
use serde::de::Error;

/// One thing that the server does on a connection: the table is in the docs of `FaultScript`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Step {
    ReadHead,
    ReadBody,
    Read,
    Write(String),
    Hex(Hex),
    Json(String),
    Answer(Answer),
    Gzip(Gzip),
    Repeat(Repeat),
    /// In milliseconds.
    #[serde(alias = "latency")]
    Sleep(u64),
    Slicer(Slicer),
    Bandwidth(Bandwidth),
    LimitData(LimitData),
    Timeout,
    #[serde(rename = "EMPTY_RESPONSE")]
    EmptyResponse,
    #[serde(rename = "MALFORMED_RESPONSE_CHUNK")]
    MalformedResponseChunk,
    #[serde(rename = "RANDOM_DATA_THEN_CLOSE")]
    RandomDataThenClose,
    #[serde(rename = "CONNECTION_RESET_BY_PEER", alias = "rst")]
    ConnectionResetByPeer,
    Fin,
    FinWithoutCloseNotify,
    HalfClose,
    ExpectEof,
    H2Handshake,
    H2ReadHeaders,
    H2Answer(H2Answer),
    H2Goaway(H2Goaway),
    H2Rst(H2Rst),
    H2Silence,
}

/// A whole answer with the length that it has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    #[serde(default)]
    pub(crate) headers: Vec<String>,
    #[serde(default)]
    pub(crate) body: String,
}

/// A whole answer in gzip, or one that is broken on purpose.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "GzipSpelled")]
pub(crate) struct Gzip(pub(crate) GzipParts);

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GzipParts {
    #[serde(default)]
    pub(crate) plain: String,
    /// So many bytes are missing at the end.
    #[serde(default)]
    pub(crate) cut: usize,
    /// What follows the end.
    #[serde(default)]
    pub(crate) trailing: String,
    /// How often it is compressed.
    #[serde(default = "once")]
    pub(crate) times: usize,
    /// So many MiB of spaces follow the plain text: a bomb.
    #[serde(default)]
    pub(crate) spaces: usize,
    #[serde(default = "gzip")]
    pub(crate) encoding: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum GzipSpelled {
    Plain(String),
    Parts(GzipParts),
}

impl From<GzipSpelled> for Gzip {
    fn from(spelled: GzipSpelled) -> Self {
        Self(match spelled {
            GzipSpelled::Parts(parts) => parts,
            GzipSpelled::Plain(plain) => GzipParts {
                plain,
                cut: 0,
                trailing: String::new(),
                times: once(),
                spaces: 0,
                encoding: gzip(),
            },
        })
    }
}

fn once() -> usize {
    1
}

fn gzip() -> String {
    "gzip".to_owned()
}

/// A text again and again, with another before and another after it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Repeat {
    #[serde(default)]
    pub(crate) before: String,
    pub(crate) text: String,
    /// Without it, until the client closes.
    pub(crate) times: Option<u64>,
    #[serde(default)]
    pub(crate) after: String,
}

/// So many bytes at once, and so many milliseconds between.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slicer {
    pub(crate) text: String,
    pub(crate) bytes: usize,
    pub(crate) every: u64,
}

/// So many KB each second.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bandwidth {
    pub(crate) text: String,
    pub(crate) rate: usize,
}

/// Only so many bytes, then the connection is closed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LimitData {
    pub(crate) text: String,
    pub(crate) bytes: usize,
}

/// HEADERS, and DATA unless there is no JSON. Without `stream` it is the one read last.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct H2Answer {
    pub(crate) status: u16,
    #[serde(default)]
    pub(crate) json: String,
    pub(crate) stream: Option<u32>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct H2Goaway {
    /// The last stream that the server has worked on.
    pub(crate) last: u32,
    pub(crate) code: ErrorCode,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(from = "H2RstSpelled")]
pub(crate) struct H2Rst {
    pub(crate) code: ErrorCode,
    /// Without it, the one read last.
    pub(crate) stream: Option<u32>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum H2RstSpelled {
    Code(ErrorCode),
    Parts { code: ErrorCode, stream: u32 },
}

impl From<H2RstSpelled> for H2Rst {
    fn from(spelled: H2RstSpelled) -> Self {
        let (code, stream) = match spelled {
            H2RstSpelled::Code(code) => (code, None),
            H2RstSpelled::Parts { code, stream } => (code, Some(stream)),
        };
        Self { code, stream }
    }
}

/// RFC 9113, section 7.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum ErrorCode {
    NoError = 0x00,
    ProtocolError = 0x01,
    InternalError = 0x02,
    FlowControlError = 0x03,
    SettingsTimeout = 0x04,
    StreamClosed = 0x05,
    FrameSizeError = 0x06,
    RefusedStream = 0x07,
    Cancel = 0x08,
    CompressionError = 0x09,
    ConnectError = 0x0a,
    EnhanceYourCalm = 0x0b,
    InadequateSecurity = 0x0c,
    #[serde(rename = "HTTP_1_1_REQUIRED")]
    Http11Required = 0x0d,
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoError => "NO_ERROR",
            Self::ProtocolError => "PROTOCOL_ERROR",
            Self::InternalError => "INTERNAL_ERROR",
            Self::FlowControlError => "FLOW_CONTROL_ERROR",
            Self::SettingsTimeout => "SETTINGS_TIMEOUT",
            Self::StreamClosed => "STREAM_CLOSED",
            Self::FrameSizeError => "FRAME_SIZE_ERROR",
            Self::RefusedStream => "REFUSED_STREAM",
            Self::Cancel => "CANCEL",
            Self::CompressionError => "COMPRESSION_ERROR",
            Self::ConnectError => "CONNECT_ERROR",
            Self::EnhanceYourCalm => "ENHANCE_YOUR_CALM",
            Self::InadequateSecurity => "INADEQUATE_SECURITY",
            Self::Http11Required => "HTTP_1_1_REQUIRED",
        })
    }
}

/// Bytes that are no text.
#[derive(Clone, Debug)]
pub(crate) struct Hex(pub(crate) Vec<u8>);

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut text = String::deserialize(deserializer)?;
        text.retain(|character| !character.is_whitespace());
        let digits: Option<Vec<u8>> = text
            .chars()
            .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
            .collect();
        let digits = digits.ok_or_else(|| D::Error::custom("hex has a letter beyond f"))?;
        let (pairs, rest) = digits.as_chunks::<2>();
        if !rest.is_empty() {
            return Err(D::Error::custom("hex has half a byte"));
        }
        Ok(Self(
            pairs.iter().map(|[high, low]| high << 4 | low).collect(),
        ))
    }
}
