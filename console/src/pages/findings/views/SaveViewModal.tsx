// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { asProblem, type Problem } from "../../../api/problem";
import { CopyCli } from "../../../ui/CopyCli";
import { useFlash } from "../../../ui/flash";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import type { Filters } from "../filter/filters";
import { inputOf, type Views, viewKey } from "./useViews";

/** Gives the filter a name, for oneself or for all. */
export function SaveViewModal({
  views,
  filters,
  onClose,
}: {
  views: Views;
  filters: Filters;
  onClose: () => void;
}) {
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const flash = useFlash();
  const view = { name: name.trim(), shared, filters };
  const known = views.views.some(view => viewKey(view) === viewKey({ name: name.trim(), shared }));
  const save = async () => {
    setProblem(undefined);
    try {
      await views.save(view);
      flash.success(`Saved the filter set ${name.trim()}.`);
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Modal
      visible
      header="Save as a filter set"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <CopyCli service="fleetward" operation="PutView" input={inputOf(view)} />
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              loading={views.busy}
              disabled={name.trim() === ""}
              onClick={() => void save()}
            >
              {known ? "Replace" : "Save"}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <FormField
          label="Name"
          warningText={known ? "There is one of this name; it is replaced." : undefined}
        >
          <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus />
        </FormField>
        <Checkbox
          checked={shared}
          onChange={({ detail }) => setShared(detail.checked)}
          description="Everybody of this account can choose it."
        >
          Share
        </Checkbox>
        {problem && <ProblemAlert problem={problem} />}
      </SpaceBetween>
    </Modal>
  );
}
