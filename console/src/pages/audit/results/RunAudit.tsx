// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import { useState } from "react";
import { ActionModal } from "../../../ui/ActionModal";
import { Link } from "../../../ui/Link";
import { CheckPicker } from "../CheckPicker";
import { useEnabledChecks } from "../useEnabledChecks";

/** Asks which of the enabled checks to run, and runs them. */
export function RunAudit({
  onClose,
  onStarted,
}: {
  onClose: () => void;
  onStarted: (taskId: string) => void;
}) {
  const { configuration, enabled } = useEnabledChecks();
  const [chosen, setChosen] = useState<string[]>();
  const checks = chosen ?? enabled;
  return (
    <ActionModal<{ taskId: string }>
      title="Run audit now"
      action="Run audit"
      service="iot"
      operation="StartOnDemandAuditTask"
      input={{ targetCheckNames: checks }}
      ready={checks.length > 0}
      done={({ taskId }) => (
        <>
          Audit{" "}
          <Link to={`/audit/results/${taskId}`} color="inverted">
            {taskId}
          </Link>{" "}
          runs.
        </>
      )}
      onDone={({ taskId }) => onStarted(taskId)}
      onClose={onClose}
    >
      <FormField label="Checks" description="Only checks that the audit settings have enabled can run.">
        <CheckPicker checks={enabled} chosen={checks} onChange={setChosen} />
      </FormField>
      {configuration.data && enabled.length === 0 && (
        <Alert type="info">
          No check is enabled yet. Enable some in the <Link to="/audit/settings">audit settings</Link>.
        </Alert>
      )}
    </ActionModal>
  );
}
