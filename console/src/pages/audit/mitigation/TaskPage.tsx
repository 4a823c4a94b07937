// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useParams } from "react-router";
import { useList, useOperation } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { TaskStatus } from "../results/TaskStatus";
import { changeInWords } from "./changeInWords";
import type { MitigationChange, MitigationProgress } from "./types";

const pollMilliseconds = 1000;

/** One mitigation: its progress, every change it made, and the way back. */
export function TaskPage() {
  const { kind: path = "audit", taskId = "" } = useParams();
  const kind = path.toUpperCase();
  const [running, setRunning] = useState(true);
  const every = running ? pollMilliseconds : false;
  const task = useOperation<MitigationProgress>(
    "fleetward",
    "DescribeMitigationTask",
    { kind, taskId },
    { every },
  );
  const changes = useList<MitigationChange>(
    "fleetward",
    "ListMitigationChanges",
    "changes",
    { kind, taskId },
    { every },
  );
  const inProgress = task.data?.status === "IN_PROGRESS";
  if (task.data && running !== inProgress) setRunning(inProgress);
  const [undoing, setUndoing] = useState(false);
  const undoable = changes.data?.items.some(change => !change.undone && change.undoes === undefined) ?? false;
  const executions = task.data?.executions;
  return (
    <Page
      title={`Mitigation ${taskId}`}
      above={[{ text: "Mitigation", path: "/audit/mitigation" }]}
      help={help}
      actions={
        <Button disabled={inProgress || !undoable} onClick={() => setUndoing(true)}>
          Undo
        </Button>
      }
    >
      <SpaceBetween size="l">
        {task.error && !task.data && <ProblemAlert problem={task.error} retry={() => task.refetch()} />}
        {task.data && executions && (
          <Container>
            <SpaceBetween size="l">
              <KeyValuePairs
                columns={4}
                items={[
                  { label: "Status", value: <TaskStatus status={task.data.status} /> },
                  { label: "Started", value: <Time at={task.data.startTime} /> },
                  { label: "Started by", value: task.data.startedBy ?? "–" },
                  { label: "Ended", value: <Time at={task.data.endTime} /> },
                  { label: "Succeeded", value: executions.succeeded },
                  { label: "Failed", value: executions.failed },
                  { label: "Skipped", value: executions.skipped },
                  { label: "Canceled", value: executions.canceled },
                ]}
              />
              {task.data.reason && <Alert type="warning">{task.data.reason}</Alert>}
              {inProgress && <ProgressBar label="Done" value={percent(executions)} />}
            </SpaceBetween>
          </Container>
        )}
        <ResourceTable<MitigationChange>
          title="Changes"
          name="changes"
          query={changes}
          idOf={change => `${change.sequence}`}
          columns={[
            {
              id: "time",
              header: "Time",
              cell: change => <Time at={change.time} />,
              text: change => change.time,
            },
            { id: "on", header: "On", cell: change => change.subjectId, text: change => change.subjectId },
            {
              id: "action",
              header: "Action",
              cell: change => change.actionName,
              text: change => change.actionName,
            },
            {
              id: "change",
              header: "Change",
              cell: change => changeInWords(change.change),
              text: change => change.change,
            },
            { id: "by", header: "By", cell: change => change.actor, text: change => change.actor },
            {
              id: "undone",
              header: "Undone",
              cell: change => (change.undone ? "Yes" : "No"),
              text: change => (change.undone ? "yes" : "no"),
            },
          ]}
          empty={<Empty title="No changes">This task has changed nothing.</Empty>}
        />
      </SpaceBetween>
      {undoing && (
        <ActionModal<{ changes?: { refusal?: string }[] }>
          title="Undo this mitigation"
          action="Undo"
          service="fleetward"
          operation="UndoMitigationTask"
          input={{ kind, taskId }}
          done={({ changes: undone = [] }) => {
            const refused = undone.filter(({ refusal }) => refusal).length;
            return `${undone.length - refused} changes are undone${refused ? `, ${refused} could not be` : ""}.`;
          }}
          onClose={() => setUndoing(false)}
        >
          Every change that nobody has changed since is taken back.
        </ActionModal>
      )}
    </Page>
  );
}

const percent = ({ total, succeeded, failed, skipped, canceled }: MitigationProgress["executions"]) =>
  total === 0 ? 0 : Math.round(((succeeded + failed + skipped + canceled) / total) * 100);

const help = (
  <p>
    What was done to which resource, and what came of it. Undo puts back what was there before, where nobody
    has changed it since.
  </p>
);
