// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs, { type KeyValuePairsProps } from "@cloudscape-design/components/key-value-pairs";

/** What is known of one resource, in short words. */
export function Facts({
  title = "Summary",
  facts,
  columns = 3,
}: {
  title?: string;
  facts: KeyValuePairsProps.Item[];
  columns?: number;
}) {
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <KeyValuePairs columns={columns} items={facts} />
    </Container>
  );
}
