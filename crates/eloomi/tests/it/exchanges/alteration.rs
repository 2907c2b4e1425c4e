//! Exchanges with one thing changed, as a service that drifts would change it.

use std::collections::BTreeSet;

use eloomi_replay::{Exchange, ExchangeFile};

/// One exchange, changed in memory in one place.
pub(super) struct Alteration {
    pub(super) file: ExchangeFile,
    /// What a report of the change must name.
    pub(super) shows: String,
}

/// The text of one exchange, in its two halves, and of its snapshot.
pub(super) struct Original {
    name: String,
    request: String,
    response: String,
    snapshot: String,
}

/// Members of answers whose values are words of a closed set.
const ENUMS: [&str; 3] = ["gender", "status", "user_permission"];

impl Original {
    pub(super) fn new(file: &ExchangeFile, snapshot: String) -> Self {
        let text = file.exchange.to_string();
        let (request, response) = text.split_once("=== response\n").unwrap();
        Self {
            name: file.name.clone(),
            request: request.to_owned(),
            response: response.to_owned(),
            snapshot,
        }
    }

    /// Names in the query and the body that the client sends, each.
    pub(super) fn sent_names(&self) -> Vec<Alteration> {
        let json = self.request.lines().filter_map(member);
        let json = json.map(|(name, _)| (format!("\"{name}\":"), format!("\"{name}_x\":"), name));
        let pairs = self.request.lines().filter(|line| !line.contains(": "));
        let pairs = pairs.flat_map(|line| line.split([' ', '?', '&']));
        let pairs = pairs.filter_map(|pair| Some(pair.split_once('=')?.0));
        let pairs = pairs.filter(|name| !name.is_empty());
        let pairs = pairs.map(|name| (format!("{name}="), format!("{name}_x="), name));
        json.chain(pairs)
            .filter_map(|(from, to, name)| self.with_request(&from, &to, &format!("{name}_x")))
            .collect()
    }

    /// Names in the answer's data that are in the snapshot too, each.
    pub(super) fn read_names(&self) -> Vec<Alteration> {
        // In a list, that of the first item.
        let names: BTreeSet<_> = self
            .data()
            .lines()
            .filter_map(member)
            .map(|it| it.0)
            .collect();
        let names = names
            .into_iter()
            .filter(|name| self.snapshot.contains(&format!("\"{name}")));
        names
            .filter_map(|name| {
                let (from, to) = (format!("\"{name}\":"), format!("\"{name}_x\":"));
                self.with_data(&from, &to, &format!("\"{name}"))
            })
            .collect()
    }

    /// Values of headers that the client sends, each. Not the media type of a body: an
    /// exchange holds no body of another.
    pub(super) fn sent_headers(&self) -> Vec<Alteration> {
        let headers = headers(&self.request, "=== request\n");
        let headers = headers.filter(|(name, _)| *name != "content-type");
        headers
            .filter_map(|(name, value)| {
                let (from, to) = (
                    format!("\n{name}: {value}"),
                    format!("\n{name}: odd {value}"),
                );
                self.with_request(&from, &to, &format!("header {name}"))
            })
            .collect()
    }

    /// Headers that the client reads, each: those of the limit where the snapshot shows it, and
    /// how long to wait. Not the media type: an envelope is known by its first byte.
    pub(super) fn read_headers(&self) -> Vec<Alteration> {
        let limits = [
            (
                "x-ratelimit-limit: 600",
                "x-limit: 600",
                "limit: 599 of ? left",
            ),
            (
                "x-ratelimit-remaining: [remaining]",
                "x-left: 1",
                "limit: ? of 600 left",
            ),
        ];
        let is_shown = self.snapshot.contains("limit: 599 of 600 left");
        let limits = limits.into_iter().filter(|_| is_shown);
        let wait = (
            "retry-after: [reset]",
            "retry-after: 77",
            "retry_after: 77s",
        );
        limits
            .chain([wait])
            .filter_map(|(from, to, shows)| {
                self.with_response(&format!("\n{from}\n"), &format!("\n{to}\n"), shows)
            })
            .collect()
    }

    /// The status: a failure, or another one.
    pub(super) fn status(&self) -> Vec<Alteration> {
        let status = self.response.lines().next().unwrap();
        let from = format!("{status}\n");
        self.with_response(&from, "503\n", "503")
            .into_iter()
            .collect()
    }

    /// Words of a closed set in the answer, and in the query.
    pub(super) fn enum_values(&self) -> Vec<Alteration> {
        let members = self.data().lines().filter_map(member);
        let words = members.filter(|(name, _)| ENUMS.contains(name));
        let words = words.filter_map(|(name, value)| {
            let word = value.trim_end_matches(',').trim_matches('"');
            let line = |word: &str| format!("\"{name}\": \"{word}\"");
            let is_shown = self.snapshot.contains(&line(word));
            let other = format!("{word}_x");
            is_shown.then(|| self.with_data(&line(word), &line(&other), &other))?
        });
        let mode = self.with_request("?mode=active", "?mode=active_x", "active_x");
        words.chain(mode).collect()
    }

    /// Dates of the answer that are in the snapshot, each written otherwise.
    pub(super) fn dates(&self) -> Vec<Alteration> {
        let values = self.data().lines().filter_map(member).map(|it| it.1);
        let texts = values.map(|value| value.trim_end_matches(',').trim_matches('"'));
        let dates = texts.filter(|text| is_date(text) && self.snapshot.contains(*text));
        dates
            .filter_map(|date| {
                let (day, time) = date.split_at(10);
                let other = if time.is_empty() {
                    format!("{}.{}.{}", &day[8..], &day[5..7], &day[..4])
                } else {
                    format!("{day}T{}Z", &time[1..])
                };
                self.with_data(date, &other, &other)
            })
            .collect()
    }

    /// What the client decodes: without the envelope, where there is one.
    fn data(&self) -> &str {
        let response = self.response.as_str();
        let at = ["\"data\":", "\"results\":"]
            .iter()
            .find_map(|it| response.find(it));
        &response[at.unwrap_or(0)..]
    }

    fn with_data(&self, from: &str, to: &str, shows: &str) -> Option<Alteration> {
        let (data, at) = (self.data(), self.response.len() - self.data().len());
        let data = data.contains(from).then(|| data.replacen(from, to, 1))?;
        let response = format!("{}{data}", &self.response[..at]);
        Some(self.altered(&self.request, &response, shows))
    }

    fn with_response(&self, from: &str, to: &str, shows: &str) -> Option<Alteration> {
        let is_there = self.response.contains(from);
        let response = is_there.then(|| self.response.replacen(from, to, 1))?;
        Some(self.altered(&self.request, &response, shows))
    }

    fn with_request(&self, from: &str, to: &str, shows: &str) -> Option<Alteration> {
        let is_there = self.request.contains(from);
        let request = is_there.then(|| self.request.replacen(from, to, 1))?;
        Some(self.altered(&request, &self.response, shows))
    }

    fn altered(&self, request: &str, response: &str, shows: &str) -> Alteration {
        let text = format!("{request}=== response\n{response}");
        let exchange = Exchange::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        Alteration {
            file: ExchangeFile::new(&self.name, exchange),
            shows: shows.to_owned(),
        }
    }
}

/// The name and the value of a line of JSON.
fn member(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.trim_start().strip_prefix('"')?.split_once("\": ")?;
    Some((name, value))
}

/// Names and values of the headers after `start` and its line.
fn headers<'t>(text: &'t str, start: &str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let (_, section) = text.split_once(start).unwrap();
    let lines = section.lines().skip(1).take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_once(": "))
}

/// Whether it begins with a day.
fn is_date(text: &str) -> bool {
    let shape: String = text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    ["0000-00-00", "0000-00-00 00:00:00"].contains(&shape.as_str())
}
