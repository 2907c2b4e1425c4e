//! From a row to its tests: `f40_body_shorter_than_announced::on_hyper_get` and so on.

/// Rows whose cases stand in the table, each with its methods.
macro_rules! by_the_table {
    ($($name:ident($($method:ident),*);)+) => { $(
        by_hand! {
            $name($($method),*) |axis| {
                $crate::faults::driver::by_the_table(stringify!($name), axis).await;
            }
        }
    )+ };
}

/// Rows that are written out: `|axis|` has the stack and the method.
macro_rules! by_hand {
    ($($name:ident($($method:ident),*) |$axis:ident| $test:block)+) => { $(
        mod $name {
            #[allow(unused_imports, reason = "a row by the table needs nothing of its file")]
            use super::*;
            use $crate::{faults::driver::Axis, ground::Stack};

            async fn run($axis: Axis) $test

            by_hand!(@axes $($method)*);
        }
    )+ };
    (@axes) => {
        #[tokio::test]
        async fn on_hyper() {
            run(Axis::new(Stack::Hyper, None)).await;
        }

        #[tokio::test]
        async fn on_reqwest() {
            run(Axis::new(Stack::Reqwest, None)).await;
        }
    };
    (@axes $($method:ident)+) => { $(by_hand!(@axis $method);)+ };
    (@axis get) => { by_hand!(@both GET on_hyper_get on_reqwest_get); };
    (@axis post) => { by_hand!(@both POST on_hyper_post on_reqwest_post); };
    (@axis patch) => { by_hand!(@both PATCH on_hyper_patch on_reqwest_patch); };
    (@axis delete) => { by_hand!(@both DELETE on_hyper_delete on_reqwest_delete); };
    (@both $method:ident $on_hyper:ident $on_reqwest:ident) => {
        #[tokio::test]
        async fn $on_hyper() {
            run(Axis::new(Stack::Hyper, Some(eloomi::http::Method::$method))).await;
        }

        #[tokio::test]
        async fn $on_reqwest() {
            run(Axis::new(Stack::Reqwest, Some(eloomi::http::Method::$method))).await;
        }
    };
}
