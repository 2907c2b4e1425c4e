//! What the exchanges mask, from the seed file: tokens and credentials.

use eloomi_sim::{Directory, StartErrorKind};
use serde_json::Value;

use super::calls;
use super::exchange::{Exchange, seed};

/// Stands for the token of the first exchange.
const OF_THE_FIRST: &str = "first";

/// Which refresh token or code an exchange sends, by its note in the seed file.
const SENT: [(&str, &str); 9] = [
    ("040", OF_THE_FIRST),
    ("041", OF_THE_FIRST),
    ("043", "scope profile:get only"),
    ("044", OF_THE_FIRST),
    ("046", "expired"),
    ("047", ""),
    ("076", "good"),
    ("077", "good"),
    ("080", "expired"),
];

/// The bearer token that a description names: `tess, app reader: users:get only`.
pub(super) fn bearer(seed: &Value, said: &str) -> Option<String> {
    let (who, note) = said.split_once(": ").unwrap_or((said, ""));
    let (person, app) = who
        .split_once(", app ")
        .map_or((who, None), |(person, app)| (person, Some(app)));
    let note = match note {
        "" if app.is_some() && person != "a person deleted before" => "all scopes of the app",
        note => note,
    };
    let person = (person != "nobody").then_some(person);
    let bearers = seed["bearers"].as_object().unwrap();
    let is_it =
        |entry: &Value| entry[0].as_str() == person && entry[1].as_str() == app && entry[2] == note;
    let found = bearers.iter().find(|(_, entry)| is_it(entry));
    found.map(|(token, _)| token.clone())
}

/// What stands behind the scheme.
pub(super) fn credentials(seed: &Value, exchange: &Exchange) -> Option<String> {
    if let Some(said) = exchange.said("token of ") {
        return Some(bearer(seed, said).unwrap_or_else(|| panic!("no {said}")));
    }
    let Some(client) = exchange.said("client ") else {
        // Somebody else's scheme, or nothing at all.
        let is_bearer = exchange.asked["authorization"] == "Bearer [token]";
        return is_bearer.then(|| "x".to_owned());
    };
    let pair = match client.split_once(' ') {
        None => format!("{client}:{}", secret(seed, client)),
        Some((client, "with a wrong secret")) => format!("{client}:wrong"),
        Some((client, _)) => client.to_owned(),
    };
    Some(base64(pair.as_bytes()))
}

fn secret(seed: &Value, client: &str) -> String {
    let apps = seed["apps"].as_object().unwrap();
    let app = apps.values().find(|app| app[0] == client).unwrap();
    app[1].as_str().unwrap().to_owned()
}

/// The body that was sent.
pub(super) fn unmasked(seed: &Value, exchange: &Exchange, first: &str) -> String {
    let mut sent = exchange.sent.replace("[client-id]", "app-full");
    sent = sent.replace("[client-secret]", &secret(seed, "app-full"));
    let note = SENT
        .iter()
        .find(|(name, _)| exchange.name.starts_with(name));
    let Some((_, note)) = note else { return sent };
    let of = if sent.contains("sim-code") {
        "codes"
    } else {
        "refresh_tokens"
    };
    let mut entries = seed[of].as_object().unwrap().iter();
    let token = match *note {
        OF_THE_FIRST => first.to_owned(),
        note => entries
            .find(|(_, entry)| entry[2] == note)
            .unwrap()
            .0
            .clone(),
    };
    sent.replace("[token]", &token).replace("sim-code", &token)
}

fn base64(bytes: &[u8]) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=three.len() {
            let six = bits >> (18 - 6 * place) & 63;
            out.push(char::from(letters[six as usize]));
        }
    }
    out
}

#[tokio::test]
async fn dates_of_a_seed_move_with_the_day() {
    let directory = Directory::builder()
        .seed_file(seed())
        .start()
        .await
        .unwrap();
    let seed: Value = serde_json::from_str(&seed()).unwrap();
    directory.advance(std::time::Duration::from_secs(31 * 86_400));
    // Whoever leaves in 30 days has left, and whoever is hired then is there.
    for (person, note, status) in [
        ("sven", ": hired in the future", 401),
        ("tess", ": no expiry date", 200),
    ] {
        let token = bearer(&seed, &format!("{person}, app full{note}")).unwrap();
        let answer = calls::call(&directory, &token, "GET", "/users/me").await;
        assert_eq!(answer.status, status, "{person}");
    }
}

#[tokio::test]
async fn what_is_no_seed_file_is_refused() {
    for text in ["", "[]", "{}", r#"{"apps":{},"people":[1]}"#] {
        let started = Directory::builder().seed_file(text).start().await;
        assert_eq!(
            started.unwrap_err().kind(),
            StartErrorKind::SeedFile,
            "{text}"
        );
    }
}
