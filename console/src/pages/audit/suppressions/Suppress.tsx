// SPDX-License-Identifier: Apache-2.0
import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { ActionModal } from "../../../ui/ActionModal";
import type { ResourceIdentifier } from "../types";
import { checkTitle, resourceName } from "../words";

interface SuppressProps {
  checkName: string;
  resourceIdentifier: ResourceIdentifier;
  onClose: () => void;
}

/** Accepts the fault of one resource, with a reason, until a day or for good. */
export function Suppress({ checkName, resourceIdentifier, onClose }: SuppressProps) {
  const [until, setUntil] = useState<"date" | "ever">("date");
  const [date, setDate] = useState("");
  const [description, setDescription] = useState("");
  const [clientRequestToken] = useState(() => crypto.randomUUID());
  const end =
    until === "ever"
      ? { suppressIndefinitely: true }
      : { expirationDate: date ? Math.floor(new Date(`${date}T23:59:59`).getTime() / 1000) : undefined };
  return (
    <ActionModal
      title="Suppress finding"
      action="Suppress"
      service="iot"
      operation="CreateAuditSuppression"
      input={{
        checkName,
        resourceIdentifier,
        ...end,
        description: description || undefined,
        clientRequestToken,
      }}
      ready={until === "ever" || date !== ""}
      done={() => "The finding is suppressed. It stays visible among the suppressed ones."}
      onClose={onClose}
    >
      <p>
        {checkTitle(checkName)}: {resourceName(resourceIdentifier)}
      </p>
      <FormField label="For how long">
        <RadioGroup
          value={until}
          onChange={({ detail }) => setUntil(detail.value as "date" | "ever")}
          items={[
            { value: "date", label: "Until the end of a day" },
            { value: "ever", label: "For good" },
          ]}
        />
      </FormField>
      {until === "date" && (
        <FormField label="Last day" constraintText="YYYY/MM/DD">
          <DatePicker
            value={date}
            onChange={({ detail }) => setDate(detail.value)}
            isDateEnabled={day => day.getTime() > Date.now() - 86_400_000}
            openCalendarAriaLabel={day => `Choose the last day${day ? `, now ${day}` : ""}`}
          />
        </FormField>
      )}
      <FormField label="Reason" description="Why the fault is accepted; others will want to know.">
        <Textarea value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
    </ActionModal>
  );
}
