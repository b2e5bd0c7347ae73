//! Planted secrets are found, and harmless texts are not refused.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::{Secret, find_secret, find_secret_under};

/// Numbers that look random and are the same in every run.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Random characters of an alphabet.
    fn text(&mut self, alphabet: &str, length: usize) -> String {
        let characters: Vec<char> = alphabet.chars().collect();
        let count = characters.len() as u64;
        (0..length).map(|_| characters[usize::try_from(self.next() % count).unwrap()]).collect()
    }

    fn letters(&mut self, length: usize) -> String {
        self.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length)
    }

    fn guid(&mut self) -> String {
        let mut hex = |length| self.text("0123456789abcdef", length);
        format!("{}-{}-{}-{}-{}", hex(8), hex(4), hex(4), hex(4), hex(12))
    }
}

/// Thirty secrets, put together here so that no scanner of repositories takes them for real ones.
fn planted(seeded: &mut Seeded) -> Vec<(String, Secret)> {
    let json = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let header = json(r#"{"alg":"RS256","typ":"JWT","kid":"1"}"#);
    let claims = json(r#"{"aud":"https://graph.microsoft.com","sub":"admin"}"#);
    let signature = seeded.letters(86);
    let token = format!("{header}.{claims}.{signature}");
    let pem = |kind: &str, body: &str| format!("-----BEGIN {kind}-----\n{body}\n-----END {kind}-----");
    let key = seeded.letters(43);
    let staffbase = STANDARD.encode(format!("{}:{}", seeded.text("0123456789abcdef", 24), seeded.letters(32)));
    let secret = format!("{}8Q~{}", seeded.letters(3), seeded.letters(34));
    let split = |text: &str| format!("{}\n{}", &text[..text.len() / 2], &text[text.len() / 2..]);
    let thirds = |text: &str| {
        let third = text.len() / 3;
        format!("  {}\r\n  {}\r\n  {}", &text[..third], &text[third..2 * third], &text[2 * third..])
    };
    let random = seeded.letters(48);
    vec![
        (token.clone(), Secret::JsonWebToken),
        (format!("Token of Anna: {token} (until Friday)"), Secret::JsonWebToken),
        (split(&token), Secret::JsonWebToken),
        (thirds(&token), Secret::JsonWebToken),
        (
            format!("{}.{}.{}.{}.{}", json(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#), key, key, key, key),
            Secret::JsonWebToken,
        ),
        (secret.clone(), Secret::ClientSecret),
        (format!("the secret is {secret}, valid for a year"), Secret::ClientSecret),
        (split(&secret), Secret::ClientSecret),
        (format!("Authorization: Bearer {}", seeded.letters(24)), Secret::Authorization),
        (format!("bearer {}", seeded.letters(40)), Secret::Authorization),
        (format!("Authorization: Bearer\n  {}", seeded.letters(24)), Secret::Authorization),
        (format!("Basic {}", STANDARD.encode("admin:correct horse")), Secret::Authorization),
        (pem("PRIVATE KEY", &key), Secret::PrivateKey),
        (pem("RSA PRIVATE KEY", &key), Secret::PrivateKey),
        (pem("ENCRYPTED PRIVATE KEY", &key).replace('\n', " "), Secret::PrivateKey),
        (format!("-----BEGIN OPENSSH PRIVATE\nKEY-----\n{key}"), Secret::PrivateKey),
        (format!("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey={key}==;"), Secret::Named),
        (format!("Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKey={key}="), Secret::Named),
        ("Server=tcp:sql.contoso.com;User ID=sa;Password=Winter#2026;".to_owned(), Secret::Named),
        ("postgres://admin:hunter22@db.contoso.com/people".to_owned(), Secret::Address),
        (
            format!("https://contoso.blob.core.windows.net/x?sv=2024-01-01&se=2027&sig={}%3D", seeded.letters(43)),
            Secret::Address,
        ),
        (format!("client_secret={}", seeded.letters(20)), Secret::Named),
        (format!(r#"{{"clientSecret": "{}"}}"#, seeded.letters(20)), Secret::Named),
        (format!("API key: {}", seeded.text("0123456789abcdef", 32)), Secret::Named),
        (format!("ghp_{}", seeded.letters(36)), Secret::ServiceKey("GitHub")),
        (
            format!("AKIA{}", seeded.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)),
            Secret::ServiceKey("Amazon Web Services"),
        ),
        (format!("glpat-{}", seeded.letters(20)), Secret::ServiceKey("GitLab")),
        (staffbase, Secret::Random),
        (random.clone(), Secret::Random),
        (split(&random), Secret::Random),
    ]
}

#[test]
fn thirty_planted_secrets_are_found_with_their_kind() {
    for seed in 0..200 {
        let planted = planted(&mut Seeded(seed));
        assert_eq!(planted.len(), 30);
        for (text, kind) in planted {
            let found = find_secret(&text);
            assert!(found.is_some(), "{seed}: {text}");
            // Random text may look like something more special.
            assert!(
                found == Some(kind) || kind == Secret::Random || kind == Secret::Authorization,
                "{text}: {found:?}"
            );
        }
    }
}

#[test]
fn harmless_texts_are_not_refused() {
    let mut seeded = Seeded(7);
    let mut harmless: Vec<String> = (0..50).map(|_| seeded.guid()).collect();
    harmless.extend((0..10).map(|_| format!("{}\n{}\n{}", seeded.guid(), seeded.guid(), seeded.guid())));
    harmless.extend((0..10).map(|_| seeded.guid().to_uppercase()));
    // Somebody types behind a GUID.
    harmless.extend((0..20).map(|_| format!("{}Q7", seeded.guid())));
    harmless.extend((0..20).map(|_| format!("{} of Ana", seeded.guid().to_uppercase())));
    harmless.extend((0..10).map(|_| format!("customappsso.{}.{}", seeded.guid(), seeded.guid())));
    harmless.extend((0..20).map(|_| format!("extension_{}_employeeCostCenter", seeded.guid().replace('-', ""))));
    harmless.extend((0..10).map(|_| seeded.text("0123456789abcdef", 64)));
    harmless.extend((0..10).map(|_| STANDARD.encode(seeded.guid())));
    harmless
        .extend((0..10).map(|index| STANDARD.encode(format!("A sentence about person {index}, who works in Bonn."))));
    harmless.extend((0..10).map(|_| STANDARD.encode(seeded.next().to_le_bytes().repeat(2))));
    harmless.extend(
        (0..20).map(|index| format!("urn:ietf:params:scim:schemas:extension:staffbase:2.0:User:customField{index}")),
    );
    harmless.extend(TEXTS.iter().map(|text| (*text).to_owned()));
    assert!(harmless.len() >= 200, "{}", harmless.len());
    let refused: Vec<_> = harmless.iter().filter(|text| find_secret(text).is_some()).collect();
    assert_eq!(refused, Vec::<&String>::new());
}

const TEXTS: &[&str] = &[
    r#"Switch([IsSoftDeleted], , "False", "True", "True", "False")"#,
    r#"Replace([mailNickname], , "(?<Suffix>[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)@contoso.com", "Suffix", "", , )"#,
    r#"Join("", Mid(ToLower([givenName]), 1, 1), ToLower([surname]), "@", "contoso.onmicrosoft.com")"#,
    r#"IIF([password] = "x", "passwordNeverExpires", [extensionAttribute15])"#,
    "SingleAppRoleAssignment([appRoleAssignments])",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber",
    r#"emails[type eq "work"].value"#,
    "https://backend.staffbase.com/api/scim?aadOptscim062020",
    "https://login.microsoftonline.com/3f2504e0-4f89-11d3-9a0c-0305e82c3301/oauth2/v2.0/token",
    "https://contoso.sharepoint.com/sites/HR/Shared%20Documents/Onboarding2026/Attributes.xlsx?web=1",
    "Only the API token, without the word Bearer",
    "Select Bearer authentication. Secret token: ask Anna in IT.",
    "Secret Token: {{token}}",
    "password: <ask the administrator>",
    "Anna holds the secret; renew it before 2027-01-31.",
    "CN=Anna Schmidt,OU=Users,OU=Bonn,DC=contoso,DC=com",
    "onPremisesExtensionAttributesOfContosoSince2026AndBeyond",
    "/organisation/Contoso/departments/Human_Resources/Team2026/Bonn",
    "S-1-5-21-3623811015-3361044348-30300820-1013",
    "anna_contoso.com#EXT#@fabrikam.onmicrosoft.com",
    "Graph permission: Synchronization.ReadWrite.All",
    "-----BEGIN CERTIFICATE-----",
    "2026-11-26T06:39:37.1234567Z",
    "+49 (0)228 123456-78901234567890",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "accessTokenAcceptedVersion: 2",
    "eyJ is how the tokens begin",
    "Basic authentication is not supported",
    "DateTimeFromText=FormatDateTime([employeeHireDate], , \"yyyyMMddHHmmss.fZ\", \"yyyy-MM-dd\")",
    "Token lifetime: 3600 seconds",
    "ToUpper([city]) & \"-\" & [employeeId]",
    "Ask for the clientSecret=… of the test tenant.",
    "MatchingPropertiesPrecedenceOfTheAttributeMappingInVersion2",
    "00u1234567890abcdefg",
    "Q~ is part of a client secret",
    "tel:+1-201-555-0123;ext=1234",
    "sip:anna.schmidt@contoso.com",
    "5f2b0c9e8d7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c",
    "user:password@ is the form of an address with a password",
    "the pwd: none",
    "postgres://{user}:{password}@host",
];

#[test]
fn a_name_says_what_a_value_is() {
    assert_eq!(find_secret_under("clientSecret", "Winter2026!"), Some(Secret::Named));
    assert_eq!(find_secret_under("passwordProfile.password", "Winter2026!"), Some(Secret::Named));
    assert_eq!(find_secret_under("SecretToken", "{{token}}"), None);
    assert_eq!(find_secret_under("displayName", "Winter2026!"), None);
    assert_eq!(find_secret_under("tokenLifetime", "3600 seconds"), None);
}

#[test]
fn pieces_of_every_planted_secret_are_never_a_panic() {
    for (text, _) in planted(&mut Seeded(1)) {
        let text = format!("ä{text}€");
        for (at, _) in text.char_indices() {
            let _ = find_secret(&text[at..]);
            let _ = find_secret(&text[..at]);
        }
    }
}
