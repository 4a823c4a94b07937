// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import { useUrlState } from "../../../ui/urlState";
import { type BusRule, busToken } from "../types";
import { DeleteRuleModal } from "./DeleteRuleModal";

/** Rules of the event buses: which events go to which targets. */
export function RulesPage() {
  const [bus = "default", setBus] = useUrlState("bus");
  const buses = useList<{ Name: string }>("events", "ListEventBuses", "EventBuses", {}, { token: busToken });
  const query = useList<BusRule>("events", "ListRules", "Rules", { EventBusName: bus }, { token: busToken });
  const [asked, setAsked] = useState<{ what: "delete" | "toggle"; rule: BusRule }>();
  const go = useGo();
  const pageOf = (name: string) => `/events/rules/${encodeURIComponent(bus)}/${encodeURIComponent(name)}`;
  const options = (buses.data?.items ?? [{ Name: bus }]).map(({ Name }) => ({ value: Name, label: Name }));
  return (
    <Page
      title="Rules and targets"
      headless
      help={
        <>
          <p>
            Whatever happens is an event on the default bus: a finding that changed, an alarm, an audit that
            ended. A rule picks events by a pattern, or makes them by a schedule, and hands them to targets.
          </p>
          <p>
            Targets are topics, chat channels, mailboxes, web servers, MQTT topics, mitigation actions, other
            buses.
          </p>
        </>
      }
    >
      <ResourceTable<BusRule>
        title="Rules"
        name="busRules"
        headingLevel="h1"
        variant="full-page"
        info
        query={query}
        idOf={({ Arn }) => Arn}
        selection="single"
        actions={([rule]) => (
          <>
            <Select
              inlineLabelText="Event bus"
              selectedOption={options.find(({ value }) => value === bus) ?? { value: bus, label: bus }}
              options={options}
              onChange={({ detail }) => setBus(detail.selectedOption.value)}
            />
            <Button disabled={!rule} onClick={() => rule && setAsked({ what: "toggle", rule })}>
              {rule?.State === "DISABLED" ? "Enable" : "Disable"}
            </Button>
            <Button disabled={!rule} onClick={() => rule && setAsked({ what: "delete", rule })}>
              Delete
            </Button>
            <Button
              variant="primary"
              onClick={() => go(`/events/rules/create?bus=${encodeURIComponent(bus)}`)}
            >
              Create rule
            </Button>
          </>
        )}
        empty={
          <Empty title="No rules">
            A rule hands events to targets, for instance critical findings to a channel of Slack.
          </Empty>
        }
        columns={[
          {
            id: "name",
            header: "Name",
            cell: rule => <Link to={pageOf(rule.Name)}>{rule.Name}</Link>,
            text: rule => rule.Name,
          },
          {
            id: "state",
            header: "Status",
            cell: rule => (
              <StatusIndicator type={rule.State === "ENABLED" ? "success" : "stopped"}>
                {rule.State === "ENABLED" ? "Enabled" : "Disabled"}
              </StatusIndicator>
            ),
            text: rule => rule.State,
            width: 130,
          },
          {
            id: "kind",
            header: "Kind",
            cell: rule => (rule.ScheduleExpression ? "Schedule" : "Pattern"),
            text: rule => (rule.ScheduleExpression ? "Schedule" : "Pattern"),
            width: 120,
          },
          {
            id: "when",
            header: "Events",
            cell: rule => rule.ScheduleExpression ?? rule.EventPattern,
            text: rule => rule.ScheduleExpression ?? rule.EventPattern,
            width: 420,
          },
          {
            id: "description",
            header: "Description",
            cell: rule => rule.Description ?? "–",
            text: rule => rule.Description,
          },
        ]}
      />
      {asked?.what === "delete" && (
        <DeleteRuleModal bus={bus} name={asked.rule.Name} onClose={() => setAsked(undefined)} />
      )}
      {asked?.what === "toggle" && (
        <ActionModal
          title={`${asked.rule.State === "ENABLED" ? "Disable" : "Enable"} ${asked.rule.Name}`}
          action={asked.rule.State === "ENABLED" ? "Disable" : "Enable"}
          service="events"
          operation={asked.rule.State === "ENABLED" ? "DisableRule" : "EnableRule"}
          input={{ Name: asked.rule.Name, EventBusName: bus }}
          done={() => `Changed the rule ${asked.rule.Name}.`}
          onClose={() => setAsked(undefined)}
        >
          {asked.rule.State === "ENABLED"
            ? "Its targets get no more events."
            : "Its targets get the events that come from now on."}
        </ActionModal>
      )}
    </Page>
  );
}
