// SPDX-License-Identifier: Apache-2.0
import CodeEditor, { type CodeEditorProps } from "@cloudscape-design/components/code-editor";
import Textarea from "@cloudscape-design/components/textarea";
import { useEffect, useState } from "react";

const themes: CodeEditorProps.AvailableThemes = { light: ["cloud_editor"], dark: ["cloud_editor_dark"] };

interface JsonEditorProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  /** Pixels. */
  height?: number;
}

/** A text of JSON, checked while it is typed. Where the editor cannot be loaded, a plain field takes its place. */
export function JsonEditor({ value, onChange, label, height = 360 }: JsonEditorProps) {
  const [ace, setAce] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  const [preferences, setPreferences] = useState<Partial<CodeEditorProps.Preferences>>({ wrapLines: true });
  const [size, setSize] = useState(height);
  useEffect(() => {
    let shown = true;
    import("./ace").then(
      loaded => shown && setAce(loaded.ace),
      () => shown && setMissing(true),
    );
    return () => {
      shown = false;
    };
  }, []);
  if (missing) {
    return (
      <Textarea
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        ariaLabel={label}
        rows={16}
        spellcheck={false}
      />
    );
  }
  return (
    <CodeEditor
      ace={ace}
      loading={ace === undefined}
      language="json"
      value={value}
      onDelayedChange={({ detail }) => onChange(detail.value)}
      preferences={preferences}
      onPreferencesChange={({ detail }) => setPreferences(detail)}
      themes={themes}
      editorContentHeight={size}
      onEditorContentResize={({ detail }) => setSize(detail.height)}
      ariaLabel={label}
    />
  );
}
