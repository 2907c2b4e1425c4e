//! What assigning a course and changing an assignment have in common: whom and what they address,
//! and what they write.

/// Writes `new`, the setters and a `Debug` that prints no person, for a request with the fields
/// `course_id`, `user_id` and `changes`.
macro_rules! assignment {
    ($request:ident, $new:literal) => {
        impl $request {
            #[doc = $new]
            pub fn new(
                course: impl Into<eloomi_model::CourseId>,
                user: impl Into<eloomi_model::UserId>,
            ) -> Self {
                Self {
                    course_id: course.into(),
                    user_id: user.into(),
                    changes: eloomi_model::CourseAssignment::default(),
                }
            }

            /// Whether the person has to take the course, written as `1` or `0`.
            pub fn required(mut self, required: bool) -> Self {
                self.changes.required = eloomi_wire::Patch::Set(required.into());
                self
            }

            /// Sets attributes, all at once; their values are texts. Which keys there are depends on
            /// platform and course. On the wire this is `customAttributes`.
            pub fn custom_attributes<Key, Value>(
                mut self,
                attributes: impl IntoIterator<Item = (Key, Value)>,
            ) -> Self
            where
                Key: Into<eloomi_wire::Text>,
                Value: Into<eloomi_wire::Text>,
            {
                let text = |(key, value): (Key, Value)| (key, value.into());
                self.changes.custom_attributes = attributes
                    .into_iter()
                    .map::<(_, eloomi_wire::Text), _>(text)
                    .collect();
                self
            }

            /// Writes all of this in place of what was set before.
            pub fn with_changes(mut self, changes: eloomi_model::CourseAssignment) -> Self {
                self.changes = changes;
                self
            }

            /// What is written, to look at.
            pub fn changes(&self) -> &eloomi_model::CourseAssignment {
                &self.changes
            }
        }

        eloomi_wire::patch_setters! { $request;
            deadline: DateText, "the date by which the course is due, as `2020-12-13`";
        }

        impl std::fmt::Debug for $request {
            /// All but the person.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($request))
                    .field("course_id", &self.course_id)
                    .field("user_id", &"_")
                    .field("changes", &self.changes)
                    .finish()
            }
        }
    };
}

pub(super) use assignment;
