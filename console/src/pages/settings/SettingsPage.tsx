// SPDX-License-Identifier: Apache-2.0
import { Page } from "../../ui/Page";
import { UrlTabs } from "../../ui/UrlTabs";
import { AboutTab } from "./AboutTab";
import { AccountTab } from "./AccountTab";
import { EndpointsTab } from "./EndpointsTab";
import { FleetIndexTab } from "./FleetIndexTab";
import { KeysTab } from "./KeysTab";
import { UsersTab } from "./UsersTab";

/** The user's own account, the other users, and how the server is reached. */
export function SettingsPage() {
  return (
    <Page title="Settings" help={help}>
      <UrlTabs
        label="Parts of the settings"
        tabs={[
          { id: "account", label: "My account", content: <AccountTab /> },
          { id: "users", label: "Users", content: <UsersTab /> },
          { id: "keys", label: "Access keys", content: <KeysTab /> },
          { id: "endpoints", label: "Endpoints", content: <EndpointsTab /> },
          { id: "index", label: "Fleet index", content: <FleetIndexTab /> },
          { id: "about", label: "About", content: <AboutTab /> },
        ]}
      />
    </Page>
  );
}

const help = (
  <>
    <p>
      Users sign in to the console. Each has roles that say what the user may do, and accounts in which they
      hold. A new user gets a one-time password and chooses another one at the first sign-in.
    </p>
    <p>
      Programs sign their requests by access keys instead; the first one is in the environment that fleetward
      env prints.
    </p>
  </>
);
