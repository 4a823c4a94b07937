// SPDX-License-Identifier: Apache-2.0
import CloudscapeLink, { type LinkProps } from "@cloudscape-design/components/link";
import { memo } from "react";
import { useVisit } from "../session/go";
import { useHref } from "../session/scope";

interface PageLinkProps extends Omit<LinkProps, "href" | "onFollow" | "external"> {
  to: string;
}

/** A link to a page of the same account and region, by its path below them. */
export const Link = memo(function Link({ to, ...rest }: PageLinkProps) {
  const visit = useVisit();
  const address = useHref()(to);
  return (
    <CloudscapeLink
      {...rest}
      href={`/console${address}`}
      onFollow={event => {
        event.preventDefault();
        visit(address);
      }}
    />
  );
});
