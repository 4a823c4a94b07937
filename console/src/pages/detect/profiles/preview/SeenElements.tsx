// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { type DeviceValues, type Element, elementsOf } from "./breach";

const shown = 20;

/** What the sets that devices reported hold, to be taken over into the form. */
export function SeenElements({
  devices,
  onTake,
}: {
  devices: readonly DeviceValues[];
  onTake: (elements: string[]) => void;
}) {
  const elements = elementsOf(devices);
  return (
    <Table<Element>
      variant="embedded"
      contentDensity="compact"
      header={
        <Header
          variant="h3"
          counter={`(${elements.length})`}
          actions={
            <Button onClick={() => onTake(elements.map(({ element }) => element))}>Take all as value</Button>
          }
        >
          Reported by these devices
        </Header>
      }
      items={elements.slice(0, shown)}
      trackBy="element"
      columnDefinitions={[
        { id: "element", header: "Value", cell: one => one.element },
        { id: "devices", header: "Devices", cell: one => one.devices.join(", ") },
      ]}
    />
  );
}
