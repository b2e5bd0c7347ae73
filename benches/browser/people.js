// The people of the benchmark: 20 departments, 40 countries, every other value distinct for each person.
// The plan has the ten mappings of an everyday tenant.

const GIVEN = ["Anna", "José", "Zoë", "Liam", "Nóra", "Peter", "Łukasz", "Mary Ann", "Øystein", "Fatima", "Chloé", "Sören", "Wei", "Renée", "John", "Priya"];
const FAMILY = ["Smith", "Müller", "García", "O'Neil", "Ångström", "van der Berg", "Kowalczyk", "Nguyễn", "D’Angelo", "Lee", "Šimić", "Johnson", "Brown", "Çelik", "Papadopoulos", "Singh"];
const KNOWN = { ENG: "Engineering", FIN: "Finance", HR: "Human Resources", OPS: "Operations", LEG: "Legal", MKT: "Marketing", SAL: "Sales" };
const DEPARTMENTS = [...Object.keys(KNOWN), ...Array.from({ length: 13 }, (_, index) => `D${index + 1}`)];
const COUNTRIES = ["US", "DE", "FR", "GB", "IN", "BR", ...Array.from({ length: 34 }, (_, index) => `C${index + 1}`)];
const COLUMNS = ["id", "userPrincipalName", "mailNickname", "givenName", "surname", "displayName", "mail", "telephoneNumber", "department", "jobTitle", "country", "city", "employeeId", "postalCode", "streetAddress", "accountEnabled"];

/** Numbers from 0 to 1 that look random and are the same in every run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
}

/** People as objects of texts, as a program in JavaScript has them after reading a file. */
export function people(count) {
  const random = seeded(42);
  const one = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, index) => {
    const givenName = `${one(GIVEN)} ${index}`;
    const surname = `${one(FAMILY)}-${index}`;
    const mailNickname = `${givenName}.${surname}`.normalize("NFD").replace(/[^A-Za-z0-9.]/g, "");
    return {
      id: `${(index * 2654435761 % 4294967296).toString(16).padStart(8, "0")}-1111-4222-8333-${index.toString(16).padStart(12, "0")}`,
      userPrincipalName: `${mailNickname}@Contoso.com`,
      mailNickname,
      givenName,
      surname,
      displayName: random() < 0.15 ? "" : `${givenName} ${surname}`,
      mail: random() < 0.2 ? "" : `${mailNickname.toLowerCase()}@contoso.com`,
      telephoneNumber: `+1 (${200 + Math.floor(random() * 700)}) 55${index % 10}-${String(index).padStart(6, "0")}`,
      department: one(DEPARTMENTS),
      jobTitle: `Engineer ${index}`,
      country: one(COUNTRIES),
      city: `City ${index}`,
      employeeId: String(100000 + index),
      postalCode: String(10000 + index),
      streetAddress: `Main Street ${index}, "Building" ${index % 7}`,
      accountEnabled: random() < 0.05 ? "False" : "True",
    };
  });
}

/** The same people as the bytes of a CSV file. */
export function csv(list) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = list.map((person) => COLUMNS.map((column) => cell(person[column])).join(","));
  return new TextEncoder().encode(`${COLUMNS.join(",")}\r\n${lines.join("\r\n")}\r\n`);
}

/** The users that the application already has, as the bytes of a CSV file: nine of ten people. */
export function existing(list) {
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const user = ({ userPrincipalName, mailNickname, givenName, surname }) =>
    [userPrincipalName.toLowerCase(), mailNickname, givenName, surname].map(cell).join(",");
  const users = list.filter((_, index) => index % 10 > 0).map(user);
  return new TextEncoder().encode(`userName,externalId,name.givenName,name.familyName\r\n${users.join("\r\n")}\r\n`);
}

const direct = (attribute) => ({ type: "direct", attribute });
const expression = (text) => ({ type: "expression", expression: text });
const row = (target_attribute, source, more = {}) => ({ target_attribute, source, ...more });

/** The ten mappings: target attribute and source. */
export const MAPPINGS = [
  row("userName", expression("ToLower([userPrincipalName])")),
  row("externalId", direct("mailNickname"), { matching_precedence: 1 }),
  row("active", expression('Switch([IsSoftDeleted], , "False", "True", "True", "False")')),
  row("displayName", expression('Coalesce([displayName], Join(" ", [givenName], [surname]))')),
  row("name.givenName", direct("givenName")),
  row("name.familyName", expression("NormalizeDiacritics([surname])")),
  row(
    'emails[type eq "work"].value',
    expression('Coalesce([mail], Join("@", ToLower(StripSpaces(Join(".", [givenName], [surname]))), "contoso.com"))'),
  ),
  row('phoneNumbers[type eq "work"].value', expression('Replace([telephoneNumber], , "[^0-9+]", , "", , )')),
  row("locale", expression('IIF([country] = "US", "en-US", "en-GB")')),
  row(
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
    expression(`Switch([department], "Other", ${Object.entries(KNOWN).map(([key, name]) => `"${key}", "${name}"`).join(", ")})`),
  ),
];

export { COLUMNS, KNOWN };
