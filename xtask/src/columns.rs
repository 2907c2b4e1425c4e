//! Tables as a terminal shows them.

/// Lines whose cells stand below each other.
pub(crate) fn columns(lines: &[impl AsRef<[String]>]) -> String {
    let mut widths: Vec<usize> = Vec::new();
    for line in lines {
        let line = line.as_ref();
        widths.resize(widths.len().max(line.len()), 0);
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    for line in lines {
        let cells = line.as_ref().iter().zip(&widths);
        let padded: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        text.push_str(padded.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn cells_stand_below_each_other_and_no_line_ends_in_spaces() {
        let lines = [["a", "bb", "c"], ["aaa", "b", ""]].map(|line| line.map(str::to_owned));
        assert_eq!(columns(&lines), "a    bb  c\naaa  b\n");
    }
}
