// SPDX-License-Identifier: Apache-2.0
import Header from "@cloudscape-design/components/header";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import Table from "@cloudscape-design/components/table";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Time } from "../../../ui/Time";
import { TaskStatus } from "../../audit/results/TaskStatus";

interface Summary {
  behaviorName: string;
  trainingDataCollectionStartDate?: number;
  modelStatus: "PENDING_BUILD" | "ACTIVE" | "EXPIRED";
  datapointsCollectionPercentage?: number;
  lastModelRefreshDate?: number;
}

/** How far the models of the learned behaviors are. */
export function Training({ profile }: { profile: string }) {
  const summaries = useList<Summary>("iot", "GetBehaviorModelTrainingSummaries", "summaries", {
    securityProfileName: profile,
  });
  if (summaries.error && !summaries.data) {
    return <ProblemAlert problem={summaries.error} retry={() => summaries.refetch()} />;
  }
  return (
    <Table<Summary>
      header={<Header variant="h2">Learned models</Header>}
      loading={summaries.isPending}
      loadingText="Loading models"
      items={summaries.data?.items ?? []}
      columnDefinitions={[
        { id: "behavior", header: "Behavior", cell: one => one.behaviorName },
        { id: "status", header: "Model", cell: one => <TaskStatus status={one.modelStatus} /> },
        {
          id: "collected",
          header: "Datapoints collected",
          cell: one => (
            <ProgressBar value={one.datapointsCollectionPercentage ?? 0} ariaLabel="Datapoints collected" />
          ),
        },
        {
          id: "since",
          header: "Learning since",
          cell: one => <Time at={one.trainingDataCollectionStartDate} />,
        },
        { id: "refresh", header: "Last refresh", cell: one => <Time at={one.lastModelRefreshDate} /> },
      ]}
      empty={<Empty title="No models yet" />}
    />
  );
}
