// SPDX-License-Identifier: Apache-2.0
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";

/** A word that people take elsewhere, such as an ARN. */
export function CopyText({ text, what = "ARN" }: { text: string; what?: string }) {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={`Copy ${what}`}
      copySuccessText={`${what} copied`}
      copyErrorText="The browser does not allow copying"
    />
  );
}
