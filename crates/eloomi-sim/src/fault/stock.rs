//! Answers that a fault gives in place of the service.

use std::str::FromStr;

use http::StatusCode;
use serde_json::json;

use crate::script::Canned;

/// An answer in place of the service's own.
#[derive(Clone, Debug)]
pub(super) struct Stock {
    pub(super) status: u16,
    pub(super) body: StockBody,
}

/// What it holds.
#[derive(Clone, Debug)]
pub(super) enum StockBody {
    Empty,
    /// The envelope of a failure, `behaviours::ENVELOPE`.
    Envelope,
    /// A page, as a load balancer or a captive portal writes it: F51, F52.
    Html,
    /// A problem of RFC 9457.
    Problem,
    /// This text, sent as JSON whether it is or not.
    Json(String),
}

impl FromStr for StockBody {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "empty" => Ok(Self::Empty),
            "json" => Ok(Self::Envelope),
            "html" => Ok(Self::Html),
            "problem" => Ok(Self::Problem),
            _ => Err(()),
        }
    }
}

impl Stock {
    pub(super) fn canned(&self) -> Canned {
        let status = self.status;
        let title = StatusCode::from_u16(status).ok();
        let title = title.and_then(|status| status.canonical_reason());
        let title = title.unwrap_or("Unknown");
        // RFC 9110 §15: these have no content.
        if matches!(status, 204 | 304) {
            return Canned::new(status);
        }
        match &self.body {
            StockBody::Empty => Canned::new(status),
            StockBody::Envelope => Canned::json(
                status,
                // Written out: a macro would sort the members.
                format!(
                    "{{\"status\":{},\"status_code\":{status},\"message\":{},\"extended_message\":null}}",
                    json!(title),
                    json!("A fault was asked for."),
                ),
            ),
            StockBody::Html => Canned::new(status)
                .header("content-type", "text/html; charset=utf-8")
                .body(format!(
                    "<html><head><title>{status} {title}</title></head><body><h1>{title}</h1></body></html>"
                )),
            StockBody::Problem => Canned::new(status)
                .header("content-type", "application/problem+json")
                .body(json!({"type": "about:blank", "title": title, "status": status}).to_string()),
            StockBody::Json(text) => Canned::json(status, text.clone()),
        }
    }
}
