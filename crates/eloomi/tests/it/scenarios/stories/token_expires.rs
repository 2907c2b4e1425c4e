//! A token is refused between two pages of a list: it is renewed once, the page is asked for once
//! more, and nobody is missing or there twice.

use eloomi::ListUsers;

use super::people::{ADA, JONAS, MIA, NOOR};
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA, JONAS, MIA, NOOR],
    ..Story::new(
        "token-expires-in-mid-list",
        "a token is refused between two pages of a list",
        |teller| {
            Box::pin(async {
                teller.meanwhile(|sim| {
                    let fault = "expire-in-flight,times=1,after=1@GET /v3/users";
                    sim.fault(fault.parse().unwrap());
                });
                teller.list(ListUsers::new().per_page(2)).await;
            })
        },
    )
};
