//! What the command prints of a company of which every value is a sentinel.

use eloomi_sim::{Sentinel, Simulator};

use crate::eloomi::{Eloomi, Ran};

/// A command that prints for people, and the places of the canary that it masks.
struct Masked {
    arguments: String,
    places: &'static [&'static str],
}

const OF_A_PERSON: &[&str] = &[
    "User.birthday",
    "User.country",
    "User.custom_attributes",
    "User.email",
    "User.location",
    "User.mobile_phone",
    "User.personal_email",
    "User.phone",
    "User.salary_id",
    "User.username",
];

/// Every command that has something to mask.
fn commands(sim: &Simulator) -> Vec<Masked> {
    let first = |place| &texts(sim, &[place])[0].text;
    let masked = |arguments: String, places| Masked { arguments, places };
    let (user, team) = (first("User.id"), first("Team.id"));
    let course = first("Course.id");
    let things = texts(sim, &["OpenResource.id"]);
    // The last group is that of programs.
    let program = &things[things.len() - 2].text;
    vec![
        masked("users list".into(), OF_A_PERSON),
        masked(format!("users get {user}"), OF_A_PERSON),
        masked(format!("teams get {team}"), &["Team.custom_attributes"]),
        masked(
            format!("courses participants {course}"),
            &[
                "CourseParticipant.attempts",
                "CourseParticipant.completed_at",
                "CourseParticipant.progress",
                "CourseParticipant.score",
                "CourseParticipant.started_at",
                "CourseParticipant.time_spent",
            ],
        ),
        masked(
            format!("programs participants {program}"),
            &["ProgramParticipant.completed_at"],
        ),
        masked("open programs list".into(), &["OpenResource.members"]),
        masked(
            format!("open programs get {program}"),
            &["OpenResource.members"],
        ),
    ]
}

/// Those that print for people and have nothing to mask.
const OTHERS: [&str; 5] = [
    "units list",
    "units tree",
    "teams list",
    "courses list",
    "access-groups list",
];

/// The sentinels of these places.
fn texts<'a>(sim: &'a Simulator, places: &[&str]) -> Vec<&'a Sentinel> {
    let sentinels = sim.sentinels().iter();
    sentinels
        .filter(|one| places.contains(&one.place))
        .collect()
}

/// Which of these stand in what was printed, on either stream.
fn found<'a>(ran: &Ran, sentinels: &[&'a Sentinel]) -> Vec<&'a Sentinel> {
    let printed = ran.to_string().to_lowercase();
    let there = sentinels.iter().filter(|one| printed.contains(&one.text));
    there.copied().collect()
}

/// What no command prints in any way: credentials, and headers of the service.
fn never(sim: &Simulator) -> Vec<&Sentinel> {
    let sentinels = sim.sentinels().iter();
    let never = sentinels.filter(|one| {
        one.place.starts_with("header")
            || ["token", "client id", "client secret"].contains(&one.place)
    });
    never.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_masked_value_is_on_either_stream_and_each_can_be_asked_for() {
    let sim = Simulator::builder().canary().start().await.unwrap();
    for command in commands(&sim) {
        let masked = texts(&sim, command.places);
        assert!(!masked.is_empty());
        let ran = Eloomi::at(&sim, &command.arguments).run();
        assert_eq!(ran.code, Some(0), "{}: {ran}", command.arguments);
        assert_eq!(found(&ran, &masked), Vec::<&Sentinel>::new(), "{ran}");
        let shown = format!("{} --show-personal", command.arguments);
        let ran = Eloomi::at(&sim, &shown).run();
        assert!(!found(&ran, &masked).is_empty(), "{shown}: {ran}");
        assert_eq!(found(&ran, &never(&sim)), Vec::<&Sentinel>::new(), "{ran}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_shows_every_masked_value_on_request() {
    let sim = Simulator::builder().canary().start().await.unwrap();
    let user = &texts(&sim, &["User.id"])[0].text;
    let ran = Eloomi::at(&sim, &format!("users get {user} --show-personal")).run();
    for place in OF_A_PERSON {
        assert!(
            !found(&ran, &texts(&sim, &[place])).is_empty(),
            "{place}: {ran}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_tells_of_no_person_is_printed_and_nothing_of_people() {
    let sim = Simulator::builder().canary().start().await.unwrap();
    let people = texts(&sim, OF_A_PERSON);
    for command in OTHERS {
        let ran = Eloomi::at(&sim, command).run();
        assert_eq!(ran.code, Some(0), "{command}: {ran}");
        assert_eq!(found(&ran, &people), Vec::<&Sentinel>::new(), "{ran}");
        assert_eq!(found(&ran, &never(&sim)), Vec::<&Sentinel>::new(), "{ran}");
        let all: Vec<_> = sim.sentinels().iter().collect();
        assert!(!found(&ran, &all).is_empty(), "{command}: {ran}");
    }
}

/// An error holds a request id and what was typed, and nothing else that came; the service's own
/// words only on request.
#[tokio::test(flavor = "multi_thread")]
async fn a_failure_prints_nothing_that_came_unless_it_is_asked_for() {
    let sim = Simulator::builder().canary().start().await.unwrap();
    let email = &texts(&sim, &["User.email"])[0].text;
    let came: Vec<_> = sim
        .sentinels()
        .iter()
        .filter(|one| !one.place.ends_with("request-id") && one.text != *email)
        .collect();
    let words = texts(
        &sim,
        &[
            "AuthError.message",
            "Envelope.extended_message",
            "OAuthError.message",
        ],
    );
    for (arguments, has_words) in [
        (format!("users create {email}@example.com"), true),
        ("users get email:nobody@example.com".into(), false),
        ("open goals list --at /v3/nothing".into(), true),
    ] {
        let ran = Eloomi::at(&sim, &arguments).run();
        assert_ne!(ran.code, Some(0), "{arguments}: {ran}");
        assert_eq!(found(&ran, &came), Vec::<&Sentinel>::new(), "{ran}");
        // The control: on request they are there, and found.
        let ran = Eloomi::at(&sim, &format!("{arguments} --show-personal")).run();
        assert_eq!(
            !found(&ran, &words).is_empty(),
            has_words,
            "{arguments}: {ran}"
        );
    }
    // What `api` is for is the body, whatever it is; stderr is as ever.
    let mut ran = Eloomi::at(&sim, "api GET /v3/nothing").run();
    assert!(!found(&ran, &words).is_empty(), "{ran}");
    ran.stdout.clear();
    assert_eq!(found(&ran, &came), Vec::<&Sentinel>::new(), "{ran}");
    let wrong = Eloomi::at(&sim, "users list").env("ELOOMI_CLIENT_SECRET", "sim-none");
    let ran = wrong.run();
    assert_ne!(ran.code, Some(0), "{ran}");
    assert_eq!(found(&ran, &came), Vec::<&Sentinel>::new(), "{ran}");
}
