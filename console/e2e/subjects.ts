// SPDX-License-Identifier: Apache-2.0
import { expect } from "@playwright/test";
import type { Api } from "./api";

/** What fills the placeholders of a page's path: something that the server has, made if it has none yet. */
export type Subject = (api: Api) => Promise<Record<string, string>>;

const day = 86_400;
const now = () => Math.floor(Date.now() / 1000);
const recent = () => ({ startTime: now() - 80 * day, endTime: now() + day });

/** The first of what is listed, as soon as there is one. */
async function first<T>(list: () => Promise<readonly T[]>): Promise<T> {
  let found: T | undefined;
  await expect(async () => {
    [found] = await list();
    expect(found).toBeDefined();
  }).toPass({ timeout: 60_000 });
  return found as T;
}

interface AuditFinding {
  findingId: string;
  checkName: string;
}

/** Of an audit that has ended: what is found continuously goes as soon as an audit finds it again. */
const auditFindings = (api: Api) => async () => {
  const input = { ...recent(), taskStatus: "COMPLETED" };
  const { tasks } = await api<{ tasks: { taskId: string }[] }>("iot", "ListAuditTasks", input);
  if (!tasks[0]) return [];
  const { taskId } = tasks[0];
  return (await api<{ findings: AuditFinding[] }>("iot", "ListAuditFindings", { taskId })).findings;
};

export const certificate: Subject = async api => {
  const { certificates } = await api<{ certificates: { certificateId: string }[] }>(
    "iot",
    "ListCertificates",
    { pageSize: 1 },
  );
  return { id: certificates[0]?.certificateId ?? "" };
};

export const auditTask: Subject = async api => {
  const { taskId } = await first(
    async () => (await api<{ tasks: { taskId: string }[] }>("iot", "ListAuditTasks", recent())).tasks,
  );
  return { taskId };
};

export const auditFinding: Subject = async api => {
  const { findingId } = await first(auditFindings(api));
  return { findingId };
};

export const violation: Subject = async api => {
  interface Violation {
    violationId: string;
    thingName: string;
    securityProfileName: string;
  }
  const { violationId, thingName, securityProfileName } = await first(
    async () =>
      (await api<{ activeViolations: Violation[] }>("iot", "ListActiveViolations")).activeViolations,
  );
  return { violationId, thingName, securityProfileName };
};

/** A mitigation that changes nothing: the things of a certificate that expires are in their group already. */
export const mitigationTask: Subject = async api => {
  const kind = "AUDIT";
  const taskId = "console-tests";
  const actionName = "KeepInGroup";
  interface Tasks {
    tasks: { taskId: string }[];
  }
  const { tasks } = await api<Tasks>("iot", "ListAuditMitigationActionsTasks", recent());
  if (tasks.every(task => task.taskId !== taskId)) {
    const { actionIdentifiers } = await api<{ actionIdentifiers: { actionName: string }[] }>(
      "iot",
      "ListMitigationActions",
    );
    if (actionIdentifiers.every(action => action.actionName !== actionName)) {
      await api("iot", "CreateMitigationAction", {
        actionName,
        roleArn: "arn:aws:iam::000000000000:role/Mitigation",
        actionParams: { addThingsToThingGroupParams: { thingGroupNames: ["thermostats"] } },
      });
    }
    const checkName = "DEVICE_CERTIFICATE_EXPIRING_CHECK";
    const { findingId } = await first(async () =>
      (await auditFindings(api)()).filter(finding => finding.checkName === checkName),
    );
    const audit = {
      target: { findingIds: [findingId] },
      auditCheckToActionsMapping: { [checkName]: [actionName] },
    };
    await api("fleetward", "StartMitigationTask", {
      kind,
      taskId,
      order: { audit },
      clientRequestToken: taskId,
    });
  }
  return { kind: kind.toLowerCase(), taskId };
};

export const insight: Subject = async api => {
  const { Insights } = await api<{ Insights: { InsightArn: string }[] }>("securityhub", "GetInsights");
  const own = Insights.find(({ InsightArn }) => InsightArn.includes("/custom/"));
  if (own) return { arn: own.InsightArn };
  const { InsightArn } = await api<{ InsightArn: string }>("securityhub", "CreateInsight", {
    Name: "Of the tests",
    Filters: { RecordState: [{ Value: "ACTIVE", Comparison: "EQUALS" }] },
    GroupByAttribute: "ResourceId",
  });
  return { arn: InsightArn };
};

export const standard: Subject = async api => {
  const { Standards } = await api<{ Standards: { StandardsArn: string }[] }>(
    "securityhub",
    "DescribeStandards",
  );
  return { arn: Standards[0]?.StandardsArn ?? "" };
};

export const automationRule: Subject = async api => {
  interface Rules {
    AutomationRulesMetadata: { RuleArn: string }[];
  }
  const [rule] = (await api<Rules>("securityhub", "ListAutomationRules")).AutomationRulesMetadata;
  if (rule) return { arn: rule.RuleArn };
  const { RuleArn } = await api<{ RuleArn: string }>("securityhub", "CreateAutomationRule", {
    RuleName: "Of the tests",
    RuleOrder: 900,
    RuleStatus: "DISABLED",
    Description: "Hits nothing.",
    Criteria: { Title: [{ Value: "Nothing is called this", Comparison: "EQUALS" }] },
    Actions: [
      {
        Type: "FINDING_FIELDS_UPDATE",
        FindingFieldsUpdate: { Note: { Text: "Never", UpdatedBy: "tests" } },
      },
    ],
  });
  return { arn: RuleArn };
};

export const correlationRule: Subject = async api => {
  const [rule] = (await api<{ rules: { ruleId: string }[] }>("fleetward", "ListCorrelationRules")).rules;
  if (rule) return { ruleId: rule.ruleId };
  const titled = (word: string) => ({
    name: word,
    filters: { Title: [{ Value: word, Comparison: "PREFIX" }] },
  });
  const { ruleId } = await api<{ ruleId: string }>("fleetward", "CreateCorrelationRule", {
    name: "Of the tests",
    parts: [titled("One"), titled("Other")],
    joinedBy: "RESOURCE_ID",
    withinSeconds: 3600,
    title: "Both",
    severity: "LOW",
  });
  return { ruleId };
};

export const eventRule: Subject = async api => {
  const Name = "of-the-tests";
  await api("events", "PutRule", { Name, EventPattern: '{"source":["of.the.tests"]}' });
  return { bus: "default", name: Name };
};

/** A finding, as the findings page names the one that is open. */
export const finding: Subject = async api => {
  interface Page {
    Findings: { Id: string; ProductArn: string }[];
  }
  const { Id, ProductArn } = await first(
    async () => (await api<Page>("securityhub", "GetFindings", { MaxResults: 1 })).Findings,
  );
  return { id: Id, product: ProductArn };
};
