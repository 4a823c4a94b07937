// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import ToggleButton from "@cloudscape-design/components/toggle-button";
import { useState } from "react";
import type { Input } from "../../api/operation";
import { useGo } from "../../session/go";
import { CopyCli } from "../../ui/CopyCli";
import { InfoLink } from "../../ui/help";
import { CustomActionMenu } from "./change/CustomActionMenu";
import { SuppressModal } from "./change/SuppressModal";
import { UpdateModal } from "./change/UpdateModal";
import { WorkflowMenu } from "./change/WorkflowMenu";
import { type Changes, said } from "./changes";
import { ExportModal } from "./ExportModal";
import type { Filters } from "./filter/filters";
import type { Finding } from "./types";

interface FindingsHeaderProps {
  counter: string | undefined;
  filters: Filters;
  input: Input;
  selected: readonly Finding[];
  clearSelection: () => void;
  changes: Changes | undefined;
  showFresh: () => void;
  paused: boolean;
  setPaused: (paused: boolean) => void;
  refresh: () => void;
}

type Opened = "update" | "suppress" | "export";

/** What can be done with the findings selected, or with all that the filter shows. */
export function FindingsHeader(props: FindingsHeaderProps) {
  const { counter, filters, input, selected, clearSelection, changes, showFresh, paused, setPaused } = props;
  const [opened, setOpened] = useState<Opened>();
  const go = useGo();
  const close = () => setOpened(undefined);
  return (
    <>
      <Header
        variant="h1"
        counter={
          counter === undefined
            ? undefined
            : `(${selected.length > 0 ? `${selected.length}/` : ""}${counter})`
        }
        info={<InfoLink />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {changes && (
              <Button iconName="refresh" onClick={showFresh}>
                Show {said(changes)}
              </Button>
            )}
            <ToggleButton
              pressed={paused}
              onChange={({ detail }) => setPaused(detail.pressed)}
              iconName="pause"
              pressedIconName="play"
            >
              {paused ? "Paused" : "Live"}
            </ToggleButton>
            <Button iconName="refresh" ariaLabel="Load again" onClick={props.refresh} />
            <CopyCli service="securityhub" operation="GetFindings" input={input} />
            <WorkflowMenu selected={selected} onDone={clearSelection} />
            <ButtonDropdown
              items={[
                {
                  id: "update",
                  text: "Change severity, note and more…",
                  disabled: selected.length === 0,
                  disabledReason: "Select findings first",
                },
                { id: "suppress", text: "Suppress with a reason…" },
                { id: "export", text: "Export what the filter shows…" },
                { id: "insight", text: "Create an insight from the filter…" },
                { id: "rule", text: "Create an automation rule from the filter…" },
                { id: "suppressions", text: "See suppressions" },
              ]}
              onItemClick={({ detail }) => {
                const asked = encodeURIComponent(JSON.stringify(filters));
                if (detail.id === "insight") go(`/insights/create?filters=${asked}`);
                else if (detail.id === "rule") go(`/automation/create?criteria=${asked}`);
                else if (detail.id === "suppressions") go("/findings/suppressions");
                else setOpened(detail.id as Opened);
              }}
            >
              Actions
            </ButtonDropdown>
            <CustomActionMenu selected={selected} />
          </SpaceBetween>
        }
      >
        Findings
      </Header>
      <LiveRegion hidden>{changes ? said(changes) : ""}</LiveRegion>
      {opened === "update" && <UpdateModal selected={selected} onClose={close} onDone={clearSelection} />}
      {opened === "suppress" && (
        <SuppressModal selected={selected} filters={filters} onClose={close} onDone={clearSelection} />
      )}
      {opened === "export" && <ExportModal filters={filters} onClose={close} />}
    </>
  );
}
