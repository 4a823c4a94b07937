// SPDX-License-Identifier: Apache-2.0
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { useRecent } from "../../../ui/useRecent";
import { TaskStatus } from "../results/TaskStatus";
import type { MitigationTask } from "./types";

const days = 89;

interface DetectTask {
  taskId: string;
  taskStatus: string;
  taskStartTime: number;
}

export function TasksTable() {
  const span = useRecent(days);
  const options = { live: ["audit", "alarm"] as const };
  const audit = useList<Omit<MitigationTask, "kind">>(
    "iot",
    "ListAuditMitigationActionsTasks",
    "tasks",
    span,
    options,
  );
  const detect = useList<DetectTask>("iot", "ListDetectMitigationActionsTasks", "tasks", span, options);
  const both = audit.data && detect.data;
  const items: MitigationTask[] = both
    ? [
        ...audit.data.items.map(task => ({ ...task, kind: "AUDIT" as const })),
        ...detect.data.items.map(({ taskId, taskStatus, taskStartTime }) => ({
          taskId,
          taskStatus,
          startTime: taskStartTime,
          kind: "DETECT" as const,
        })),
      ].sort((a, b) => (b.startTime ?? 0) - (a.startTime ?? 0))
    : [];
  return (
    <ResourceTable<MitigationTask>
      title="Mitigation tasks"
      name="tasks"
      query={{
        data: both && { items, complete: audit.data.complete && detect.data.complete },
        error: audit.error ?? detect.error,
        isPending: audit.isPending || detect.isPending,
        refetch: () => Promise.all([audit.refetch(), detect.refetch()]),
      }}
      idOf={task => `${task.kind} ${task.taskId}`}
      columns={[
        {
          id: "task",
          header: "Task",
          cell: task => (
            <Link to={`/audit/mitigation/${task.kind.toLowerCase()}/${task.taskId}`}>{task.taskId}</Link>
          ),
          text: task => task.taskId,
        },
        {
          id: "kind",
          header: "On",
          cell: task => (task.kind === "AUDIT" ? "Audit findings" : "Violations"),
          text: task => task.kind,
        },
        {
          id: "status",
          header: "Status",
          cell: task => <TaskStatus status={task.taskStatus} />,
          text: task => task.taskStatus,
        },
        {
          id: "start",
          header: "Started",
          cell: task => <Time at={task.startTime} />,
          text: task => task.startTime,
        },
      ]}
      empty={
        <Empty title="No mitigation tasks">
          Choose Mitigate on an audit finding or an alarm to start one.
        </Empty>
      }
    />
  );
}
