//! A course.

use crate::CourseId;
use eloomi_wire::{DateTimeText, NumberOrText, RawJson, Text, model};

model! {
    /// Course as eloomi answers. Who takes it, a [`CourseParticipant`](crate::CourseParticipant)
    /// tells.
    ///
    /// Flags come as `0` and `1`, bare or in quotes (documented; the reference site prints their
    /// values broken), and are read as truth values. Which fields may be `null` is inferred.
    ///
    /// ```
    /// use eloomi_model::Course;
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let course: Course = eloomi_wire::decode(
    ///     br#"{"id":9001,"name":"GDPR Compliance","active":"1","points":25,"price":"99.50"}"#,
    /// )?;
    /// assert_eq!(course.active, Some(true));
    /// assert_eq!(course.points.and_then(|points| points.as_u64()), Some(25));
    /// assert_eq!(course.price.and_then(|price| price.as_f64()), Some(99.5));
    /// # Ok(())
    /// # }
    /// ```
    pub struct Course {
        /// Number that eloomi gives to the course: `9001` (documented).
        id: CourseId = "id", required;

        /// Whether the course is in use: `1` (documented).
        active: Option<bool> = "active";

        /// Id of the file with the cover picture: `59001` (documented; no file endpoint is known).
        cover: Option<u64> = "cover";

        /// When the course was made: `2019-02-08 12:13:35`, no zone (documented).
        created_at: Option<DateTimeText> = "created_at";

        /// Text about the course: `<p>What <b>personal data</b> is.</p>`. May be long and hold HTML
        /// (documented): what shows it as a page must clean it first.
        description: Option<Text> = "description";

        /// Typed as `null` by the reference site, which says nothing of its meaning; other sources
        /// do not have it. Kept as it comes.
        due_date: Option<RawJson> = "due_date";

        /// Minutes that the course is thought to take: `115` (documented as a number; text in a
        /// data warehouse). Kept as it came.
        expected_duration: Option<NumberOrText> = "expected_duration";

        /// Whether the leader hears of a deadline that was missed: `1` (documented).
        inform_leader_deadline: Option<bool> = "inform_leader_deadline";

        /// Whether the course cannot be taken after its deadline: `0` (documented, as far as the
        /// text can be understood).
        lock_after_deadline: Option<bool> = "lock_after_deadline";

        /// Name: `GDPR Compliance` (documented, as always there).
        name: Option<Text> = "name";

        /// Points that a completion earns: `25` (documented as a number; text in a data warehouse).
        /// Kept as it came.
        points: Option<NumberOrText> = "points";

        /// Price: `"99.50"` (documented as text; a number in a data warehouse). No currency is named.
        /// Kept as it came.
        price: Option<NumberOrText> = "price";

        /// Number by which the customer refers to the course, a text: `C-101` (documented).
        reference_number: Option<Text> = "reference_number";

        /// Whether points are given at all: `1` (documented).
        reward: Option<bool> = "reward";

        /// When the course was changed last: `2019-02-08 12:13:35`, no zone (documented).
        updated_at: Option<DateTimeText> = "updated_at";

        /// Flag, `0` or `1`, whose text leaves open which value means what (documented); `1` is read
        /// as `true`, and whether that is voluntary is not known.
        voluntary: Option<bool> = "voluntary";
    }
}
