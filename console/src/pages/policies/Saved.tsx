// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "../../ui/Link";

/** Tells that a policy is saved, and where to look for what the audit says of it. */
export function Saved({ policy, children }: { policy: string; children: ReactNode }) {
  return (
    <>
      {children} What the audit says of it:{" "}
      <Inverted to={`/policies/${encodeURIComponent(policy)}?tab=findings`}>findings of this policy</Inverted>
      , <Inverted to="/audit/findings">audit findings</Inverted>,{" "}
      <Inverted to="/findings">all findings</Inverted>. Without continuous audit,{" "}
      <Inverted to="/audit/results">run an audit</Inverted>.
    </>
  );
}

function Inverted({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} color="inverted">
      {children}
    </Link>
  );
}
