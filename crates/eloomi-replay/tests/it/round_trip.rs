//! What is printed is read as it was.

use eloomi_replay::{Exchange, Values};
use proptest::prelude::*;

use crate::strategies::exchange;

proptest! {
    #[test]
    fn what_was_printed_is_read_as_it_was(exchange in exchange()) {
        let text = exchange.to_string();
        prop_assert_eq!(Exchange::parse(&text), Ok(exchange), "{}", text);
    }

    #[test]
    fn the_review_of_snapshots_leaves_it_as_it_is(
        mut exchange in exchange(),
        texts in proptest::collection::vec("[ -~æ]{0,20}", 3),
    ) {
        let [description, operation, quirk] = <[String; 3]>::try_from(texts).unwrap();
        // insta writes octal digits plain and reads them back as a number.
        prop_assume!(!format!("{description}{operation}{quirk}").contains("0o"));
        exchange.front.description = description;
        exchange.front.operation = operation;
        exchange.front.quirks = vec![quirk];
        exchange.front.source = None;
        exchange.front.recorded_at = Some("2026-11-28".to_owned());
        let text = exchange.to_string();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.exchange");
        std::fs::write(&path, &text).unwrap();
        insta::Snapshot::from_file(&path).unwrap().save(&path).unwrap();
        prop_assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }

    #[test]
    fn what_is_asked_as_recorded_is_answered(exchange in exchange()) {
        let request = exchange.request.to_http("", &Values::invented()).unwrap();
        prop_assert_eq!(exchange.request.differences(&request), []);
        let (values, response) = (Values::invented(), &exchange.response);
        let sent = response.to_http(&values).unwrap();
        let agreed = response.agrees_with(sent.status(), sent.headers(), &response.bytes(&values));
        prop_assert_eq!(agreed, Ok(()));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text: String) {
        let _ = Exchange::parse(&text);
    }
}
