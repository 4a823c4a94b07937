// SPDX-License-Identifier: Apache-2.0
import { Page } from "../../ui/Page";
import { UrlTabs } from "../../ui/UrlTabs";
import { Administrator } from "./Administrator";
import { Aggregation } from "./Aggregation";
import { Members } from "./Members";
import { Organization } from "./Organization";

/** Which accounts and regions are seen together. */
export function AccountsPage() {
  return (
    <Page
      title="Accounts and regions"
      description="Whose findings are seen together, and from which regions."
      help={
        <>
          <p>
            An administrator sees and changes the findings of its members. Nothing is copied; members keep
            their hubs.
          </p>
          <p>A home region sees the findings of the regions that are linked to it.</p>
        </>
      }
    >
      <UrlTabs
        label="Accounts and regions"
        tabs={[
          { id: "members", label: "Members", content: <Members /> },
          { id: "administrator", label: "Administrator and invitations", content: <Administrator /> },
          { id: "organization", label: "Organization", content: <Organization /> },
          { id: "regions", label: "Regions", content: <Aggregation /> },
        ]}
      />
    </Page>
  );
}
