//! A client that shares no code with the ones the simulator is for.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use eloomi_sim::Simulator;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::{HeaderMap, Request, Response, Version};
use hyper_util::rt::{TokioExecutor, TokioIo};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) version: Version,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The ids in `data`.
    pub(crate) fn ids(&self) -> Vec<u64> {
        let json = self.json();
        let people = json["data"].as_array().unwrap();
        people
            .iter()
            .map(|one| one["id"].as_u64().unwrap())
            .collect()
    }
}

/// Why there is no answer; tests only look whether there is one.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A request without its host, which is the simulator.
pub(crate) fn request(method: &str, path: &str) -> hyper::http::request::Builder {
    Request::builder().method(method).uri(path)
}

/// Sends one request on a plain connection of its own, over HTTP/1.1.
pub(crate) async fn try_send(
    sim: &Simulator,
    request: Request<Full<Bytes>>,
) -> Result<Answer, Failure> {
    let stream = TcpStream::connect(sim.addr()).await?;
    over_h1(stream, request).await
}

pub(crate) async fn send(sim: &Simulator, request: Request<Full<Bytes>>) -> Answer {
    within(try_send(sim, request)).await.unwrap()
}

pub(crate) async fn over_h1<S>(
    stream: S,
    mut request: Request<Full<Bytes>>,
) -> Result<Answer, Failure>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let headers = request.headers_mut();
    headers.entry("host").or_insert("localhost".parse()?);
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    read(sender.send_request(request).await?).await
}

pub(crate) async fn over_h2<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Answer, Failure>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut head, body) = request.into_parts();
    head.uri = format!("https://localhost{}", head.uri).parse()?;
    let handshake =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(stream));
    let (mut sender, connection) = handshake.await?;
    tokio::spawn(connection);
    read(sender.send_request(Request::from_parts(head, body)).await?).await
}

/// A connection over TLS.
pub(crate) type Loopback = tokio_rustls::client::TlsStream<TcpStream>;

/// A TLS connection that offers these protocols and trusts only the simulator's root.
pub(crate) async fn tls(
    sim: &Simulator,
    name: &'static str,
    offers: &[&str],
) -> Result<Loopback, Failure> {
    tls_to(sim.addr(), sim.root_certificate_der(), name, offers).await
}

/// A TLS connection to any server, which trusts only this root.
pub(crate) async fn tls_to(
    addr: SocketAddr,
    root: Option<&[u8]>,
    name: &'static str,
    offers: &[&str],
) -> Result<Loopback, Failure> {
    let mut roots = RootCertStore::empty();
    let root = root.ok_or("no TLS")?.to_vec();
    roots.add(CertificateDer::from(root))?;
    let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = offers.iter().map(|name| name.as_bytes().to_vec()).collect();
    let stream = TcpStream::connect(addr).await?;
    let connector = TlsConnector::from(Arc::new(config));
    Ok(connector
        .connect(ServerName::try_from(name)?, stream)
        .await?)
}

async fn read(response: Response<Incoming>) -> Result<Answer, Failure> {
    let (head, body) = response.into_parts();
    Ok(Answer {
        status: head.status.as_u16(),
        version: head.version,
        headers: head.headers,
        body: body.collect().await?.to_bytes(),
    })
}

/// Writes these bytes and reads until the simulator closes the connection.
pub(crate) async fn raw(sim: &Simulator, bytes: &str) -> String {
    let mut stream = TcpStream::connect(sim.addr()).await.unwrap();
    stream.write_all(bytes.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    // A reset ends the answer too.
    let _ = stream.read_to_end(&mut heard).await;
    String::from_utf8(heard).unwrap()
}

/// Asks for a token as the documentation says.
pub(crate) async fn token(sim: &Simulator) -> String {
    let form = form(sim, "client_credentials", "*");
    let asked = request("POST", "/oauth/token")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form.into());
    let answer = send(sim, asked.unwrap()).await;
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

pub(crate) fn form(sim: &Simulator, grant: &str, scope: &str) -> String {
    let (id, secret) = (sim.client_id(), sim.client_secret());
    format!("grant_type={grant}&client_id={id}&client_secret={secret}&scope={scope}")
}

/// A GET that carries this token.
pub(crate) fn authorized(path: &str, token: &str) -> Request<Full<Bytes>> {
    request("GET", path)
        .header("authorization", format!("Bearer {token}"))
        .header("clientid", "200")
        .body(Full::default())
        .unwrap()
}

/// A GET with a token of its own.
pub(crate) async fn get(sim: &Simulator, path: &str) -> Answer {
    let token = token(sim).await;
    send(sim, authorized(path, &token)).await
}

/// A write with a JSON body and a token of its own.
pub(crate) async fn write(sim: &Simulator, method: &str, path: &str, json: &str) -> Answer {
    write_as(sim, "application/json", method, path, json).await
}

pub(crate) async fn write_as(
    sim: &Simulator,
    content_type: &str,
    method: &str,
    path: &str,
    body: &str,
) -> Answer {
    let mut request = authorized(path, &token(sim).await).map(|_| body.to_owned().into());
    *request.method_mut() = method.parse().unwrap();
    let content_type = content_type.parse().unwrap();
    request.headers_mut().insert("content-type", content_type);
    send(sim, request).await
}

/// A call without a body and with a token of its own.
pub(crate) async fn call(sim: &Simulator, method: &str, path: &str) -> Answer {
    let mut request = authorized(path, &token(sim).await);
    *request.method_mut() = method.parse().unwrap();
    send(sim, request).await
}

/// A person as the simulator knows one.
pub(crate) fn known(sim: &Simulator, id: u64) -> Value {
    serde_json::from_str(&sim.person(id).unwrap()).unwrap()
}

/// A unit as the simulator knows one.
pub(crate) fn known_unit(sim: &Simulator, id: u64) -> Value {
    serde_json::from_str(&sim.unit(id).unwrap()).unwrap()
}

/// Fails rather than hangs.
pub(crate) async fn within<F: Future>(future: F) -> F::Output {
    #[expect(
        clippy::disallowed_methods,
        reason = "real sockets need a real time limit"
    )]
    let output = tokio::time::timeout(Duration::from_secs(10), future).await;
    output.expect("no answer within ten seconds")
}
