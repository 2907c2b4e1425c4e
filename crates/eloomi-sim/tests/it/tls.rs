use eloomi_sim::{Simulator, Tls};
use hyper::Version;
use tokio::net::TcpStream;

use crate::client::{Answer, authorized, over_h1, over_h2, tls, within};

/// Asks without a token: the 401 is answer enough.
async fn ask(sim: &Simulator, name: &'static str, offers: &[&str]) -> Answer {
    let stream = within(tls(sim, name, offers)).await.unwrap();
    let h2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
    let request = authorized("/v3/users", "none");
    let answer = if h2 {
        within(Box::pin(over_h2(stream, request))).await
    } else {
        within(Box::pin(over_h1(stream, request))).await
    };
    answer.unwrap()
}

#[tokio::test]
async fn http_2_is_spoken_over_tls() {
    let sim = Simulator::builder()
        .tls(Tls::H1AndH2)
        .start()
        .await
        .unwrap();
    let answer = ask(&sim, "localhost", &["h2", "http/1.1"]).await;
    assert_eq!((answer.version, answer.status), (Version::HTTP_2, 401));
}

#[tokio::test]
async fn http_1_is_spoken_over_tls_to_those_who_want_it() {
    let sim = Simulator::builder()
        .tls(Tls::H1AndH2)
        .start()
        .await
        .unwrap();
    let answer = ask(&sim, "localhost", &["http/1.1"]).await;
    assert_eq!((answer.version, answer.status), (Version::HTTP_11, 401));
}

#[tokio::test]
async fn h1_only_does_not_offer_http_2() {
    let sim = Simulator::builder().tls(Tls::H1Only).start().await.unwrap();
    let answer = ask(&sim, "localhost", &["h2", "http/1.1"]).await;
    assert_eq!(answer.version, Version::HTTP_11);
}

#[tokio::test]
async fn the_certificate_holds_for_the_address_too() {
    let sim = Simulator::builder().tls(Tls::H1Only).start().await.unwrap();
    assert_eq!(ask(&sim, "127.0.0.1", &[]).await.status, 401);
}

#[tokio::test]
async fn the_certificate_holds_for_no_other_name() {
    let sim = Simulator::builder().tls(Tls::H1Only).start().await.unwrap();
    assert!(within(tls(&sim, "api.example.com", &[])).await.is_err());
}

#[tokio::test]
async fn the_root_comes_as_pem_too() {
    let sim = Simulator::builder().tls(Tls::H1Only).start().await.unwrap();
    let pem = sim.root_certificate_pem().unwrap();
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----"), "{pem}");
}

#[tokio::test]
async fn the_url_says_https() {
    let sim = Simulator::builder()
        .tls(Tls::H1AndH2)
        .start()
        .await
        .unwrap();
    assert_eq!(sim.base_url(), format!("https://{}", sim.addr()));
}

#[tokio::test]
async fn without_tls_there_is_no_root() {
    let sim = Simulator::start().await.unwrap();
    assert_eq!(sim.root_certificate_der(), None);
}

#[tokio::test]
async fn http_2_is_spoken_without_tls_to_those_who_begin_with_it() {
    let sim = Simulator::start().await.unwrap();
    let stream = TcpStream::connect(sim.addr()).await.unwrap();
    let answer = within(over_h2(stream, authorized("/v3/users", "none")))
        .await
        .unwrap();
    assert_eq!((answer.version, answer.status), (Version::HTTP_2, 401));
}

#[tokio::test]
async fn the_journal_tells_the_version() {
    let sim = Simulator::builder()
        .tls(Tls::H1AndH2)
        .start()
        .await
        .unwrap();
    ask(&sim, "localhost", &["h2"]).await;
    assert_eq!(sim.requests()[0].version, "HTTP/2.0");
}
