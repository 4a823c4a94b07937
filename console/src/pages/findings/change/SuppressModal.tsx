// SPDX-License-Identifier: Apache-2.0
import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { ActionModal } from "../../../ui/ActionModal";
import { Link } from "../../../ui/Link";
import { RulePreview } from "../../automation/RulePreview";
import { compile } from "../filter/compile";
import { decompile } from "../filter/decompile";
import { FindingFilter } from "../filter/FindingFilter";
import type { Filters } from "../filter/filters";
import { criteriaKeys } from "../filter/keys";
import type { Finding } from "../types";
import { counted } from "./told";

const spans = [
  { value: "", label: "Never" },
  { value: "1", label: "After 1 day" },
  { value: "7", label: "After 7 days" },
  { value: "30", label: "After 30 days" },
  { value: "90", label: "After 90 days" },
  { value: "date", label: "At the end of a day…" },
];

const daySeconds = 86_400;

/** Suppresses the findings selected, or all of a kind whether they are there or still to come. */
export function SuppressModal({
  selected,
  filters,
  onClose,
  onDone,
}: {
  selected: readonly Finding[];
  filters: Filters;
  onClose: () => void;
  onDone: () => void;
}) {
  const [scope, setScope] = useState(selected.length > 0 ? "selected" : "criteria");
  const [criteria, setCriteria] = useState<Filters>(() => startOf(selected, filters));
  const [reason, setReason] = useState("");
  const [span, setSpan] = useState("30");
  const [day, setDay] = useState("");
  const expiresAt = expiry(span, day);
  const isOfKind = scope === "criteria";
  const input = {
    reason: reason.trim(),
    ...(isOfKind
      ? { criteria }
      : { findingIdentifiers: selected.map(({ Id, ProductArn }) => ({ id: Id, productArn: ProductArn })) }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  return (
    <ActionModal
      title="Suppress findings"
      action="Suppress"
      service="fleetward"
      operation="CreateFindingSuppression"
      input={input}
      ready={
        reason.trim() !== "" &&
        (span !== "date" || day !== "") &&
        (!isOfKind || Object.keys(criteria).length > 0)
      }
      done={() => (
        <>
          The suppression is being applied. <Link to="/findings/suppressions">See suppressions</Link>
        </>
      )}
      onDone={onDone}
      onClose={onClose}
    >
      <RadioGroup
        value={scope}
        onChange={({ detail }) => setScope(detail.value)}
        items={[
          {
            value: "selected",
            label: `Only the ${counted(selected.length)} selected`,
            disabled: selected.length === 0,
          },
          {
            value: "criteria",
            label: "All that meet criteria",
            description: "Those that are there and those still to come.",
          },
        ]}
      />
      {isOfKind && (
        <SpaceBetween size="m">
          <FindingFilter filters={criteria} onChange={setCriteria} language="criteria" label="Criteria" />
          <RulePreview input={{ criteria }} />
        </SpaceBetween>
      )}
      <FormField label="Reason" constraintText="Up to 1024 characters.">
        <Textarea
          value={reason}
          rows={2}
          onChange={({ detail }) => setReason(detail.value.slice(0, 1024))}
          placeholder="Accepted until the new firmware is out"
        />
      </FormField>
      <FormField label="Ends" description="Then the findings have their former workflow status again.">
        <Select
          selectedOption={spans.find(({ value }) => value === span) ?? null}
          options={spans}
          onChange={({ detail }) => setSpan(detail.selectedOption.value ?? "")}
        />
      </FormField>
      {span === "date" && (
        <FormField label="Last day">
          <DatePicker
            value={day}
            onChange={({ detail }) => setDay(detail.value)}
            placeholder="YYYY/MM/DD"
            locale="en-GB"
            isDateEnabled={date => date.getTime() > Date.now() - daySeconds * 1000}
          />
        </FormField>
      )}
    </ActionModal>
  );
}

/** What distinguishes the one finding selected; else what the filter has that criteria may have. */
function startOf(selected: readonly Finding[], filters: Filters): Filters {
  const [only, more] = selected;
  if (only && !more)
    return {
      ProductArn: [{ Value: only.ProductArn, Comparison: "EQUALS" }],
      Title: [{ Value: only.Title, Comparison: "EQUALS" }],
    };
  const known = Object.entries(filters).filter(
    ([key]) => criteriaKeys.includes(key) && key !== "WorkflowStatus",
  );
  return compile(decompile(Object.fromEntries(known)).query, "criteria").filters ?? {};
}

function expiry(span: string, day: string): number | undefined {
  if (span === "") return undefined;
  if (span === "date") return day === "" ? undefined : Math.floor(Date.parse(`${day}T23:59:59`) / 1000);
  return Math.floor(Date.now() / 60_000) * 60 + Number(span) * daySeconds;
}
