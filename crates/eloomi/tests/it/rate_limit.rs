//! The limit met.

use std::time::Duration;

use eloomi::GetUser;
use eloomi_sim::Simulator;

use crate::seen;

everywhere! {
    a_429_says_how_long_to_wait_and_then_all_is_well(
        Simulator::builder().seed(7).people(5).limit(2)
    ) |ground| {
        let person = ground.sim.people()[0].id;
        for _ in 0..2 {
            ground.client.send(GetUser::new(person)).await.unwrap();
        }
        let error = ground.client.send(GetUser::new(person)).await.unwrap_err();
        let wait = error.retry_after().unwrap();
        assert!(wait <= Duration::from_secs(60), "{wait:?}");
        assert!(error.is_rate_limited() && error.is_retryable());
        ground.sim.advance(Duration::from_secs(60));
        ground.client.send(GetUser::new(person)).await.unwrap();
    }

    a_date_is_as_good_as_seconds(Simulator::builder().seed(7).people(5)) |ground| {
        let until = eloomi_sim::Canned::new(429)
            .header("date", "Sun, 06 Nov 1994 08:49:37 GMT")
            .header("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT");
        ground.sim.answer_next(eloomi_sim::Matcher::path("/v3/users/1"), until);
        let error = ground.client.send(GetUser::new(1)).await.unwrap_err();
        assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
        seen::same_everywhere("rate_limited", &seen::error(&error));
    }
}
