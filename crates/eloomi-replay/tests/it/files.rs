//! Files as people read them.

use eloomi_replay::Exchange;

pub(crate) const TOKEN: &str = include_str!("../exchanges/oauth/token.exchange");
pub(crate) const LIST: &str = include_str!("../exchanges/users/list-page-1.exchange");
pub(crate) const DELETE: &str = include_str!("../exchanges/users/delete-204.exchange");
pub(crate) const GZIP: &str = include_str!("../exchanges/wire/gzip-truncated.exchange");

pub(crate) const ALL: [&str; 4] = [TOKEN, LIST, DELETE, GZIP];

#[test]
fn a_canonical_file_is_printed_as_it_was() {
    for text in ALL {
        let exchange = Exchange::parse(text).unwrap();
        assert_eq!(exchange.to_string(), text);
    }
}

#[test]
fn the_review_of_snapshots_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for text in ALL {
        let path = folder.path().join("case.exchange");
        std::fs::write(&path, text).unwrap();
        insta::Snapshot::from_file(&path)
            .unwrap()
            .save(&path)
            .unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}
