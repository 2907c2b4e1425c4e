//! A page of people.

use eloomi_wire::{NumberOrText, model};

use super::User;

model! {
    /// One page of a list of people (measured). There is no total.
    ///
    /// ```
    /// use lvconnect::UserPage;
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let page: UserPage = eloomi_wire::decode(
    ///     br#"{"results":[],"pageCount":4,"page":99,"limit":10}"#,
    /// )?;
    /// assert_eq!(page.page_count, Some(4));
    /// # Ok(())
    /// # }
    /// ```
    pub struct UserPage {
        /// The people, by last name, first name and creation.
        results: Vec<User> = "results";
        /// How many pages there are; 0 where nobody fits.
        page_count: Option<u64> = "pageCount";
        /// The page, as it was asked for: a fraction comes back as one.
        page: Option<NumberOrText> = "page";
        /// How many people a page holds, as it was asked for.
        limit: Option<NumberOrText> = "limit";
    }
}
