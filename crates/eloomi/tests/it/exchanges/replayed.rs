//! One exchange replayed to the client: what it made of it, or where it asked otherwise.

use std::sync::Arc;

use eloomi::{CallOptions, Client, ClientCredentials, Session, Transport};
use eloomi_replay::{Exchange, ExchangeFile, Placeholder, Repeats, Replayer};

use super::{
    asked,
    recorded::{folder, values},
    shown::Desk,
};

/// Where the client believes that it is, if there is no server.
const NOWHERE: &str = "https://api.example.invalid";

/// Replays in memory; the text is that of the snapshot.
pub(super) async fn in_memory(file: &ExchangeFile) -> Result<String, String> {
    let replayer = Arc::new(replayer(file));
    let transport = Arc::clone(&replayer);
    replayed(file, &replayer, transport, NOWHERE).await
}

/// What answers: the exchange, and the token that the client asks for before it. Both do so
/// as often as they are asked.
pub(super) fn replayer(file: &ExchangeFile) -> Replayer {
    let token = Exchange::load(folder().join("oauth/token.exchange")).unwrap();
    let token = ExchangeFile::new("oauth/token.exchange", token);
    let mut files = vec![file.clone()];
    if !is_of_a_token(file, &token) {
        files.push(token);
    }
    for file in &mut files {
        file.exchange.front.repeat = Repeats::Last;
    }
    Replayer::new(files).values(values())
}

/// Sends the typed request, and tells how often it left and what came of it.
///
/// # Errors
///
/// What the client sent otherwise than recorded.
pub(super) async fn replayed(
    file: &ExchangeFile,
    replayer: &Replayer,
    transport: Arc<dyn Transport>,
    base_url: &str,
) -> Result<String, String> {
    let Some(ask) = asked::of(&file.name) else {
        let what = "no request is known for it; add one to tests/it/exchanges/asked.rs";
        return Err(what.to_owned());
    };
    let outcome = ask(&desk(transport, base_url)).await;
    if let Err(unfinished) = replayer.finish() {
        return Err(format!("the client sent another request: {unfinished}"));
    }
    let recorded = &file.exchange.request;
    let sent = replayer.sent();
    let asked = sent
        .iter()
        .filter(|sent| recorded.differences(sent).is_empty());
    let times = match asked.count() {
        1 => "once",
        2 => "twice",
        other => return Err(format!("the client sent the request {other} times")),
    };
    let (method, target) = (recorded.method(), recorded.target());
    let status = file.exchange.response.status.as_u16();
    Ok(format!(
        "{method} {target}, {times} → {status}\n\n{outcome}"
    ))
}

fn is_of_a_token(file: &ExchangeFile, token: &ExchangeFile) -> bool {
    let path = |file: &ExchangeFile| file.exchange.request.target().path().to_owned();
    path(file) == path(token)
}

fn desk(transport: Arc<dyn Transport>, base_url: &str) -> Desk {
    let values = values();
    let value = |placeholder| values.get(placeholder);
    let credentials = ClientCredentials::new(
        value(Placeholder::ClientId),
        value(Placeholder::ClientSecret),
    );
    let once = CallOptions::new().attempts(1);
    let client = Client::builder(credentials.clone(), Arc::clone(&transport))
        .base_url(base_url)
        .options(once.clone())
        .build()
        .unwrap();
    let session = Session::builder(base_url.parse().unwrap(), transport)
        .options(once)
        .build();
    Desk {
        client,
        session,
        credentials,
    }
}
