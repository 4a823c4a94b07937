// SPDX-License-Identifier: Apache-2.0
import CloudscapeLink, { type LinkProps } from "@cloudscape-design/components/link";
import { useNavigate } from "react-router";
import { useHref } from "../session/scope";

/** A link to a page of the same account and region, by its path below them. */
export function Link({ to, ...rest }: { to: string } & Omit<LinkProps, "href" | "onFollow" | "external">) {
  const navigate = useNavigate();
  const address = useHref()(to);
  return (
    <CloudscapeLink
      {...rest}
      href={`/console${address}`}
      onFollow={event => {
        event.preventDefault();
        navigate(address);
      }}
    />
  );
}
