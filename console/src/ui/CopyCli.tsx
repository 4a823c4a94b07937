// SPDX-License-Identifier: Apache-2.0
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import { cliCommand } from "../api/cli";
import type { Input, Service } from "../api/operation";

/** Copies the aws CLI command that does the same; says what the aws CLI must learn first for our own operations. */
export function CopyCli({
  service,
  operation,
  input,
}: {
  service: Service;
  operation: string;
  input: Input;
}) {
  return (
    <CopyToClipboard
      textToCopy={cliCommand(service, operation, input)}
      copyButtonText="Copy as aws CLI"
      copySuccessText={
        service === "fleetward"
          ? "Command copied. The aws CLI needs our service model once: see Settings, About."
          : "Command copied"
      }
      copyErrorText="The browser does not allow copying"
      variant="button"
    />
  );
}
