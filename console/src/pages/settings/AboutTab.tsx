// SPDX-License-Identifier: Apache-2.0
import { useSession } from "../../session/session";
import { Facts } from "../../ui/Facts";

export function AboutTab() {
  const { version, regions } = useSession();
  return (
    <Facts
      title="About Fleetward"
      facts={[
        { label: "Version of the server", value: version ?? "–" },
        { label: "License", value: "Apache License 2.0" },
        { label: "Regions", value: `${regions.length}` },
      ]}
    />
  );
}
