//! Access groups: what people may do.

use crate::eloomi::id;
use crate::json::Json;

/// An access group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AccessGroup {
    pub(crate) id: u64,
    name: &'static str,
    permissions: &'static [&'static str],
}

/// All that there are; no call makes another.
pub(crate) const ACCESS_GROUPS: [AccessGroup; 3] = [
    AccessGroup {
        id: 24,
        name: "No special access",
        permissions: &[],
    },
    AccessGroup {
        id: 31,
        name: "HR Admins",
        permissions: &["admin_learning", "admin_organization"],
    },
    AccessGroup {
        id: 32,
        name: "Course editors",
        permissions: &["admin_learning"],
    },
];

impl AccessGroup {
    /// The group whose id this text is.
    pub(crate) fn by_key(key: &str) -> Option<Self> {
        let id = id::read(key)?;
        ACCESS_GROUPS.into_iter().find(|group| group.id == id)
    }

    /// As people and units show it.
    pub(crate) fn reference(self) -> Json {
        Json::Object(vec![("id", self.id.into()), ("name", self.name.into())])
    }

    /// As its own list shows it.
    pub(crate) fn shown(self) -> Json {
        let permissions = self.permissions.iter().copied().map(Json::from);
        Json::Object(vec![
            ("id", self.id.into()),
            ("name", self.name.into()),
            ("permissions", Json::List(permissions.collect())),
        ])
    }
}
