// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useState } from "react";
import { useList, useOperation } from "../../api/operation";
import { useScope } from "../../session/scope";
import { Link } from "../../ui/Link";
import { Time } from "../../ui/Time";
import type { CertificateDetails } from "../certificates/types";
import { idOfArn } from "../certificates/words";
import type { ActiveViolation } from "../detect/types";
import { reasonText } from "./connections/reasons";
import { usePrincipals } from "./principals";
import type { AuthResult, ClientConnection, EffectivePolicy } from "./types";
import { thingPath } from "./words";

export interface Check {
  name: string;
  state: "good" | "bad" | "warning" | "waiting" | "unknown";
  says: ReactNode;
  /** What to do about it, if it is bad. */
  remedy?: ReactNode;
}

const daySeconds = 86_400;
/** For how long connections are known. */
const keptDays = 31;

/** Goes through what a device needs to connect; a step that needs a failed one above stays unknown. */
export function useDoctor(thingName: string): Check[] {
  const { account, region } = useScope();
  const [now] = useState(() => Math.floor(Date.now() / 1000));
  const principals = usePrincipals(thingName);
  const principal = principals.data?.items[0];
  const has = { enabled: principal !== undefined, live: ["registry"] as const };
  const certificate = useOperation<{ certificateDescription: CertificateDetails }>(
    "iot",
    "DescribeCertificate",
    { certificateId: principal && idOfArn(principal) },
    has,
  );
  const policies = useOperation<{ effectivePolicies?: EffectivePolicy[] }>(
    "iot",
    "GetEffectivePolicies",
    { thingName, principal },
    has,
  );
  const connect = useOperation<{ authResults?: AuthResult[] }>(
    "iot",
    "TestAuthorization",
    {
      principal,
      clientId: thingName,
      authInfos: [
        { actionType: "CONNECT", resources: [`arn:aws:iot:${region}:${account}:client/${thingName}`] },
      ],
    },
    has,
  );
  const connections = useList<ClientConnection>(
    "fleetward",
    "ListConnections",
    "connections",
    { clientId: thingName, startTime: now - keptDays * daySeconds, endTime: now + daySeconds, maxResults: 1 },
    { live: ["connection"], atMost: 1 },
  );
  const alarms = useList<ActiveViolation>(
    "iot",
    "ListActiveViolations",
    "activeViolations",
    { thingName },
    { live: ["alarm"] },
  );
  const description = certificate.data?.certificateDescription;
  const expiry = description?.validity?.notAfter;
  const decision = connect.data?.authResults?.[0]?.authDecision;
  const inForce = policies.data?.effectivePolicies ?? [];
  const last = connections.data?.items[0];
  const standing = alarms.data?.items.length ?? 0;
  const identity = <Link to={thingPath(thingName)}>Identity</Link>;
  const own = principal && <Link to={`/certificates/${idOfArn(principal)}`}>its certificate</Link>;
  return [
    step(principals, "It has a certificate", () =>
      principal
        ? good(`${principals.data?.items.length} attached.`)
        : bad("None is attached.", <>Attach a certificate under {identity}.</>),
    ),
    step(certificate, "The certificate is active", () =>
      description?.status === "ACTIVE"
        ? good("Status ACTIVE.")
        : bad(`Status ${description?.status}.`, <>Activate {own}, or attach another one.</>),
    ),
    step(certificate, "The certificate has not expired", () =>
      expiry === undefined || expiry > now
        ? good(
            <>
              It ends <Time at={expiry} />.
            </>,
          )
        : bad(
            <>
              It ended <Time at={expiry} />.
            </>,
            <>Replace {own} by a new one, on the device and here.</>,
          ),
    ),
    step(policies, "A policy is in force", () =>
      inForce.length > 0
        ? good(inForce.map(({ policyName }) => policyName).join(", "))
        : bad("None.", <>Attach a policy to {own} or to a group of the thing.</>),
    ),
    step(connect, `It may connect as ${thingName}`, () =>
      decision === "ALLOWED"
        ? good("The policies in force allow iot:Connect.")
        : bad(
            decision === "EXPLICIT_DENY"
              ? "A statement denies iot:Connect."
              : "No statement allows iot:Connect.",
            <>
              Allow iot:Connect on client/{thingName}; the{" "}
              <Link to={`${thingPath(thingName)}?tab=simulator`}>policy simulator</Link> shows which policies
              were looked at.
            </>,
          ),
    ),
    step(connections, "It connects", () => {
      if (!last) return { state: "warning", says: `It did not connect within the last ${keptDays} days.` };
      return last.disconnectedAt === undefined
        ? good(
            <>
              Connected <Time at={last.connectedAt} />.
            </>,
          )
        : {
            state: "warning",
            says: (
              <>
                Not connected; the last connection ended <Time at={last.disconnectedAt} />:{" "}
                <Link to={`${thingPath(thingName)}?tab=connections`}>
                  {reasonText(last.disconnectReason)}
                </Link>
                .
              </>
            ),
          };
    }),
    step(alarms, "It behaves", () =>
      standing === 0
        ? good("No active alarms.")
        : {
            state: "warning",
            says: <Link to={`${thingPath(thingName)}?tab=alarms`}>{standing} active alarms</Link>,
          },
    ),
  ];
}

type Verdict = Omit<Check, "name">;

const good = (says: ReactNode): Verdict => ({ state: "good", says });
const bad = (says: ReactNode, remedy: ReactNode): Verdict => ({ state: "bad", says, remedy });

interface Answer {
  isPending: boolean;
  fetchStatus: string;
  error: { detail: string } | null;
}

function step(answer: Answer, name: string, verdict: () => Verdict): Check {
  if (answer.error) return { name, state: "unknown", says: answer.error.detail };
  if (answer.isPending) {
    return answer.fetchStatus === "idle"
      ? { name, state: "unknown", says: "Needs the steps above." }
      : { name, state: "waiting", says: "Looking" };
  }
  return { name, ...verdict() };
}
