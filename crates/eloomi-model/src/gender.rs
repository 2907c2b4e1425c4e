//! How a person's gender is written.

use eloomi_wire::open_enum;

open_enum! {
    /// Gender of a person as eloomi writes it.
    ///
    /// Two letters are documented; the field is free enough that others may come, which
    /// `Other` keeps.
    ///
    /// ```
    /// use eloomi_model::Gender;
    ///
    /// assert_eq!(Gender::from("F"), Gender::Female);
    /// assert_eq!(Gender::from("X").as_str(), "X");
    /// ```
    pub enum Gender {
        /// `F` (documented).
        Female = "F",
        /// `M` (documented).
        Male = "M",
    }
}
