//! The service: answers everything, and writes down when it came.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::mpsc::{self, Receiver, Sender},
    thread,
    time::Duration,
};

use eloomi_core::{Clock as _, SystemClock, Tick};

/// How long an answer takes, so that a process can be killed meanwhile.
const ANSWER: Duration = Duration::from_millis(10);

/// If nothing comes for so long, nothing will.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) struct Service {
    address: SocketAddr,
    arriving: Receiver<Arrival>,
    arrived: Vec<Tick>,
}

struct Arrival {
    from: usize,
    at: Tick,
}

impl Service {
    /// Ends with the test's process.
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (arrivals, arriving) = mpsc::channel();
        let clock = SystemClock::new();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let arrivals = arrivals.clone();
                // One that is closed in the middle of a request was not counted.
                thread::spawn(move || answer(&stream?, clock, &arrivals));
            }
        });
        Self {
            address,
            arriving,
            arrived: Vec::new(),
        }
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits until so many more requests have arrived.
    pub(super) fn await_arrivals(&mut self, count: usize) {
        for _ in 0..count {
            self.next();
        }
    }

    /// Waits until one of this process has arrived.
    pub(super) fn await_arrival_from(&mut self, number: usize) {
        // What came before is of no use: it may have been answered.
        while self
            .arriving
            .try_recv()
            .is_ok_and(|arrival| self.note(&arrival))
        {}
        while self.next() != number {}
    }

    /// When all requests arrived, in order.
    pub(super) fn arrivals(&mut self) -> Vec<Tick> {
        while self
            .arriving
            .try_recv()
            .is_ok_and(|arrival| self.note(&arrival))
        {}
        self.arrived.sort_unstable();
        self.arrived.clone()
    }

    /// Waits for one more, and says from whom it came.
    fn next(&mut self) -> usize {
        let arrival = self
            .arriving
            .recv_timeout(PATIENCE)
            .expect("requests go on arriving");
        self.note(&arrival);
        arrival.from
    }

    fn note(&mut self, arrival: &Arrival) -> bool {
        self.arrived.push(arrival.at);
        true
    }
}

/// Reads a request, counts it, and answers it.
fn answer(
    mut stream: &TcpStream,
    clock: SystemClock,
    arrivals: &Sender<Arrival>,
) -> std::io::Result<()> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        request.push(byte[0]);
    }
    let at = clock.now();
    // `GET /2 HTTP/1.1`: its path is the number of the process.
    let from = usize::from(request[5] - b'0');
    // Nobody listens any more once the test has failed.
    let _ = arrivals.send(Arrival { from, at });
    // Nothing comes, so this waits, unless the process dies.
    stream.set_read_timeout(Some(ANSWER))?;
    let _ = stream.read(&mut [0]);
    stream.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n")
}
