//! Each construct, by what .NET's documentation says of it.

use super::{Fuel, Refused, compile, parse};

/// The whole match and the groups by .NET's numbers, `-` for one without a capture.
fn found(pattern: &str, text: &str) -> Option<String> {
    let program = compile(&parse(pattern).unwrap()).unwrap();
    let captures = program.find(text, 0, &mut Fuel::of_steps(100_000)).unwrap()?;
    let group = |place: &usize| captures[*place].map_or("-", |(start, end)| &text[start..end]).to_owned();
    Some(program.groups.places().iter().map(group).collect::<Vec<_>>().join("|"))
}

#[test]
fn every_construct_finds_what_dotnet_finds() {
    for (pattern, text, expected) in [
        ("b+", "abbbc", Some("bbb")),
        ("b+?", "abbbc", Some("b")),
        ("a{2}", "aaaa", Some("aa")),
        ("a{2,3}", "aaaa", Some("aaa")),
        ("a{2,}?", "aaaa", Some("aa")),
        ("a{,3}", "a{,3}", Some("a{,3}")),
        ("x|ab|abc", "abc", Some("ab")),
        ("(a|ab)(c|bcd)(d*)", "abcd", Some("abcd|a|bcd|")),
        ("(a*)*", "aab", Some("aa|")),
        ("(a*)+b", "aab", Some("aab|")),
        ("(?:(a)|b)*", "ab", Some("ab|a")),
        ("(?:ab){2,3}", "abababab", Some("ababab")),
        ("(?:ab){2,3}?", "abababab", Some("abab")),
        (r"\bfoo\b", "a foo b", Some("foo")),
        (r"\Boo", "foo", Some("oo")),
        (r"^b", "a\nb", None),
        (r"(?m)^b$", "a\nb\nc", Some("b")),
        (r"a$", "a\n", Some("a")),
        (r"a\z", "a\n", None),
        (r"a\Z", "a\n", Some("a")),
        (r"a.c", "a\nc", None),
        (r"(?s)a.c", "a\nc", Some("a\nc")),
        (r"(?i)STRASSE", "strasse", Some("strasse")),
        (r"(?i)[ä-ü]", "Ö", Some("Ö")),
        (r"a(?i)b|C", "aB", Some("aB")),
        (r"(?i:a)b", "Ab", Some("Ab")),
        (r"(?i:a)b", "AB", None),
        (r"(?x) a b # a comment", "ab", Some("ab")),
        (r"(?n)(a)(?<n>b)", "ab", Some("ab|b")),
        (r"(?'q'['])x\k'q'", "'x'", Some("'x'|'")),
        (r"(a)(b)?\1", "aa", Some("aa|a|-")),
        (r"(b)?\1c", "c", None),
        (r"(?i)(a)\1", "aA", Some("aA|a")),
        (r"foo(?=bar)", "foobar", Some("foo")),
        (r"foo(?!bar)", "foobar foobaz", Some("foo")),
        (r"(?<=€\s*)\d+", "a 1 € 25", Some("25")),
        (r"(?<=(\d+)(\d+))x", "123x", Some("x|1|23")),
        (r"(?<!\d)x", "1x x", Some("x")),
        (r"(?=(a+))a*b\1", "baaabac", Some("aba|a")),
        (r"(?>a+)ab", "aaab", None),
        (r"(?>a|ab)c", "abc", None),
        (r"[a-z-[aeiou]]+", "aeixyz", Some("xyz")),
        (r"[]a]+", "]a", Some("]a")),
        (r"[^\d\s]+", "1 ab", Some("ab")),
        (r"[\w-]+", "a-b c", Some("a-b")),
        (r"[a\-z]+", "-a", Some("-a")),
        (r"\d+", "٣x", Some("٣")),
        (r"\w+", "Zoë_1!", Some("Zoë_1")),
        (r"\p{Lu}\P{Lu}+", "éÀbc", Some("Àbc")),
        (r"\p{L}+", "Łódź 1", Some("Łódź")),
        (r"\x41\u0042\103\cA\e", "ABC\u{1}\u{1b}", Some("ABC\u{1}\u{1b}")),
        (r"a(?#why)b", "ab", Some("ab")),
        (r"\Ga", "ba", None),
        (r"(?<n>a)|(?<n>b)", "b", Some("b|b")),
        ("", "abc", Some("")),
        ("x*", "", Some("")),
    ] {
        assert_eq!(found(pattern, text).as_deref(), expected, "{pattern} on {text:?}");
    }
}

#[test]
fn what_dotnet_refuses_is_refused_and_what_is_not_known_here_says_so() {
    let refused = |pattern: &str| parse(pattern).and_then(|tree| compile(&tree)).err();
    for faulty in [
        "(",
        ")",
        "(a",
        "a)",
        "[a",
        "[z-a]",
        r"[a-\d]",
        "*a",
        "a**",
        "a{2}{3}",
        "a{3,2}",
        r"\",
        r"\j",
        r"\k<a>",
        r"\2(a)",
        "(?<a",
        "(?<a b>x)",
        "(?y)x",
        r"\x4",
        r"\p{Xy}",
        r"\pL",
        "(?#x",
        "{2}",
        "(?P<a>x)",
        r"[\A]",
    ] {
        assert!(matches!(refused(faulty), Some(Refused::Faulty(_))), "{faulty}: {:?}", refused(faulty));
    }
    for unknown in ["(?<a-b>x)", "(?<1>x)", "(?(1)a|b)", r"\p{IsGreek}", r"\uD83D"] {
        assert!(matches!(refused(unknown), Some(Refused::Unsupported(_))), "{unknown}: {:?}", refused(unknown));
    }
    for fine in ["a{", "a{x}", "{", "]", "}", "a{,}", "[[]", "[a-]", "[-a]"] {
        assert_eq!(refused(fine), None, "{fine}");
    }
}
