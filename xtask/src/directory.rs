//! A directory of invented people as CSV, with the faults that real directories have. The same number and seed give the
//! same bytes. It has 20 departments and 40 countries, and everything else differs from person to person.

use std::io::{self, Write};

const GIVEN: [&str; 20] = [
    "Anna",
    "Björn",
    "Chloé",
    "Dmitri",
    "Elif",
    "François",
    "Greta",
    "Håkan",
    "Ines",
    "Jürgen",
    "Katarzyna",
    "Lukas",
    "Márta",
    "Noah",
    "Olga",
    "Paolo",
    "Quentin",
    "Renée",
    "Søren",
    "Tomás",
];
const SURNAMES: [&str; 20] = [
    "Berg",
    "Müller",
    "Nowak",
    "Lindström",
    "Rossi",
    "Garcia",
    "O'Neill",
    "Dubois",
    "Svensson",
    "Kaya",
    "Weiß",
    "Costa",
    "Jansen",
    "Popov",
    "Schmidt",
    "Silva",
    "Tanaka",
    "Virtanen",
    "Young",
    "Zimmermann",
];
const DEPARTMENTS: [&str; 20] = [
    "Sales",
    "Marketing",
    "Finance",
    "Human Resources",
    "IT",
    "Legal",
    "Logistics",
    "Production",
    "Quality",
    "Research",
    "Procurement",
    "Customer Service",
    "Facilities",
    "Communications",
    "Strategy",
    "Engineering",
    "Maintenance",
    "Health",
    "Retail",
    "Works Council",
];
const COUNTRIES: [&str; 40] = [
    "DE", "AT", "CH", "FR", "BE", "NL", "LU", "IT", "ES", "PT", "GB", "IE", "DK", "SE", "NO", "FI", "IS", "PL", "CZ",
    "SK", "HU", "RO", "BG", "HR", "SI", "RS", "GR", "TR", "UA", "EE", "LV", "LT", "US", "CA", "MX", "BR", "AR", "JP",
    "CN", "IN",
];
const LANGUAGES: [&str; 12] =
    ["de-DE", "en-US", "fr-FR", "it-IT", "es-ES", "pl-PL", "sv-SE", "nl-NL", "de-AT", "en-GB", "nb-NO", "pt-BR"];
const TITLES: [&str; 8] = [
    "Engineer",
    "\"Manager, Region\"",
    "Assistant",
    "Team lead",
    "Clerk",
    "\"Head of \"\"Digital\"\"\"",
    "Driver",
    "Analyst",
];

/// The headings.
pub(crate) const HEADER: &str = "objectId,userPrincipalName,displayName,givenName,surname,mail,jobTitle,department,city,country,mobile,employeeId,preferredLanguage,accountEnabled,manager,companyName";

/// A sequence of numbers that the seed decides (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or_default()
    }

    /// True for so many people of a thousand.
    fn of_a_thousand(&mut self, count: usize) -> bool {
        self.below(1_000) < count
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }
}

/// Writes a directory of so many people.
pub(crate) fn write(out: &mut dyn Write, people: usize, seed: u64) -> io::Result<()> {
    writeln!(out, "{HEADER}")?;
    let mut numbers = Numbers(seed);
    let mut shared = "shop@contoso.com".to_owned();
    for at in 0..people {
        let (given, surname) = (numbers.pick(&GIVEN), numbers.pick(&SURNAMES));
        let plain: String = given.chars().chain(surname.chars()).filter(char::is_ascii_alphabetic).collect();
        let account = format!("{}{at}", plain.to_ascii_lowercase());
        let name = match numbers.below(1_000) {
            // A guest has a stored name.
            0..10 => format!("{account}_fabrikam.com#EXT#@contoso.onmicrosoft.com"),
            10 => format!("{account} @contoso.com"),
            _ => format!("{account}@contoso.com"),
        };
        let mail = match numbers.below(1_000) {
            0..30 => String::new(),
            30..33 => shared.clone(),
            33 => "none".to_owned(),
            _ => format!("{account}@contoso.com"),
        };
        if numbers.of_a_thousand(2) {
            shared.clone_from(&mail);
        }
        let title = if numbers.below(10_000) == 0 { "x".repeat(300) } else { numbers.pick(&TITLES).to_owned() };
        let (department, country) = (numbers.pick(&DEPARTMENTS), numbers.pick(&COUNTRIES));
        let mobile = match numbers.below(1_000) {
            0..200 => String::new(),
            200..205 => format!("ext. {at}"),
            _ => format!("+49 170 {:07}", numbers.below(10_000_000)),
        };
        // A few numbers were given twice.
        let employee = if numbers.of_a_thousand(1) { at / 2 } else { at };
        let language = match numbers.below(1_000) {
            0..50 => "",
            50..60 => "kok-IN",
            _ => numbers.pick(&LANGUAGES),
        };
        let enabled = if numbers.of_a_thousand(20) { "False" } else { "True" };
        let manager = match numbers.below(1_000) {
            0..20 => String::new(),
            20..24 => id(people + at),
            _ => id(at / 8),
        };
        writeln!(
            out,
            "{},{name},{given} {surname},{given},{surname},{mail},{title},{department},City {at},{country},{mobile},{employee:08},{language},{enabled},{manager},Contoso",
            id(at)
        )?;
    }
    Ok(())
}

/// The object id of a person.
fn id(at: usize) -> String {
    let high = (at as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    format!("{:08x}-{:04x}-4000-8000-{at:012x}", high >> 32, high >> 16 & 0xFFFF)
}
