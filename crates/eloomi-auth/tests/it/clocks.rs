//! A token's time is counted by the clock that never goes back (F82, F83).

use std::{
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use eloomi_core::{Clock, ManualClock, Tick};
use futures_util::future::BoxFuture;

use crate::service::{READ_THING, Service};

/// Its date is whatever somebody set.
#[derive(Clone)]
struct SetDate {
    clock: ManualClock,
    date: Arc<Mutex<SystemTime>>,
}

impl Clock for SetDate {
    fn now(&self) -> Tick {
        self.clock.now()
    }

    fn wall(&self) -> SystemTime {
        *self.date.lock().unwrap()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.clock.sleep(duration)
    }
}

#[test]
fn a_date_that_jumps_neither_ends_a_token_nor_prolongs_it() {
    const DAY: Duration = Duration::from_secs(24 * 3600);
    let today = SystemTime::UNIX_EPOCH + 20_000 * DAY;
    for date in [SystemTime::UNIX_EPOCH, today - DAY, today + 400 * DAY] {
        let service = Service::default();
        let clock = SetDate {
            clock: service.clock.clone(),
            date: Arc::new(Mutex::new(today)),
        };
        let session = service.session_on(Arc::new(clock.clone()));
        service.run(session.send(READ_THING)).unwrap();
        *clock.date.lock().unwrap() = date;
        service.clock.advance(Duration::from_secs(3359));
        service.run(session.send(READ_THING)).unwrap();
        assert_eq!(service.token_requests().len(), 1, "{date:?}");
        service.clock.advance(Duration::from_secs(241));
        service.run(session.send(READ_THING)).unwrap();
        assert_eq!(service.token_requests().len(), 2, "{date:?}");
    }
}

#[test]
fn after_a_jump_of_eight_hours_the_old_token_is_not_used() {
    let service = Service::default();
    let session = service.session();
    service.run(session.send(READ_THING)).unwrap();
    service.clock.advance(Duration::from_secs(8 * 3600));
    service.run(session.send(READ_THING)).unwrap();
    assert_eq!(service.tokens_used(), ["sim-token-1", "sim-token-2"]);
}
