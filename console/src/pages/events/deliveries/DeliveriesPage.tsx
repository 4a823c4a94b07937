// SPDX-License-Identifier: Apache-2.0

import { Page } from "../../../ui/Page";
import { UrlTabs } from "../../../ui/UrlTabs";
import { DeadLetters } from "./DeadLetters";
import { Deliveries } from "./Deliveries";

/** What became of the events that rules sent to targets. */
export function DeliveriesPage() {
  return (
    <Page
      title="Deliveries"
      description="What became of the events that rules sent to their targets."
      help={
        <>
          <p>Each attempt to deliver an event to a target is kept for a while, with its answer.</p>
          <p>
            What fails is tried again for up to a day; then it is given up and is a dead letter. Nothing is
            lost while a target is away for less.
          </p>
        </>
      }
    >
      <UrlTabs
        label="Deliveries"
        tabs={[
          { id: "log", label: "By target", content: <Deliveries /> },
          { id: "dead", label: "Dead letters", content: <DeadLetters /> },
        ]}
      />
    </Page>
  );
}
