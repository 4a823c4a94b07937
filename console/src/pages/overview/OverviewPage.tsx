// SPDX-License-Identifier: Apache-2.0
import Grid from "@cloudscape-design/components/grid";
import { Page } from "../../ui/Page";
import { ActiveAlarmsCard } from "./ActiveAlarmsCard";
import { AuditCard } from "./AuditCard";
import { DevicesCard } from "./DevicesCard";
import { Experiments } from "./Experiments";
import { FindingsCard } from "./FindingsCard";
import { LatestFindings } from "./LatestFindings";
import { TodayCard } from "./TodayCard";

/** The posture of the fleet at a glance, and what to do first. */
export function OverviewPage() {
  return (
    <Page title="Overview" description="What is weak, what misbehaves, what changed today." help={help}>
      <Grid
        gridDefinition={[
          { colspan: { default: 12, s: 8 } },
          { colspan: { default: 12, s: 4 } },
          { colspan: { default: 12, s: 4 } },
          { colspan: { default: 12, s: 4 } },
          { colspan: { default: 12, s: 4 } },
          { colspan: { default: 12, s: 7 } },
          { colspan: { default: 12, s: 5 } },
        ]}
      >
        <FindingsCard />
        <TodayCard />
        <DevicesCard />
        <AuditCard />
        <ActiveAlarmsCard />
        <LatestFindings />
        <Experiments />
      </Grid>
    </Page>
  );
}

const help = (
  <p>
    Audit looks for weak configuration, Detect for devices that misbehave. Both turn what they see into
    findings, which stand in the hub beside those of other products, are worked there, and set off alerts and
    remediation.
  </p>
);
