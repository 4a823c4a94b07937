// SPDX-License-Identifier: Apache-2.0
import { useChange } from "../../api/operation";
import { useFlash } from "../../ui/flash";

/** Calls an application of a rule off; what it has changed stays. */
export function useCancel(): (applicationId: string) => void {
  const cancel = useChange("fleetward", "CancelAutomationRuleApplication");
  const flash = useFlash();
  return applicationId =>
    cancel.mutate(
      { applicationId },
      {
        onSuccess: () =>
          flash.success("The application was called off. What it had changed stays.", {
            service: "fleetward",
            operation: "CancelAutomationRuleApplication",
            input: { applicationId },
          }),
        onError: problem => flash.failure(problem, "The application was not called off"),
      },
    );
}
