//! Ids as text: in paths, in forms, and as the names of members.

/// The id that this text is: `behaviours::ID_DIGITS`.
pub(crate) fn read(text: &str) -> Option<u64> {
    let is_id = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_id)
}
