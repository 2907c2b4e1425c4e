//! HTTP Archive 1.2, as browsers' developer tools and API clients read it.

use eloomi_replay::{
    ExchangeFile, HttpVersion, RecordedHeaders, RecordedRequest, RecordedResponse,
};
use serde_json::{Value, json};

/// No exchange knows when it was, and the archive wants to know.
const STARTED: &str = "1970-01-01T00:00:00.000Z";

/// Nothing goes to the real service by accident when somebody sends a request again.
const HOST: &str = "https://eloomi.invalid";

const COMMENT: &str = "Exported from recorded exchanges, in the order of their files. They know \
    neither time nor host: startedDateTime is always 1970-01-01T00:00:00.000Z, all times are 0, and \
    the host is invented. Placeholders such as [token] stand as in the files.";

/// One archive with an entry for each exchange.
pub(crate) fn document(files: &[ExchangeFile]) -> String {
    let archive = json!({"log": {
        "version": "1.2",
        "creator": {"name": "eloomi-replay", "version": env!("CARGO_PKG_VERSION")},
        "comment": COMMENT,
        "entries": files.iter().map(entry).collect::<Vec<_>>(),
    }});
    format!("{archive:#}\n")
}

/// The type of a body that says none (RFC 9110 §8.3).
const UNSAID: &str = "application/octet-stream";

fn entry(file: &ExchangeFile) -> Value {
    let exchange = &file.exchange;
    let version = match exchange.front.http {
        Some(HttpVersion::Http1) => "HTTP/1.1",
        Some(HttpVersion::Http2) => "HTTP/2",
        None => "unknown",
    };
    json!({
        "startedDateTime": STARTED,
        "time": 0,
        "request": request(&exchange.request, version),
        "response": response(&exchange.response, version),
        "cache": {},
        "timings": {"send": 0, "wait": 0, "receive": 0},
        "comment": format!("{}: {}", file.name, exchange.front.description),
    })
}

fn request(request: &RecordedRequest, version: &str) -> Value {
    let target = request.target();
    let body = request.body().to_string();
    let query = target.query().decoded();
    let query: Vec<_> = query.map(|(name, value)| pair(&name, &value)).collect();
    let mut own = json!({
        "method": request.method().as_str(),
        "url": format!("{HOST}{target}"),
        "httpVersion": version,
        "cookies": [],
        "headers": headers(request.headers()),
        "queryString": query,
        "headersSize": -1,
        "bodySize": body.len(),
    });
    if !body.is_empty() {
        let media_type = request.headers().get("content-type");
        own["postData"] = json!({"mimeType": media_type.unwrap_or(UNSAID), "text": body});
    }
    own
}

fn response(response: &RecordedResponse, version: &str) -> Value {
    let header = |name| response.headers.get(name).unwrap_or_default();
    let size = response.body.as_bytes().len();
    json!({
        "status": response.status.as_u16(),
        "statusText": response.status.canonical_reason().unwrap_or_default(),
        "httpVersion": version,
        "cookies": [],
        "headers": headers(&response.headers),
        "content": content(response),
        "redirectURL": header("location"),
        "headersSize": -1,
        "bodySize": size,
    })
}

fn content(response: &RecordedResponse) -> Value {
    let body = &response.body;
    let media_type = response.headers.get("content-type");
    let mut content = json!({
        "size": body.as_bytes().len(),
        "mimeType": media_type.unwrap_or_default(),
    });
    match body.kind() {
        "none" => {}
        "base64" => {
            // Without the breaks of the lines that a file has.
            content["text"] = body.to_string().replace('\n', "").into();
            content["encoding"] = "base64".into();
        }
        _ => content["text"] = body.to_string().into(),
    }
    if response.headers.get("content-encoding").is_some() {
        content["comment"] = "as it was sent: content-encoding has not been undone".into();
    }
    content
}

fn headers(headers: &RecordedHeaders) -> Vec<Value> {
    let headers = headers.iter();
    headers
        .map(|(name, value)| pair(name.as_str(), value))
        .collect()
}

fn pair(name: &str, value: &str) -> Value {
    json!({"name": name, "value": value})
}

#[cfg(test)]
mod tests {
    use eloomi_replay::{ExchangeFile, ResponseBody};
    use serde_json::Value;

    use super::document;
    use crate::tests::committed;

    /// What HAR 1.2 has without "[optional]", by the object it stands in, and of which type it is.
    const REQUIRED: &[(&str, &str)] = &[
        ("/startedDateTime", "text"),
        ("/time", "number"),
        ("/request/method", "text"),
        ("/request/url", "text"),
        ("/request/httpVersion", "text"),
        ("/request/cookies", "list"),
        ("/request/headers", "list"),
        ("/request/queryString", "list"),
        ("/request/headersSize", "number"),
        ("/request/bodySize", "number"),
        ("/response/status", "number"),
        ("/response/statusText", "text"),
        ("/response/httpVersion", "text"),
        ("/response/cookies", "list"),
        ("/response/headers", "list"),
        ("/response/content/size", "number"),
        ("/response/content/mimeType", "text"),
        ("/response/redirectURL", "text"),
        ("/response/headersSize", "number"),
        ("/response/bodySize", "number"),
        ("/cache", "object"),
        ("/timings/send", "number"),
        ("/timings/wait", "number"),
        ("/timings/receive", "number"),
    ];

    fn kind(value: &Value) -> &'static str {
        match value {
            Value::String(_) => "text",
            Value::Number(_) => "number",
            Value::Array(_) => "list",
            Value::Object(_) => "object",
            Value::Null | Value::Bool(_) => "something else",
        }
    }

    fn log(files: &[ExchangeFile]) -> Value {
        let archive: Value = serde_json::from_str(&document(files)).unwrap();
        archive["log"].clone()
    }

    #[test]
    fn every_committed_exchange_has_what_the_archive_requires() {
        let files = committed();
        let log = log(&files);
        assert_eq!(log["version"], "1.2");
        assert!(log["creator"]["name"].is_string() && log["creator"]["version"].is_string());
        let entries = log["entries"].as_array().unwrap();
        assert_eq!(entries.len(), files.len());
        for entry in entries {
            for (path, wanted) in REQUIRED {
                let found = entry.pointer(path).map(kind);
                assert_eq!(found, Some(*wanted), "{path} of {}", entry["comment"]);
            }
            let lists = [
                "/request/headers",
                "/request/queryString",
                "/response/headers",
            ];
            let pairs = lists
                .iter()
                .filter_map(|list| entry.pointer(list).unwrap().as_array());
            for pair in pairs.flatten() {
                assert!(
                    pair["name"].is_string() && pair["value"].is_string(),
                    "{pair}"
                );
            }
            if let Some(post) = entry.pointer("/request/postData") {
                assert_ne!(post["mimeType"], "", "{}", entry["comment"]);
            }
        }
    }

    #[test]
    fn every_body_is_there_unchanged_and_in_the_order_of_the_files() {
        let files = committed();
        let log = log(&files);
        for (file, entry) in std::iter::zip(&files, log["entries"].as_array().unwrap()) {
            let (request, response) = (&file.exchange.request, &file.exchange.response);
            assert!(entry["comment"].as_str().unwrap().starts_with(&file.name));
            let sent = entry["request"]["postData"]["text"].as_str();
            assert_eq!(
                sent.unwrap_or_default(),
                request.body().to_string(),
                "{}",
                file.name
            );
            let content = &entry["response"]["content"];
            let text = content["text"].as_str().unwrap_or_default();
            if content["encoding"] == "base64" {
                // The reader of files takes base64 apart; the archive has no lines.
                let anew = file.exchange.to_string();
                let (front, _) = anew.split_once(&response.body.to_string()).unwrap();
                let anew = format!("{front}{text}\n").parse::<eloomi_replay::Exchange>();
                assert_eq!(anew.unwrap().response.body, response.body, "{}", file.name);
            } else {
                assert_eq!(text.as_bytes(), response.body.as_bytes(), "{}", file.name);
            }
            assert_eq!(
                content["size"],
                response.body.as_bytes().len(),
                "{}",
                file.name
            );
        }
    }

    #[test]
    fn placeholders_stand_as_they_are_and_the_host_is_nobody_s() {
        let mut files = committed();
        files.retain(|file| file.name == "exchanges/users/get-by-email.exchange");
        let log = log(&files);
        let request = &log["entries"][0]["request"];
        let url = request["url"].as_str().unwrap();
        assert!(url.starts_with("https://eloomi.invalid/v3/users"), "{url}");
        let headers = request["headers"].to_string();
        assert!(headers.contains("Bearer [token]"), "{headers}");
    }

    #[test]
    fn bytes_that_no_text_can_hold_are_base64_in_one_line() {
        let mut file = committed().remove(0);
        file.exchange.response.body = ResponseBody::exact(vec![0xff; 100]);
        let content = log(&[file])["entries"][0]["response"]["content"].clone();
        assert_eq!(content["encoding"], "base64");
        assert_eq!(content["text"], format!("{}{}", "/".repeat(133), "w=="));
        assert_eq!(content["size"], 100);
    }
}
