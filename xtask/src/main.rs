//! Contributors tasks.
fn main() {}
