//! A process that may open few files: F95.

use std::{env, process::Command, time::Duration};

use eloomi::{Budget, Client, ClientCredentials, Error, GetUser};
use eloomi_sim::Simulator;
use futures_util::{StreamExt as _, future::join_all};

use crate::faults::driver::{Axis, Knobs, Shown, Wiring, elsewhere, same_on_every_stack, told};

/// How many calls are made at once.
const CALLS: usize = 1000;

/// In the process with few files: asks, and shows how many of the calls succeed.
async fn asks(base_url: &str, axis: &Axis) {
    let knobs = Knobs::default();
    let credentials = ClientCredentials::new(
        told("CLIENT_ID").unwrap().parse::<u64>().unwrap(),
        told("CLIENT_SECRET").unwrap(),
    );
    let client = Client::builder(credentials, Wiring::of(None, &knobs).transport(axis.stack))
        .base_url(base_url)
        .options(knobs.options())
        // So many that it is not what makes them wait.
        .budget(Budget::new(60_000, Duration::from_secs(60)))
        .build()
        .unwrap();
    let person: u64 = told("PERSON").unwrap().parse().unwrap();
    let mut seen = Shown::new();
    let calls = (0..CALLS).map(move |_| GetUser::new(person));
    let outcomes: Vec<_> = client.send_all(calls).collect().await;
    let succeeded = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    seen.line(format_args!("sent with send_all: {succeeded} succeed"));
    let calls = (0..CALLS).map(|_| client.send(GetUser::new(person)));
    let outcomes: Vec<Result<_, Error>> = join_all(calls).await;
    let succeeded = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    seen.line(format_args!("sent all at once: {succeeded} succeed"));
    seen.hand_over();
}

by_hand! {
    f95_out_of_file_descriptors() |axis| {
        if let Some(base_url) = told("BASE_URL") {
            return asks(&base_url, &axis).await;
        }
        let sim = Simulator::builder().seed(7).people(1).limit(0).start().await.unwrap();
        let mut shell = Command::new("sh");
        shell.args(["-c", r#"ulimit -n 64 && exec "$0" "$@""#]);
        shell.arg(env::current_exe().unwrap());
        let (base_url, client_id) = (sim.base_url(), sim.client_id().to_string());
        let person = sim.people()[0].id.to_string();
        let told = [
            ("BASE_URL", &*base_url),
            ("CLIENT_ID", &client_id),
            ("CLIENT_SECRET", sim.client_secret()),
            ("PERSON", &person),
        ];
        let mut seen = Shown::new();
        seen.line(elsewhere(module_path!(), &axis, &told, shell).await);
        same_on_every_stack("f95_out_of_file_descriptors", &axis, &seen);
    }
}
