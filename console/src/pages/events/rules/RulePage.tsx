// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useParams } from "react-router";
import { useList, useOperation } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Facts } from "../../../ui/Facts";
import { Json } from "../../../ui/Json";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { ResourceTable } from "../../../ui/ResourceTable";
import { kindOf, nameOf } from "../targets";
import { type BusRule, busToken, type FailedEntries, mustBeTaken, type Target } from "../types";
import { DeleteRuleModal } from "./DeleteRuleModal";
import { TargetModal } from "./TargetModal";
import { TestTargetModal } from "./TestTargetModal";

type Asked = { what: "add" | "delete" } | { what: "test" | "remove" | "edit"; target: Target };

/** One rule with its targets, each of which can be tried. */
export function RulePage() {
  const { bus = "default", name = "" } = useParams();
  const where = { Rule: name, EventBusName: bus };
  const rule = useOperation<BusRule>("events", "DescribeRule", { Name: name, EventBusName: bus });
  const targets = useList<Target>("events", "ListTargetsByRule", "Targets", where, { token: busToken });
  const [asked, setAsked] = useState<Asked>();
  const go = useGo();
  const close = () => setAsked(undefined);
  return (
    <Page
      title={name}
      above={[{ text: "Rules and targets", path: "/events/rules" }]}
      help={
        <p>
          A target gets every event that the rule picks. Test sends it one event at once, whether or not the
          rule is enabled, and shows what came of it.
        </p>
      }
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setAsked({ what: "delete" })}>Delete</Button>
          <Button
            onClick={() => go(`/events/rules/${encodeURIComponent(bus)}/${encodeURIComponent(name)}/edit`)}
          >
            Edit
          </Button>
        </SpaceBetween>
      }
    >
      {rule.error ? (
        <ProblemAlert problem={rule.error} retry={() => void rule.refetch()} />
      ) : (
        <SpaceBetween size="l">
          <Facts
            facts={[
              {
                label: "Status",
                value: (
                  <StatusIndicator type={rule.data?.State === "ENABLED" ? "success" : "stopped"}>
                    {rule.data?.State === "ENABLED" ? "Enabled" : "Disabled"}
                  </StatusIndicator>
                ),
              },
              { label: "Event bus", value: bus },
              { label: "Description", value: rule.data?.Description ?? "–" },
              { label: "ARN", value: <span className="id">{rule.data?.Arn}</span> },
              ...(rule.data?.ScheduleExpression
                ? [{ label: "Schedule", value: rule.data.ScheduleExpression }]
                : []),
            ]}
          />
          <ResourceTable<Target>
            title="Targets"
            name="targets"
            query={targets}
            idOf={({ Id }) => Id}
            selection="single"
            actions={([target]) => (
              <>
                <Button disabled={!target} onClick={() => target && setAsked({ what: "remove", target })}>
                  Remove
                </Button>
                <Button disabled={!target} onClick={() => target && setAsked({ what: "edit", target })}>
                  Edit target
                </Button>
                <Button disabled={!target} onClick={() => target && setAsked({ what: "test", target })}>
                  Test
                </Button>
                <Button onClick={() => setAsked({ what: "add" })}>Add target</Button>
              </>
            )}
            empty={<Empty title="No targets">Without a target the rule's events go nowhere.</Empty>}
            columns={[
              { id: "id", header: "ID", cell: target => target.Id, text: target => target.Id, width: 140 },
              {
                id: "kind",
                header: "Kind",
                cell: target => kindOf(target.Arn),
                text: target => kindOf(target.Arn),
                width: 180,
              },
              {
                id: "name",
                header: "Target",
                cell: target => nameOf(target.Arn),
                text: target => target.Arn,
              },
              {
                id: "input",
                header: "Sends",
                cell: target =>
                  target.InputTransformer
                    ? "A text made of the event"
                    : target.Input
                      ? "A fixed text"
                      : (target.InputPath ?? "The event"),
              },
              {
                id: "log",
                header: "Deliveries",
                cell: target => (
                  <Link
                    to={`/events/deliveries?bus=${encodeURIComponent(bus)}&rule=${encodeURIComponent(name)}&target=${encodeURIComponent(target.Id)}`}
                  >
                    See deliveries
                  </Link>
                ),
              },
            ]}
          />
          {rule.data?.EventPattern && <Json of={rule.data.EventPattern} name="Event pattern" />}
        </SpaceBetween>
      )}
      {(asked?.what === "add" || asked?.what === "edit") && (
        <TargetModal
          where={where}
          known={targets.data?.items ?? []}
          target={asked.what === "edit" ? asked.target : undefined}
          onClose={close}
        />
      )}
      {asked?.what === "test" && <TestTargetModal where={where} target={asked.target} onClose={close} />}
      {asked?.what === "remove" && (
        <ActionModal<FailedEntries>
          title={`Remove ${asked.target.Id}`}
          action="Remove"
          service="events"
          operation="RemoveTargets"
          input={{ ...where, Ids: [asked.target.Id] }}
          accept={mustBeTaken}
          done={() => `Removed the target ${asked.target.Id}.`}
          onClose={close}
        >
          {asked.target.Arn} gets no more events of this rule.
        </ActionModal>
      )}
      {asked?.what === "delete" && (
        <DeleteRuleModal bus={bus} name={name} onClose={close} onDone={() => go("/events/rules")} />
      )}
    </Page>
  );
}
