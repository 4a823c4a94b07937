// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { optionsStatus } from "../../../ui/optionsStatus";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { changeInWords } from "./changeInWords";
import { orderOf } from "./order";
import type { MitigationActionName, RehearsedStep, Subjects } from "./types";

/** Chooses actions for findings or violations, shows what they would change, and starts them. */
export function Mitigate({ order: subjects, onClose }: { order: Subjects; onClose: () => void }) {
  const actions = useList<MitigationActionName>("iot", "ListMitigationActions", "actionIdentifiers");
  const [chosen, setChosen] = useState<string[]>([]);
  const [taskId] = useState(() => `console-${crypto.randomUUID()}`);
  const order = orderOf(subjects, chosen);
  const rehearsal = useList<RehearsedStep>(
    "fleetward",
    "RehearseMitigation",
    "steps",
    { order },
    {
      enabled: chosen.length > 0,
      atMost: 200,
    },
  );
  const count = subjects.kind === "AUDIT" ? subjects.findings.length : subjects.violationIds.length;
  const what = subjects.kind === "AUDIT" ? "finding" : "violation";
  return (
    <ActionModal<{ taskId: string }>
      title={`Mitigate ${count} ${what}${count === 1 ? "" : "s"}`}
      action="Start mitigation"
      service="fleetward"
      operation="StartMitigationTask"
      input={{ kind: subjects.kind, taskId, order, clientRequestToken: taskId }}
      ready={chosen.length > 0}
      done={() => (
        <>
          Mitigation started.{" "}
          <Link to={`/audit/mitigation/${subjects.kind.toLowerCase()}/${taskId}`} color="inverted">
            Follow it
          </Link>
          ; it can be undone there.
        </>
      )}
      onClose={onClose}
    >
      <FormField label="Actions" description="They run in this order on each.">
        <Multiselect
          options={(actions.data?.items ?? []).map(({ actionName }) => ({
            value: actionName,
            label: actionName,
          }))}
          selectedOptions={chosen.map(value => ({ value, label: value }))}
          onChange={({ detail }) => setChosen(detail.selectedOptions.map(({ value }) => value ?? ""))}
          {...optionsStatus(actions)}
          empty="No mitigation actions"
          placeholder="Choose actions"
        />
      </FormField>
      {actions.data?.items.length === 0 && (
        <Alert type="info">
          No mitigation action is defined yet. <Link to="/audit/mitigation">Create one</Link> first.
        </Alert>
      )}
      {rehearsal.error && <ProblemAlert problem={rehearsal.error} />}
      {chosen.length > 0 && !rehearsal.error && (
        <SpaceBetween size="xs">
          <Table<RehearsedStep>
            variant="embedded"
            header="What would happen"
            items={rehearsal.data?.items ?? []}
            loading={rehearsal.isPending}
            loadingText="Rehearsing"
            empty={<Empty title="Nothing would change" />}
            columnDefinitions={[
              { id: "subject", header: "On", cell: step => step.subjectId },
              { id: "action", header: "Action", cell: step => step.actionName },
              { id: "change", header: "Change", cell: foreseen },
            ]}
            wrapLines
          />
        </SpaceBetween>
      )}
    </ActionModal>
  );
}

function foreseen(step: RehearsedStep): string {
  if (step.refusal) return `Would be refused: ${step.refusal}`;
  if (step.skipped) return `Skipped: ${step.skipped}`;
  return (step.changes ?? []).map(({ change }) => changeInWords(change)).join("; ") || "None";
}
