//! Bodies that pass while they are recorded.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use async_trait::async_trait;
use bytes::Bytes;
use eloomi_core::{Body, Phase, Transport, TransportError};
use eloomi_replay::{Loss, NotRecorded, Recorder, Recording, Scripted, Step};
use http::{HeaderMap, HeaderValue, Method, Request, Response};
use http_body::Frame;
use http_body_util::BodyExt as _;
use tokio::sync::{Mutex, mpsc};

use super::{get, recorder};

type Piece = Result<&'static str, TransportError>;

/// Answers one request with a body whose pieces the test sends.
pub(super) struct Arriving {
    headers: HeaderMap,
    pieces: Mutex<Option<mpsc::UnboundedReceiver<Piece>>>,
}

impl Arriving {
    pub(super) fn new(length: Option<usize>) -> (mpsc::UnboundedSender<Piece>, Self) {
        let (sender, receiver) = mpsc::unbounded_channel();
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        if let Some(length) = length {
            headers.insert("content-length", HeaderValue::from(length));
        }
        let pieces = Mutex::new(Some(receiver));
        (sender, Self { headers, pieces })
    }
}

#[async_trait]
impl Transport for Arriving {
    async fn send(&self, _request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let pieces = self.pieces.lock().await.take().unwrap();
        let mut answer = Response::new(Body::new(Pieces(pieces)));
        *answer.headers_mut() = self.headers.clone();
        Ok(answer)
    }
}

struct Pieces(mpsc::UnboundedReceiver<Piece>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let piece = self.0.poll_recv(cx);
        piece.map(|piece| piece.map(|piece| piece.map(|text| Frame::data(text.into()))))
    }
}

/// What the caller reads next.
async fn next(body: &mut Body) -> Option<Result<Bytes, TransportError>> {
    let frame = body.frame().await?;
    Some(frame.map(|frame| frame.into_data().unwrap()))
}

async fn body(recorder: &Recorder) -> Body {
    recorder
        .send(get("/v3/users/40"))
        .await
        .unwrap()
        .into_body()
}

fn losses(recording: &Recording) -> Vec<Loss> {
    recording
        .not_recorded()
        .iter()
        .map(NotRecorded::loss)
        .collect()
}

#[tokio::test]
async fn a_piece_passes_before_the_next_has_come() {
    let (sender, arriving) = Arriving::new(None);
    let recorder = recorder(arriving);
    let mut body = body(&recorder).await;
    for piece in ["{\"status\": ", "\"OK\"}"] {
        sender.send(Ok(piece)).unwrap();
        assert_eq!(next(&mut body).await.unwrap().unwrap(), piece);
        assert_eq!(losses(&recorder.recording()), [Loss::UnderWay]);
    }
    drop(sender);
    assert!(next(&mut body).await.is_none());
    let recording = recorder.recording();
    assert_eq!(losses(&recording), []);
    let json = recording.files()[0]
        .exchange
        .response
        .body
        .as_json()
        .unwrap()
        .as_str();
    assert_eq!(json, "{\n  \"status\": \"OK\"\n}");
}

#[tokio::test]
async fn a_body_that_says_its_length_is_whole_with_its_last_byte() {
    let (sender, arriving) = Arriving::new(Some(2));
    let recorder = recorder(arriving);
    let mut body = body(&recorder).await;
    sender.send(Ok("{")).unwrap();
    next(&mut body).await.unwrap().unwrap();
    assert_eq!(losses(&recorder.recording()), [Loss::UnderWay]);
    sender.send(Ok("}")).unwrap();
    next(&mut body).await.unwrap().unwrap();
    assert_eq!(losses(&recorder.recording()), []);
    drop(body);
    assert_eq!(recorder.recording().files().len(), 1);
}

#[tokio::test]
async fn a_body_that_breaks_off_is_not_recorded_and_breaks_off_for_the_caller() {
    let (sender, arriving) = Arriving::new(None);
    let recorder = recorder(arriving);
    let mut body = body(&recorder).await;
    sender.send(Ok("{}")).unwrap();
    sender
        .send(Err(
            TransportError::new(Phase::HeadReceived, "reset").permanent()
        ))
        .unwrap();
    assert_eq!(next(&mut body).await.unwrap().unwrap(), "{}");
    let error = next(&mut body).await.unwrap().unwrap_err();
    assert!(error.is_permanent());
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "reset"
    );
    let recording = recorder.recording();
    assert_eq!(losses(&recording), [Loss::CutOff]);
    assert!(recording.files().is_empty());
}

#[tokio::test]
async fn a_body_that_ends_before_its_length_is_not_recorded() {
    let (sender, arriving) = Arriving::new(Some(3));
    let recorder = recorder(arriving);
    let mut body = body(&recorder).await;
    sender.send(Ok("{}")).unwrap();
    drop(sender);
    while next(&mut body).await.is_some() {}
    assert_eq!(losses(&recorder.recording()), [Loss::CutOff]);
}

#[tokio::test]
async fn a_body_that_is_not_read_to_its_end_is_not_recorded() {
    let (sender, arriving) = Arriving::new(None);
    let recorder = recorder(arriving);
    let mut body = body(&recorder).await;
    sender.send(Ok("{}")).unwrap();
    next(&mut body).await.unwrap().unwrap();
    drop(body);
    assert_eq!(losses(&recorder.recording()), [Loss::GivenUp]);
}

#[tokio::test]
async fn a_body_over_the_cap_passes_and_is_not_recorded() {
    for (cap, loss) in [(3, vec![Loss::TooLarge]), (4, vec![])] {
        let (sender, arriving) = Arriving::new(None);
        let recorder = recorder(arriving).cap(cap);
        let mut body = body(&recorder).await;
        for piece in ["[10", "]"] {
            sender.send(Ok(piece)).unwrap();
            assert_eq!(next(&mut body).await.unwrap().unwrap(), piece);
        }
        drop(sender);
        assert!(next(&mut body).await.is_none());
        assert_eq!(losses(&recorder.recording()), loss, "{cap}");
    }
}

#[tokio::test]
async fn the_answer_to_head_is_whole_without_the_body_whose_length_it_tells() {
    let (sender, arriving) = Arriving::new(Some(9));
    drop(sender);
    let recorder = recorder(arriving);
    let mut request = get("/v3/users/40");
    *request.method_mut() = Method::HEAD;
    let mut body = recorder.send(request).await.unwrap().into_body();
    assert!(next(&mut body).await.is_none());
    assert_eq!(losses(&recorder.recording()), []);
    assert_eq!(
        recorder.recording().files()[0]
            .exchange
            .response
            .body
            .kind(),
        "none"
    );
}

#[tokio::test]
async fn a_body_tells_of_itself_what_it_told_before() {
    for (step, is_empty, length) in [
        (Step::status(204), true, 0),
        (Step::status(200).body("{}"), false, 2),
    ] {
        let recorder = recorder(Scripted::new([step]));
        let body = body(&recorder).await;
        assert_eq!(http_body::Body::is_end_stream(&body), is_empty);
        assert_eq!(http_body::Body::size_hint(&body).exact(), Some(length));
    }
}
