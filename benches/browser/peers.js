// What people would write without Crosswalk, for the same ten mappings.

import { KNOWN } from "./people.js";

const CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const MARKS = /[\u0300-\u036f]/g;
const plain = (text) => text.normalize("NFD").replace(MARKS, "");

/** A function written by hand: a person becomes the object of a SCIM user. */
export function byHand(person) {
  return {
    schemas: [CORE, ENTERPRISE],
    userName: person.userPrincipalName.toLowerCase(),
    externalId: person.mailNickname,
    active: person.accountEnabled !== "False",
    displayName: person.displayName || `${person.givenName} ${person.surname}`,
    name: { givenName: person.givenName, familyName: plain(person.surname) },
    emails: [
      {
        type: "work",
        value: person.mail || `${`${person.givenName}.${person.surname}`.replace(/ /g, "").toLowerCase()}@contoso.com`,
      },
    ],
    phoneNumbers: [{ type: "work", value: person.telephoneNumber.replace(/[^0-9+]/g, "") }],
    locale: person.country === "US" ? "en-US" : "en-GB",
    [ENTERPRISE]: { department: KNOWN[person.department] || "Other" },
  };
}

// A compiler of closures: each node of an expression becomes a function of the person.
const attribute = (name) => (person) => person[name];
const text = (value) => () => value;
const lower = (of) => (person) => of(person).toLowerCase();
const normalised = (of) => (person) => plain(of(person));
const replaced = (of, pattern, by) => (person) => of(person).replace(pattern, by);
const equal = (left, right) => (person) => left(person) === right(person);
const either = (condition, yes, no) => (person) => (condition(person) ? yes(person) : no(person));
const chosen = (of, table, otherwise) => (person) => table.get(of(person)) ?? otherwise;
const first = (...options) => (person) => {
  for (const option of options) {
    const value = option(person);
    if (value !== "") return value;
  }
  return "";
};
const joined = (separator, ...parts) => (person) => {
  let result = "";
  for (let index = 0; index < parts.length; index += 1) {
    if (index > 0) result += separator;
    result += parts[index](person);
  }
  return result;
};

/** The ten mappings as closures. */
export const CLOSURES = [
  lower(attribute("userPrincipalName")),
  attribute("mailNickname"),
  chosen(attribute("accountEnabled"), new Map([["True", "True"], ["False", "False"]]), ""),
  first(attribute("displayName"), joined(" ", attribute("givenName"), attribute("surname"))),
  attribute("givenName"),
  normalised(attribute("surname")),
  first(
    attribute("mail"),
    joined("@", lower(replaced(joined(".", attribute("givenName"), attribute("surname")), / /g, "")), text("contoso.com")),
  ),
  replaced(attribute("telephoneNumber"), /[^0-9+]/g, ""),
  either(equal(attribute("country"), text("US")), text("en-US"), text("en-GB")),
  chosen(attribute("department"), new Map(Object.entries(KNOWN)), "Other"),
];

/** The same object in JSONata. */
export function inJsonata(jsonata) {
  const expression = jsonata(`{
    "schemas": ["${CORE}", "${ENTERPRISE}"],
    "userName": $lowercase(userPrincipalName),
    "externalId": mailNickname,
    "active": accountEnabled != "False",
    "displayName": displayName != "" ? displayName : givenName & " " & surname,
    "name": {"givenName": givenName, "familyName": $plain(surname)},
    "emails": [{"type": "work",
      "value": mail != "" ? mail : $lowercase($replace(givenName & "." & surname, " ", "")) & "@contoso.com"}],
    "phoneNumbers": [{"type": "work", "value": $replace(telephoneNumber, /[^0-9+]/, "")}],
    "locale": country = "US" ? "en-US" : "en-GB",
    "${ENTERPRISE}": {"department": $lookup($known, department) ? $lookup($known, department) : "Other"}
  }`);
  expression.registerFunction("plain", plain, "<s:s>");
  expression.assign("known", KNOWN);
  return expression;
}
