// SPDX-License-Identifier: Apache-2.0
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { useOperation } from "../api/operation";
import { SignInPage } from "./SignInPage";
import { ScopeContext } from "./scope";
import { SessionProvider, useSessionState } from "./session";

const scope = { account: "000000000000", region: "us-east-1" };
const session = { user: "ada", csrfToken: "token", roles: [] };

/** What the server does: answers, is away, or has forgotten the session. */
let server: "there" | "away" | "restarted" = "there";

beforeEach(() => {
  server = "there";
  vi.stubGlobal("fetch", async (url: string) => {
    if (server === "away") throw new TypeError("Failed to fetch");
    if (server === "restarted") return Response.json({ code: "SignInRequired" }, { status: 401 });
    return Response.json(url === "/console/session" ? session : { name: "pump" });
  });
});

function Thing() {
  const thing = useOperation<{ name: string }>("iot", "DescribeThing");
  const { problem } = useSessionState();
  return (
    <>
      <button type="button" onClick={() => void thing.refetch()}>
        Ask
      </button>
      <p>{thing.error ? thing.error.code : thing.data?.name}</p>
      <p>{problem ? "away" : "there"}</p>
    </>
  );
}

const Guarded = () => (useSessionState().session ? <Thing /> : <SignInPage />);

function show() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <SessionProvider>
        <ScopeContext value={scope}>
          <Guarded />
        </ScopeContext>
      </SessionProvider>
    </QueryClientProvider>,
  );
}

it("asks again for what failed as soon as the server answers again", async () => {
  show();
  await screen.findByText("pump");
  server = "away";
  screen.getByText("Ask").click();
  await screen.findByText("Unreachable");
  expect(screen.getByText("away")).toBeTruthy();
  server = "there";
  await screen.findByText("pump");
  expect(screen.getByText("there")).toBeTruthy();
});

it("leads to the sign-in when the server came back without the session, and says why", async () => {
  show();
  await screen.findByText("pump");
  server = "away";
  screen.getByText("Ask").click();
  await screen.findByText("away");
  server = "restarted";
  await screen.findByText("Your session has ended. Sign in to go on where you were.");
});
