//! Callers come, are polled and go away in any order (F102).

use std::{
    sync::Arc,
    task::{Context, Poll, Waker},
    time::Duration,
};

use eloomi_core::{Clock as _, Session};
use futures_util::{FutureExt as _, future::BoxFuture};
use proptest::prelude::*;

use crate::service::{READ_THING, Service, Woken};

/// What the callers find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    NoToken,
    Expired,
    NearTheEnd,
    Revoked,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Call,
    Poll(usize),
    Drop(usize),
}

fn start() -> impl Strategy<Value = Start> {
    prop_oneof![
        Just(Start::NoToken),
        Just(Start::Expired),
        Just(Start::NearTheEnd),
        Just(Start::Revoked),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => Just(Step::Call),
        6 => (0usize..8).prop_map(Step::Poll),
        1 => (0usize..8).prop_map(Step::Drop),
    ]
}

fn service(start: Start) -> (Service, Session) {
    let service = Service::default();
    let session = service.session();
    if start != Start::NoToken {
        service.run(session.send(READ_THING)).unwrap();
    }
    match start {
        Start::NoToken => {}
        Start::Expired => service.clock.advance(Duration::from_secs(3600)),
        Start::NearTheEnd => service.clock.advance(Duration::from_secs(3500)),
        Start::Revoked => service.revoke("sim-token-1"),
    }
    (service, session)
}

/// A caller that is polled only when somebody woke it, unless a step says otherwise.
struct Caller {
    call: BoxFuture<'static, bool>,
    woken: Arc<Woken>,
}

impl Caller {
    fn new(session: &Session) -> Self {
        let session = session.clone();
        let call = async move { session.send(READ_THING).await.is_ok() };
        let woken = Arc::new(Woken::default());
        Waker::from(Arc::clone(&woken)).wake();
        Self {
            call: call.boxed(),
            woken,
        }
    }

    /// Whether it succeeded, once it is over.
    fn poll(&mut self) -> Option<bool> {
        self.woken.take();
        let waker = Waker::from(Arc::clone(&self.woken));
        match self.call.poll_unpin(&mut Context::from_waker(&waker)) {
            Poll::Ready(succeeded) => Some(succeeded),
            Poll::Pending => None,
        }
    }
}

/// Polls the callers of this kind once, and takes those out who are over.
fn poll_each(callers: &mut Vec<Caller>, wanted: impl Fn(usize, &Caller) -> bool) -> bool {
    let mut index = 0;
    let mut all_succeeded = true;
    callers.retain_mut(|caller| {
        index += 1;
        let over = if wanted(index - 1, caller) {
            caller.poll()
        } else {
            None
        };
        all_succeeded &= over.unwrap_or(true);
        over.is_none()
    });
    all_succeeded
}

proptest! {
    #[test]
    fn whoever_stays_is_served_by_one_token_request_at_a_time(
        start in start(),
        steps in prop::collection::vec(step(), 0..60),
    ) {
        let (service, session) = service(start);
        let mut callers = Vec::new();
        for step in steps {
            match step {
                Step::Call => callers.push(Caller::new(&session)),
                Step::Poll(number) => prop_assert!(poll_each(&mut callers, |index, _| index == number)),
                Step::Drop(number) if number < callers.len() => drop(callers.swap_remove(number)),
                Step::Drop(_) => {}
            }
        }
        callers.push(Caller::new(&session));
        let began = service.clock.now();
        while !callers.is_empty() {
            let someone = callers.iter().any(|caller| caller.woken.is_set());
            if !someone {
                // Only the pause before a request is repeated may take time.
                prop_assert_eq!(start, Start::Revoked, "nobody wakes those who wait");
                prop_assert!(service.clock.now().since(began) < Duration::from_secs(2));
                service.clock.advance(Duration::from_millis(50));
                continue;
            }
            prop_assert!(poll_each(&mut callers, |_, caller| caller.woken.is_set()));
        }
        prop_assert!(service.most_token_requests_at_once() <= 1);
        prop_assert!(service.token_requests().len() <= 2, "more than one was made");
    }
}
