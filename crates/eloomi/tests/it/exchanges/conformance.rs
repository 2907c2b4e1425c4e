//! Whether everything that answers in the place of the service answers alike: the simulator, the
//! replayer, and a [`target`], which may be a real tenant. `cargo xtask sim verify` runs this.
//!
//! All of them are held against it, also those that are observed or inferred: what the
//! simulator can do only when told to is a [`Scene`].

mod shape;
mod target;

use eloomi::Transport as _;
use eloomi_replay::{Exchange, ExchangeFile, Replayer};
use http_body_util::BodyExt as _;

use super::{
    recorded::{each, folder, values},
    scene::Scene,
    stage::Stage,
};

#[tokio::test]
async fn the_simulator_answers_as_recorded() {
    let token = Exchange::load(folder().join("oauth/token.exchange")).unwrap();
    each(async |file| answered_alike(file, &token).await).await;
}

#[tokio::test]
async fn the_replayer_answers_as_recorded() {
    each(async |file| replayed_alike(file).await).await;
}

async fn replayed_alike(file: &ExchangeFile) -> Result<(), String> {
    let recorded = &file.exchange.request;
    let request = recorded.to_http("https://api.example.invalid", &values());
    let replayer = Replayer::new([file.clone()]).values(values());
    let answer = replayer.send(request.unwrap()).await;
    let answer = answer.map_err(|error| format!("the replayer answers nothing: {error:?}"))?;
    let (head, body) = answer.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let response = &file.exchange.response;
    response
        .agrees_with(head.status, &head.headers, &body)
        .map_err(|disagreement| format!("the replayer answers otherwise: {disagreement}"))
}

async fn answered_alike(file: &ExchangeFile, token: &Exchange) -> Result<(), String> {
    let stage = Stage::set(Scene::of(&file.name), token).await;
    let exchange = &file.exchange;
    let (head, body) = stage.send(&exchange.request).await;
    let confidence = exchange.front.confidence.as_str();
    exchange
        .response
        .agrees_with(head.status, &head.headers, &body)
        .map_err(|disagreement| {
            format!("the simulator answers otherwise ({confidence}): {disagreement}")
        })
}
