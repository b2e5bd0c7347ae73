//! A document as one page of HTML, for the screen and for paper: no script, no address, and a policy that allows nothing but
//! its style sheet.

use super::html_escape::{code, text, words};
use super::{Block, Cell, Document, Run, Table, Task};

/// The style of every document, for the screen and for paper of any size. No part forces a new page, because short
/// parts would leave most of their pages empty.
const STYLE: &str = "\
body{font:14px/1.5 system-ui,sans-serif;color:#1b1f24;max-width:900px;margin:32px auto;padding:0 24px}\
h1{font-size:24px;margin:0 0 4px}h2{font-size:18px;margin:28px 0 8px}h2,h3,h2+p{break-after:avoid}p{margin:4px 0;orphans:2;widows:2}\
table{border-collapse:collapse;width:100%;margin:8px 0}th,td{border:1px solid #c9d1d9;padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:break-word}\
tr{break-inside:avoid}thead{display:table-header-group;break-after:avoid}\
th{background:#f3f5f7;font-weight:600}code,pre{font:12.5px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}td code{overflow-wrap:break-word}td code.endless{overflow-wrap:anywhere}\
pre{background:#f3f5f7;padding:10px;border-radius:4px}.step{break-inside:avoid;border-top:1px solid #d8dee4;padding:8px 0}\
.box{display:inline-block;width:12px;height:12px;border:1.5px solid #57606a;margin-right:8px;text-align:center;line-height:11px;font-size:11px}\
.step:has(+table){break-after:avoid}td .box{margin:0}\
.title{display:flex;flex-wrap:wrap;border:1px solid #8c959f;margin:8px 0}.title p{flex:1 1 auto;margin:0;padding:4px 10px;border-right:1px solid #8c959f}.title p:last-child{border-right:0}\
.title span{display:block;font-size:11px;color:#57606a}.title b{font-weight:600;overflow-wrap:anywhere}\
.muted{color:#57606a}.sign{display:inline-block;width:44%;margin:36px 5% 0 0;border-top:1px solid #1b1f24;padding-top:4px}\
p:has(>.sign){break-before:avoid}@page{margin:16mm 16mm 18mm;@bottom-right{content:counter(page) \" / \" counter(pages);font:11px system-ui,sans-serif;color:#57606a}}\
@media print{body{margin:0;padding:0;max-width:none;font-size:12px}code,pre{font-size:11px}td code.long{font-size:10px}h2{margin-top:18px}.step{padding:5px 0}.step p{margin:2px 0}.step table{margin:4px 0}.step thead{display:none}th,td{padding:2px 6px}}";

/// SHA-256 of [`STYLE`], Base64; a test holds the two together.
const STYLE_HASH: &str = "INzqJndrlo33nwLe3E4aYMRDhg78WOoCe6x9vcmEChM=";

/// The whole document.
pub(in crate::exchange) fn page(document: &Document) -> String {
    let title = text(&document.title);
    let body: String = document.blocks.iter().map(block).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n{body}</body>\n</html>\n"
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text: words } => format!("<h{level}>{}</h{level}>\n", text(words)),
        Block::Paragraph { runs, muted } => paragraph(&in_line(runs), *muted),
        Block::Title(parts) => {
            let part =
                |(label, words): &(&str, String)| format!("<p><span>{label}</span> <b>{}</b></p>\n", text(words));
            format!("<div class=\"title\">\n{}</div>\n", parts.iter().map(part).collect::<String>())
        }
        Block::Table(table) => self::table(table),
        Block::Task(task) => self::task(task),
        Block::List(items) => {
            let items: String = items.iter().map(|item| format!("<li>{}</li>\n", in_line(item))).collect();
            format!("<ul>\n{items}</ul>\n")
        }
        Block::Code(lines) => format!("<pre>{}</pre>\n", text(lines)),
        Block::Drawing(svg) => svg.clone(),
        Block::Signatures(lines) => {
            let lines: String =
                lines.iter().map(|line| format!("<span class=\"sign\">{}</span>", text(line))).collect();
            format!("<p>{lines}</p>\n")
        }
    }
}

fn paragraph(html: &str, muted: bool) -> String {
    let class = if muted { " class=\"muted\"" } else { "" };
    format!("<p{class}>{html}</p>\n")
}

fn in_line(runs: &[Run]) -> String {
    let one = |run: &Run| match run {
        Run::Text(said) => words(said),
        Run::Code(value) => code(value),
        Run::Tick(is) => tick(*is),
        Run::Strong(said) => format!("<b>{}</b>", words(said)),
        Run::Aside(said) => format!("<p class=\"muted\">{}</p>", words(said)),
        Run::Link(address) => text(address),
    };
    runs.iter().map(one).collect()
}

fn table(table: &Table) -> String {
    let head: String =
        table.columns.iter().map(|column| format!("<th scope=\"col\">{}</th>", text(column.heading))).collect();
    let row = |cells: &Vec<Cell>| {
        let cells: String = cells.iter().map(|Cell(runs)| format!("<td>{}</td>", in_line(runs))).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows: String = table.rows.iter().map(row).collect();
    format!("<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

fn tick(is: bool) -> String {
    format!("<span class=\"box\">{}</span>", if is { "✓" } else { "&nbsp;" })
}

fn task(task: &Task) -> String {
    let tick = tick(task.ticked);
    let action = if task.action.is_empty() { String::new() } else { format!("{} ", task.action) };
    let mut lines = format!("<div class=\"step\">\n<p>{tick}<b>{action}{}</b></p>\n", text(&task.title));
    if !task.warning.is_empty() {
        lines += &paragraph(&format!("<b>{}</b>", task.warning), false);
    }
    if !task.place.is_empty() {
        lines += &paragraph(&text(&task.place), true);
    }
    if !task.fields.is_empty() {
        let mut fields = Table::headed(["Field", "Value"]);
        for field in &task.fields {
            let mut value = vec![field.value.clone()];
            if let Some(previous) = &field.previous {
                value.extend([Run::text(" (was "), Run::code(previous), Run::text(")")]);
            }
            fields.row([field.label.as_str().into(), Cell(value)]);
        }
        lines += &table(&fields);
    }
    if !task.why.is_empty() {
        lines += &paragraph(&format!("Why: {}", text(&task.why)), true);
    }
    for (label, words) in &task.remarks {
        lines += &paragraph(&format!("{label}: {}", text(words)), false);
    }
    lines + "</div>\n"
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
}
