//! The fault server from outside: clients that are sockets and nothing more.

mod answers;
mod connections;
mod endings;
mod http2;
mod journal;
mod listening;
mod pace;
mod script;
mod tls;

use eloomi_sim::{FaultScript, FaultServer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::within;

const GET: &str = "GET /v3/users/1 HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n";

const POST: &str = "POST /v3/users HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";

async fn serve(toml: &str) -> FaultServer {
    let script: FaultScript = toml::from_str(toml).unwrap();
    FaultServer::start(script).await.unwrap()
}

async fn connect(server: &FaultServer) -> TcpStream {
    within(TcpStream::connect(server.addr())).await.unwrap()
}

/// What came, and whether the connection ended without a reset.
async fn heard(stream: &mut TcpStream) -> (String, bool) {
    let mut bytes = Vec::new();
    let ended = within(stream.read_to_end(&mut bytes)).await.is_ok();
    (String::from_utf8_lossy(&bytes).into_owned(), ended)
}

/// Asks once on a connection of its own, and reads to the end.
async fn ask(server: &FaultServer, request: &str) -> (String, bool) {
    let mut stream = connect(server).await;
    stream.write_all(request.as_bytes()).await.unwrap();
    heard(&mut stream).await
}

/// The journal, once nothing happens any more.
async fn journal(server: &FaultServer) -> String {
    within(server.quiet()).await;
    server.journal().to_string()
}
