//! Where a person's office is.

use eloomi_wire::open_enum;

open_enum! {
    /// Town of a person's office (measured). Only the three can be written.
    ///
    /// ```
    /// use lvconnect::City;
    ///
    /// assert_eq!(City::from("Lyon"), City::Lyon);
    /// assert_eq!(City::from("Nantes").as_str(), "Nantes");
    /// ```
    pub enum City {
        /// Lille.
        Lille = "Lille",
        /// Lyon.
        Lyon = "Lyon",
        /// Paris.
        Paris = "Paris",
    }
}
