// SPDX-License-Identifier: Apache-2.0

export interface TracedResource {
  pattern: string;
  /** Absent where a variable has no value: the pattern then matches nothing. */
  substituted?: string;
  matched: boolean;
}

export interface TracedCondition {
  operator: string;
  key: string;
  values: { value: string; substituted?: string }[];
  requestedValues: string[];
  matched: boolean;
}

export interface TracedStatement {
  sid?: string;
  line: number;
  column: number;
  effect: "Allow" | "Deny";
  notAction?: boolean;
  notResource?: boolean;
  actions: string[];
  actionMatched: boolean;
  resourceMatched: boolean;
  conditionsMatched: boolean;
  applies: boolean;
  decides: boolean;
  resources: TracedResource[];
  conditions?: TracedCondition[];
  missingContextValues?: string[];
}

export interface TracedPolicy {
  policyName: string;
  policyArn: string;
  policyVersionId: string;
  attachedTo?: string[];
  statements: TracedStatement[];
}

export interface TraceAnswer {
  authDecision: "ALLOWED" | "EXPLICIT_DENY" | "IMPLICIT_DENY";
  reason: string;
  thingName?: string;
  mayConnect?: boolean;
  contextValues?: Record<string, string[]>;
  missingContextValues?: string[];
  policies: TracedPolicy[];
}

/** The request that is traced; the input of TraceAuthorization without further context. */
export interface TraceQuestion {
  principal: string;
  clientId?: string;
  actionType: string;
  resource: string;
  policyNamesToAdd?: readonly string[];
  policyNamesToSkip?: readonly string[];
}
