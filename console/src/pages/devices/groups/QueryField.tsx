// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useState } from "react";
import { FleetIndexProblem, useFleetSearch } from "../fleetIndex";

const quietMilliseconds = 400;
const shown = 5;

/** The query of a dynamic group, with what it finds now. */
export function QueryField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value.trim()), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  const found = useFleetSearch(settled, 100);
  const things = found.data?.items ?? [];
  return (
    <SpaceBetween size="xs">
      <FormField label="Query" constraintText="For example thingTypeName:pump AND attributes.site:berlin.">
        <Input value={value} onChange={({ detail }) => onChange(detail.value)} spellcheck={false} />
      </FormField>
      {settled === "" ? null : found.error ? (
        <FleetIndexProblem problem={found.error} />
      ) : found.isPending ? (
        <StatusIndicator type="loading">Searching</StatusIndicator>
      ) : (
        <Box variant="small">
          Finds {found.data.complete ? things.length : `more than ${things.length}`}{" "}
          {things.length === 1 ? "thing" : "things"} now
          {things.length > 0 &&
            `: ${things
              .slice(0, shown)
              .map(thing => thing.thingName)
              .join(", ")}`}
          {things.length > shown && ", …"}
        </Box>
      )}
    </SpaceBetween>
  );
}
