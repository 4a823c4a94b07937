// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import { useRecent } from "../../../ui/useRecent";
import type { AuditTask } from "../types";
import { RunAudit } from "./RunAudit";
import { TaskStatus } from "./TaskStatus";

const days = 89;

/** The audits of the last three months. */
export function ResultsPage() {
  const span = useRecent(days);
  const tasks = useList<AuditTask>("iot", "ListAuditTasks", "tasks", span, { live: ["audit"] });
  const [running, setRunning] = useState(false);
  const go = useGo();
  const run = (
    <Button variant="primary" onClick={() => setRunning(true)}>
      Run audit now
    </Button>
  );
  return (
    <Page title="Audit results" above={[{ text: "Audit", path: "/audit/results" }]} headless help={help}>
      <ResourceTable<AuditTask>
        title="Audit results"
        name="tasks"
        headingLevel="h1"
        info
        query={tasks}
        description="Audits of the last three months, newest first."
        idOf={task => task.taskId}
        columns={[
          {
            id: "task",
            header: "Audit",
            cell: task => <Link to={`/audit/results/${task.taskId}`}>{task.taskId}</Link>,
            text: task => task.taskId,
          },
          { id: "type", header: "Started by", cell: startedBy, text: startedBy },
          {
            id: "status",
            header: "Status",
            cell: task => <TaskStatus status={task.taskStatus} />,
            text: task => task.taskStatus,
          },
        ]}
        empty={
          <Empty title="No audits" action={run}>
            An audit checks the account, its policies, certificates and devices against the checks that are
            enabled.
          </Empty>
        }
        actions={() => run}
      />
      {running && (
        <RunAudit onClose={() => setRunning(false)} onStarted={taskId => go(`/audit/results/${taskId}`)} />
      )}
    </Page>
  );
}

const startedBy = (task: AuditTask) => (task.taskType === "SCHEDULED_AUDIT_TASK" ? "Schedule" : "On demand");

const help = (
  <p>
    Each audit runs its checks once and reports the resources that do not comply. Faults reach the hub as
    findings within seconds. The continuous audit judges every change of a policy or certificate at once,
    without an audit of its own.
  </p>
);
