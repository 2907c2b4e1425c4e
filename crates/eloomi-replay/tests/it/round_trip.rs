//! What is printed is read as it was.

use eloomi_replay::Exchange;
use proptest::prelude::*;

use crate::strategies::exchange;

proptest! {
    #[test]
    fn what_was_printed_is_read_as_it_was(exchange in exchange()) {
        let text = exchange.to_string();
        prop_assert_eq!(Exchange::parse(&text), Ok(exchange), "{}", text);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text: String) {
        let _ = Exchange::parse(&text);
    }
}
