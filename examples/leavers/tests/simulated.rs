//! Against a simulated eloomi: for what a program does to people.

use std::error::Error;

use eloomi::{
    Activation, Client, ClientCredentials, CreateUser, ErrorKind, HyperTransport, UserId,
};
use eloomi_sim::{PersonState, Simulator};
use leavers::deactivate_leavers;

#[tokio::test]
async fn whoever_has_left_is_deactivated_and_nobody_else() -> Result<(), Box<dyn Error>> {
    // It is 2023-11-14, and stays so until the test puts the clock forward.
    let sim = Simulator::builder().people(0).clock_stands_still();
    let sim = sim.start().await?;
    let client = client(&sim)?;
    let hire = |email, last_day| {
        CreateUser::new(email)
            .activate(Activation::Instant)
            .end_of_employment_at(last_day)
    };
    let left = client
        .send(hire("jonas@example.com", "2023-11-30 17:00:00"))
        .await?;
    let leaves_later = client
        .send(hire("mia@example.com", "2023-12-31 17:00:00"))
        .await?;

    assert_eq!(deactivate_leavers(&client, "2023-12-01").await?, [left.id]);

    // The simulator tells how things stand, past the client.
    assert_eq!(state(&sim, left.id), Some(PersonState::Inactive));
    assert_eq!(state(&sim, leaves_later.id), Some(PersonState::Active));
    Ok(())
}

#[tokio::test]
async fn an_answer_that_is_lost_stops_nothing() -> Result<(), Box<dyn Error>> {
    let sim = Simulator::builder().seed(7).people(25).start().await?;
    let client = client(&sim)?;
    // The first update is carried out, and its answer is lost: doing it twice does no harm.
    sim.fault("lost-answer,times=1@PATCH /v3/users/*".parse()?);

    assert_eq!(deactivate_leavers(&client, "9999-01-01").await?.len(), 3);

    // A test of a fault is worth nothing if the fault never happened.
    assert!(sim.unmet_faults().is_empty());
    Ok(())
}

#[tokio::test]
async fn what_goes_wrong_is_told_with_what_was_done() -> Result<(), Box<dyn Error>> {
    let sim = Simulator::builder().seed(7).people(25).start().await?;
    let client = client(&sim)?;
    sim.fault("status=400,times=1,after=1@PATCH /v3/users/*".parse()?);

    let stopped = deactivate_leavers(&client, "9999-01-01").await.unwrap_err();

    assert_eq!(stopped.done.len(), 1);
    assert_eq!(stopped.why.kind(), ErrorKind::Rejected);
    assert!(sim.unmet_faults().is_empty());
    Ok(())
}

fn client(sim: &Simulator) -> Result<Client, Box<dyn Error>> {
    let credentials = ClientCredentials::new(sim.client_id(), sim.client_secret());
    let client = Client::builder(credentials, HyperTransport::new()?);
    Ok(client.base_url(sim.base_url()).build()?)
}

fn state(sim: &Simulator, id: UserId) -> Option<PersonState> {
    let people = sim.people();
    let person = people.iter().find(|person| person.id == id.number());
    person.map(|person| person.state)
}
