// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useOperation } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Time } from "../../ui/Time";
import { useRecent } from "../../ui/useRecent";
import type { AuditTask, AuditTaskDescription } from "../audit/types";

const days = 89;

/** How the last audit ended. */
export function AuditCard() {
  const span = useRecent(days);
  const tasks = useOperation<{ tasks: AuditTask[] }>(
    "iot",
    "ListAuditTasks",
    { ...span, taskStatus: "COMPLETED", maxResults: 1 },
    { live: ["audit"] },
  );
  const last = tasks.data?.tasks[0]?.taskId;
  const task = useOperation<AuditTaskDescription>(
    "iot",
    "DescribeAuditTask",
    { taskId: last },
    {
      enabled: last !== undefined,
    },
  );
  const statistics = task.data?.taskStatistics;
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<Link to="/audit/results">All audits</Link>}>
          Last audit
        </Header>
      }
    >
      {tasks.error && !tasks.data && <ProblemAlert problem={tasks.error} retry={() => tasks.refetch()} />}
      {tasks.data && !last && (
        <Empty title="No audit has ended yet">
          <Link to="/audit/results">Run one</Link>: it takes seconds.
        </Empty>
      )}
      {statistics && (
        <KeyValuePairs
          columns={3}
          items={[
            {
              label: "Non-compliant checks",
              value: (
                <Link to={`/audit/results/${last}`} fontSize="display-l">
                  {statistics.nonCompliantChecks ?? 0}
                </Link>
              ),
            },
            {
              label: "Compliant checks",
              value: <Box fontSize="display-l">{statistics.compliantChecks ?? 0}</Box>,
            },
            { label: "Started", value: <Time at={task.data?.taskStartTime} /> },
          ]}
        />
      )}
    </Container>
  );
}
