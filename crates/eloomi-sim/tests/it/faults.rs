//! That each fault does what its name says.

use std::time::Duration;

use eloomi_sim::{Canned, Fault, Matcher, Simulator, behaviours, fault_names};

use crate::client::{
    Answer, authorized, form, get, raw, request, send, token, try_send, within, write,
};

/// A simulator with one fault, and a token that was handed out before it came.
async fn with(fault: &str) -> (Simulator, String) {
    let sim = Simulator::start().await.unwrap();
    let token = token(&sim).await;
    sim.fault(fault.parse().unwrap());
    (sim, token)
}

/// The answers to these paths, one after another.
async fn ask(sim: &Simulator, token: &str, paths: &[&str]) -> Vec<Answer> {
    let mut answers = Vec::new();
    for path in paths {
        answers.push(send(sim, authorized(path, token)).await);
    }
    answers
}

fn statuses(answers: &[Answer]) -> Vec<u16> {
    answers.iter().map(|answer| answer.status).collect()
}

/// The answer of the token endpoint, refused or not.
async fn token_answer(sim: &Simulator) -> Answer {
    let asked = request("POST", "/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form(sim, "client_credentials", "*").into());
    send(sim, asked.unwrap()).await
}

#[tokio::test]
async fn a_status_is_answered_as_often_as_it_says() {
    let (sim, token) = with("status=503,times=2,retry-after=1@GET /v3/users/*").await;
    let answers = ask(
        &sim,
        &token,
        &[
            "/v3/users",
            "/v3/users/80001",
            "/v3/users/80002",
            "/v3/users/80001",
        ],
    )
    .await;
    assert_eq!(statuses(&answers), [200, 503, 503, 200]);
    assert_eq!(answers[1].header("retry-after"), Some("1"));
    assert_eq!(answers[1].json()["status_code"], 503);
}

#[tokio::test]
async fn the_first_requests_pass_if_it_says_so() {
    let (sim, token) = with("status=500,after=1,times=1@/v3/users").await;
    let answers = ask(&sim, &token, &["/v3/users"; 3]).await;
    assert_eq!(statuses(&answers), [200, 500, 200]);
}

#[tokio::test]
async fn a_page_alone_can_fail() {
    let (sim, token) = with("status=500@GET /v3/users?page=2").await;
    let pages = ["/v3/users?per_page=5&page=1", "/v3/users?per_page=5&page=2"];
    assert_eq!(statuses(&ask(&sim, &token, &pages).await), [200, 500]);
}

#[tokio::test]
async fn a_body_is_html_or_a_problem_or_empty() {
    for (body, content_type, begin) in [
        ("html", Some("text/html; charset=utf-8"), "<html>"),
        ("problem", Some("application/problem+json"), "{"),
        (
            "json",
            Some("application/json"),
            "{\"status\":\"Bad Gateway\"",
        ),
        ("empty", None, ""),
    ] {
        let (sim, token) = with(&format!("status=502,body={body}@/v3/users")).await;
        let answer = send(&sim, authorized("/v3/users", &token)).await;
        assert_eq!(answer.header("content-type"), content_type, "{body}");
        assert!(answer.text().starts_with(begin), "{body}");
    }
}

#[tokio::test]
async fn a_redirect_names_its_place() {
    let (sim, token) = with("redirect=307:http://127.0.0.1:9/x@/v3/users").await;
    sim.fault("redirect=/v3/units@/v3/units".parse().unwrap());
    let answers = ask(&sim, &token, &["/v3/users", "/v3/units"]).await;
    let told: Vec<_> = answers
        .iter()
        .map(|one| (one.status, one.header("location").unwrap()))
        .collect();
    assert_eq!(told, [(307, "http://127.0.0.1:9/x"), (302, "/v3/units")]);
}

#[tokio::test]
async fn retry_after_is_429_with_whatever_was_written() {
    for value in ["2", "0", "-1", "soon", "1000000000", ""] {
        let (sim, token) = with(&format!("retry-after={value}@/v3/users")).await;
        let answer = send(&sim, authorized("/v3/users", &token)).await;
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (429, Some(value))
        );
    }
}

#[tokio::test]
async fn retry_after_may_stand_there_twice() {
    let (sim, token) = with("status=429,retry-after=1,retry-after=5@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let values: Vec<_> = answer.headers.get_all("retry-after").iter().collect();
    assert_eq!(values, ["1", "5"]);
}

#[tokio::test]
async fn retry_after_as_a_date_is_counted_from_the_date_beside_it() {
    let (sim, token) = with("retry-after=imf-fixdate:2,status=503,date-skew=7200@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let moment = |name| httpdate(answer.header(name).unwrap());
    assert_eq!(moment("retry-after") - moment("date"), 2);
}

/// The second of the day of a date.
fn httpdate(text: &str) -> i64 {
    let time = text.split(' ').find(|part| part.contains(':')).unwrap();
    time.split(':')
        .fold(0, |sum, part| sum * 60 + part.parse::<i64>().unwrap())
}

#[tokio::test]
async fn retry_after_comes_in_either_obsolete_date() {
    for (form, end) in [("rfc850-date", " GMT"), ("asctime-date", "")] {
        let (sim, token) = with(&format!("retry-after={form}:5@/v3/users")).await;
        let answer = send(&sim, authorized("/v3/users", &token)).await;
        let value = answer.header("retry-after").unwrap();
        assert!(value.ends_with(end) && value.contains(':'), "{value}");
    }
}

#[tokio::test]
async fn an_empty_response_is_an_end_without_an_answer() {
    let (sim, token) = with("EMPTY_RESPONSE,times=1@/v3/users").await;
    let heard = within(raw(
        &sim,
        "GET /v3/users HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ))
    .await;
    assert_eq!(heard, "");
    assert_eq!(
        send(&sim, authorized("/v3/users", &token)).await.status,
        200
    );
}

/// How a connection ends that has asked this.
async fn end_of(sim: &Simulator, head: &str, body: &str) -> std::io::Result<usize> {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(sim.addr()).await.unwrap();
    let length = body.len();
    let text = format!("{head}Host: localhost\r\nContent-Length: {length}\r\n\r\n{body}");
    stream.write_all(text.as_bytes()).await.unwrap();
    within(stream.read_to_end(&mut Vec::new())).await
}

#[tokio::test]
async fn a_reset_is_a_reset_and_processes_nothing() {
    let (sim, token) = with("CONNECTION_RESET_BY_PEER@POST /v3/users").await;
    let people = sim.people().len();
    let end = end_of(&sim, &create(&token), "{}").await;
    assert_eq!(end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(sim.people().len(), people);
}

fn create(token: &str) -> String {
    format!(
        "POST /v3/users HTTP/1.1\r\nAuthorization: Bearer {token}\r\nClientId: 200\r\nContent-Type: application/json\r\n"
    )
}

const NEWCOMER: &str = r#"{"first_name":"Ada","email":"ada.lost@example.com"}"#;

#[tokio::test]
async fn a_lost_answer_is_processed_and_then_reset() {
    let (sim, token) = with("lost-answer,times=1@POST /v3/users").await;
    let people = sim.people().len();
    let end = end_of(&sim, &create(&token), NEWCOMER).await;
    assert_eq!(end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(sim.people().len(), people + 1);
    assert_eq!(sim.requests().last().unwrap().status, None);
}

#[tokio::test]
async fn latency_lets_the_answer_wait() {
    let (sim, token) = with("latency=50@/v3/users").await;
    ask(&sim, &token, &["/v3/users"]).await;
    let took = sim.requests()[1].took.unwrap();
    assert!(took >= Duration::from_millis(50), "{took:?}");
}

#[tokio::test]
async fn an_envelope_contradicts_its_status_and_keeps_the_data() {
    let (sim, token) = with("envelope=400,message=could not@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let json = answer.json();
    assert_eq!(
        (answer.status, &json["status_code"], &json["message"]),
        (200, &400.into(), &"could not".into())
    );
    assert_eq!(json["status"], "Bad Request");
    assert_eq!(answer.ids().len(), 60);
}

#[tokio::test]
async fn an_envelope_is_there_where_none_would_be() {
    let (sim, token) = with("envelope=404@/v3/users/*").await;
    let answer = send(&sim, authorized("/v3/users/1", &token)).await;
    assert_eq!(
        (answer.status, answer.json()["status_code"].as_u64()),
        (200, Some(404))
    );
}

#[tokio::test]
async fn a_header_is_added_to_the_own_answer() {
    let (sim, token) = with("header=X-Request-Id: 7@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    assert_eq!(
        (answer.status, answer.header("x-request-id")),
        (200, Some("7"))
    );
}

#[tokio::test]
async fn the_date_lies_by_so_many_seconds() {
    let (sim, token) = with("date-skew=-7200,times=1@/v3/users").await;
    let answers = ask(&sim, &token, &["/v3/users"; 2]).await;
    let [wrong, right] = [0, 1].map(|at: usize| httpdate(answers[at].header("date").unwrap()));
    let behind = (right - wrong).rem_euclid(24 * 60 * 60);
    assert!((7200..7210).contains(&behind), "{behind}");
}

#[tokio::test]
async fn headers_of_the_limit_are_written_or_left_out() {
    let (sim, token) = with("rate-limit-headers,limit=absent,remaining=-1@/v3/users").await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let told = (
        answer.header("x-ratelimit-limit"),
        answer.header("x-ratelimit-remaining"),
    );
    assert_eq!(told, (None, Some("-1")));
}

#[tokio::test]
async fn every_token_is_refused_new_ones_too() {
    let (sim, old) = with("refuse-tokens@/v3/**").await;
    let new = token(&sim).await;
    for token in [old, new] {
        assert_eq!(
            send(&sim, authorized("/v3/users", &token)).await.status,
            401
        );
    }
}

#[tokio::test]
async fn a_refusal_says_why_in_its_header() {
    let challenge = r#"www-authenticate="Bearer error=\"insufficient_scope\"",times=1@/v3/**"#;
    let (sim, token) = with(challenge).await;
    let answer = send(&sim, authorized("/v3/users", &token)).await;
    let told = (answer.status, answer.header("www-authenticate"));
    assert_eq!(told, (401, Some("Bearer error=\"insufficient_scope\"")));
}

#[tokio::test]
async fn a_token_that_expires_in_flight_stays_expired_and_a_new_one_is_good() {
    let (sim, old) = with("expire-in-flight,times=1@/v3/users").await;
    assert_eq!(
        statuses(&ask(&sim, &old, &["/v3/users"; 2]).await),
        [401, 401]
    );
    assert_eq!(get(&sim, "/v3/users").await.status, 200);
}

#[tokio::test]
async fn a_token_is_unknown_until_the_replica_has_it() {
    let (sim, token) = with("replica-lag=60000@/v3/**").await;
    let early = send(&sim, authorized("/v3/users", &token)).await.status;
    sim.advance(Duration::from_secs(60));
    let late = send(&sim, authorized("/v3/users", &token)).await.status;
    assert_eq!((early, late), (401, 200));
}

#[tokio::test]
async fn the_token_answer_is_what_was_written() {
    let text = r#"{"token_type":"Bearer","expires_in":0}"#;
    let (sim, _) = with(&format!("token-answer={text},status=201@/oauth/token")).await;
    let answer = token_answer(&sim).await;
    assert_eq!((answer.status, answer.text()), (201, text));
}

#[tokio::test]
async fn an_oauth_error_has_its_code_and_words() {
    let (sim, _) = with("oauth-error=invalid_scope,hint=Check it@/oauth/token").await;
    let answer = token_answer(&sim).await;
    let text = r#"{"error":"invalid_scope","message":"A fault was asked for.","hint":"Check it"}"#;
    assert_eq!((answer.status, answer.text()), (400, text));
}

#[tokio::test]
async fn a_token_says_something_else_of_itself() {
    for (fault, member, value) in [
        ("expires-in=-1", "expires_in", serde_json::json!(-1)),
        ("expires-in=1e12", "expires_in", serde_json::json!(1e12)),
        ("expires-in=soon", "expires_in", serde_json::json!("soon")),
        ("expires-in=absent", "expires_in", serde_json::Value::Null),
        (
            "token-type=bearer",
            "token_type",
            serde_json::json!("bearer"),
        ),
        (
            r#"access-token="a\r\nb""#,
            "access_token",
            serde_json::json!("a\r\nb"),
        ),
        (
            "access-token=xy,repeat=3",
            "access_token",
            serde_json::json!("xyxyxy"),
        ),
        ("access-token=", "access_token", serde_json::json!("")),
    ] {
        let (sim, _) = with(&format!("{fault}@POST /oauth/token")).await;
        assert_eq!(token_answer(&sim).await.json()[member], value, "{fault}");
    }
}

const PAGES: [&str; 4] = [
    "/v3/users?per_page=20&page=1",
    "/v3/users?per_page=20&page=2",
    "/v3/users?per_page=20&page=3",
    "/v3/users?per_page=20&page=4",
];

/// Who is on the four pages, by the place among everybody; ids of nobody stay.
async fn pages(fault: &str) -> (Simulator, Vec<Vec<u64>>) {
    let (sim, token) = with(fault).await;
    let before = sim.people();
    let place = |id: u64| {
        let place = before.iter().position(|one| one.id == id);
        place.map_or(id, |place| place as u64)
    };
    let answers = ask(&sim, &token, &PAGES).await;
    let pages = answers
        .iter()
        .map(|answer| answer.ids().into_iter().map(place).collect());
    let pages = pages.collect();
    (sim, pages)
}

fn places(range: std::ops::Range<u64>) -> Vec<u64> {
    range.collect()
}

#[tokio::test]
async fn pages_never_end_and_no_id_comes_twice() {
    let (_sim, pages) = pages("page-never-ends@GET /v3/users").await;
    assert_eq!(pages[2], places(40..60));
    assert_eq!(pages[3].len(), 20);
    let mut all = pages.concat();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 80);
}

#[tokio::test]
async fn pages_repeat_the_first() {
    let (_sim, pages) = pages("page-repeats@/v3/users").await;
    assert_eq!(pages, [(); 4].map(|()| places(0..20)));
}

#[tokio::test]
async fn somebody_deleted_between_pages_costs_the_walk_another() {
    let (sim, pages) = pages("items-shift=delete,times=1@GET /v3/users").await;
    assert_eq!(
        pages,
        [places(0..20), places(21..41), places(41..60), vec![]]
    );
    assert_eq!(sim.people().len(), 59);
}

#[tokio::test]
async fn somebody_inserted_between_pages_shows_another_twice() {
    let (sim, pages) = pages("items-shift=insert,times=1@GET /v3/users").await;
    assert_eq!(
        pages,
        [
            places(0..20),
            places(19..39),
            places(39..59),
            places(59..60)
        ]
    );
    assert_eq!(sim.people()[0].id, 80000);
}

#[tokio::test]
async fn a_person_created_after_an_insert_gets_a_new_id() {
    let (sim, _) = pages("items-shift=insert,times=1@GET /v3/users").await;
    let next = sim.people().last().unwrap().id + 1;
    let created = write(&sim, "POST", "/v3/users", NEWCOMER).await;
    assert_eq!(created.json()["data"]["id"], next);
}

#[tokio::test]
async fn a_page_in_the_middle_is_short() {
    let (_sim, pages) = pages("short-page=2:3@GET /v3/users").await;
    assert_eq!(
        pages,
        [places(0..20), places(20..23), places(40..60), vec![]]
    );
}

#[tokio::test]
async fn a_page_in_the_middle_is_empty() {
    let (_sim, pages) = pages("empty-page=2@GET /v3/users").await;
    assert_eq!(pages, [places(0..20), vec![], places(40..60), vec![]]);
}

#[tokio::test]
async fn page_sizes_are_capped_without_a_word() {
    let (sim, token) = with("caps-page-size=7@GET /v3/users").await;
    let paths = [
        "/v3/users?per_page=1000000000",
        "/v3/users",
        "/v3/users?per_page=5",
    ];
    let answers = ask(&sim, &token, &paths).await;
    let sizes: Vec<_> = answers.iter().map(|answer| answer.ids().len()).collect();
    assert_eq!(sizes, [7, 7, 5]);
}

#[tokio::test]
async fn a_fault_from_the_start_meets_the_first_request() {
    let fault = "oauth-error=invalid_client@*".parse().unwrap();
    let sim = Simulator::builder().fault(fault).start().await.unwrap();
    assert_eq!(token_answer(&sim).await.status, 400);
}

#[tokio::test]
async fn faults_on_the_same_request_add_up() {
    let (sim, token) = with("latency=40@/v3/**").await;
    for fault in [
        "status=503@/v3/users",
        "status=500@/v3/users",
        "date-skew=5@*",
    ] {
        sim.fault(fault.parse().unwrap());
    }
    assert_eq!(
        send(&sim, authorized("/v3/users", &token)).await.status,
        503
    );
    let met = &sim.requests()[1].faults;
    assert_eq!(met, &["fault-status", "fault-latency", "fault-date-skew"]);
}

#[tokio::test]
async fn a_scripted_answer_comes_before_a_fault() {
    let (sim, token) = with("status=503,times=1@/v3/users").await;
    sim.answer_next(Matcher::path("/v3/users"), Canned::new(418));
    let answers = ask(&sim, &token, &["/v3/users"; 2]).await;
    assert_eq!(statuses(&answers), [418, 503]);
}

#[tokio::test]
async fn the_journal_tells_which_fault_met_a_request() {
    let (sim, token) = with("status=503,times=1@/v3/users").await;
    ask(&sim, &token, &["/v3/users"; 2]).await;
    let told: Vec<_> = sim
        .requests()
        .into_iter()
        .map(|one| (one.behaviour, one.faults))
        .collect();
    assert_eq!(told[1], (Some("fault-status"), vec!["fault-status"]));
    assert_eq!(told[2], (Some("list-users"), vec![]));
}

#[tokio::test]
async fn the_journal_tells_of_a_fault_without_an_answer() {
    let (sim, token) = with("lost-answer,times=1@/v3/users").await;
    let lost = within(try_send(&sim, authorized("/v3/users", &token))).await;
    assert!(lost.is_err());
    assert_eq!(sim.requests()[1].faults, ["fault-lost-answer"]);
}

#[tokio::test]
async fn a_fault_that_has_not_met_its_requests_is_unmet() {
    let (sim, token) = with("status=503,times=2@/v3/users").await;
    let unmet = || sim.unmet_faults().len();
    let before = unmet();
    ask(&sim, &token, &["/v3/users"]).await;
    let between = unmet();
    ask(&sim, &token, &["/v3/users"]).await;
    assert_eq!((before, between, unmet()), (1, 1, 0));
}

#[tokio::test]
async fn a_fault_without_a_number_is_unmet_until_it_happens() {
    let (sim, token) = with("page-repeats@/v3/users").await;
    ask(&sim, &token, &PAGES[..1]).await;
    let before = sim.unmet_faults();
    ask(&sim, &token, &PAGES[1..2]).await;
    assert_eq!(before, ["page-repeats@/v3/users".parse::<Fault>().unwrap()]);
    assert_eq!(sim.unmet_faults(), []);
}

#[tokio::test]
async fn a_fault_that_finds_nothing_to_change_is_unmet() {
    let (sim, token) = with("short-page=1:99@/v3/users").await;
    ask(&sim, &token, &PAGES[..1]).await;
    assert_eq!(sim.unmet_faults().len(), 1);
    assert!(sim.requests()[1].faults.is_empty());
}

#[test]
fn every_name_has_a_row_of_its_own_in_the_table() {
    for name in fault_names() {
        let row = name.behaviour();
        assert!(behaviours().contains(&row), "{}", name.name);
        assert!(
            row.does.starts_with(&format!("`{}`", name.name)),
            "{}",
            name.name
        );
    }
}
