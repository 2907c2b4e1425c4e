//! A gateway answers in the place of the service, with a page of HTML: a read is repeated, a write
//! that may have arrived is not.

use eloomi::{CallOptions, CreateUser, GetUser};

use super::people::ADA;
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA],
    options: CallOptions::new,
    ..Story::new(
        "gateway-page",
        "a gateway's page of HTML in the place of an answer",
        |teller| {
            Box::pin(async {
                teller.meanwhile(|sim| {
                    sim.fault(
                        "status=503,body=html,times=1@GET /v3/users/*"
                            .parse()
                            .unwrap(),
                    );
                    sim.fault(
                        "status=502,body=html,times=1@POST /v3/users"
                            .parse()
                            .unwrap(),
                    );
                });
                teller.call(GetUser::new(80001)).await;
                teller
                    .call(CreateUser::new("person-000002@example.invalid"))
                    .await;
            })
        },
    )
};
