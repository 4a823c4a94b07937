// SPDX-License-Identifier: Apache-2.0
import { Page } from "../../../ui/Page";
import { UrlTabs } from "../../../ui/UrlTabs";
import { Archives } from "./Archives";
import { Replays } from "./Replays";

/** Events that are kept, and those that are sent once more. */
export function ArchivesPage() {
  return (
    <Page
      title="Archives and replays"
      description="Events that are kept, to be handed to the rules once more."
      help={
        <>
          <p>An archive keeps the events of a bus: all of them, or those that a pattern picks.</p>
          <p>
            A replay hands the events of a time to the rules as they are now. Try a new rule on the past with
            it, or make up for a target that was away for too long.
          </p>
        </>
      }
    >
      <UrlTabs
        label="Archives and replays"
        tabs={[
          { id: "archives", label: "Archives", content: <Archives /> },
          { id: "replays", label: "Replays", content: <Replays /> },
        ]}
      />
    </Page>
  );
}
