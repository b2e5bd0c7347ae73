//! The objects of a JSON file that arrives in pieces: one object, a list, Graph's pages, a ListResponse, or several of
//! them one after the other.

use crate::json::Document;

/// How much of an object is searched for the list that it holds.
const LOOKED_AT: usize = 64 * 1024;

/// Finds the objects. It keeps no text: the caller has it, and drops what is read.
pub(super) struct JsonItems {
    place: Place,
    /// The physical line of the next byte.
    line: usize,
    scan: Scan,
    page: String,
    on_page: usize,
    /// Whether a list, or an object with one, was found.
    pub(super) has_list: bool,
    /// Whether an object with a list was found.
    pub(super) has_page: bool,
    /// Whether more pages follow the last one.
    pub(super) is_part: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Top,
    List,
    PageList,
    PageEnd,
}

/// How far the value at the start of the text is read.
#[derive(Clone, Copy, Default)]
struct Scan {
    at: usize,
    depth: usize,
    in_text: bool,
    is_escaped: bool,
}

/// What a text begins with.
pub(super) enum NextItem {
    /// A value from `start` on, in the physical line.
    Item { line: usize, start: usize, consumed: usize },
    /// The value goes on in the next piece, or there is none. So many bytes are read.
    More(usize),
    /// A character where a value is expected.
    Unexpected(usize),
}

impl JsonItems {
    pub(super) fn new() -> Self {
        Self {
            place: Place::Top,
            line: 1,
            scan: Scan::default(),
            page: String::new(),
            on_page: 0,
            has_list: false,
            has_page: false,
            is_part: false,
        }
    }

    /// Whether the text ended between two values and outside of lists.
    pub(super) fn is_complete(&self) -> bool {
        self.place == Place::Top
    }

    /// The physical line of the text that is not read yet.
    pub(super) const fn line(&self) -> usize {
        self.line
    }

    /// Reads what the text begins with.
    pub(super) fn next(&mut self, text: &str, is_end: bool) -> NextItem {
        let mut at = 0;
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let Some(byte) = rest.bytes().next() else { return NextItem::More(at) };
            match (self.place, byte) {
                (Place::PageEnd, _) => {
                    let Some(length) = self.page_end(rest) else { return NextItem::More(at) };
                    self.line += lines(rest.get(..length).unwrap_or_default());
                    at += length;
                }
                (_, b'\n') => {
                    self.line += 1;
                    at += 1;
                }
                (_, b' ' | b'\t' | b'\r' | b',') => at += 1,
                (Place::Top, b'[') => {
                    self.place = Place::List;
                    self.has_list = true;
                    at += 1;
                }
                (Place::List, b']') => {
                    self.place = Place::Top;
                    at += 1;
                }
                (Place::PageList, b']') => {
                    self.place = Place::PageEnd;
                    self.scan = Scan { at: 0, depth: 1, ..Scan::default() };
                    self.page.push(']');
                    at += 1;
                }
                (Place::Top, b'{') if self.scan.at == 0 => {
                    let head = rest.get(..floor(rest, LOOKED_AT)).unwrap_or_default();
                    match list_of(head) {
                        Found::List(length) => {
                            head.get(..length).unwrap_or_default().clone_into(&mut self.page);
                            self.line += lines(&self.page);
                            self.place = Place::PageList;
                            (self.has_list, self.has_page, self.on_page) = (true, true, 0);
                            at += length;
                        }
                        Found::Unclear if head.len() == rest.len() && !is_end => return NextItem::More(at),
                        Found::Unclear | Found::None => return self.item(rest, at, is_end),
                    }
                }
                (Place::Top, b'{') | (Place::List | Place::PageList, _) => return self.item(rest, at, is_end),
                (Place::Top, _) => return NextItem::Unexpected(self.line),
            }
        }
    }

    fn item(&mut self, rest: &str, at: usize, is_end: bool) -> NextItem {
        match self.scan.value(rest.as_bytes(), is_end && self.place != Place::Top) {
            None => NextItem::More(at),
            Some(length) => {
                let line = self.line;
                self.line += lines(rest.get(..length).unwrap_or_default());
                self.scan = Scan::default();
                self.on_page += 1;
                NextItem::Item { line, start: at, consumed: at + length }
            }
        }
    }

    /// What follows the list of a page, up to its closing brace.
    fn page_end(&mut self, rest: &str) -> Option<usize> {
        let length = self.scan.value(rest.as_bytes(), false)?;
        self.page.push_str(rest.get(..length).unwrap_or_default());
        self.scan = Scan::default();
        self.place = Place::Top;
        let page = Document::parse(std::mem::take(&mut self.page)).ok();
        self.is_part = page.is_some_and(|page| {
            let root = page.root();
            let total = root.member("totalResults").and_then(|total| total.number()?.parse::<usize>().ok());
            root.member("@odata.nextLink").is_some() || total.is_some_and(|total| total > self.on_page)
        });
        Some(length)
    }
}

impl Scan {
    /// The length of the value at the start; nothing if the text ends before it does.
    fn value(&mut self, bytes: &[u8], is_end: bool) -> Option<usize> {
        while let Some(byte) = bytes.get(self.at) {
            if self.in_text {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => self.in_text = false,
                    _ => {}
                }
            } else {
                match byte {
                    b'"' => self.in_text = true,
                    b'{' | b'[' => self.depth += 1,
                    // A number or a word ends before what follows it.
                    b'}' | b']' | b',' if self.depth == 0 => return Some(self.at),
                    b'}' | b']' => {
                        self.depth -= 1;
                        if self.depth == 0 {
                            return Some(self.at + 1);
                        }
                    }
                    _ => {}
                }
            }
            self.at += 1;
        }
        (is_end && self.depth == 0 && !self.in_text && self.at > 0).then_some(self.at)
    }
}

enum Found {
    /// The bytes up to the list's opening bracket.
    List(usize),
    /// The text ends before it is clear.
    Unclear,
    None,
}

/// Where the list of an object begins, if it has one called `value` or `Resources`.
fn list_of(text: &str) -> Found {
    let bytes = text.as_bytes();
    let mut at = 1;
    loop {
        at += blanks(bytes, at);
        match bytes.get(at) {
            Some(b'"') => {}
            None => return Found::Unclear,
            Some(_) => return Found::None,
        }
        let start = at + 1;
        let mut text_scan = Scan { at, ..Scan::default() };
        // A text ends before the colon.
        let Some(colon) = position_after_text(bytes, &mut text_scan) else { return Found::Unclear };
        let key = text.get(start..colon - 1).unwrap_or_default();
        at = colon + blanks(bytes, colon);
        if bytes.get(at).is_some_and(|byte| *byte != b':') {
            return Found::None;
        }
        at += 1;
        at += blanks(bytes, at);
        let is_list = bytes.get(at) == Some(&b'[');
        if is_list && (key.eq_ignore_ascii_case("value") || key.eq_ignore_ascii_case("Resources")) {
            return Found::List(at + 1);
        }
        let mut scan = Scan::default();
        match scan.value(bytes.get(at..).unwrap_or_default(), false) {
            Some(length) => at += length,
            None => return Found::Unclear,
        }
    }
}

fn position_after_text(bytes: &[u8], scan: &mut Scan) -> Option<usize> {
    let mut is_escaped = false;
    let inside = bytes.get(scan.at + 1..)?;
    let end = inside.iter().position(|byte| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    })?;
    Some(scan.at + 1 + end + 1)
}

fn blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',')).count()
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

fn floor(text: &str, most: usize) -> usize {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}
