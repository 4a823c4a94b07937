// SPDX-License-Identifier: Apache-2.0
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import { describe, expect, it } from "vitest";
import { compile, joinedByOr } from "./compile";
import { decompile } from "./decompile";
import type { Filters } from "./filters";
import { filterKeys } from "./keys";
import { propertiesOf } from "./properties";

type Entry = PropertyFilterProps.Token | PropertyFilterProps.TokenGroup;

const is = (propertyKey: string | undefined, operator: string, value: unknown) => ({
  propertyKey,
  operator,
  value,
});
const any = (...tokens: PropertyFilterProps.Token[]): Entry => ({ operation: "or", tokens });
const every = (...tokens: PropertyFilterProps.Token[]): Entry => ({ operation: "and", tokens });
const query = (operation: "and" | "or", ...tokenGroups: Entry[]) => ({ operation, tokens: [], tokenGroups });

describe("a query becomes the filters of the API", () => {
  it.each<[string, PropertyFilterProps.Query, Filters]>([
    [
      "different fields joined by and, choices by or",
      query("and", is("SeverityLabel", "=", ["HIGH", "CRITICAL"]), is("RecordState", "=", ["ACTIVE"])),
      {
        SeverityLabel: [
          { Value: "HIGH", Comparison: "EQUALS" },
          { Value: "CRITICAL", Comparison: "EQUALS" },
        ],
        RecordState: [{ Value: "ACTIVE", Comparison: "EQUALS" }],
      },
    ],
    [
      "exclusions of one field joined by and, beside a prefix",
      query("and", is("Title", "^", "IoT"), is("Title", "!=", "IoT a"), is("Title", "!^", "IoT b")),
      {
        Title: [
          { Value: "IoT", Comparison: "PREFIX" },
          { Value: "IoT a", Comparison: "NOT_EQUALS" },
          { Value: "IoT b", Comparison: "PREFIX_NOT_EQUALS" },
        ],
      },
    ],
    [
      "bounds of one number are one range, ranges are alternatives",
      query("and", any(is("Confidence", "between", "10..20"), is("Confidence", ">", "90"))),
      { Confidence: [{ Gte: 10, Lte: 20 }, { Gt: 90 }] },
    ],
    [
      "bounds given one by one hold together",
      query("and", is("Criticality", ">=", "5"), is("Criticality", "<", "9")),
      { Criticality: [{ Gte: 5, Lt: 9 }] },
    ],
    [
      "a disjunction of ranges of one field",
      query(
        "or",
        every(is("Confidence", ">=", "1"), is("Confidence", "<=", "2")),
        is("Confidence", "=", "7"),
      ),
      { Confidence: [{ Gte: 1, Lte: 2 }, { Eq: 7 }] },
    ],
    [
      "dates absolute and relative",
      query("and", is("CreatedAt", ">=", "2026-01-02"), is("UpdatedAt", "older than", "3")),
      {
        CreatedAt: [{ Start: "2026-01-02T00:00:00.000Z" }],
        UpdatedAt: [{ DateRange: { Value: 3, Unit: "DAYS", Comparison: "OLDER_THAN" } }],
      },
    ],
    [
      "maps, addresses, flags and words",
      query(
        "and",
        is("ResourceTags", "=", "site=Bern=1"),
        is("ResourceTags", "!:", "owner=lab"),
        is("NetworkSourceIpV4", "=", "10.0.0.0/8"),
        is("Sample", "=", "true"),
        is(undefined, ":", "broad access"),
      ),
      {
        ResourceTags: [
          { Key: "site", Value: "Bern=1", Comparison: "EQUALS" },
          { Key: "owner", Value: "lab", Comparison: "NOT_CONTAINS" },
        ],
        NetworkSourceIpV4: [{ Cidr: "10.0.0.0/8" }],
        Sample: [{ Value: true }],
        Keyword: [{ Value: "broad access" }],
      },
    ],
  ])("%s", (_, asked, filters) => {
    expect(compile(asked)).toEqual({ filters });
    expect(compile(decompile(filters).query)).toEqual({ filters });
  });
});

describe("what the API cannot express is refused", () => {
  it.each<[string, PropertyFilterProps.Query, RegExp]>([
    ["or between fields", query("or", is("Title", "=", "a"), is("Id", "=", "b")), /joined by "and" only/],
    [
      "or with an exclusion",
      query("and", any(is("Title", "=", "a"), is("Title", "!=", "b"))),
      /one side of an "or"/,
    ],
    [
      "equals with an exclusion",
      query("and", is("Title", "=", "a"), is("Title", "!=", "b")),
      /cannot be combined/,
    ],
    [
      "contains with equals",
      query("and", any(is("Title", ":", "a"), is("Title", "=", "b"))),
      /only be combined/,
    ],
    [
      "one bound twice",
      query("and", is("Confidence", ">", "1"), is("Confidence", ">", "2")),
      /same bound twice/,
    ],
    ["no number", query("and", is("Confidence", ">", "much")), /no number/],
    ["no date", query("and", is("CreatedAt", ">=", "soon")), /no date/],
    [
      "a date and days",
      query("and", is("CreatedAt", ">=", "2026-01-01"), is("CreatedAt", "within", "2")),
      /number of days/,
    ],
    ["a map without key", query("and", is("ResourceTags", "=", "site")), /key=value/],
    [
      "eleven fields",
      query(
        "and",
        ...Object.keys(filterKeys)
          .filter(key => filterKeys[key] === "text")
          .slice(0, 11)
          .map(key => is(key, "=", "a")),
      ),
      /At most 10/,
    ],
  ])("%s", (_, asked, why) => {
    expect(compile(asked).problem).toMatch(why);
  });

  it("unless joining by or would do, which is offered", () => {
    const asked = query("and", is("Title", ":", "a"), is("Region", "=", "r"), is("Title", ":", "b"));
    const refused = compile(asked);
    expect(refused.problem).toMatch(/more than once/);
    expect(compile(joinedByOr(asked, refused.problem ? (refused.join ?? "") : "")).filters?.Title).toEqual([
      { Value: "a", Comparison: "CONTAINS" },
      { Value: "b", Comparison: "CONTAINS" },
    ]);
  });

  it("and keys that criteria do not know", () => {
    expect(compile(query("and", is("Region", "=", "a")), "criteria").problem).toMatch(
      /cannot be a criterion/,
    );
  });
});

it("offers every key of the filter language", () => {
  expect(
    propertiesOf("filters")
      .map(({ key }) => key)
      .sort(),
  ).toEqual(
    Object.keys(filterKeys)
      .filter(key => key !== "Keyword")
      .sort(),
  );
  const labels = propertiesOf("filters").map(({ propertyLabel }) => propertyLabel);
  expect(new Set(labels).size).toBe(labels.length);
});
