//! A table of facts: function names of Excel, PowerShell and .NET, JavaScript, SQL, Okta and Google, and Entra's way.

use super::super::ast::Expression;
use super::{Span, rebuild};

/// How Entra does what a foreign function does.
pub(super) enum Way {
    /// Another name, the same arguments.
    Rename(&'static str),
    /// The function to name, and what makes its call.
    Rebuild(&'static str, fn(&[Expression], Span) -> Option<Expression>),
    /// No call that fits everywhere; the note says what to do.
    Advice,
}

/// One function of other languages, under all its names.
pub(super) struct Foreign {
    /// Lower-case names.
    pub(super) names: &'static [&'static str],
    pub(super) way: Way,
    /// Whether the meaning cannot change.
    pub(super) is_safe: bool,
    /// What differs, or what to do, as sentences.
    pub(super) note: &'static str,
}

impl Foreign {
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

const fn rename(names: &'static [&'static str], entra: &'static str, note: &'static str) -> Foreign {
    Foreign { names, way: Way::Rename(entra), is_safe: true, note }
}

const fn like(names: &'static [&'static str], entra: &'static str, note: &'static str) -> Foreign {
    Foreign { names, way: Way::Rename(entra), is_safe: false, note }
}

type Make = fn(&[Expression], Span) -> Option<Expression>;

const fn rebuilt(names: &'static [&'static str], entra: &'static str, make: Make, note: &'static str) -> Foreign {
    Foreign { names, way: Way::Rebuild(entra, make), is_safe: true, note }
}

const fn guessed(names: &'static [&'static str], entra: &'static str, make: Make, note: &'static str) -> Foreign {
    Foreign { names, way: Way::Rebuild(entra, make), is_safe: false, note }
}

const fn advice(names: &'static [&'static str], note: &'static str) -> Foreign {
    Foreign { names, way: Way::Advice, is_safe: false, note }
}

/// Names are unique over the table. No name is one of Entra's own.
pub(super) const NAMES: &[Foreign] = &[
    rename(
        &["lower", "lcase", "tolowercase", "lowercase", "tolowerinvariant", "strtolower", "downcase"],
        "ToLower",
        "Use ToLower(source).",
    ),
    rename(
        &["upper", "ucase", "touppercase", "uppercase", "toupperinvariant", "strtoupper", "upcase"],
        "ToUpper",
        "Use ToUpper(source).",
    ),
    rename(&["length", "strlen", "datalength", "char_length"], "Len", "Use Len(source)."),
    rename(
        &["proper", "propercase", "initcap", "titlecase", "totitlecase", "capitalize"],
        "PCase",
        "Use PCase(source).",
    ),
    like(
        &["ltrim", "rtrim", "strip", "trimstart", "trimend"],
        "Trim",
        "Use Trim(source). It removes the spaces at both ends. Microsoft does not document it for app provisioning.",
    ),
    rename(&["removespaces", "stripwhitespace"], "StripSpaces", "Use StripSpaces(source)."),
    rebuilt(
        &["concat", "concatenate", "strcat", "concat_ws"],
        "Join",
        rebuild::concatenated,
        "Use Join(separator, source, …), with an empty separator (\"\").",
    ),
    rebuilt(&["textjoin"], "Join", rebuild::text_joined, "Use Join(separator, source, …). Join skips empty values."),
    guessed(
        &["substring", "substr", "slice"],
        "Mid",
        rebuild::substring,
        "Use Mid(source, start, length). Mid counts from 1.",
    ),
    guessed(&["right"], "Replace", rebuild::right, "Use Replace with a regular expression that keeps the end."),
    guessed(
        &["find", "search", "charindex"],
        "InStr",
        rebuild::found_part_first,
        "Use InStr(text, part). InStr takes the text first.",
    ),
    guessed(
        &["indexof", "strpos", "instring"],
        "InStr",
        rebuild::found,
        "Use InStr(text, part). InStr counts from 1, and returns 0 if the part is not found.",
    ),
    rebuilt(
        &["substitute", "strreplace", "str_replace", "replaceall"],
        "Replace",
        rebuild::replaced,
        "Use Replace(source, old, , , new, , ). Leave the unused arguments empty.",
    ),
    guessed(
        &["regexreplace", "regexp_replace", "replaceregex"],
        "Replace",
        rebuild::pattern_replaced,
        "Use Replace(source, , pattern, , new, , ). Leave the unused arguments empty.",
    ),
    rename(
        &["ifnull", "nvl", "firstnonnull", "ifempty", "getorelse", "defaultifempty"],
        "Coalesce",
        "Use Coalesce(source1, source2, …).",
    ),
    rename(&["if", "iff", "cond", "ifelse"], "IIF", "Use IIF(condition, value if true, value if false)."),
    rebuilt(&["ifs"], "IIF", rebuild::conditions_in_pairs, "Put one IIF inside another."),
    rebuilt(
        &["decode", "choose", "lookup"],
        "Switch",
        rebuild::keys_in_pairs,
        "Use Switch(source, default, key1, value1, …).",
    ),
    like(
        &["isblank", "isempty", "isnullorwhitespace", "stringisempty", "isnone"],
        "IsNullOrEmpty",
        "Use IsNullOrEmpty(source).",
    ),
    like(
        &["exists", "isset", "isnotnull", "isnotblank", "isnotempty", "hasvalue", "defined"],
        "IsPresent",
        "Use IsPresent(source).",
    ),
    rebuilt(
        &["today", "utcnow", "getdate", "getutcdate", "sysdate", "currentdate", "current_date", "current_timestamp"],
        "Now",
        rebuild::now,
        "Use Now().",
    ),
    rename(&["tostring", "str", "string"], "CStr", "Use CStr(source)."),
    like(&["parsedate", "todate", "datevalue", "date"], "CDate", "Use CDate(source)."),
    like(&["tobool", "toboolean", "bool", "boolean"], "CBool", "Use CBool(source)."),
    guessed(
        &["includes", "stringcontains", "containsstring", "containstext"],
        "InStr",
        rebuild::contains,
        "Use InStr(text, part) > 0 as the condition of IIF.",
    ),
    guessed(
        &["startswith", "stringstartswith", "beginswith"],
        "InStr",
        rebuild::starts_with,
        "Use InStr(text, part) = 1 as the condition of IIF.",
    ),
    rebuilt(&["substringbefore", "leftof"], "Item", rebuild::before, "Use Item(Split(source, delimiter), 1)."),
    guessed(&["substringafter", "rightof"], "Item", rebuild::after, "Use Item(Split(source, delimiter), 2)."),
    rebuilt(&["first", "firstordefault"], "Item", rebuild::first, "Use Item(source, 1)."),
    like(&["elementat", "nth", "getitem", "get"], "Item", "Use Item(source, index). Item counts from 1."),
    rename(
        &["removediacritics", "unaccent", "latinize", "removeaccents", "deburr"],
        "NormalizeDiacritics",
        "Use NormalizeDiacritics(source).",
    ),
    rename(&["uuid", "newguid", "newid", "randomuuid"], "Guid", "Use Guid()."),
    rename(&["base64encode", "tobase64", "btoa", "tobase64string"], "ConvertToBase64", "Use ConvertToBase64(source)."),
    like(
        &["base64decode", "frombase64", "atob"],
        "ConvertFromBase64",
        "Use ConvertFromBase64(source). Microsoft does not document it for app provisioning.",
    ),
    rename(&["distinct", "unique", "dedupe"], "RemoveDuplicates", "Use RemoveDuplicates(source)."),
    advice(
        &["endswith", "stringendswith"],
        "Compare the end that Replace keeps with a regular expression, in the condition of IIF.",
    ),
    advice(
        &["regexmatch", "matches", "test", "isregexmatch", "regexextract", "match"],
        "Use Replace with a regular expression, and compare its result in the condition of IIF.",
    ),
    advice(&["replacefirst"], "Use Replace with a regular expression that begins with ^."),
    advice(
        &["text", "format", "formatdate", "dateformat", "strftime", "todatestring"],
        "Use FormatDateTime(source, styles, input format, output format) for dates, or Join for texts.",
    ),
    advice(&["xor"], "Put one IIF inside another."),
    advice(&["iferror", "ifna", "try", "catch"], "Test for the cause in the condition of IIF."),
    advice(
        &["int", "number", "toint", "tointeger", "parseint", "val", "value", "cint", "clng", "tonumber", "round"],
        "Entra cannot calculate in an expression, so it needs no conversion to a number.",
    ),
    advice(&["char", "chr"], "Write the character itself in the text."),
    advice(
        &["reverse", "rept", "repeat", "padleft", "padright", "lpad", "rpad"],
        "Entra has no function for this. Prepare the value in a directory extension attribute.",
    ),
    advice(&["last", "lastindexof", "instrrev"], "Use Replace with a regular expression that keeps the last part."),
    advice(
        &["vlookup", "xlookup", "hlookup", "index", "map", "dictionary"],
        "Use Switch(source, default, key1, value1, …).",
    ),
    advice(
        &["ismemberof", "ismemberofgroup", "ismemberofgroupname", "memberof", "hasgroup"],
        "An expression does not see groups. Use a scoping filter, app roles or an attribute of the person.",
    ),
    advice(&["adddays", "addmonths", "addyears", "addhours"], "Use DateAdd(interval, value, dateTime)."),
    advice(&["year", "month", "day", "dateparse"], "Use FormatDateTime with an output format like \"yyyy\"."),
];

#[cfg(test)]
mod tests {
    use super::super::super::functions;
    use super::*;

    #[test]
    fn each_name_is_there_once_and_is_not_entras() {
        let names: Vec<_> = NAMES.iter().flat_map(|entry| entry.names).collect();
        for (index, name) in names.iter().enumerate() {
            assert_eq!(**name, name.to_lowercase());
            assert!(functions::find(name).is_none(), "{name} is Entra's own");
            assert!(!names[..index].contains(name), "{name} appears twice");
        }
    }

    #[test]
    fn every_way_leads_to_a_function_of_entra() {
        for entry in NAMES {
            assert!(!entry.note.is_empty());
            if let Way::Rename(entra) | Way::Rebuild(entra, _) = entry.way {
                assert!(functions::find(entra).is_some_and(|function| function.name == entra), "{entra}");
            }
        }
    }
}
