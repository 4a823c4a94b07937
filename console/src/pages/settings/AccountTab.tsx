// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { asProblem, type Problem } from "../../api/problem";
import { useSession, useSessionState } from "../../session/session";
import { Facts } from "../../ui/Facts";
import { useFlash } from "../../ui/flash";
import { Time } from "../../ui/Time";
import { roleTitle } from "./roles";

/** Who is signed in, and the change of the password. */
export function AccountTab() {
  const session = useSession();
  const { signOut } = useSessionState();
  return (
    <SpaceBetween size="l">
      <Facts
        title="Session"
        facts={[
          { label: "User", value: session.user },
          { label: "Roles", value: session.roles.map(roleTitle).join(", ") || "–" },
          { label: "Ends", value: <Time at={session.expiresAt} /> },
          { label: "Accounts", value: session.accounts.map(({ id }) => id).join(", ") },
          {
            label: "On this browser",
            value: <Button onClick={() => void signOut()}>Sign out</Button>,
          },
        ]}
      />
      <ChangePassword />
    </SpaceBetween>
  );
}

function ChangePassword() {
  const { changePassword } = useSessionState();
  const flash = useFlash();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const differs = again !== "" && again !== password;
  const ready = current !== "" && password !== "" && again === password;
  const go = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await changePassword(current, password);
      flash.success("The password is changed. Other sessions of yours have ended.");
      setCurrent("");
      setPassword("");
      setAgain("");
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Container header={<Header variant="h2">Change password</Header>}>
      <form
        onSubmit={event => {
          event.preventDefault();
          void go();
        }}
      >
        <SpaceBetween size="m">
          <PasswordField
            label="Present password"
            value={current}
            onChange={setCurrent}
            kind="current-password"
          />
          <PasswordField
            label="New password"
            constraint="12 to 128 characters, without the user name."
            value={password}
            onChange={setPassword}
            kind="new-password"
          />
          <PasswordField
            label="New password again"
            error={differs ? "The two differ." : undefined}
            value={again}
            onChange={setAgain}
            kind="new-password"
          />
          {problem && <Alert type="error">{problem.detail}</Alert>}
          <Box>
            <Button formAction="submit" loading={busy} disabled={!ready}>
              Change password
            </Button>
          </Box>
        </SpaceBetween>
      </form>
    </Container>
  );
}

interface PasswordFieldProps {
  label: string;
  constraint?: string;
  error?: string;
  value: string;
  onChange: (value: string) => void;
  kind: "current-password" | "new-password";
}

function PasswordField({ label, constraint, error, value, onChange, kind }: PasswordFieldProps) {
  return (
    <FormField label={label} constraintText={constraint} errorText={error}>
      <Input
        type="password"
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        autoComplete={kind}
      />
    </FormField>
  );
}
