// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useOperation } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { CheckPicker } from "../CheckPicker";
import type { ScheduledAudit } from "../types";
import { useEnabledChecks } from "../useEnabledChecks";
import { dayName, daysOfWeek } from "./when";

const frequencies = [
  { value: "DAILY", label: "Every day" },
  { value: "WEEKLY", label: "Every week" },
  { value: "BIWEEKLY", label: "Every second week" },
  { value: "MONTHLY", label: "Every month" },
];

const daysOfMonth = [...Array.from({ length: 31 }, (_, i) => `${i + 1}`), "LAST"];

/** Creates a schedule, or changes the one of this name. */
export function EditSchedule({ name: existing, onClose }: { name?: string; onClose: () => void }) {
  const { enabled } = useEnabledChecks();
  const stored = useOperation<ScheduledAudit>(
    "iot",
    "DescribeScheduledAudit",
    { scheduledAuditName: existing },
    {
      enabled: existing !== undefined,
    },
  );
  const [name, setName] = useState(existing ?? "");
  const [changed, setChanged] = useState<Partial<ScheduledAudit>>({});
  const audit = { frequency: "DAILY", dayOfWeek: "MON", dayOfMonth: "1", ...stored.data, ...changed };
  const checks = audit.targetCheckNames ?? (existing ? [] : enabled);
  const change = (part: Partial<ScheduledAudit>) => setChanged(now => ({ ...now, ...part }));
  const weekly = audit.frequency === "WEEKLY" || audit.frequency === "BIWEEKLY";
  const monthly = audit.frequency === "MONTHLY";
  return (
    <ActionModal
      title={existing ? `Edit ${existing}` : "Create schedule"}
      action={existing ? "Save" : "Create"}
      service="iot"
      operation={existing ? "UpdateScheduledAudit" : "CreateScheduledAudit"}
      input={{
        scheduledAuditName: name,
        frequency: audit.frequency,
        ...(weekly ? { dayOfWeek: audit.dayOfWeek } : {}),
        ...(monthly ? { dayOfMonth: audit.dayOfMonth } : {}),
        targetCheckNames: checks,
      }}
      ready={name !== "" && checks.length > 0 && (!existing || stored.data !== undefined)}
      done={() => `Schedule ${name} is ${existing ? "saved" : "created"}.`}
      onClose={onClose}
    >
      {stored.error && <ProblemAlert problem={stored.error} />}
      <FormField label="Name">
        <Input
          value={name}
          disabled={existing !== undefined}
          onChange={({ detail }) => setName(detail.value)}
        />
      </FormField>
      <FormField label="How often">
        <Select
          options={frequencies}
          selectedOption={frequencies.find(({ value }) => value === audit.frequency) ?? null}
          onChange={({ detail }) =>
            change({ frequency: detail.selectedOption.value as ScheduledAudit["frequency"] })
          }
        />
      </FormField>
      {weekly && (
        <FormField label="Day of the week">
          <Select
            options={daysOfWeek.map(value => ({ value, label: dayName(value) }))}
            selectedOption={{ value: audit.dayOfWeek, label: dayName(audit.dayOfWeek) }}
            onChange={({ detail }) => change({ dayOfWeek: detail.selectedOption.value })}
          />
        </FormField>
      )}
      {monthly && (
        <FormField label="Day of the month">
          <Select
            options={daysOfMonth.map(value => ({ value, label: value === "LAST" ? "Last" : value }))}
            selectedOption={{
              value: audit.dayOfMonth,
              label: audit.dayOfMonth === "LAST" ? "Last" : audit.dayOfMonth,
            }}
            onChange={({ detail }) => change({ dayOfMonth: detail.selectedOption.value })}
          />
        </FormField>
      )}
      <FormField label="Checks" description="Only checks that the audit settings have enabled can run.">
        <CheckPicker
          checks={enabled}
          chosen={checks}
          onChange={targetCheckNames => change({ targetCheckNames })}
        />
      </FormField>
    </ActionModal>
  );
}
