// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { pretty } from "./pretty";

/** A document as indented JSON, to read and to copy; text that is no JSON stays as it is. */
export function Json({ of, name }: { of: unknown; name: string }) {
  const text = typeof of === "string" ? pretty(of) : JSON.stringify(of, null, 2);
  return (
    <SpaceBetween size="xs">
      <Box float="right">
        <CopyToClipboard
          textToCopy={text}
          copyButtonText="Copy JSON"
          copySuccessText="JSON copied"
          copyErrorText="The browser does not allow copying"
        />
      </Box>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="code" tabIndex={0} aria-label={name}>
        {text}
      </section>
    </SpaceBetween>
  );
}
