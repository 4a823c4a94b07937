// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useRef, useState } from "react";
import { call } from "../../api/operation";
import { asProblem, type Problem } from "../../api/problem";
import { useScope } from "../../session/scope";
import { download } from "../../ui/download";
import { useFlash } from "../../ui/flash";
import { ProblemAlert } from "../../ui/ProblemAlert";
import type { Filters } from "./filter/filters";

const formats = [
  { value: "CSV", label: "CSV", description: "A table, for spreadsheets.", file: "csv", type: "text/csv" },
  {
    value: "JSONL",
    label: "JSON",
    description: "A finding a line.",
    file: "jsonl",
    type: "application/json",
  },
  {
    value: "OCSF",
    label: "OCSF",
    description: "Open Cybersecurity Schema, a finding a line.",
    file: "ocsf.jsonl",
    type: "application/json",
  },
  {
    value: "ASFF",
    label: "ASFF",
    description: "What BatchImportFindings takes.",
    file: "asff.json",
    type: "application/json",
  },
];

interface ExportPage {
  content: string;
  findingsCount: number;
  nextToken?: string;
}

/** Downloads all findings that the filter shows, page by page, as one file. */
export function ExportModal({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const scope = useScope();
  const flash = useFlash();
  const [format, setFormat] = useState("CSV");
  const [count, setCount] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setProblem(undefined);
    setCount(0);
    const parts: string[] = [];
    let total = 0;
    let nextToken: string | undefined;
    try {
      do {
        const input = { format, filters: JSON.stringify(filters), maxResults: 100, nextToken };
        const page = await call<ExportPage>(scope, "fleetward", "ExportFindings", input, controller.signal);
        if (page.findingsCount > 0 || parts.length === 0) parts.push(page.content);
        total += page.findingsCount;
        setCount(total);
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      const chosen = formats.find(({ value }) => value === format);
      const day = new Date().toISOString().slice(0, 10);
      download(
        `findings-${scope.account}-${day}.${chosen?.file}`,
        format === "ASFF" ? oneDocument(parts) : parts,
        chosen?.type,
      );
      flash.success(
        `Exported ${total.toLocaleString("en")} ${total === 1 ? "finding" : "findings"} as ${format}.`,
      );
      onClose();
    } catch (error) {
      if (!controller.signal.aborted) setProblem(asProblem(error));
      setCount(undefined);
    }
  };
  const running = count !== undefined;
  return (
    <Modal
      visible
      header="Export findings"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={running} onClick={() => void run()}>
              Export
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>All findings that the filter shows, also those on other pages.</Box>
        <RadioGroup
          ariaLabel="Format"
          value={format}
          onChange={({ detail }) => setFormat(detail.value)}
          items={formats.map(({ value, label, description }) => ({
            value,
            label,
            description,
            disabled: running,
          }))}
        />
        {running && (
          <StatusIndicator type="in-progress">{count.toLocaleString("en")} findings so far</StatusIndicator>
        )}
        {problem && <ProblemAlert problem={problem} />}
      </SpaceBetween>
    </Modal>
  );
}

/** Pages of ASFF are documents of their own, each an object with a list; together they are one. */
export function oneDocument(pages: readonly string[]): string[] {
  const lists = pages
    .map(page => page.slice(page.indexOf("[") + 1, page.lastIndexOf("]")))
    .filter(list => list.trim() !== "");
  return ['{"Findings":[', ...lists.flatMap((list, place) => (place === 0 ? [list] : [",", list])), "]}\n"];
}
