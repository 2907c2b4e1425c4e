//! Against answers that the test makes up, without a socket: for what a service seldom does.

use std::{error::Error, sync::Arc};

use eloomi::{Client, ClientCredentials, ErrorKind, Phase};
use eloomi_replay::{Scripted, Step};
use leavers::deactivate_leavers;

const TOKEN: &str = r#"{"token_type":"Bearer","expires_in":31535999,"access_token":"invented"}"#;
const ONE_WHO_LEFT: &str = r#"{"status":"OK","data":[
    {"id":40,"end_of_employment_at":"2023-11-30 17:00:00"}]}"#;
const NOBODY_ELSE: &str = r#"{"status":"OK","data":[]}"#;

#[tokio::test]
async fn an_update_that_a_gateway_refuses_stops_the_program() -> Result<(), Box<dyn Error>> {
    let service = Arc::new(Scripted::new([
        Step::json(200, TOKEN),
        Step::json(200, ONE_WHO_LEFT),
        Step::json(200, NOBODY_ELSE),
        Step::status(403)
            .header("content-type", "text/html")
            .body("<h1>No</h1>"),
    ]));

    let stopped = deactivate_leavers(&client(&service)?, "2023-12-01")
        .await
        .unwrap_err();

    assert_eq!(stopped.why.kind(), ErrorKind::Forbidden);
    assert_eq!(stopped.done, []);
    let last = service.sent().pop().ok_or("nothing was sent")?;
    assert_eq!(last.uri().path(), "/v3/users/40");
    assert_eq!(service.steps_left(), 0);
    Ok(())
}

#[tokio::test]
async fn without_a_list_nobody_is_touched() -> Result<(), Box<dyn Error>> {
    // As often as a call is sent: the client repeats what never left.
    let service = Arc::new(Scripted::new([
        Step::json(200, TOKEN),
        Step::fails(Phase::NotSent),
        Step::fails(Phase::NotSent),
        Step::fails(Phase::NotSent),
    ]));

    let stopped = deactivate_leavers(&client(&service)?, "2023-12-01")
        .await
        .unwrap_err();

    assert_eq!(stopped.why.kind(), ErrorKind::Transport);
    assert!(
        service
            .sent()
            .iter()
            .all(|request| request.method() != "PATCH")
    );
    Ok(())
}

fn client(service: &Arc<Scripted>) -> Result<Client, Box<dyn Error>> {
    let credentials = ClientCredentials::new("200", "sim-invented");
    Ok(Client::builder(credentials, Arc::clone(service)).build()?)
}
