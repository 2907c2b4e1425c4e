//! Recorded HTTP exchanges as text files, and a transport that replays them.

mod base64;
mod error;
mod exchange;
mod front_matter;
mod front_matter_text;
mod headers;
mod json;
mod json_tree;
mod pairs;
mod percent;
mod placeholder;
mod reader;
mod request;
mod response;
mod target;
mod yaml_reader;
mod yaml_writer;

pub use error::ExchangeError;
pub use exchange::Exchange;
pub use front_matter::{Confidence, FrontMatter, HttpVersion, Origin, Repeats};
pub use headers::RecordedHeaders;
pub use json::Json;
pub use pairs::Pairs;
pub use placeholder::Placeholder;
pub use request::{RecordedRequest, RequestBody};
pub use response::{RecordedResponse, ResponseBody};
pub use target::Target;
