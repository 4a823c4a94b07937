// SPDX-License-Identifier: Apache-2.0
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useChange } from "../../../api/operation";
import { useFlash } from "../../../ui/flash";
import { words } from "../labels";
import { type BatchUpdateAnswer, type Finding, identifierOf } from "../types";
import { told } from "./told";

const statuses = ["NEW", "NOTIFIED", "RESOLVED", "SUPPRESSED"];

/** Sets the workflow status of the findings selected, at once as the AWS console does. */
export function WorkflowMenu({ selected, onDone }: { selected: readonly Finding[]; onDone: () => void }) {
  const change = useChange<BatchUpdateAnswer>("securityhub", "BatchUpdateFindings");
  const flash = useFlash();
  const set = async (status: string) => {
    const input = { FindingIdentifiers: selected.map(identifierOf), Workflow: { Status: status } };
    try {
      const answer = await change.mutateAsync(input);
      flash.success(`${told(answer)} Workflow status: ${words(status)}.`, {
        service: "securityhub",
        operation: "BatchUpdateFindings",
        input,
      });
      onDone();
    } catch (problem) {
      flash.failure(problem, "The workflow status was not changed");
    }
  };
  return (
    <ButtonDropdown
      disabled={selected.length === 0}
      loading={change.isPending}
      items={statuses.map(id => ({ id, text: words(id) }))}
      onItemClick={({ detail }) => void set(detail.id)}
    >
      Workflow status
    </ButtonDropdown>
  );
}
