//! Faults of getting a connection: F01 to F16.

mod handshake;
mod names;
mod proxies;

use std::error::Error;

use eloomi::{Client, ClientCredentials};

use super::driver::{Knobs, Shown, Wiring, same_on_every_stack};

by_the_table! {
    f01_connection_refused(get, post);
    f02_connect_timeout(get, post);
    f03_empty_response(get, post);
    f04_connection_reset_by_peer(get, post);
    f08_certificate_self_signed();
    f09_certificate_for_another_host();
    f10_certificate_out_of_date();
    f13_tls_closed_without_notice(get, post);
}

by_hand! {
    f14_base_url_without_tls() |axis| {
        let mut seen = Shown::new();
        for base_url in [
            "http://api.example.com",
            "http://localhost:8080",
            "http://10.0.0.1",
            "http://127.0.0.1.example.com",
            "http://127.0.0.1:8080",
            "http://[::1]:8080",
            "https://api.example.com",
        ] {
            let transport = Wiring::of(None, &Knobs::default()).transport(axis.stack);
            let credentials = ClientCredentials::new(200, "sim-canary");
            let client = Client::builder(credentials, transport).base_url(base_url).build();
            match client {
                Ok(_) => seen.line(format_args!("{base_url}: accepted")),
                Err(error) => {
                    let why = Error::source(&error).unwrap();
                    seen.line(format_args!("{base_url}: {error}: {why}"));
                }
            }
        }
        same_on_every_stack("f14_base_url_without_tls", &axis, &seen);
    }
}
