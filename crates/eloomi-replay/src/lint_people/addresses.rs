//! Addresses of e-mail.

use super::words::runs;
use crate::redaction::Invented;

/// Finds addresses in other domains than the reserved ones.
pub(super) fn look(line: &str, invented: &Invented, add: &mut impl FnMut(&'static str)) {
    let fits = |c: char| c.is_alphanumeric() || "@._%+'-".contains(c);
    for (_, run) in runs(line, fits) {
        for (at, _) in run.match_indices('@') {
            let local = run[..at].trim_start_matches(['.', '\'']);
            let domain = run[at + 1..].split('@').next().unwrap_or_default();
            let domain = domain.trim_end_matches(['.', '-', '\'', '_', '%', '+']);
            if !local.is_empty() && is_domain(domain) && !is_reserved(domain, invented) {
                add("an e-mail address outside the reserved domains");
            }
        }
    }
}

/// Labels with dots between, the last of letters.
fn is_domain(domain: &str) -> bool {
    let label = |it: &str| !it.is_empty() && it.chars().all(|c| c.is_alphanumeric() || c == '-');
    let (Some(_), Some(last)) = (domain.split_once('.'), domain.rsplit('.').next()) else {
        return false;
    };
    domain.split('.').all(label)
        && last.chars().count() > 1
        && last.chars().all(char::is_alphabetic)
}

fn is_reserved(domain: &str, invented: &Invented) -> bool {
    let domain = domain.to_lowercase();
    invented.domains.iter().any(|reserved| {
        let below = domain.strip_suffix(reserved.as_str());
        below.is_some_and(|below| below.is_empty() || below.ends_with('.'))
    })
}
