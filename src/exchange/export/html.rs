//! A page of HTML on its own: no script, no address, a policy that allows its one style sheet alone.

/// Text between tags and in quoted attributes.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(character),
            // A reader of HTML drops or replaces them; a blank keeps the words apart.
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// The style of every document, for the screen and for A4.
pub(super) const STYLE: &str = "\
body{font:14px/1.5 system-ui,sans-serif;color:#1b1f24;max-width:900px;margin:32px auto;padding:0 24px}\
h1{font-size:24px;margin:0 0 4px}h2{font-size:18px;margin:28px 0 8px;break-after:avoid}p{margin:4px 0}\
table{border-collapse:collapse;width:100%;margin:8px 0}th,td{border:1px solid #c9d1d9;padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
th{background:#f3f5f7;font-weight:600}code,pre{font:12.5px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}\
pre{background:#f3f5f7;padding:10px;border-radius:4px}section{break-inside:auto}.step{break-inside:avoid;border-top:1px solid #d8dee4;padding:8px 0}\
.box{display:inline-block;width:12px;height:12px;border:1.5px solid #57606a;margin-right:8px;text-align:center;line-height:11px;font-size:11px}\
.muted{color:#57606a}.sign{display:inline-block;width:44%;margin:36px 5% 0 0;border-top:1px solid #1b1f24;padding-top:4px}\
@page{size:A4;margin:18mm}@media print{body{margin:0;padding:0;max-width:none}.page{break-before:page}}";

/// SHA-256 of [`STYLE`], Base64; a test holds the two together.
pub(super) const STYLE_HASH: &str = "OTtC9A2PUxwZxtQIMnHNxOSiBGRhoollxhKabcxd1oM=";

/// A whole page around a body that is HTML already.
pub(super) fn page(title: &str, body: &str) -> String {
    let title = text(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         {body}</body>\n</html>\n"
    )
}

/// A table of texts, the first row its head.
pub(super) fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let head: String = head.iter().map(|cell| format!("<th scope=\"col\">{}</th>", text(cell))).collect();
    let rows: String = rows
        .into_iter()
        .map(|row| {
            let cells: String = row.iter().map(|cell| format!("<td>{cell}</td>")).collect();
            format!("<tr>{cells}</tr>\n")
        })
        .collect();
    format!("<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// A value letter for letter.
pub(super) fn code(value: &str) -> String {
    if value.is_empty() {
        "<span class=\"muted\">(empty)</span>".to_owned()
    } else {
        format!("<code>{}</code>", text(value))
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use sha2::Digest as _;

    use super::*;

    #[test]
    fn the_policy_allows_the_style_and_nothing_else() {
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(STYLE));
        assert_eq!(STYLE_HASH, hash);
    }

    #[test]
    fn no_text_becomes_a_tag_or_leaves_its_attribute() {
        assert_eq!(text("<b a=\"'&\u{0}"), "&lt;b a=&quot;&#39;&amp; ");
    }
}
