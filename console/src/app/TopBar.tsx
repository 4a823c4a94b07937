// SPDX-License-Identifier: Apache-2.0
import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useState } from "react";
import { useVisit } from "../session/go";
import { useHref, useScope } from "../session/scope";
import { useSession, useSessionState } from "../session/session";
import { chooseCompact, chooseMode, chosenMode, isCompact, type ModeChoice } from "./appearance";
import mark from "./mark.svg";

const modes: readonly { id: ModeChoice; text: string }[] = [
  { id: "light", text: "Light" },
  { id: "dark", text: "Dark" },
  { id: "system", text: "As the system" },
];

/** Name, account and region, appearance, user. */
export function TopBar() {
  const session = useSession();
  const { signOut } = useSessionState();
  const scope = useScope();
  const href = useHref();
  const visit = useVisit();
  const [, redraw] = useState(0);

  const goTo = (account: string, region: string) => {
    // Looked up here, so that the bar is not drawn anew with every change of the address.
    const { pathname, search } = window.location;
    const page = pathname.slice(`/console${href("/")}`.length);
    visit(`/${account}/${region}/${page}${search}`);
  };
  const appearance: TopNavigationProps.MenuDropdownUtility["items"] = [
    {
      text: "Mode",
      items: modes.map(({ id, text }) => ({
        id: `mode:${id}`,
        text,
        iconName: chosenMode() === id ? "check" : undefined,
      })),
    },
    {
      text: "Density",
      items: [
        { id: "density:comfortable", text: "Comfortable", iconName: isCompact() ? undefined : "check" },
        { id: "density:compact", text: "Compact", iconName: isCompact() ? "check" : undefined },
      ],
    },
  ];
  return (
    <div id="top">
      <TopNavigation
        identity={{
          href: `/console${href("/overview")}`,
          title: "Fleetward",
          logo: { src: mark, alt: "Fleetward" },
          onFollow: event => {
            event.preventDefault();
            visit(href("/overview"));
          },
        }}
        utilities={[
          {
            type: "menu-dropdown",
            text: scope.region,
            ariaLabel: `Region ${scope.region}`,
            items: session.regions.map(region => ({ id: region, text: region })),
            onItemClick: ({ detail }) => goTo(scope.account, detail.id),
          },
          {
            type: "menu-dropdown",
            text: scope.account,
            ariaLabel: `Account ${scope.account}`,
            items: session.accounts.map(({ id, name }) => ({ id, text: name ? `${id} ${name}` : id })),
            onItemClick: ({ detail }) => goTo(detail.id, scope.region),
          },
          {
            type: "menu-dropdown",
            iconName: "settings",
            ariaLabel: "Appearance",
            title: "Appearance",
            items: appearance,
            onItemClick: ({ detail }) => {
              const [what, choice] = detail.id.split(":");
              if (what === "mode") chooseMode(choice as ModeChoice);
              else chooseCompact(choice === "compact");
              redraw(n => n + 1);
            },
          },
          {
            type: "menu-dropdown",
            text: session.user,
            ariaLabel: `Signed in as ${session.user}`,
            iconName: "user-profile",
            description: session.roles.join(", "),
            items: [
              { id: "settings", text: "Settings" },
              { id: "sign-out", text: "Sign out" },
            ],
            onItemClick: ({ detail }) => {
              if (detail.id === "sign-out") void signOut();
              else visit(href("/settings"));
            },
          },
        ]}
      />
    </div>
  );
}
