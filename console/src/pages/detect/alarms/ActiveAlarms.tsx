// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { Mitigate } from "../../audit/mitigation/Mitigate";
import type { ActiveViolation } from "../types";
import { behaviorText, valueText } from "../values";
import { alarmPath } from "./alarmPath";
import { Verify, verificationText } from "./Verification";

export function ActiveAlarms() {
  const alarms = useList<ActiveViolation>(
    "iot",
    "ListActiveViolations",
    "activeViolations",
    {},
    { live: ["alarm"] },
  );
  const [verifying, setVerifying] = useState<string>();
  const [mitigating, setMitigating] = useState<readonly string[]>();
  return (
    <>
      <ResourceTable<ActiveViolation>
        title="Active alarms"
        name="alarms"
        query={alarms}
        selection="multi"
        idOf={alarm => alarm.violationId}
        columns={[
          {
            id: "thing",
            header: "Device",
            cell: alarm => <Link to={alarmPath(alarm)}>{alarm.thingName}</Link>,
            text: alarm => alarm.thingName,
          },
          {
            id: "behavior",
            header: "Behavior",
            cell: alarm => alarm.behavior.name,
            text: alarm => alarm.behavior.name,
          },
          {
            id: "expected",
            header: "Expected",
            cell: alarm => behaviorText(alarm.behavior),
            text: alarm => behaviorText(alarm.behavior),
          },
          {
            id: "value",
            header: "Last value",
            cell: alarm => valueText(alarm.lastViolationValue),
            text: alarm => valueText(alarm.lastViolationValue),
          },
          {
            id: "profile",
            header: "Security profile",
            cell: alarm => (
              <Link to={`/detect/profiles/${encodeURIComponent(alarm.securityProfileName)}`}>
                {alarm.securityProfileName}
              </Link>
            ),
            text: alarm => alarm.securityProfileName,
          },
          {
            id: "since",
            header: "Since",
            cell: alarm => <Time at={alarm.violationStartTime} />,
            text: alarm => alarm.violationStartTime,
          },
          {
            id: "verified",
            header: "Verified",
            cell: alarm => verificationText(alarm.verificationState),
            text: alarm => verificationText(alarm.verificationState),
          },
        ]}
        empty={
          <Empty title="No active alarms">
            All devices keep to the behaviors of their <Link to="/detect/profiles">security profiles</Link>.
          </Empty>
        }
        actions={selected => (
          <>
            <Button disabled={selected.length !== 1} onClick={() => setVerifying(selected[0]?.violationId)}>
              Verify
            </Button>
            <Button
              variant="primary"
              disabled={selected.length === 0}
              onClick={() => setMitigating(selected.map(({ violationId }) => violationId))}
            >
              Mitigate
            </Button>
          </>
        )}
      />
      {verifying && <Verify violationId={verifying} onClose={() => setVerifying(undefined)} />}
      {mitigating && (
        <Mitigate
          order={{ kind: "DETECT", violationIds: mitigating }}
          onClose={() => setMitigating(undefined)}
        />
      )}
    </>
  );
}
