//! Addresses that the service takes for addresses.

/// Whether it is one: a local part, and a domain below a registered top level one.
pub(crate) fn is_valid(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    text.len() <= 254 && is_local(local) && is_domain(domain)
}

fn is_local(local: &str) -> bool {
    let is_atom = |atom: &str| {
        let fits = |letter: char| {
            letter.is_ascii_alphanumeric()
                || "!#$%&'*+-/=?^_`{|}~".contains(letter)
                || (!letter.is_ascii() && !letter.is_control() && !letter.is_whitespace())
        };
        !atom.is_empty() && atom.chars().all(fits)
    };
    local.len() <= 64 && local.split('.').all(is_atom)
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        let fits = |letter: char| letter.is_alphanumeric() || letter == '-';
        let edges = label.starts_with('-') || label.ends_with('-');
        (1..=63).contains(&label.len()) && !edges && label.chars().all(fits)
    };
    let [.., _, top] = labels[..] else {
        return false;
    };
    labels.iter().all(is_label) && is_registered(top)
}

fn is_registered(top: &str) -> bool {
    let top = top.to_lowercase();
    psl::suffix(top.as_bytes()).is_some_and(|suffix| suffix.is_known())
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn addresses_below_a_registered_domain_are_valid() {
        for text in [
            "a@example.com",
            "a.b+c@sub.example.ORG",
            "é@example.fr",
            "o'x@example.io",
        ] {
            assert!(is_valid(text), "{text}");
        }
    }

    #[test]
    fn others_are_not() {
        for text in [
            "not-an-email",
            "nina@people.test",
            "a@localhost",
            "a@com",
            "@example.com",
            "a..b@example.com",
            ".a@example.com",
            "a@-x.com",
            "a b@example.com",
            "a@example.com.",
            "a@example.nosuchtld",
            "a@b@example.com",
        ] {
            assert!(!is_valid(text), "{text}");
        }
    }
}
