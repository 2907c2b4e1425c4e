//! Callers who come, give up, send, lose their answers and leave in any order: nobody is
//! forgotten, nothing leaks, and every place and slot is accounted for.

use std::{
    future::Future,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    task::{Context, Poll, Wake, Waker},
    time::Duration,
};

use http::{HeaderMap, StatusCode};
use proptest::prelude::*;

use crate::{
    ManualClock,
    limit::{Budget, Lane, Limiter, Permit, TooLong, machine::Machine},
};

const WINDOW: Duration = Duration::from_secs(10);

/// What happens next; numbers choose among those who are there.
#[derive(Clone, Debug)]
enum Step {
    Come(Lane),
    GiveUp(usize),
    /// It is kept, and nobody polls it.
    Forget(usize),
    Send(usize),
    Answer(usize),
    NeverLeft(usize),
    Drop(usize),
    Pass(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let lane = prop_oneof![Just(Lane::Token), Just(Lane::Interactive), Just(Lane::Bulk)];
    prop_oneof![
        6 => lane.prop_map(Step::Come),
        2 => any::<usize>().prop_map(Step::GiveUp),
        1 => any::<usize>().prop_map(Step::Forget),
        4 => any::<usize>().prop_map(Step::Send),
        4 => any::<usize>().prop_map(Step::Answer),
        1 => any::<usize>().prop_map(Step::NeverLeft),
        2 => any::<usize>().prop_map(Step::Drop),
        3 => (0u64..4_000).prop_map(Step::Pass),
    ]
}

/// Set when whoever waits is woken.
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, SeqCst);
    }
}

struct Waiting {
    future: Pin<Box<dyn Future<Output = Result<Permit, TooLong>>>>,
    woken: Arc<Woken>,
}

/// Polls like an executor: only whom something woke.
#[derive(Default)]
struct Callers {
    waiting: Vec<Waiting>,
    forgotten: Vec<Waiting>,
    permits: Vec<Permit>,
}

impl Callers {
    fn come(&mut self, limiter: &Arc<Limiter>, lane: Lane) {
        let limiter = Arc::clone(limiter);
        let future = async move { limiter.acquire(lane, Duration::MAX, WINDOW).await };
        self.waiting.push(Waiting {
            future: Box::pin(future),
            woken: Arc::new(Woken(AtomicBool::new(true))),
        });
    }

    fn run(&mut self) {
        while let Some(place) = self
            .waiting
            .iter()
            .position(|one| one.woken.0.swap(false, SeqCst))
        {
            let one = &mut self.waiting[place];
            let waker = Waker::from(Arc::clone(&one.woken));
            if let Poll::Ready(permit) = one.future.as_mut().poll(&mut Context::from_waker(&waker))
            {
                self.permits.push(permit.expect("nobody loses patience"));
                drop(self.waiting.remove(place));
            }
        }
    }
}

/// One of them, if there is any.
fn take<T>(among: &mut Vec<T>, choice: usize) -> Option<T> {
    let place = choice.checked_rem(among.len())?;
    Some(among.remove(place))
}

fn answered(permit: Permit) {
    permit.answered(StatusCode::OK, &HeaderMap::new());
}

proptest! {
    #[test]
    fn nobody_is_forgotten_and_nothing_leaks(
        requests in 1u32..5,
        burst in 1u32..5,
        steps in prop::collection::vec(step(), 0..80),
    ) {
        let clock = ManualClock::new();
        let budget = Budget::new(requests, WINDOW).burst(burst);
        let limiter = Arc::new(Limiter::new(Machine::new(budget), Arc::new(clock.clone())));
        let mut callers = Callers::default();
        for step in steps {
            match step {
                Step::Come(lane) => callers.come(&limiter, lane),
                Step::GiveUp(choice) => drop(take(&mut callers.waiting, choice)),
                Step::Forget(choice) => {
                    let forgotten = take(&mut callers.waiting, choice);
                    callers.forgotten.extend(forgotten);
                }
                Step::Send(choice) => {
                    if let Some(place) = choice.checked_rem(callers.permits.len()) {
                        callers.permits[place].leaves();
                    }
                }
                Step::Answer(choice) => {
                    take(&mut callers.permits, choice).into_iter().for_each(answered);
                }
                Step::NeverLeft(choice) => {
                    let permit = take(&mut callers.permits, choice);
                    permit.into_iter().for_each(Permit::never_left);
                }
                Step::Drop(choice) => drop(take(&mut callers.permits, choice)),
                Step::Pass(milliseconds) => clock.advance(Duration::from_millis(milliseconds)),
            }
            callers.run();
            let stats = limiter.stats();
            let waiting = callers.waiting.len() + callers.forgotten.len();
            prop_assert_eq!(stats.waiting, waiting);
            prop_assert_eq!(stats.under_way, callers.permits.len());
            prop_assert!(stats.under_way + stats.cooling <= requests as usize);
        }
        // Everybody who waits has their turn, woken by answers and time alone; those whom nobody
        // polls hold them up for a while.
        let rounds = 4 * (callers.waiting.len() + callers.forgotten.len());
        for _ in 0..rounds {
            callers.permits.drain(..).for_each(answered);
            callers.run();
            clock.advance(WINDOW * 2);
            callers.run();
        }
        prop_assert_eq!(callers.waiting.len(), 0);
        // And those have theirs, if they are remembered.
        let remembered = std::mem::take(&mut callers.forgotten);
for one in &remembered { one.woken.0.store(true, SeqCst); }
        callers.waiting = remembered;
        for _ in 0..callers.waiting.len() {
            callers.permits.drain(..).for_each(answered);
            callers.run();
            clock.advance(WINDOW * 2);
            callers.run();
        }
        prop_assert_eq!(callers.waiting.len(), 0);
        drop(callers);
        clock.advance(WINDOW * 2);
        let stats = limiter.stats();
        prop_assert_eq!((stats.waiting, stats.under_way, stats.cooling), (0, 0, 0));
    }
}
