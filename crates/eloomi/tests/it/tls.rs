//! Who is trusted.

use eloomi::{ErrorKind, GetUser};
use eloomi_sim::Simulator;

use crate::ground::credentials;

everywhere! {
    a_server_that_cannot_prove_who_it_is_gets_nothing(
        Simulator::builder().seed(7).people(5)
    ) |ground| {
        // In TLS: a certificate of an authority that nobody knows. In the clear: no
        // certificate at all, where `https` asks for one (fault F12).
        let client = ground.client_trusting(None, credentials(&ground.sim), |builder| {
            builder.base_url(ground.sim.base_url().replace("http://", "https://"))
        });
        let error = client.send(GetUser::new(1)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert!(!error.was_sent());
        if ground.is_tls() {
            assert!(format!("{error:?}").contains("UnknownIssuer"), "{error:?}");
        }
        assert!(ground.sim.requests().is_empty());
    }
}
