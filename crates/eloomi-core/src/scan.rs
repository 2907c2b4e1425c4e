//! Finds the items of one list in a JSON text that arrives in pieces.
//!
//! Only as much of JSON as it takes to tell where an item begins and ends; whether an item
//! is well formed is for whoever decodes it.

use bytes::{Buf as _, Bytes, BytesMut};

/// How deep a list's items stand: inside the envelope and inside the list.
const LIST: usize = 2;

/// Splits `{…, "data": [item, item], …}` into its items and the envelope around them.
pub(crate) struct Scanner {
    /// The member of the envelope that holds the list.
    member: &'static str,
    /// No item may be longer than this, nor the envelope.
    cap: usize,
    /// What arrived and is still needed; the first `at` bytes of it have been looked at.
    buffer: BytesMut,
    at: usize,
    place: Place,
    /// How many brackets are open.
    depth: usize,
    in_text: bool,
    /// The byte before was a backslash, in a text.
    escaped: bool,
    envelope: Vec<u8>,
    /// Where the latest text stands in the envelope: before a bracket that is its key.
    key: (usize, usize),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    BeforeList,
    /// Before an item; the first may be missing.
    Gap {
        first: bool,
    },
    /// In the item that begins at this byte of the buffer.
    Item {
        start: usize,
    },
    /// A comma or the end of the list follows.
    AfterItem,
    AfterList,
}

/// What stands next in the text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Scanned {
    Item(Bytes),
    /// More must arrive first.
    More,
    /// The list is no JSON list.
    Malformed,
    /// An item, or the envelope, is larger than the cap.
    TooLarge,
}

impl Scanner {
    pub(crate) fn new(member: &'static str, cap: usize) -> Self {
        Self {
            member,
            cap,
            buffer: BytesMut::new(),
            at: 0,
            place: Place::BeforeList,
            depth: 0,
            in_text: false,
            escaped: false,
            envelope: Vec::new(),
            key: (0, 0),
        }
    }

    pub(crate) fn push(&mut self, piece: &[u8]) {
        self.buffer.extend_from_slice(piece);
    }

    /// The next item, once all of it is here.
    pub(crate) fn next(&mut self) -> Scanned {
        while let Some(&byte) = self.buffer.get(self.at) {
            let here = self.at;
            self.at += 1;
            let found = match self.place {
                Place::BeforeList | Place::AfterList => self.in_envelope(byte),
                Place::Gap { first } => self.in_gap(byte, here, first),
                Place::Item { start } => self.in_item(byte, here, start),
                Place::AfterItem => self.after_item(byte),
            };
            if let Some(found) = found {
                return found;
            }
        }
        if !matches!(self.place, Place::Item { .. }) {
            self.buffer.clear();
            self.at = 0;
        }
        Scanned::More
    }

    /// Whether the text so far stops in the middle of the list.
    pub(crate) fn is_in_list(&self) -> bool {
        !matches!(self.place, Place::BeforeList | Place::AfterList)
    }

    /// The envelope, its list empty: `{…, "data": [], …}`; the whole text if it has no list.
    pub(crate) fn take_envelope(&mut self) -> Bytes {
        std::mem::take(&mut self.envelope).into()
    }

    fn in_envelope(&mut self, byte: u8) -> Option<Scanned> {
        if self.envelope.len() == self.cap {
            return Some(Scanned::TooLarge);
        }
        self.envelope.push(byte);
        let was_in_text = self.in_text;
        if self.is_text(byte) {
            match (was_in_text, self.in_text) {
                (false, true) => self.key.0 = self.envelope.len(),
                (true, false) => self.key.1 = self.envelope.len() - 1,
                _ => {}
            }
            return None;
        }
        match byte {
            b'{' => self.depth += 1,
            b'[' => {
                self.depth += 1;
                let key = self.envelope.get(self.key.0..self.key.1);
                if self.depth == LIST
                    && self.place == Place::BeforeList
                    && key == Some(self.member.as_bytes())
                {
                    self.place = Place::Gap { first: true };
                }
            }
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        None
    }

    fn in_gap(&mut self, byte: u8, here: usize, first: bool) -> Option<Scanned> {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => None,
            b']' if first => self.end_of_list(),
            b']' | b',' | b'}' | b':' => Some(Scanned::Malformed),
            _ => {
                self.place = Place::Item { start: here };
                self.in_item(byte, here, here)
            }
        }
    }

    fn in_item(&mut self, byte: u8, here: usize, start: usize) -> Option<Scanned> {
        if self.at - start > self.cap {
            return Some(Scanned::TooLarge);
        }
        if self.is_text(byte) {
            let is_whole = !self.in_text && self.depth == LIST;
            return is_whole.then(|| self.take_item(start, self.at));
        }
        match byte {
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' if self.depth > LIST => {
                self.depth -= 1;
                if self.depth == LIST {
                    return Some(self.take_item(start, self.at));
                }
            }
            // A number or a literal ends where something else begins.
            b',' | b'}' | b']' | b' ' | b'\t' | b'\r' | b'\n' if self.depth == LIST => {
                return Some(self.take_item(start, here));
            }
            _ => {}
        }
        None
    }

    fn after_item(&mut self, byte: u8) -> Option<Scanned> {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => None,
            b']' => self.end_of_list(),
            b',' => {
                self.place = Place::Gap { first: false };
                None
            }
            _ => Some(Scanned::Malformed),
        }
    }

    fn end_of_list(&mut self) -> Option<Scanned> {
        self.envelope.push(b']');
        self.depth -= 1;
        self.place = Place::AfterList;
        None
    }

    /// Cuts the item out of the buffer, which then begins right behind it.
    fn take_item(&mut self, start: usize, end: usize) -> Scanned {
        let mut item = self.buffer.split_to(end);
        item.advance(start);
        self.at = 0;
        self.place = Place::AfterItem;
        Scanned::Item(item.freeze())
    }

    /// Whether `byte` belongs to a text, its quotes included.
    fn is_text(&mut self, byte: u8) -> bool {
        let was_in_text = self.in_text;
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = self.in_text,
            b'"' => self.in_text = !self.in_text,
            _ => {}
        }
        was_in_text || self.in_text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Everything the scanner says of `text` when it arrives in pieces of `piece` bytes.
    fn scan(text: &str, piece: usize) -> (Vec<String>, String, Option<Scanned>) {
        let mut scanner = Scanner::new("data", 1 << 20);
        let mut items = Vec::new();
        for piece in text.as_bytes().chunks(piece) {
            scanner.push(piece);
            loop {
                match scanner.next() {
                    Scanned::Item(item) => items.push(String::from_utf8(item.to_vec()).unwrap()),
                    Scanned::More => break,
                    end => return (items, String::new(), Some(end)),
                }
            }
        }
        let envelope = scanner.take_envelope();
        (items, String::from_utf8(envelope.to_vec()).unwrap(), None)
    }

    /// Any JSON value, as text with blanks here and there.
    fn json() -> impl Strategy<Value = String> {
        let text = prop::collection::vec(
            prop::sample::select(vec![
                "a", "]", "}", "[", "{", ",", "\\\"", "\\\\", "ø", "data", "\\u0041",
            ]),
            0..6,
        )
        .prop_map(|parts| format!("\"{}\"", parts.concat()));
        let leaf = prop_oneof![
            Just("null".to_owned()),
            Just("true".to_owned()),
            (-1e9..1e9f64).prop_map(|n| n.to_string()),
            text.clone(),
        ];
        leaf.prop_recursive(4, 24, 4, move |inner| {
            let pair = (text.clone(), inner.clone()).prop_map(|(k, v)| format!("{k} :{v}"));
            prop_oneof![
                prop::collection::vec(inner, 0..4)
                    .prop_map(|items| format!("[{}]", items.join(" ,"))),
                prop::collection::vec(pair, 0..4)
                    .prop_map(|pairs| format!("{{{}}}", pairs.join(", "))),
            ]
        })
    }

    proptest! {
        #[test]
        fn items_and_envelope_are_the_same_however_the_text_is_cut(
            items in prop::collection::vec(json(), 0..6),
            before in json(),
            after in json(),
            piece in 1usize..40,
        ) {
            let text = format!(r#"{{"status": {before},"data" : [{}], "message":{after}}}"#, items.join(" , "));
            let (found, envelope, end) = scan(&text, piece);
            prop_assert_eq!(end, None);
            prop_assert_eq!(found, items);
            prop_assert_eq!(envelope, format!(r#"{{"status": {before},"data" : [], "message":{after}}}"#));
        }

        #[test]
        fn noise_never_panics(text in ".*", piece in 1usize..9) {
            scan(&text, piece);
            scan(&format!("{{\"data\":[{text}"), piece);
        }
    }

    #[test]
    fn only_the_members_own_list_is_split() {
        let text = r#"{"meta":{"data":[1]},"x":["data",[2]],"data":[3],"data":[4]}"#;
        assert_eq!(scan(text, 64).0, ["3"]);
    }

    #[test]
    fn a_list_with_a_hole_is_malformed() {
        for text in ["[1,]", "[,1]", "[1 2]", "[{} {}]", "[1}"] {
            let (_, _, end) = scan(&format!("{{\"data\":{text}}}"), 1);
            assert_eq!(end, Some(Scanned::Malformed), "{text}");
        }
    }

    #[test]
    fn an_item_over_the_cap_is_not_collected() {
        let mut scanner = Scanner::new("data", 100);
        scanner.push(b"{\"data\":[{\"a\":1},\"");
        assert_eq!(
            scanner.next(),
            Scanned::Item(Bytes::from_static(b"{\"a\":1}"))
        );
        assert_eq!(scanner.next(), Scanned::More);
        scanner.push(&[b' '; 100]);
        assert_eq!(scanner.next(), Scanned::TooLarge);
    }

    #[test]
    fn an_envelope_over_the_cap_is_not_collected() {
        let mut scanner = Scanner::new("data", 100);
        scanner.push(&[b' '; 101]);
        assert_eq!(scanner.next(), Scanned::TooLarge);
    }

    #[test]
    fn a_text_that_stops_in_the_list_is_known() {
        let mut scanner = Scanner::new("data", 100);
        scanner.push(b"{\"data\":[1,");
        while scanner.next() != Scanned::More {}
        assert!(scanner.is_in_list());
        scanner.push(b"2]");
        while scanner.next() != Scanned::More {}
        assert!(!scanner.is_in_list());
    }
}
