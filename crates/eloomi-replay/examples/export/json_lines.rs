//! One line of JSON for each exchange: everything that its file says.

use eloomi_replay::{
    ExchangeFile, HttpVersion, RecordedHeaders, RecordedRequest, Repeats, RequestBody, ResponseBody,
};
use serde_json::{Value, json};

/// All of them, in the order of their files.
pub(crate) fn lines(files: &[ExchangeFile]) -> String {
    let lines: Vec<String> = files.iter().map(|file| line(file).to_string()).collect();
    lines.join("\n") + "\n"
}

fn line(file: &ExchangeFile) -> Value {
    let (front, response) = (&file.exchange.front, &file.exchange.response);
    json!({
        "file": file.name,
        "source": front.source,
        "description": front.description,
        "operation": front.operation,
        "origin": front.origin.as_str(),
        "confidence": front.confidence.as_str(),
        "recorded_at": front.recorded_at,
        "redaction": front.redaction,
        "http": front.http.map(HttpVersion::as_str),
        "repeat": (front.repeat == Repeats::Last).then_some("last"),
        "quirks": front.quirks,
        "request": request(&file.exchange.request),
        "response": {
            "status": response.status.as_u16(),
            "headers": headers(&response.headers),
            "body": answered(&response.body),
        },
    })
}

fn request(request: &RecordedRequest) -> Value {
    let target = request.target();
    let query = target.query().decoded();
    let query: Vec<_> = query.map(|(name, value)| json!([name, value])).collect();
    let kind = match request.body() {
        RequestBody::Json(_) => "json",
        RequestBody::Form(_) => "form",
        RequestBody::Text(_) => "text",
        _ => "none",
    };
    json!({
        "method": request.method().as_str(),
        "target": target.to_string(),
        "path": target.path(),
        "query": query,
        "headers": headers(request.headers()),
        "body": body(kind, &request.body().to_string()),
    })
}

fn answered(own: &ResponseBody) -> Value {
    let mut text = own.to_string();
    if own.kind() == "base64" {
        text = text.replace('\n', "");
    }
    body(own.kind(), &text)
}

/// JSON is text here, too: as a value it could not keep names that stand twice, nor `1.0`.
fn body(kind: &str, text: &str) -> Value {
    json!({"kind": kind, "text": text})
}

fn headers(headers: &RecordedHeaders) -> Vec<Value> {
    let headers = headers.iter();
    headers
        .map(|(name, value)| json!([name.as_str(), value]))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::lines;
    use crate::tests::committed;

    #[test]
    fn every_committed_exchange_is_one_line_with_its_bodies_unchanged() {
        let files = committed();
        let text = lines(&files);
        assert_eq!(text.lines().count(), files.len());
        for (file, line) in std::iter::zip(&files, text.lines()) {
            let line: Value = serde_json::from_str(line).unwrap();
            let (request, response) = (&file.exchange.request, &file.exchange.response);
            assert_eq!(line["file"], file.name);
            assert_eq!(line["request"]["target"], request.target().to_string());
            assert_eq!(line["request"]["body"]["text"], request.body().to_string());
            let body = &line["response"]["body"];
            assert_eq!(body["kind"], response.body.kind());
            let text = response.body.to_string();
            let is_base64 = response.body.kind() == "base64";
            let wanted = if is_base64 {
                text.replace('\n', "")
            } else {
                text
            };
            assert_eq!(body["text"], wanted, "{}", file.name);
        }
    }

    #[test]
    fn what_the_front_matter_does_not_say_is_null() {
        let files = committed();
        let text = lines(&files[..1]);
        let line: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(line["recorded_at"], Value::Null);
        assert_eq!(line["repeat"], Value::Null);
        assert_eq!(line["origin"], files[0].exchange.front.origin.as_str());
    }
}
