//! Comma-separated values (RFC 4180) that no spreadsheet interprets as formulas.

/// The rows as CSV: one row a line, lines ending in CR LF, cells parted by `separator` and quoted where necessary.
///
/// A cell that a spreadsheet might interpret as a formula (it begins with `=`, `+`, `-`, `@`, one of their full-width
/// forms, a tab or a line break) gets a leading apostrophe, and so does any part of a cell that would be such a cell
/// for a spreadsheet that splits at semicolons, tabs or line breaks. A plain number, such as `-12,5`, is unchanged.
pub fn csv(rows: &[Vec<String>], separator: char) -> String {
    let line = |row: &Vec<String>| {
        row.iter().map(|cell| quoted(&harmless(cell))).collect::<Vec<_>>().join(&separator.to_string())
    };
    rows.iter().map(|row| line(row) + "\r\n").collect()
}

/// The cell with an apostrophe wherever a spreadsheet could begin to read a formula.
fn harmless(cell: &str) -> String {
    let unsigned = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let is_number =
        |sign: char, first: bool| sign.is_ascii_digit() || !first && matches!(sign, '.' | ',' | '\u{a0}' | '\u{202f}');
    if !unsigned.is_empty() && unsigned.char_indices().all(|(place, sign)| is_number(sign, place == 0)) {
        return cell.to_owned();
    }
    let mut out = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for (place, sign) in cell.char_indices() {
        if begins && (is_active(&cell[place..]) || place == 0 && matches!(sign, '\t' | '\r' | '\n')) {
            out.push('\'');
        }
        begins = matches!(sign, ';' | '\t' | '\r' | '\n');
        out.push(sign);
    }
    out
}

/// Whether a text begins like a formula, after any spaces and quotation marks, which spreadsheets ignore.
fn is_active(text: &str) -> bool {
    let space = |sign: char| sign == '"' || sign.is_whitespace() && !sign.is_control();
    text.trim_start_matches(space).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', ';', '\t', '\r', '\n']) || cell.trim() != cell {
        ["\"", &cell.replace('"', "\"\""), "\""].concat()
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn writes(cell: &str, expected: &str) {
        assert_eq!(csv(&[vec![cell.to_owned(), "x".to_owned()]], ','), [expected, ",x\r\n"].concat());
    }

    #[test]
    fn plain_cells_stay_as_they_are() {
        assert_eq!(csv(&[], ';'), "");
        assert_eq!(csv(&[vec!["1,5".to_owned(), "x".to_owned()]], ';'), "\"1,5\";x\r\n");
        writes("", "");
        writes("Café de l'Ouest", "Café de l'Ouest");
        writes("12-15 = 3 + x", "12-15 = 3 + x");
        writes("-12", "-12");
        writes("-1\u{202f}200,5", "\"-1\u{202f}200,5\"");
        writes("+3.25", "+3.25");
    }

    #[test]
    fn what_separates_is_quoted() {
        writes("a,b", "\"a,b\"");
        writes("say \"yes\"", "\"say \"\"yes\"\"\"");
        writes("one\r\ntwo", "\"one\r\ntwo\"");
        writes(" a ", "\" a \"");
    }

    #[test]
    fn what_would_be_computed_is_a_text() {
        writes("=1+1", "'=1+1");
        writes("@SUM(A1)", "'@SUM(A1)");
        writes("-12+cmd", "'-12+cmd");
        writes("-", "'-");
        writes("+33 6 12 34 56 78", "'+33 6 12 34 56 78");
        writes(" =1", "' =1");
        writes("one\n=1", "\"one\n'=1\"");
        writes("\t=1", "\"'\t'=1\"");
        writes("a;=1", "\"a;'=1\"");
        writes("\"=1", "\"'\"\"=1\"");
    }
}
