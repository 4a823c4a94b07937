// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { JsonEditor } from "../../ui/editor/JsonEditor";
import { useUrlState } from "../../ui/urlState";
import { documentOf, jsonFault, statementsOf } from "./document";
import { Judgement } from "./Judgement";
import { StatementsForm } from "./StatementsForm";

interface PolicyEditorProps {
  document: string;
  onChange: (document: string) => void;
  /** The document that the new one takes the place of. */
  inForce?: string;
}

/** A policy document by form or as JSON, with what it allows beside it. */
export function PolicyEditor({ document, onChange, inForce }: PolicyEditorProps) {
  const [mode, setMode] = useUrlState("as");
  const asJson = mode === "json";
  const statements = statementsOf(document);
  const valid = jsonFault(document) === undefined;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <SegmentedControl
                label="How the document is written"
                selectedId={asJson ? "json" : "form"}
                onChange={({ detail }) => setMode(detail.selectedId === "json" ? "json" : undefined)}
                options={[
                  { id: "form", text: "Form" },
                  { id: "json", text: "JSON" },
                ]}
              />
            }
          >
            Policy document
          </Header>
        }
      >
        {asJson ? (
          <JsonEditor value={document} onChange={onChange} label="Policy document" />
        ) : statements ? (
          <StatementsForm statements={statements} onChange={next => onChange(documentOf(next))} />
        ) : (
          <Alert type="info">
            {valid
              ? "This document says more than the form can show, such as conditions. Edit it as JSON."
              : "The document is no valid JSON. Correct it as JSON first."}
          </Alert>
        )}
      </Container>
      <Judgement document={document} inForce={inForce} />
    </SpaceBetween>
  );
}
