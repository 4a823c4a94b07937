// SPDX-License-Identifier: Apache-2.0
import AppLayout from "@cloudscape-design/components/app-layout";
import Flashbar from "@cloudscape-design/components/flashbar";
import { useMemo, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { useLive } from "../api/live";
import { GoProvider } from "../session/go";
import { FlashProvider, useFlashItems } from "../ui/flash";
import { HelpProvider, useShownHelp } from "../ui/help";
import { SplitProvider, useShownSplit } from "../ui/split";
import { SideMenu } from "./SideMenu";
import { TopBar } from "./TopBar";

/** What surrounds every page: bar, navigation, messages, help and the panel below. */
export function Frame() {
  return (
    <GoProvider>
      <FlashProvider>
        <HelpProvider>
          <SplitProvider>
            <TopBar />
            <Layout />
          </SplitProvider>
        </HelpProvider>
      </FlashProvider>
    </GoProvider>
  );
}

/** Another filter or tab changes the address, but nothing around the page. */
function Layout() {
  const { pathname } = useLocation();
  return useMemo(() => <LayoutOf pathname={pathname} />, [pathname]);
}

function LayoutOf({ pathname }: { pathname: string }) {
  const [navigationOpen, setNavigationOpen] = useState(true);
  const flashes = useFlashItems();
  const { connected } = useLive();
  const help = useShownHelp();
  const split = useShownSplit();
  return (
    <AppLayout
      headerSelector="#top"
      navigation={<SideMenu />}
      navigationOpen={navigationOpen}
      onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
      notifications={
        <Flashbar
          stackItems
          items={
            connected
              ? flashes
              : [
                  {
                    id: "disconnected",
                    type: "warning",
                    content:
                      "The server does not answer. What is shown may be old; the page goes on by itself.",
                  },
                  ...flashes,
                ]
          }
        />
      }
      tools={help.content}
      toolsHide={help.content === undefined}
      toolsOpen={help.open}
      onToolsChange={({ detail }) => help.setOpen(detail.open)}
      splitPanel={split.panel}
      splitPanelOpen={split.panel !== undefined}
      onSplitPanelToggle={({ detail }) => {
        if (!detail.open) split.close();
      }}
      splitPanelPreferences={split.preferences}
      onSplitPanelPreferencesChange={({ detail }) => split.setPreferences(detail)}
      splitPanelSize={split.size}
      onSplitPanelResize={({ detail }) => split.setSize(detail.size)}
      content={<Outlet key={pathname} />}
      ariaLabels={{ navigation: "Parts of the console", notifications: "Messages", tools: "Help" }}
    />
  );
}
