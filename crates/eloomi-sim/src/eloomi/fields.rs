//! The fields of a write, from a JSON body or a form.

use axum::extract::{FromRequest, Request};
use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use crate::behaviours;
use crate::eloomi::form;
use crate::eloomi::id;
use crate::eloomi::refused::Refused;

/// What a write sent. No `Debug`: a password may be among it.
pub(crate) struct Fields(Map<String, Value>);

/// A list as it was sent.
pub(crate) enum Sent {
    Not,
    /// As null, or as the empty text that is a form's null.
    Null,
    /// Its items as text, whether they were text or numbers.
    List(Vec<String>),
}

/// The kinds of body that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `behaviours::WRITE_JSON`
    Json,
    /// `behaviours::WRITE_FORM`
    Form,
}

impl Kind {
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/json") {
            Some(Self::Json)
        } else if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            Some(Self::Form)
        } else {
            None
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Refused;

    /// Before anything is looked for, so that an unreadable body is refused first.
    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let kind = Kind::of(request.headers());
        let body = Bytes::from_request(request, state).await;
        let read = body.ok().and_then(|body| Self::read(kind, &body));
        read.ok_or_else(|| {
            let cause = "The body is neither a JSON object nor a form.";
            Refused::new(cause, &behaviours::BODY_UNREADABLE)
        })
    }
}

impl Fields {
    /// An empty body is one without fields.
    fn read(kind: Option<Kind>, body: &[u8]) -> Option<Self> {
        let fields = match kind {
            _ if body.is_empty() => Some(Map::new()),
            Some(Kind::Json) => serde_json::from_slice(body).ok(),
            Some(Kind::Form) => Some(form::read(body)),
            None => None,
        };
        fields.map(Self)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// All of them, for whoever takes whatever comes.
    pub(crate) fn into_members(self) -> Map<String, Value> {
        self.0
    }

    /// Puts a text that was sent into its place, or null.
    pub(crate) fn text(&self, name: &str, place: &mut Option<String>) -> Result<(), Refused> {
        match self.get(name) {
            None => {}
            Some(Value::Null) => *place = None,
            Some(value) => *place = Some(scalar(value).ok_or_else(|| Refused::wrong_type(name))?),
        }
        Ok(())
    }

    /// A list, or one text with commas: `behaviours::UNIT_EMAILS`.
    pub(crate) fn list_or_commas(&self, name: &str) -> Result<Sent, Refused> {
        match self.get(name) {
            Some(Value::String(text)) if !text.is_empty() => {
                let items = text.split(',').map(|item| item.trim().to_owned());
                Ok(Sent::List(items.collect()))
            }
            _ => self.list(name),
        }
    }

    /// The ids in a list; whatever is no id is skipped, as what does not exist.
    pub(crate) fn ids(&self, name: &str) -> Result<Vec<u64>, Refused> {
        Ok(match self.list(name)? {
            Sent::Not | Sent::Null => vec![],
            Sent::List(items) => items.iter().filter_map(|item| id::read(item)).collect(),
        })
    }

    pub(crate) fn list(&self, name: &str) -> Result<Sent, Refused> {
        let wrong = || Refused::wrong_type(name);
        match self.get(name) {
            None => Ok(Sent::Not),
            Some(Value::Null) => Ok(Sent::Null),
            Some(Value::String(text)) if text.is_empty() => Ok(Sent::Null),
            Some(Value::Array(items)) => {
                let items: Option<_> = items.iter().map(scalar).collect();
                items.map(Sent::List).ok_or_else(wrong)
            }
            Some(_) => Err(wrong()),
        }
    }
}

/// A number counts as text: `behaviours::WRONG_TYPE` is for the rest.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
