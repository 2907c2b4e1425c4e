//! Ways to listen, and not to.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use serde::Deserialize;
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::clock;

/// How the port listens.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Listen {
    #[default]
    Open,
    /// The port is held and does not listen: connections are refused (F01).
    Closed,
    /// The port listens, and nobody accepts: connections hang (F02).
    FullBacklog,
}

/// A port, held as long as this lives.
#[derive(Debug)]
pub(crate) enum Port {
    Open(TcpListener),
    Closed {
        #[expect(dead_code, reason = "it keeps the port from other programs")]
        socket: TcpSocket,
    },
    FullBacklog {
        #[expect(dead_code, reason = "it holds the full backlog")]
        listener: TcpListener,
        #[expect(dead_code, reason = "they fill the backlog")]
        inside: Vec<TcpStream>,
    },
}

/// How long a connection over loopback may take before it counts as one that hangs.
const HANGS: Duration = Duration::from_millis(200);

/// More than any system adds to a backlog of one.
const MOST: usize = 64;

/// Takes a free port of loopback.
pub(crate) async fn on_loopback(listen: Listen) -> io::Result<(SocketAddr, Port)> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
    let addr = socket.local_addr()?;
    let port = match listen {
        Listen::Open => Port::Open(socket.listen(1024)?),
        Listen::Closed => Port::Closed { socket },
        Listen::FullBacklog => {
            let listener = socket.listen(1)?;
            let inside = fill(addr).await?;
            Port::FullBacklog { listener, inside }
        }
    };
    Ok((addr, port))
}

async fn fill(addr: SocketAddr) -> io::Result<Vec<TcpStream>> {
    let mut inside = Vec::new();
    while inside.len() < MOST {
        match clock::at_most(HANGS, TcpStream::connect(addr)).await {
            Some(stream) => inside.push(stream?),
            None => return Ok(inside),
        }
    }
    Err(io::Error::other("the backlog does not fill"))
}
