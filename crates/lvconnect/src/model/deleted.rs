//! What a removal answers.

use eloomi_wire::model;

model! {
    /// Body of a removal that was done (measured; the documents show it as what is sent).
    pub(crate) struct Deleted {
        /// Always `true`.
        deleted: Option<bool> = "deleted";
    }
}
