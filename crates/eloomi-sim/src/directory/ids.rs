//! Ids: 24 hexadecimal digits, or twelve bytes that nobody has.

use crate::dice::Dice;

/// Whether a text can stand for an id. A text of twelve characters can, and is the id of nobody:
/// `behaviours::LV_BAD_ID`.
pub(crate) fn is_sound(text: &str) -> bool {
    is_hexadecimal(text) || text.encode_utf16().count() == 12
}

/// The form in which ids are kept.
pub(crate) fn plain(text: &str) -> String {
    text.to_ascii_lowercase()
}

fn is_hexadecimal(text: &str) -> bool {
    text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Makes ids: the seconds since 1970, five bytes of this run, and a counter.
#[derive(Debug)]
pub(crate) struct Ids {
    run: String,
    counter: u32,
}

impl Ids {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        Self {
            run: dice.hex(5),
            counter: dice.below(1 << 23),
        }
    }

    /// The next one, at this time since 1970.
    pub(crate) fn next(&mut self, millis: i64) -> String {
        let counter = self.counter;
        self.counter = (counter + 1) & 0x00ff_ffff;
        let seconds = u32::try_from(millis / 1000).unwrap_or(u32::MAX);
        format!("{seconds:08x}{}{counter:06x}", self.run)
    }
}
