//! Whether a live response is the recorded one.

use std::{error, fmt};

use http::{HeaderMap, StatusCode};

use crate::{
    Difference, RecordedResponse, difference::list, headers::media_type, json_compare::Sides,
    template::fits,
};

const SIDES: Sides = Sides { live: "answered" };

/// A live response is not the recorded one: where, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement(Vec<Difference>);

impl Disagreement {
    /// Where; never empty.
    pub fn differences(&self) -> &[Difference] {
        &self.0
    }
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer is not the recorded one:")?;
        list(f, &self.0)
    }
}

impl error::Error for Disagreement {}

impl RecordedResponse {
    /// Whether a live response agrees with this one.
    ///
    /// The recorded headers must be there and fit, `content-type` without its parameters;
    /// further headers do not matter. JSON is compared by value, its members in any order,
    /// other bodies byte by byte, but for placeholders in text. A placeholder agrees with
    /// every value of its type. An encoded body is compared as it came, so undo gzip first.
    ///
    /// # Errors
    ///
    /// [`Disagreement`] with every difference. It shows what was recorded, and of the live
    /// side the names of members and no value, so that it may stand in a test's output.
    ///
    /// # Examples
    ///
    /// ```
    /// use eloomi_replay::{RecordedResponse, ResponseBody};
    /// use http::{HeaderMap, StatusCode};
    ///
    /// let mut recorded = RecordedResponse::new(StatusCode::OK);
    /// recorded.body = ResponseBody::json(r#"{"access_token": "[token]", "expires_in": 3600}"#)?;
    ///
    /// let live = br#"{"expires_in": 60, "access_token": "abc"}"#;
    /// let Err(disagreement) = recorded.agrees_with(StatusCode::OK, &HeaderMap::new(), live) else {
    ///     panic!("3600 is not 60");
    /// };
    /// assert_eq!(disagreement.differences()[0].place(), "body $.expires_in");
    /// # Ok::<(), eloomi_replay::ExchangeError>(())
    /// ```
    pub fn agrees_with(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<(), Disagreement> {
        let mut found = Vec::new();
        if self.status != status {
            let (recorded, live) = (self.status.as_u16(), status.as_u16());
            let what = format!("recorded {recorded}, answered {live}");
            found.push(Difference::new("status", what));
        }
        self.compare_headers(headers, &mut found);
        self.compare_body(body, &mut found);
        if found.is_empty() {
            Ok(())
        } else {
            Err(Disagreement(found))
        }
    }

    fn compare_headers(&self, live: &HeaderMap, out: &mut Vec<Difference>) {
        for (name, recorded) in self.headers.iter() {
            let place = format!("header {name}");
            let mut values = live
                .get_all(name)
                .iter()
                .filter_map(|value| value.to_str().ok());
            let agrees = |answered: &str| match name.as_str() {
                "content-type" => media_type(recorded) == media_type(answered),
                _ => fits(recorded, answered),
            };
            if !live.contains_key(name) {
                out.push(Difference::new(place, "recorded, not answered"));
            } else if !values.any(agrees) {
                let what = format!("recorded {recorded}, answered another value");
                out.push(Difference::new(place, what));
            }
        }
    }

    fn compare_body(&self, live: &[u8], out: &mut Vec<Difference>) {
        let recorded = self.body.as_bytes();
        let what = match (recorded, live) {
            ([], []) => return,
            ([], _) => "answered, not recorded".to_owned(),
            (_, []) => "recorded, not answered".to_owned(),
            _ => match (self.body.kind(), std::str::from_utf8(live)) {
                ("json", Ok(live)) => {
                    let recorded = String::from_utf8_lossy(recorded);
                    return out.extend(SIDES.json(&recorded, live));
                }
                ("text", Ok(live)) if fits(&String::from_utf8_lossy(recorded), live) => return,
                _ if recorded == live => return,
                _ => format!(
                    "recorded {} bytes, answered {} others",
                    recorded.len(),
                    live.len()
                ),
            },
        };
        out.push(Difference::new("body", what));
    }
}
