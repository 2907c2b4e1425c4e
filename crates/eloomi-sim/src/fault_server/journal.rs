//! What came in, what went out, and how it ended.

use std::fmt;

use super::excerpt::Excerpt;

/// What a [`FaultServer`](crate::FaultServer) has seen and done, connection by connection.
///
/// Its text is the same for the same course of events: it holds no times and no ports, no value
/// of a header and no byte of a request's body. It may stand in a snapshot. Outputs above 64 KiB
/// are `up to` so many bytes, because how much of them a client took that closed early is up to
/// the system's buffers.
///
/// ```text
/// connection 1
///   ← GET /v3/users/1 HTTP/1.1, 2 headers (accept, authorization), 0 bytes of body
///   → 64 bytes "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"status_code\":200,"
///   fin
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaultJournal {
    records: Vec<Record>,
}

impl FaultJournal {
    pub(crate) fn new(records: Vec<Record>) -> Self {
        Self { records }
    }

    /// How many connections were accepted.
    pub fn connections(&self) -> usize {
        self.records.len()
    }

    /// How many request heads were read whole, over all connections.
    ///
    /// What a script did not read does not count, even if the client sent it.
    pub fn requests(&self) -> usize {
        let is_request = |line: &&Line| matches!(line, Line::Request { .. } | Line::Headers { .. });
        self.lines().filter(is_request).count()
    }

    /// How many of the [`requests`](Self::requests) are POST. Requests over HTTP/2 are never
    /// among them: their methods are compressed and not read.
    pub fn posts(&self) -> usize {
        let is_post =
            |line: &&Line| matches!(line, Line::Request { method, .. } if method == "POST");
        self.lines().filter(is_post).count()
    }

    fn lines(&self) -> impl Iterator<Item = &Line> {
        self.records.iter().flat_map(|record| &record.lines)
    }
}

impl fmt::Display for FaultJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.records.is_empty() {
            return f.write_str("no connection\n");
        }
        for (number, record) in (1..).zip(&self.records) {
            writeln!(f, "connection {number}")?;
            for line in &record.lines {
                writeln!(f, "  {line}")?;
            }
            match record.end {
                None => writeln!(f, "  still open")?,
                Some(end) => writeln!(f, "  {end}")?,
            }
        }
        Ok(())
    }
}

/// One connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) lines: Vec<Line>,
    pub(crate) end: Option<End>,
    /// Whether the next move is the client's.
    pub(crate) waits: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Request {
        method: String,
        target: String,
        version: String,
        /// Lower case and sorted, without `host`.
        names: Vec<String>,
        /// `None` if it was not read.
        body: Option<u64>,
    },
    /// A request over HTTP/2.
    Headers {
        stream: u32,
        body: u64,
    },
    /// Something else that came in.
    In(&'static str),
    Out {
        whole: Whole,
        excerpt: Excerpt,
    },
    /// Something else that went out.
    Sent(String),
}

/// How much of an output went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    Yes,
    /// The client closed before.
    No,
    /// Too much to know.
    Perhaps,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request {
                method,
                target,
                version,
                names,
                body,
            } => {
                write!(f, "← {method} {target} {version}, ")?;
                match names.as_slice() {
                    [] => f.write_str("no headers")?,
                    [name] => write!(f, "1 header ({name})")?,
                    names => write!(f, "{} headers ({})", names.len(), names.join(", "))?,
                }
                match body {
                    None => f.write_str(", body not read"),
                    Some(length) => write!(f, ", {length} bytes of body"),
                }
            }
            Self::Headers { stream, body } => {
                write!(f, "← HEADERS on stream {stream}, {body} bytes of body")
            }
            Self::In(what) => write!(f, "← {what}"),
            Self::Out { whole, excerpt } => match whole {
                Whole::Yes => write!(f, "→ {excerpt}"),
                Whole::No => write!(f, "→ a part of {excerpt}, then the client closed"),
                Whole::Perhaps => write!(f, "→ up to {excerpt}"),
            },
            Self::Sent(what) => write!(f, "→ {what}"),
        }
    }
}

/// How a connection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Fin,
    FinWithoutCloseNotify,
    Reset,
    ClosedByTheClient,
    NoHandshake,
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fin => "fin",
            Self::FinWithoutCloseNotify => "fin without close_notify",
            Self::Reset => "rst",
            Self::ClosedByTheClient => "closed by the client",
            Self::NoHandshake => "the TLS handshake failed",
        })
    }
}
