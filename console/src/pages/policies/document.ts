// SPDX-License-Identifier: Apache-2.0

/** One statement as the form shows it; conditions are written in JSON only. */
export interface StatementForm {
  effect: "Allow" | "Deny";
  actions: readonly string[];
  resources: string;
}

export const deviceActions = ["iot:Connect", "iot:Publish", "iot:Subscribe", "iot:Receive", "*"] as const;

/** Allows nothing: what a new policy is compared with. */
export const emptyDocument = '{"Version":"2012-10-17","Statement":[]}';

export const firstStatement: StatementForm = { effect: "Allow", actions: ["iot:Connect"], resources: "" };

export function documentOf(statements: readonly StatementForm[]): string {
  const written = statements.map(({ effect, actions, resources }) => ({
    Effect: effect,
    Action: oneOrMore(actions),
    Resource: oneOrMore(lines(resources)),
  }));
  return JSON.stringify({ Version: "2012-10-17", Statement: written }, null, 2);
}

/** The statements of a document, or undefined if the form cannot show all that it says. */
export function statementsOf(text: string): StatementForm[] | undefined {
  try {
    const document = JSON.parse(text) as { Version?: unknown; Statement?: unknown };
    const statements = ([] as unknown[]).concat(document.Statement ?? []);
    const shown = statements.map(statement => formOf(statement as Record<string, unknown>));
    return shown.every(one => one !== undefined) ? shown : undefined;
  } catch {
    return undefined;
  }
}

const known = new Set(["Sid", "Effect", "Action", "Resource"]);

function formOf(statement: Record<string, unknown>): StatementForm | undefined {
  const { Effect, Action, Resource } = statement;
  const actions = words(Action);
  const resources = words(Resource);
  if (Object.keys(statement).some(key => !known.has(key))) return undefined;
  if ((Effect !== "Allow" && Effect !== "Deny") || !actions || !resources) return undefined;
  return { effect: Effect, actions, resources: resources.join("\n") };
}

function words(value: unknown): string[] | undefined {
  const all = ([] as unknown[]).concat(value ?? []);
  return all.every(one => typeof one === "string") ? (all as string[]) : undefined;
}

const lines = (text: string) =>
  text
    .split("\n")
    .map(line => line.trim())
    .filter(line => line !== "");

const oneOrMore = (all: readonly string[]) => (all.length === 1 ? all[0] : all);

/** Why a text is no JSON object, in the words of the browser; undefined if it is one. */
export function jsonFault(text: string): string | undefined {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === "object" && document !== null && !Array.isArray(document)
      ? undefined
      : "A policy is a JSON object.";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of policies
const thingName = "${iot:Connection.Thing.ThingName}";

/** A resource that fits the actions, for who has written none yet. */
export function exampleResource(actions: readonly string[], account: string, region: string): string {
  const arn = (rest: string) => `arn:aws:iot:${region}:${account}:${rest}`;
  if (actions.includes("*")) return "*";
  if (actions.includes("iot:Connect")) return arn(`client/${thingName}`);
  if (actions.includes("iot:Subscribe")) return arn(`topicfilter/devices/${thingName}/*`);
  return arn(`topic/devices/${thingName}/*`);
}
