// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useParams } from "react-router";
import { useOperation } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import type { AuditTaskDescription, CheckDetails, TaskStatistics } from "../types";
import { checkTitle } from "../words";
import { TaskStatus } from "./TaskStatus";

const pollMilliseconds = 1000;

/** What one audit found, check by check; follows it while it runs. */
export function ReportPage() {
  const { taskId = "" } = useParams();
  const [running, setRunning] = useState(true);
  const task = useOperation<AuditTaskDescription>(
    "iot",
    "DescribeAuditTask",
    { taskId },
    {
      live: ["audit"],
      every: running ? pollMilliseconds : false,
    },
  );
  const inProgress = task.data?.taskStatus === "IN_PROGRESS";
  if (task.data && running !== inProgress) setRunning(inProgress);
  const [canceling, setCanceling] = useState(false);
  const rows = Object.entries(task.data?.auditDetails ?? {}).map(([name, details]) => ({ name, ...details }));
  return (
    <Page
      title={`Audit ${taskId}`}
      above={[{ text: "Audit results", path: "/audit/results" }]}
      help={help}
      actions={
        <Button disabled={!inProgress} onClick={() => setCanceling(true)}>
          Cancel audit
        </Button>
      }
    >
      <SpaceBetween size="l">
        {task.error && <ProblemAlert problem={task.error} retry={() => task.refetch()} />}
        {task.data && (
          <Container>
            <SpaceBetween size="l">
              <KeyValuePairs
                columns={4}
                items={[
                  { label: "Status", value: <TaskStatus status={task.data.taskStatus} /> },
                  { label: "Started", value: <Time at={task.data.taskStartTime} /> },
                  { label: "Started by", value: task.data.scheduledAuditName ?? "On demand" },
                  { label: "Non-compliant checks", value: task.data.taskStatistics.nonCompliantChecks ?? 0 },
                ]}
              />
              {inProgress && (
                <ProgressBar label="Checks done" value={percentDone(task.data.taskStatistics)} />
              )}
            </SpaceBetween>
          </Container>
        )}
        {!(task.error && !task.data) && (
          <ResourceTable<CheckDetails & { name: string }>
            title="Checks"
            name="checks"
            query={{
              data: task.data && { items: rows, complete: true },
              error: task.error,
              isPending: task.isPending,
              refetch: task.refetch,
            }}
            idOf={check => check.name}
            columns={[
              {
                id: "check",
                header: "Check",
                cell: check => (
                  <Link to={`/audit/findings?taskId=${taskId}&checkName=${check.name}`}>
                    {checkTitle(check.name)}
                  </Link>
                ),
                text: check => checkTitle(check.name),
              },
              {
                id: "status",
                header: "Result",
                cell: check => <TaskStatus status={check.checkRunStatus} />,
                text: check => check.checkRunStatus,
              },
              {
                id: "failed",
                header: "Non-compliant resources",
                cell: check => check.nonCompliantResourcesCount ?? "–",
                text: check => check.nonCompliantResourcesCount,
              },
              {
                id: "suppressed",
                header: "Suppressed",
                cell: check => check.suppressedNonCompliantResourcesCount ?? "–",
                text: check => check.suppressedNonCompliantResourcesCount,
              },
              {
                id: "total",
                header: "Resources",
                cell: check => check.totalResourcesCount ?? "–",
                text: check => check.totalResourcesCount,
              },
              {
                id: "message",
                header: "Message",
                cell: check => check.message ?? "–",
                text: check => check.message,
              },
            ]}
            empty={<Empty title="No checks">This audit ran no check.</Empty>}
          />
        )}
      </SpaceBetween>
      {canceling && (
        <ActionModal
          title="Cancel audit"
          action="Cancel audit"
          service="iot"
          operation="CancelAuditTask"
          input={{ taskId }}
          done={() => `Audit ${taskId} is canceled.`}
          onClose={() => setCanceling(false)}
        >
          Checks that are done keep their results; the others are not run.
        </ActionModal>
      )}
    </Page>
  );
}

function percentDone(statistics: TaskStatistics): number {
  const total = statistics.totalChecks ?? 0;
  const open = (statistics.inProgressChecks ?? 0) + (statistics.waitingForDataCollectionChecks ?? 0);
  return total === 0 ? 0 : Math.round(((total - open) / total) * 100);
}

const help = (
  <p>
    Each check with how many resources it looked at and how many it found at fault. A check that failed could
    not be carried out; the reason stands beside it.
  </p>
);
