// SPDX-License-Identifier: Apache-2.0
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useChange, useList } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { useFlash } from "../../../ui/flash";
import type { Finding } from "../types";
import { counted } from "./told";

interface ActionTarget {
  ActionTargetArn: string;
  Name: string;
  Description: string;
}

/** One event goes out for each finding. */
const most = 20;

/** Sends the findings selected, or an insight's results, to the event bus by a custom action. */
export function CustomActionMenu({
  selected,
  insightArn,
}: {
  selected?: readonly Finding[];
  insightArn?: string;
}) {
  const targets = useList<ActionTarget>("securityhub", "DescribeActionTargets", "ActionTargets");
  const fire = useChange<{ eventCount: number }>("fleetward", "FireCustomAction");
  const flash = useFlash();
  const go = useGo();
  const count = selected?.length ?? 0;
  const why =
    insightArn !== undefined
      ? undefined
      : count === 0
        ? "Select findings first"
        : count > most
          ? `At most ${most} findings at once`
          : undefined;
  const run = async (arn: string) => {
    const what =
      insightArn === undefined
        ? { findingIdentifiers: selected?.map(({ Id, ProductArn }) => ({ id: Id, productArn: ProductArn })) }
        : { insightArn };
    const input = { actionTargetArn: arn, ...what };
    try {
      await fire.mutateAsync(input);
      const name = targets.data?.items.find(target => target.ActionTargetArn === arn)?.Name;
      flash.success(
        `Sent ${insightArn === undefined ? counted(count) : "the insight"} by the custom action ${name}.`,
        { service: "fleetward", operation: "FireCustomAction", input },
      );
    } catch (problem) {
      flash.failure(problem, "The custom action was not sent");
    }
  };
  const items = targets.data?.items ?? [];
  return (
    <ButtonDropdown
      loading={fire.isPending}
      items={[
        ...items.map(({ ActionTargetArn, Name, Description }) => ({
          id: ActionTargetArn,
          text: Name,
          secondaryText: Description,
          disabled: why !== undefined,
          disabledReason: why,
        })),
        { id: "manage", text: items.length === 0 ? "Create a custom action…" : "Manage custom actions" },
      ]}
      onItemClick={({ detail }) => {
        if (detail.id === "manage") go("/events/actions");
        else void run(detail.id);
      }}
    >
      Custom actions
    </ButtonDropdown>
  );
}
