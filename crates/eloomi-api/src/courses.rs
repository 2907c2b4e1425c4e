//! Courses, and who takes them.

mod assign_course;
mod assignment;
mod get_course;
mod list_course_participants;
mod list_courses;
mod update_course_assignment;

pub use assign_course::AssignCourse;
pub use get_course::GetCourse;
pub use list_course_participants::ListCourseParticipants;
pub use list_courses::ListCourses;
pub use update_course_assignment::UpdateCourseAssignment;
