//! What a person may do in eloomi.

use eloomi_wire::open_enum;

open_enum! {
    /// Level of permission of a person.
    ///
    /// Sources disagree: answers hold `user` or `admin` (the reference site), requests `user` or
    /// `company adm.`, full stop included (the documentation of 2018). What an unknown text
    /// permits, `Other` cannot tell: treat it as the least.
    ///
    /// ```
    /// use eloomi_model::UserPermission;
    ///
    /// assert_eq!(UserPermission::from("company adm."), UserPermission::CompanyAdministrator);
    /// assert_eq!(UserPermission::CompanyAdministrator.as_str(), "company adm.");
    /// ```
    pub enum UserPermission {
        /// `admin` (documented, in answers).
        Administrator = "admin",
        /// `company adm.` (documented, in requests).
        CompanyAdministrator = "company adm.",
        /// `user` (documented): the default on creation.
        User = "user",
    }
}
