//! The budget kept over real sockets in real time: a minute's limit in a shorter window, many
//! callers who never stop, and the simulator's own journal as the judge.

use std::time::{Duration, Instant};

use eloomi::{Budget, Clock as _, GetUser, SystemClock};
use eloomi_sim::{Simulator, WindowKind};

use crate::ground::{Ground, Protocol, Stack, credentials};

const REQUESTS: u32 = 60;
const WINDOW: Duration = Duration::from_millis(600);

/// How many requests the fullest half-open window holds.
fn fullest(arrivals: &[Instant]) -> usize {
    let count = |first: &Instant| {
        let is_in =
            |arrival: &&Instant| *arrival >= first && arrival.duration_since(*first) < WINDOW;
        arrivals.iter().filter(is_in).count()
    };
    arrivals.iter().map(count).max().unwrap_or(0)
}

async fn hammer(kind: WindowKind) {
    let simulator = Simulator::builder()
        .seed(7)
        .people(5)
        .limit(REQUESTS)
        .window(WINDOW)
        .switch(|switches| switches.window_kind = kind);
    let ground = Ground::new(Stack::Hyper, Protocol::PlainH1, simulator).await;
    let budget = Budget::new(REQUESTS, WINDOW);
    let client = ground.client(credentials(&ground.sim), |builder| builder.budget(budget));
    let person = ground.sim.people()[0].id;
    let clock = SystemClock::new();
    let until = clock.now() + 4 * WINDOW;
    let callers = (0..16).map(|_| {
        let client = client.clone();
        tokio::spawn(async move {
            while clock.now() < until {
                client.send(GetUser::new(person)).await.unwrap();
            }
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await.unwrap();
    }
    let requests = ground.requests();
    let arrivals: Vec<_> = requests.iter().map(|request| request.arrived).collect();
    assert!(fullest(&arrivals) <= REQUESTS as usize);
    let stats = client.stats().limit.unwrap();
    assert_eq!((stats.refused, stats.lost), (0, 0));
    assert!(stats.waits > 0, "the callers never had to wait");
}

#[tokio::test]
async fn callers_who_never_stop_are_never_refused_by_a_window_that_rolls() {
    hammer(WindowKind::Rolling).await;
}

#[tokio::test]
async fn callers_who_never_stop_are_never_refused_by_a_window_that_is_anchored() {
    hammer(WindowKind::Anchored).await;
}

#[tokio::test]
async fn a_client_keeps_to_600_a_minute_unless_told_otherwise() {
    let simulator = Simulator::builder().seed(7).people(5);
    let ground = Ground::new(Stack::Hyper, Protocol::PlainH1, simulator).await;
    let transport = crate::ground::transport(Stack::Hyper, None);
    let client = eloomi::Client::builder(credentials(&ground.sim), transport)
        .base_url(ground.sim.base_url())
        .build()
        .unwrap();
    client
        .send(GetUser::new(ground.sim.people()[0].id))
        .await
        .unwrap();
    let stats = client.stats().limit.unwrap();
    assert_eq!(
        (stats.limit, stats.requests),
        (600, 2),
        "its own and the token's"
    );
}
