// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { useState } from "react";
import { useScope } from "../../session/scope";
import { useSession } from "../../session/session";
import { ActionModal } from "../../ui/ActionModal";
import type { Aggregator } from "./types";

const modes = [
  { value: "ALL_REGIONS", label: "All regions", description: "Also those that come later." },
  { value: "ALL_REGIONS_EXCEPT_SPECIFIED", label: "All regions but some" },
  { value: "SPECIFIED_REGIONS", label: "Some regions" },
];

/** Links regions to this one, or changes which are linked. */
export function AggregatorModal({ start, onClose }: { start?: Aggregator; onClose: () => void }) {
  const { region } = useScope();
  const session = useSession();
  const [mode, setMode] = useState(start?.RegionLinkingMode ?? "ALL_REGIONS");
  const [regions, setRegions] = useState<readonly string[]>(start?.Regions ?? []);
  const home = start?.FindingAggregationRegion ?? region;
  const isAll = mode === "ALL_REGIONS";
  const options = session.regions.filter(one => one !== home).map(value => ({ value, label: value }));
  return (
    <ActionModal
      title={start ? "Linked regions" : `Link regions to ${region}`}
      action={start ? "Save" : "Link"}
      service="securityhub"
      operation={start ? "UpdateFindingAggregator" : "CreateFindingAggregator"}
      input={{
        FindingAggregatorArn: start?.FindingAggregatorArn,
        RegionLinkingMode: mode,
        Regions: isAll ? undefined : regions,
      }}
      ready={isAll || regions.length > 0}
      done={() => `${home} sees the findings of the linked regions.`}
      onClose={onClose}
    >
      <RadioGroup value={mode} items={modes} onChange={({ detail }) => setMode(detail.value)} />
      {!isAll && (
        <FormField label={mode === "SPECIFIED_REGIONS" ? "Regions" : "All regions but"}>
          <Multiselect
            selectedOptions={regions.map(value => ({ value, label: value }))}
            options={options}
            placeholder="Choose regions"
            onChange={({ detail }) => setRegions(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
          />
        </FormField>
      )}
    </ActionModal>
  );
}
