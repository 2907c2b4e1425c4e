//! One test, every stack, every protocol.

/// Runs a test on every [`Ground`](crate::ground::Ground): `name::on_hyper_h1` and so on.
///
/// `simulator` sets up the simulator; `|ground|` begins the test.
macro_rules! everywhere {
    ($($(#[$about:meta])* $name:ident($simulator:expr) |$ground:ident| $test:block)+) => { $(
        $(#[$about])*
        mod $name {
            use super::*;
            use crate::ground::{Ground, Protocol, Stack};

            async fn run(stack: Stack, protocol: Protocol) {
                let $ground = Ground::new(stack, protocol, $simulator).await;
                $test
            }

            #[tokio::test]
            async fn on_hyper_h1() {
                run(Stack::Hyper, Protocol::PlainH1).await;
            }

            #[tokio::test]
            async fn on_hyper_tls_h1() {
                run(Stack::Hyper, Protocol::TlsH1).await;
            }

            #[tokio::test]
            async fn on_hyper_tls_h2() {
                run(Stack::Hyper, Protocol::TlsH2).await;
            }

            #[tokio::test]
            async fn on_reqwest_h1() {
                run(Stack::Reqwest, Protocol::PlainH1).await;
            }

            #[tokio::test]
            async fn on_reqwest_tls_h1() {
                run(Stack::Reqwest, Protocol::TlsH1).await;
            }

            #[tokio::test]
            async fn on_reqwest_tls_h2() {
                run(Stack::Reqwest, Protocol::TlsH2).await;
            }

            #[tokio::test]
            async fn on_tower_h1() {
                run(Stack::Tower, Protocol::PlainH1).await;
            }

            #[tokio::test]
            async fn on_tower_tls_h1() {
                run(Stack::Tower, Protocol::TlsH1).await;
            }

            #[tokio::test]
            async fn on_tower_tls_h2() {
                run(Stack::Tower, Protocol::TlsH2).await;
            }
        }
    )+ };
}
