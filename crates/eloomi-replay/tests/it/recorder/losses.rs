//! What is not recorded, and is told.

use eloomi_core::{Phase, Transport as _};
use eloomi_replay::{Fails, Loss, NeverAnswers, Scripted, Step};

use super::{SECRET, ask, get, names, recorder};

#[tokio::test]
async fn what_was_not_answered_is_told_and_fails_as_it_would_have() {
    for phase in [Phase::NotSent, Phase::MaybeSent] {
        let recorder = recorder(Fails::new(phase));
        let error = recorder.send(get("/v3/users/40")).await.err().unwrap();
        assert_eq!(error.phase(), phase);
        let recording = recorder.recording();
        assert!(recording.files().is_empty());
        let lost = &recording.not_recorded()[0];
        assert_eq!((lost.place(), lost.operation()), (1, Some("getUser")));
        assert_eq!(lost.loss(), Loss::NoAnswer(phase));
    }
}

#[tokio::test]
async fn a_request_that_is_given_up_is_told() {
    let recorder = recorder(NeverAnswers::new());
    let under_way = recorder.send(get("/v3/users/40"));
    tokio::select! {
        biased;
        _ = under_way => unreachable!("nothing answers"),
        () = std::future::ready(()) => {}
    }
    assert_eq!(recorder.recording().not_recorded()[0].loss(), Loss::GivenUp);
}

#[tokio::test]
async fn what_is_no_known_operation_is_told_without_its_path() {
    let recorder = recorder(Scripted::new([Step::json(200, SECRET), Step::status(204)]));
    let (status, body) = ask(&recorder, get(&format!("/v3/{SECRET}"))).await;
    assert_eq!((status, &body[..]), (200, SECRET.as_bytes()));
    ask(&recorder, get("/v3/users/40")).await;
    let recording = recorder.recording();
    assert_eq!(names(&recording), ["01-get-user.exchange"]);
    let told = recording.not_recorded()[0].to_string();
    assert_eq!(
        told,
        "request 1 (of no known operation): no operation fits its method and path"
    );
    assert!(!format!("{recording:?}").contains(SECRET));
}
