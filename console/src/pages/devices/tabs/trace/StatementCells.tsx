// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { ReactNode } from "react";
import type { TracedCondition, TracedResource, TracedStatement } from "./types";

/** Whether a part of a statement matches the request, and how it is written. */
function Part({ matched, children }: { matched: boolean; children: ReactNode }) {
  return (
    <StatusIndicator
      type={matched ? "success" : "stopped"}
      iconAriaLabel={matched ? "matches" : "does not match"}
      wrapText
    >
      <span className="id">{children}</span>
    </StatusIndicator>
  );
}

export function Actions({ statement }: { statement: TracedStatement }) {
  return (
    <Part matched={statement.actionMatched}>
      {statement.notAction && "All but "}
      {statement.actions.join(", ")}
    </Part>
  );
}

export function Resources({ statement }: { statement: TracedStatement }) {
  return (
    <>
      {statement.notResource && <Part matched={statement.resourceMatched}>All but these:</Part>}
      {statement.resources.map(resource => (
        <Resource key={resource.pattern} resource={resource} />
      ))}
    </>
  );
}

function Resource({ resource: { pattern, substituted, matched } }: { resource: TracedResource }) {
  return (
    <div>
      <Part matched={matched}>{pattern}</Part>
      {substituted === undefined ? (
        <Box variant="small">A variable has no value here.</Box>
      ) : (
        substituted !== pattern && (
          <Box variant="small">
            Here: <span className="id">{substituted}</span>
          </Box>
        )
      )}
    </div>
  );
}

export function Conditions({ statement: { conditions = [] } }: { statement: TracedStatement }) {
  if (conditions.length === 0) return "None";
  return conditions.map(condition => (
    <Condition key={`${condition.operator} ${condition.key}`} condition={condition} />
  ));
}

function Condition({ condition }: { condition: TracedCondition }) {
  const { operator, key, values, requestedValues, matched } = condition;
  return (
    <div>
      <Part matched={matched}>
        {key} {operator} {values.map(({ value, substituted }) => substituted ?? value).join(", ")}
      </Part>
      <Box variant="small">
        {requestedValues.length > 0 ? `Here: ${requestedValues.join(", ")}` : "Not defined here."}
      </Box>
    </div>
  );
}
