//! Access groups: what people may do.

mod list_access_groups;

pub use list_access_groups::ListAccessGroups;
