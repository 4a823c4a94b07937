// SPDX-License-Identifier: Apache-2.0
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import type { Qos } from "./types";

export function QosChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Qos;
  onChange: (qos: Qos) => void;
}) {
  return (
    <SegmentedControl
      label={label}
      selectedId={`${value}`}
      onChange={({ detail }) => onChange(detail.selectedId === "1" ? 1 : 0)}
      options={[
        { id: "0", text: "QoS 0" },
        { id: "1", text: "QoS 1" },
      ]}
    />
  );
}
