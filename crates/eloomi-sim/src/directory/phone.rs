//! Phone numbers: read as French ones, kept in their international form.

/// A country: how its numbers begin, how long they are, and how they are grouped.
struct Plan {
    code: &'static str,
    /// First digit, and the groups of a number that begins with it.
    groups: &'static [(&'static str, &'static [usize])],
}

/// The countries whose numbers are grouped as they are there. Those of others stay in one piece.
const PLANS: [Plan; 10] = [
    Plan {
        code: "33",
        groups: &[("8", &[3, 2, 2, 2]), ("1234567 9", &[1, 2, 2, 2, 2])],
    },
    Plan {
        code: "1",
        groups: &[("23456789", &[3, 3, 4])],
    },
    Plan {
        code: "31",
        groups: &[("6", &[1, 8]), ("1234578", &[2, 3, 4])],
    },
    Plan {
        code: "32",
        groups: &[("4", &[3, 2, 2, 2]), ("12356789", &[1, 3, 2, 2])],
    },
    Plan {
        code: "34",
        groups: &[("56789", &[3, 2, 2, 2])],
    },
    Plan {
        code: "351",
        groups: &[("29", &[3, 3, 3])],
    },
    Plan {
        code: "39",
        groups: &[("3", &[3, 3, 4]), ("0", &[2, 4, 4])],
    },
    Plan {
        code: "41",
        groups: &[("23456789", &[2, 3, 2, 2])],
    },
    Plan {
        code: "44",
        groups: &[("2", &[2, 4, 4]), ("13579", &[4, 6]), ("8", &[3, 3, 4])],
    },
    Plan {
        code: "49",
        groups: &[("1", &[3, 8]), ("2345678 9", &[2, 8])],
    },
];

/// The number as `+33 6 12 34 56 78`; `None` if it is none.
pub(crate) fn formatted(text: &str) -> Option<String> {
    let is_sign = |sign: char| sign.is_whitespace() || "-./()\u{a0}".contains(sign);
    let text = text.trim();
    let (is_foreign, rest) = match text.strip_prefix('+').or_else(|| text.strip_prefix("00")) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let digits: String = rest.chars().filter(|letter| !is_sign(*letter)).collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if !is_foreign {
        let national = digits.strip_prefix('0').unwrap_or(&digits);
        return grouped(&PLANS[0], national);
    }
    let plan = PLANS.iter().filter(|plan| digits.starts_with(plan.code));
    let Some(plan) = plan.max_by_key(|plan| plan.code.len()) else {
        return elsewhere(&digits);
    };
    let national = &digits[plan.code.len()..];
    // Italy alone keeps its zero.
    let national = match national.strip_prefix('0') {
        Some(rest) if plan.code != "39" => rest,
        _ => national,
    };
    grouped(plan, national)
}

fn grouped(plan: &Plan, national: &str) -> Option<String> {
    let first = national.get(..1)?;
    let (_, lengths) = plan
        .groups
        .iter()
        .find(|(firsts, _)| firsts.contains(first))?;
    let mut out = format!("+{}", plan.code);
    let mut rest = national;
    for length in *lengths {
        let (group, others) = rest.split_at_checked(*length)?;
        out.push(' ');
        out.push_str(group);
        rest = others;
    }
    rest.is_empty().then_some(out)
}

/// A number of a country whose groups are not known here: `+` and 8 to 15 digits.
fn elsewhere(digits: &str) -> Option<String> {
    let is_sound = (8..=15).contains(&digits.len()) && !digits.starts_with('0');
    // Codes of two digits are the most frequent ones by far.
    is_sound.then(|| format!("+{} {}", &digits[..2], &digits[2..]))
}

#[cfg(test)]
mod tests {
    use super::formatted;

    #[test]
    fn numbers_are_kept_in_their_international_form() {
        for (given, shown) in [
            ("0612345678", "+33 6 12 34 56 78"),
            ("07 12 34 56 78", "+33 7 12 34 56 78"),
            ("+33 (0)1.23-45.67.89", "+33 1 23 45 67 89"),
            ("0033812345678", "+33 812 34 56 78"),
            ("+33 9 12 34 56 78", "+33 9 12 34 56 78"),
            ("+447400123456", "+44 7400 123456"),
            ("+12133734253", "+1 213 373 4253"),
            ("+32470123456", "+32 470 12 34 56"),
        ] {
            assert_eq!(formatted(given).as_deref(), Some(shown), "{given}");
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in [
            "",
            "06",
            "061234567",
            "06123456789",
            "call me",
            "+",
            "+4474",
            "0012",
            "+0123456789",
        ] {
            assert_eq!(formatted(text), None, "{text}");
        }
    }
}
