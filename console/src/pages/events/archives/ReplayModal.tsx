// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { useScope } from "../../../session/scope";
import { ActionModal } from "../../../ui/ActionModal";
import { nameOf } from "../targets";
import { type BusRule, busToken } from "../types";
import type { Archive } from "./types";

const spans = [
  { value: "1", label: "Last hour" },
  { value: "24", label: "Last day" },
  { value: "168", label: "Last week" },
  { value: "720", label: "Last 30 days" },
];

/** Hands the events that an archive kept of a time to the rules once more. */
export function ReplayModal({ archive, onClose }: { archive: Archive; onClose: () => void }) {
  const { account, region } = useScope();
  const bus = nameOf(archive.EventSourceArn);
  const rules = useList<BusRule>("events", "ListRules", "Rules", { EventBusName: bus }, { token: busToken });
  const [name, setName] = useState(() => `replay-${Math.floor(Date.now() / 1000)}`);
  const [hours, setHours] = useState("24");
  const [end] = useState(() => Math.floor(Date.now() / 1000));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const options = (rules.data?.items ?? []).map(({ Arn, Name }) => ({ value: Arn, label: Name }));
  return (
    <ActionModal
      title={`Replay ${archive.ArchiveName}`}
      action="Start"
      service="events"
      operation="StartReplay"
      input={{
        ReplayName: name,
        EventSourceArn: `arn:${archive.EventSourceArn.split(":")[1]}:events:${region}:${account}:archive/${archive.ArchiveName}`,
        EventStartTime: end - Number(hours) * 3600,
        EventEndTime: end,
        Destination: {
          Arn: archive.EventSourceArn,
          ...(chosen.length > 0 ? { FilterArns: chosen } : {}),
        },
      }}
      ready={/^[.\-_A-Za-z0-9]{1,64}$/.test(name)}
      done={() => `Started the replay ${name}.`}
      onClose={onClose}
    >
      <FormField label="Name of the replay">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label="Events of">
        <Select
          options={spans}
          selectedOption={spans.find(({ value }) => value === hours) ?? null}
          onChange={({ detail }) => setHours(detail.selectedOption.value ?? hours)}
        />
      </FormField>
      <FormField label="Rules" description="Which rules are given the events. None chosen: all.">
        <Multiselect
          options={options}
          selectedOptions={options.filter(({ value }) => chosen.includes(value))}
          onChange={({ detail }) => setChosen(detail.selectedOptions.map(({ value }) => value ?? ""))}
          placeholder="All rules of the bus"
          empty="No rules"
        />
      </FormField>
    </ActionModal>
  );
}
