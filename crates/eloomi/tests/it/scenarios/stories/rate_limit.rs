//! The limit is met, and the call waits for as long as it is told to.

use eloomi::{CallOptions, GetUser};

use super::people::ADA;
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA],
    options: CallOptions::new,
    ..Story::new(
        "rate-limit",
        "a 429 is waited for, and the call goes through",
        |teller| {
            Box::pin(async {
                teller.meanwhile(|sim| {
                    sim.fault("retry-after=1,times=1@GET /v3/users/*".parse().unwrap());
                });
                teller.call(GetUser::new(80001)).await;
            })
        },
    )
};
