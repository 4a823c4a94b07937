// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import CloudscapeLink from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Steps from "@cloudscape-design/components/steps";
import { useOperation } from "../../../api/operation";
import { Link } from "../../../ui/Link";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Time } from "../../../ui/Time";
import { words } from "../labels";
import type { Finding, FindingIdentifier } from "../types";

interface ChainLink {
  kind:
    | "MESSAGE"
    | "CHANGE"
    | "METRIC"
    | "CHECK"
    | "ALARM"
    | "FINDING"
    | "CORRELATION"
    | "EVENT"
    | "DELIVERY"
    | "ACTION";
  time: number;
  summary: string;
  identifiers?: Record<string, string>;
}

interface Chain {
  links: ChainLink[];
  isComplete: boolean;
  missing?: string[];
}

/** What led to a finding and what came of it, in the order of time. */
export function ChainTab({
  finding,
  show,
}: {
  finding: Finding;
  show: (finding: FindingIdentifier) => void;
}) {
  const chain = useOperation<Chain>(
    "fleetward",
    "DescribeFindingChain",
    { id: finding.Id, productArn: finding.ProductArn },
    { live: ["finding", "alarm", "audit"] },
  );
  if (chain.error) return <ProblemAlert problem={chain.error} retry={() => void chain.refetch()} />;
  if (!chain.data) return <StatusIndicator type="loading">Looking for what led to it</StatusIndicator>;
  const { links, isComplete, missing = [] } = chain.data;
  return (
    <SpaceBetween size="m">
      <Steps
        ariaLabel="What led to the finding and what came of it"
        steps={links.map(link => ({
          status: link.kind === "ALARM" ? "warning" : link.kind === "ACTION" ? "success" : "info",
          header: (
            <>
              {words(link.kind)}, <Time at={link.time} />
            </>
          ),
          details: (
            <SpaceBetween size="xxs">
              <Box>{link.summary}</Box>
              <SpaceBetween direction="horizontal" size="s">
                {pagesOf(link).map(({ text, path }) => (
                  <Link key={path} to={path}>
                    {text}
                  </Link>
                ))}
                <Other link={link} own={finding} show={show} />
              </SpaceBetween>
            </SpaceBetween>
          ),
        }))}
      />
      {!isComplete && (
        <Alert type="info" header="Something is missing">
          {missing.length === 0 ? "Not all that led to it is kept." : missing.join(" ")}
        </Alert>
      )}
    </SpaceBetween>
  );
}

/** The finding that a correlation names, unless it is the one shown. */
function Other({
  link,
  own,
  show,
}: {
  link: ChainLink;
  own: Finding;
  show: (finding: FindingIdentifier) => void;
}) {
  const { id, productArn } = link.identifiers ?? {};
  if (!id || !productArn || id === own.Id) return null;
  return <CloudscapeLink onFollow={() => show({ Id: id, ProductArn: productArn })}>Finding</CloudscapeLink>;
}

function pagesOf({ identifiers = {} }: ChainLink): { text: string; path: string }[] {
  const page = (text: string, path: string, name: string | undefined) =>
    name ? [{ text, path: `${path}${encodeURIComponent(name)}` }] : [];
  const { violationId, thingName, securityProfileName, taskId, findingId, checkName } = identifiers;
  return [
    ...page(`Device ${thingName}`, "/devices/", thingName),
    ...(violationId && thingName && securityProfileName
      ? page(
          "Alarm",
          `/detect/alarms/${[securityProfileName, thingName].map(encodeURIComponent).join("/")}/`,
          violationId,
        )
      : []),
    ...page(`Security profile ${securityProfileName}`, "/detect/profiles/", securityProfileName),
    ...(checkName ? page("Audit", "/audit/results/", taskId) : []),
    ...page("Audit finding", "/audit/findings/", findingId),
  ];
}
