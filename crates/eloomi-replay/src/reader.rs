//! From a file's text to an exchange, line by line.

use http::{Method, StatusCode};

use crate::{
    Exchange, ExchangeError, FrontMatter, RecordedHeaders, RecordedRequest, RecordedResponse,
    RequestBody, ResponseBody, Target, yaml_reader,
};

pub(crate) fn read(text: &str) -> Result<Exchange, ExchangeError> {
    check_ends(text)?;
    let mut lines = Lines {
        rest: text,
        number: 0,
    };
    lines.expect("---", "a file begins with a front matter: ---")?;
    let mut front = Vec::new();
    let first = lines.number + 1;
    loop {
        match lines.next() {
            Some("---") => break,
            Some(line) => front.push(line),
            None => return Err(lines.wrong("the front matter does not end")),
        }
    }
    let (front, wire) = FrontMatter::read(yaml_reader::read(&front, first)?)?;
    lines.expect("=== request", "after the front matter comes === request")?;
    let request = request(&mut lines, wire.is_request_text)?;
    let response = response(&mut lines, &wire.body)?;
    Ok(Exchange::new(front, request, response))
}

/// Line ends are LF, also the last.
fn check_ends(text: &str) -> Result<(), ExchangeError> {
    let line = |end: &str| end.split('\n').count();
    if let Some((before, _)) = text.split_once('\r') {
        let what = "a carriage return: lines end with a newline only";
        return Err(ExchangeError::new(line(before), what));
    }
    if !text.ends_with('\n') {
        return Err(ExchangeError::new(line(text), "the last line has no end"));
    }
    Ok(())
}

struct Lines<'t> {
    rest: &'t str,
    /// Of the last line that was read.
    number: usize,
}

impl<'t> Lines<'t> {
    fn next(&mut self) -> Option<&'t str> {
        let (line, rest) = self.rest.split_once('\n')?;
        self.rest = rest;
        self.number += 1;
        Some(line)
    }

    fn wrong(&self, what: &'static str) -> ExchangeError {
        ExchangeError::new(self.number, what)
    }

    fn expect(&mut self, line: &str, otherwise: &'static str) -> Result<(), ExchangeError> {
        if self.next() == Some(line) {
            Ok(())
        } else {
            Err(self.wrong(otherwise))
        }
    }

    /// The headers up to a blank line, and whether there was one.
    fn headers(&mut self) -> Result<(RecordedHeaders, bool), ExchangeError> {
        let mut headers = RecordedHeaders::new();
        while let Some(line) = self.next() {
            if line.is_empty() {
                return Ok((headers, true));
            }
            let (name, value) = line
                .split_once(':')
                .ok_or_else(|| self.wrong("a header has a name and a colon"))?;
            headers
                .append(name, value.trim())
                .map_err(|error| error.after(self.number - 1))?;
        }
        Ok((headers, false))
    }
}

fn request(lines: &mut Lines<'_>, is_text: bool) -> Result<RecordedRequest, ExchangeError> {
    let line = lines.next().unwrap_or_default();
    let (method, target) = line
        .split_once(' ')
        .ok_or_else(|| lines.wrong("a request begins with its method and target"))?;
    let method: Method = method
        .parse()
        .map_err(|_| lines.wrong("this is no method"))?;
    let target = Target::parse(target).map_err(|error| error.after(lines.number - 1))?;
    let (headers, _) = lines.headers()?;
    let before = lines.number;
    let mut body = String::new();
    loop {
        match lines.next() {
            Some("=== response") => break,
            Some(line) => {
                body.push_str(line);
                body.push('\n');
            }
            None => return Err(lines.wrong("after the request comes === response")),
        }
    }
    let body = body.trim_matches('\n');
    let body = if is_text {
        RequestBody::Text(body.to_owned())
    } else {
        RequestBody::parse(headers.media_type().as_deref(), body)
            .map_err(|error| error.after(before))?
    };
    RecordedRequest::new(method, target, headers, body).map_err(|error| error.after(before))
}

fn response(lines: &mut Lines<'_>, kind: &str) -> Result<RecordedResponse, ExchangeError> {
    let line = lines.next().unwrap_or_default();
    let status = Some(line)
        .filter(|line| line.len() == 3)
        .and_then(|line| StatusCode::from_bytes(line.as_bytes()).ok())
        .ok_or_else(|| lines.wrong("a response begins with its status code, and only that"))?;
    let mut response = RecordedResponse::new(status);
    (response.headers, _) = lines.headers()?;
    response.body =
        ResponseBody::parse(kind, lines.rest).map_err(|error| error.after(lines.number))?;
    Ok(response)
}
