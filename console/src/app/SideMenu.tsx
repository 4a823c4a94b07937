// SPDX-License-Identifier: Apache-2.0
import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import { useMemo } from "react";
import { useLocation } from "react-router";
import { useVisit } from "../session/go";
import { useHref } from "../session/scope";
import { navigation } from "./navigation";

export function SideMenu() {
  const { pathname } = useLocation();
  return useMemo(() => <MenuOf pathname={pathname} />, [pathname]);
}

function MenuOf({ pathname }: { pathname: string }) {
  const href = useHref();
  const visit = useVisit();
  const link = ({ text, path }: { text: string; path: string }): SideNavigationProps.Link => ({
    type: "link",
    text,
    href: href(path),
  });
  const items = navigation.flatMap((part): SideNavigationProps.Item[] =>
    part.title === undefined
      ? part.entries.map(link)
      : [{ type: "section", text: part.title, items: part.entries.map(link) }],
  );
  const shown = navigation
    .flatMap(part => part.entries)
    .map(entry => href(entry.path))
    .filter(path => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <SideNavigation
      header={{ text: "Fleetward", href: href("/overview") }}
      items={items}
      activeHref={shown}
      onFollow={event => {
        event.preventDefault();
        visit(event.detail.href);
      }}
    />
  );
}
