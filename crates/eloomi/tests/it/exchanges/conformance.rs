//! Whether the simulator answers as the exchanges say.
//!
//! All of them are held against it, also those that are observed or inferred: what the
//! simulator can do only when told to is a [`Scene`].

use eloomi_replay::{Exchange, ExchangeFile};

use super::{
    recorded::{each, folder},
    scene::Scene,
    stage::Stage,
};

#[tokio::test]
async fn the_simulator_answers_as_recorded() {
    let token = Exchange::load(folder().join("oauth/token.exchange")).unwrap();
    each(async |file| answered_alike(file, &token).await).await;
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
