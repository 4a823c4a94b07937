// SPDX-License-Identifier: Apache-2.0
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import { cliCommand } from "../api/cli";
import type { Input, Service } from "../api/operation";

/** Copies the aws CLI command that does the same; shows nothing for operations the aws CLI does not know. */
export function CopyCli({
  service,
  operation,
  input,
}: {
  service: Service;
  operation: string;
  input: Input;
}) {
  const command = cliCommand(service, operation, input);
  return (
    command && (
      <CopyToClipboard
        textToCopy={command}
        copyButtonText="Copy as aws CLI"
        copySuccessText="Command copied"
        copyErrorText="The browser does not allow copying"
        variant="button"
      />
    )
  );
}
