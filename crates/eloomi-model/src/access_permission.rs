//! What an access group permits.

use eloomi_wire::open_enum;

open_enum! {
    /// Key of something that an access group permits.
    ///
    /// Two keys are known, from one sample of the reference site (documented); that there are more
    /// is likely, and each is kept as it came. What a key permits no text says: their names are all
    /// that is known.
    ///
    /// ```
    /// use eloomi_model::AccessPermission;
    ///
    /// assert_eq!(AccessPermission::from("admin_learning"), AccessPermission::Learning);
    /// assert_eq!(AccessPermission::from("admin_travel").as_str(), "admin_travel");
    /// ```
    pub enum AccessPermission {
        /// `admin_learning` (documented).
        Learning = "admin_learning",
        /// `admin_organization` (documented).
        Organization = "admin_organization",
    }
}
