//! Credentials that do not let anybody in.

use eloomi::{ClientCredentials, GetUser};
use eloomi_sim::{Canned, Matcher, Simulator, TokenRefusal};

use crate::seen;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(5)
}

everywhere! {
    a_wrong_secret_is_named_alike_as_400_and_as_401(sim()) |ground| {
        for form in [TokenRefusal::BadRequest, TokenRefusal::Unauthorized] {
            ground.sim.switch(|switches| switches.token_refusal = form);
            let wrong = ClientCredentials::new(ground.sim.client_id(), "sim-not-this-one");
            let client = ground.client(wrong, |builder| builder);
            let error = client.send(GetUser::new(1)).await.unwrap_err();
            seen::same_everywhere(&format!("wrong_secret_{form:?}"), &seen::error(&error));
        }
    }

    a_wrong_scope_shows_the_servers_hint_to_whoever_asks(sim()) |ground| {
        let wrong = ClientCredentials::new(ground.sim.client_id(), ground.sim.client_secret());
        let client = ground.client(wrong, |builder| builder);
        let body = r#"{"error":"invalid_scope","message":"The scope is unknown","hint":"Check the `x` scope"}"#;
        ground.sim.answer_next(Matcher::path("/oauth/token"), Canned::json(400, body));
        let error = client.send(GetUser::new(1)).await.unwrap_err();
        seen::same_everywhere("wrong_scope", &seen::error(&error));
    }

    a_token_that_is_refused_again_after_renewal_is_final(sim()) |ground| {
        let unauthenticated = || Canned::json(401, r#"{"error":"Unauthenticated."}"#);
        for _ in 0..2 {
            ground.sim.answer_next(Matcher::path("/v3/users/1"), unauthenticated());
        }
        let error = ground.client.send(GetUser::new(1)).await.unwrap_err();
        seen::same_everywhere("refused_after_renewal", &seen::error(&error));
        assert_eq!((ground.sim.token_requests(), ground.requests().len()), (2, 2));
    }

    a_token_that_is_good_but_not_enough_is_not_renewed(sim()) |ground| {
        let insufficient = Canned::json(401, "{}")
            .header("www-authenticate", r#"Bearer realm="x", error="insufficient_scope""#);
        ground.sim.answer_next(Matcher::path("/v3/users/1"), insufficient);
        let error = ground.client.send(GetUser::new(1)).await.unwrap_err();
        assert!(error.is_auth());
        assert_eq!((ground.sim.token_requests(), ground.requests().len()), (1, 1));
    }
}
