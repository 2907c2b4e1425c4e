//! The groups that have a name and nothing else.

use std::{error, fmt, str::FromStr};

/// Group that eloomi names and nobody has documented. That it can be asked for at `/v3/` and its
/// name is inferred from all other groups.
///
/// ```
/// use eloomi_api::open::{Group, GroupError};
///
/// # fn main() -> Result<(), GroupError> {
/// assert_eq!("goals".parse::<Group>()?, Group::Goals);
/// assert_eq!(Group::CourseCategories.path(), "/v3/course-categories");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Group {
    /// Coaches. The documentation has the title; the roles of managers on units may be what
    /// replaced them.
    Coaches,
    /// Categories of courses. A data warehouse keeps `id`, `parent_id` and `name` of them
    /// (observed); a body of the reference site bears their name and holds something else.
    CourseCategories,
    /// Customers of the shop for courses. Their title stood in the documentation for one day of
    /// 2018: most likely withdrawn.
    Customers,
    /// Goals. The documentation of 2018 has the title, and eloomi's package for .NET an adapter
    /// of which nothing is shown.
    Goals,
    /// Orders of the shop for courses. As [`Customers`](Self::Customers).
    Orders,
    /// Paths, of performance appraisal. The documentation has the title, still in its last
    /// version.
    Paths,
    /// Programs of courses. Teams take ids of them and their participants have a documented body;
    /// a list of the programs themselves was never seen.
    Programs,
}

impl Group {
    /// All groups, in the order of the alphabet.
    pub const VALUES: &'static [Self] = &[
        Self::Coaches,
        Self::CourseCategories,
        Self::Customers,
        Self::Goals,
        Self::Orders,
        Self::Paths,
        Self::Programs,
    ];

    /// Name as it stands in the inferred path.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Coaches => "coaches",
            Self::CourseCategories => "course-categories",
            Self::Customers => "customers",
            Self::Goals => "goals",
            Self::Orders => "orders",
            Self::Paths => "paths",
            Self::Programs => "programs",
        }
    }

    /// Path at which the group is asked for, unless a request says otherwise.
    pub fn path(self) -> String {
        format!("/v3/{self}")
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Group {
    type Err = GroupError;

    fn from_str(text: &str) -> Result<Self, GroupError> {
        let mut groups = Self::VALUES.iter();
        groups
            .find(|group| group.as_str() == text)
            .copied()
            .ok_or(GroupError(()))
    }
}

/// A text that names no open group. Lists those that there are and does not repeat the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupError(());

impl fmt::Display for GroupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = Group::VALUES.iter().map(|group| group.as_str()).collect();
        write!(f, "the group is one of {}", names.join(", "))
    }
}

impl error::Error for GroupError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_is_read_by_its_name_and_has_a_path_of_its_own() {
        for group in Group::VALUES {
            assert_eq!(group.to_string().parse(), Ok(*group));
            assert_eq!(group.path(), format!("/v3/{}", group.as_str()));
        }
    }

    #[test]
    fn the_error_lists_the_groups() {
        assert_eq!(
            "Goals".parse::<Group>().unwrap_err().to_string(),
            "the group is one of coaches, course-categories, customers, goals, orders, paths, programs"
        );
    }
}
