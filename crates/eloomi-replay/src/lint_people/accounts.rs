//! Numbers of persons and of accounts, told by the checks that they carry.

use super::words::{digits, runs};
use crate::redaction::Invented;

/// Finds numbers that can be one of these.
pub(super) fn look(line: &str, invented: &Invented, add: &mut impl FnMut(&'static str)) {
    let is_invented = |text: &str| invented.values.iter().any(|it| it == text);
    for (_, run) in runs(line, |c| c.is_ascii_alphanumeric() || "-._".contains(c)) {
        if is_invented(run) {
            continue;
        }
        if is_cpr(run) {
            add("a number like a Danish CPR number");
        }
        if is_social_security(run) {
            add("a number like an American social security number");
        }
        let is_number = run.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && run.len() == 9 && is_bsn(run) {
            add("a number like a Dutch BSN");
        }
    }
    for (_, run) in runs(line, |c| c.is_ascii_alphanumeric() || c == ' ') {
        if has_iban(run) {
            add("a number like an IBAN");
        }
    }
    for (at, run) in runs(line, |c| c.is_ascii_digit() || c == ' ' || c == '-') {
        let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = line[..at].chars().next_back();
        if joins(before) || joins(line[at + run.len()..].chars().next()) {
            continue;
        }
        let number = digits(run);
        let plain = run.trim().len() == number.len() || run.trim().len() == number.len() + 3;
        if matches!(number.len(), 15 | 16) && plain && is_card(&number) && !is_invented(&number) {
            add("a number like that of a payment card");
        }
    }
}

fn value(digit: u8) -> u32 {
    u32::from(digit - b'0')
}

/// `ddmmyy-nnnn`, or ten digits that pass its former check.
fn is_cpr(run: &str) -> bool {
    let number = digits(run);
    if number.len() != 10 {
        return false;
    }
    let date = |range: std::ops::Range<usize>| number[range].parse::<u8>().unwrap_or(0);
    let dated = (1..=31).contains(&date(0..2)) && (1..=12).contains(&date(2..4));
    let weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum: u32 = number
        .bytes()
        .zip(weights)
        .map(|(digit, weight)| value(digit) * weight)
        .sum();
    let hyphened = run.len() == 11 && run.as_bytes()[6] == b'-';
    let passes = run.len() == 10 && sum.is_multiple_of(11);
    dated && (hyphened || passes)
}

fn is_social_security(run: &str) -> bool {
    let groups: Vec<_> = run.split('-').collect();
    let lengths: Vec<_> = groups.iter().map(|it| it.len()).collect();
    let all = groups
        .iter()
        .all(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
    lengths == [3, 2, 4] && all && groups[0] != "000" && groups[1] != "00"
}

/// The check of eleven: 9 to 2 for the first eight digits, -1 for the last.
fn is_bsn(number: &str) -> bool {
    let last = number.bytes().last().map_or(0, value);
    let sum: u32 = number
        .bytes()
        .zip((2..=9).rev())
        .map(|(digit, weight)| value(digit) * weight)
        .sum();
    sum > 0 && sum % 11 == last
}

/// An IBAN (ISO 13616) at any place of the run, in groups or not.
fn has_iban(run: &str) -> bool {
    let words: Vec<_> = run.split(' ').filter(|it| !it.is_empty()).collect();
    let begins = |word: &&str| {
        let head = word.as_bytes();
        head.len() >= 4
            && head[..2].iter().all(u8::is_ascii_uppercase)
            && head[2..4].iter().all(u8::is_ascii_digit)
    };
    words
        .iter()
        .enumerate()
        .filter(|(_, word)| begins(word))
        .any(|(at, _)| {
            let mut number = String::new();
            words[at..].iter().any(|word| {
                number.push_str(word);
                number.len() <= 34 && passes_97(&number)
            })
        })
}

fn passes_97(number: &str) -> bool {
    if !(15..=34).contains(&number.len()) {
        return false;
    }
    let (head, rest) = number.split_at(4);
    let mut remainder = 0;
    for c in rest.chars().chain(head.chars()) {
        let Some(digit) = c.to_digit(36).filter(|_| !c.is_ascii_lowercase()) else {
            return false;
        };
        remainder = (remainder * if digit > 9 { 100 } else { 10 } + digit) % 97;
    }
    remainder == 1
}

/// Luhn's check (ISO/IEC 7812).
fn is_card(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, digit)| {
            let doubled = value(digit) * if index % 2 == 1 { 2 } else { 1 };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    sum > 0 && sum.is_multiple_of(10)
}
