//! Where a person lives.

use eloomi_wire::{Text, model};

model! {
    /// Postal address of a person (measured; the documents have none). Each part may be absent, and
    /// none is ever `null` or empty.
    ///
    /// ```
    /// use lvconnect::Address;
    ///
    /// let mut address = Address::default();
    /// address.city = Some("Lyon".into());
    /// assert_eq!(format!("{address:?}"), "Address { city, .. }");
    /// ```
    pub struct Address {
        /// House and street.
        street: Option<Text> = "street", writable, personal;
        /// Postal code.
        zip_code: Option<Text> = "zipCode", writable, personal;
        /// Town, of any name, unlike the [`City`](crate::City) of the person's office.
        city: Option<Text> = "city", writable, personal;
    }
}
