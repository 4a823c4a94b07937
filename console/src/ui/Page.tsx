// SPDX-License-Identifier: Apache-2.0
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import { type ReactNode, useEffect } from "react";
import { useVisit } from "../session/go";
import { useHref } from "../session/scope";
import { Help, InfoLink } from "./help";

interface PageProps {
  title: string;
  /** The pages above this one, outermost first. */
  above?: readonly { text: string; path: string }[];
  description?: ReactNode;
  actions?: ReactNode;
  /** What the help panel says; teaches what the page is for. */
  help?: ReactNode;
  /** A table page has its own header: then the title stands only in breadcrumbs and tab. */
  headless?: boolean;
  children: ReactNode;
}

/** The frame of one page: tab title, breadcrumbs, header, help. */
export function Page({
  title,
  above = [],
  description,
  actions,
  help,
  headless = false,
  children,
}: PageProps) {
  const href = useHref();
  const visit = useVisit();
  useEffect(() => {
    document.title = `${title} – Fleetward`;
  }, [title]);
  const crumbs = [
    { text: "Fleetward", href: href("/overview") },
    ...above.map(({ text, path }) => ({ text, href: href(path) })),
    { text: title, href: "#" },
  ];
  return (
    <ContentLayout
      breadcrumbs={
        <BreadcrumbGroup
          items={crumbs}
          onFollow={event => {
            event.preventDefault();
            if (event.detail.href !== "#") visit(event.detail.href);
          }}
        />
      }
      header={
        headless ? undefined : (
          <Header
            variant="h1"
            description={description}
            actions={actions}
            info={help ? <InfoLink /> : undefined}
          >
            {title}
          </Header>
        )
      }
    >
      {help && <Help title={title}>{help}</Help>}
      {children}
    </ContentLayout>
  );
}
