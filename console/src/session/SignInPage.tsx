// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { asProblem, type Problem } from "../api/problem";
import { useSessionState } from "./session";

/** Asks for user and password. */
export function SignInPage() {
  const { signIn, ended } = useSessionState();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  return (
    <Door
      title="Sign in to Fleetward"
      note="The first user is admin; its one-time password was printed when the server first started."
      told={ended && "Your session has ended. Sign in to go on where you were."}
      action="Sign in"
      ready={user !== "" && password !== ""}
      submit={() => signIn(user, password)}
    >
      <FormField label="User">
        <Input
          value={user}
          onChange={({ detail }) => setUser(detail.value)}
          autoComplete="username"
          autoFocus
        />
      </FormField>
      <FormField label="Password">
        <Input
          type="password"
          value={password}
          onChange={({ detail }) => setPassword(detail.value)}
          autoComplete="current-password"
        />
      </FormField>
    </Door>
  );
}

/** Asks for a password of the user's own before anything else. */
export function ChangePasswordPage() {
  const { changePassword, session } = useSessionState();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const differs = again !== "" && again !== password;
  return (
    <Door
      title="Choose a password"
      note={`${session?.user ?? "You"} signed in with a one-time password. Choose one of your own to go on.`}
      action="Change password"
      ready={current !== "" && password !== "" && again === password}
      submit={() => changePassword(current, password)}
    >
      <FormField label="One-time password">
        <Input
          type="password"
          value={current}
          onChange={({ detail }) => setCurrent(detail.value)}
          autoComplete="current-password"
          autoFocus
        />
      </FormField>
      <FormField label="New password" constraintText="At least 12 characters.">
        <Input
          type="password"
          value={password}
          onChange={({ detail }) => setPassword(detail.value)}
          autoComplete="new-password"
        />
      </FormField>
      <FormField label="New password again" errorText={differs ? "The two differ." : undefined}>
        <Input
          type="password"
          value={again}
          onChange={({ detail }) => setAgain(detail.value)}
          autoComplete="new-password"
        />
      </FormField>
    </Door>
  );
}

interface DoorProps {
  title: string;
  note: string;
  /** What happened before. */
  told?: string | false;
  action: string;
  ready: boolean;
  submit: () => Promise<void>;
  children: ReactNode;
}

function Door({ title, note, told, action, ready, submit, children }: DoorProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const go = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await submit();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="door">
      <form
        onSubmit={event => {
          event.preventDefault();
          void go();
        }}
      >
        <Form
          actions={
            <Button variant="primary" loading={busy} disabled={!ready} formAction="submit">
              {action}
            </Button>
          }
        >
          <Container header={<Header variant="h1">{title}</Header>}>
            <SpaceBetween size="m">
              {problem ? (
                <Alert type="error">{problem.detail}</Alert>
              ) : (
                told && <Alert type="info">{told}</Alert>
              )}
              {children}
              <Box variant="small">{note}</Box>
            </SpaceBetween>
          </Container>
        </Form>
      </form>
    </main>
  );
}
