// A plan with as much as Crosswalk takes: 2,000 mappings, 500 clauses, 1,000 people.

const SOURCES = ["department", "jobTitle", "mail", "displayName", "givenName", "surname", "city", "country", "employeeId", "companyName"];

function mapping(at: number): object {
  const source = SOURCES[at % SOURCES.length] as string;
  const sources = [
    { type: "direct", attribute: source },
    { type: "expression", expression: `Join(" ", ToUpper([${source}]), "row ${at}")` },
    { type: "constant", value: `value ${at}` },
    { type: "direct", attribute: `extensionAttribute${(at % 15) + 1}` },
  ];
  return {
    target_attribute: `urn:ietf:params:scim:schemas:extension:contoso:2.0:User:field${at}`,
    source: sources[at % sources.length],
    default_value: null,
    matching_precedence: null,
    flow_type: "always",
  };
}

function person(at: number): object {
  const attributes = Object.fromEntries(SOURCES.map((name) => [name, `${name} ${at}`]));
  return { attributes: { ...attributes, objectId: `person-${at}`, userPrincipalName: `person${at}@contoso.com`, mailNickname: `person${at}` } };
}

/** The plan of a text, filled up to the limits. The added mappings have the targets `field0`, `field1` and so on. */
export function filled(text: string, people = 1_000): string {
  const plan = JSON.parse(text);
  const [users] = plan.object_mappings;
  const count = plan.object_mappings.reduce((count: number, object: { attribute_mappings: object[] }) => count + object.attribute_mappings.length, 0);
  users.attribute_mappings.push(...Array.from({ length: 2_000 - count }, (_, at) => mapping(at)));
  users.scoping_filters = Array.from({ length: 50 }, (_, filter) => ({
    title: `Filter ${filter}`,
    clauses: Array.from({ length: 10 }, (_, clause) => ({ attribute: "department", operator: "NOT EQUALS", values: [`Team ${filter} ${clause}`] })),
  }));
  plan.people = Array.from({ length: people }, (_, at) => person(at));
  return JSON.stringify(plan);
}
