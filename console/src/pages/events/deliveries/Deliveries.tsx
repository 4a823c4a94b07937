// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { useUrlWords } from "../../../ui/urlState";
import { Result } from "../Result";
import { kindOf } from "../targets";
import { type BusRule, busToken, type Delivery, type Target } from "../types";

/** Milliseconds after which the log is looked at again. */
const pace = 5000;

/** The last attempts to deliver to one target of one rule. */
export function Deliveries() {
  const [words, setWords] = useUrlWords();
  const bus = words.get("bus") ?? "default";
  const rules = useList<BusRule>("events", "ListRules", "Rules", { EventBusName: bus }, { token: busToken });
  const rule = words.get("rule") ?? rules.data?.items[0]?.Name ?? "";
  const targets = useList<Target>(
    "events",
    "ListTargetsByRule",
    "Targets",
    { Rule: rule, EventBusName: bus },
    { token: busToken, enabled: rule !== "" },
  );
  const target = words.get("target") ?? targets.data?.items[0]?.Id ?? "";
  const known = targets.data?.items.some(({ Id }) => Id === target) ?? false;
  const log = useList<Delivery>(
    "fleetward",
    "ListEventDeliveries",
    "deliveries",
    { eventBusName: bus, ruleName: rule, targetId: target },
    { enabled: rule !== "" && known, every: pace, atMost: 500 },
  );
  const ruleOptions = (rules.data?.items ?? []).map(({ Name }) => ({ value: Name, label: Name }));
  const targetOptions = (targets.data?.items ?? []).map(({ Id, Arn }) => ({
    value: Id,
    label: Id,
    description: kindOf(Arn),
  }));
  const nothing = rules.data?.items.length === 0 || targets.data?.items.length === 0;
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="m">
        <FormField label="Rule">
          <Select
            selectedOption={ruleOptions.find(({ value }) => value === rule) ?? null}
            options={ruleOptions}
            placeholder="No rules"
            onChange={({ detail }) => setWords({ rule: detail.selectedOption.value, target: undefined })}
          />
        </FormField>
        <FormField label="Target">
          <Select
            selectedOption={targetOptions.find(({ value }) => value === target) ?? null}
            options={targetOptions}
            placeholder="No targets"
            onChange={({ detail }) => setWords({ target: detail.selectedOption.value })}
          />
        </FormField>
      </SpaceBetween>
      <ResourceTable<Delivery>
        title="Attempts"
        name="deliveries"
        query={{
          data: nothing ? { items: [], complete: true } : log.data,
          error: rules.error ?? targets.error ?? log.error,
          isPending: !nothing && log.isPending,
          refetch: log.refetch,
        }}
        idOf={one => `${one.eventId} ${one.attempt} ${one.at}`}
        empty={
          <Empty title="No attempts">Attempts appear when the rule picks an event for the target.</Empty>
        }
        columns={[
          { id: "at", header: "Time", cell: one => <Time at={one.at} />, text: one => one.at, width: 160 },
          {
            id: "result",
            header: "Result",
            cell: one => <Result of={one.result} />,
            text: one => one.result,
          },
          {
            id: "attempt",
            header: "Attempt",
            cell: one => one.attempt,
            text: one => one.attempt,
            width: 110,
          },
          { id: "detail", header: "Answer", cell: one => one.detail ?? "–", text: one => one.detail },
          {
            id: "duration",
            header: "Took",
            cell: one => (one.durationMillis === undefined ? "–" : `${one.durationMillis} ms`),
            text: one => one.durationMillis,
            width: 110,
          },
          { id: "event", header: "Event", cell: one => one.eventId, text: one => one.eventId },
        ]}
      />
    </SpaceBetween>
  );
}
