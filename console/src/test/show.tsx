// SPDX-License-Identifier: Apache-2.0
import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ComponentType } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { LiveProvider } from "../api/live";
import type { Input } from "../api/operation";
import { Problem } from "../api/problem";
import { Frame } from "../app/Frame";
import { ScopeContext } from "../session/scope";
import { SessionProvider, useSessionState } from "../session/session";

/** What the server answers to an operation: its output, or a Problem. */
export type Answers = Record<string, (input: Input) => unknown>;

export interface Asked {
  operation: string;
  input: Input;
}

const session = {
  user: "ada",
  roles: ["admin"],
  mustChangePassword: false,
  csrfToken: "token",
  accounts: [{ id: "000000000000" }],
  account: "000000000000",
  region: "us-east-1",
  regions: ["us-east-1", "eu-central-1"],
};

/**
 * Shows one page inside the frame, as the router would, with a server that gives these answers. An operation without
 * an answer is refused, so that a page cannot ask for what its test does not know. Returns what was asked, and the
 * live events' source.
 */
export function showPage(Page: ComponentType, path: string, pattern: string, answers: Answers) {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    if (url === "/console/session") return Response.json(session);
    const operation = url.replace("/console/api/", "");
    const input = JSON.parse((init?.body as string | undefined) ?? "{}") as Input;
    asked.push({ operation, input });
    const answer = answers[operation];
    try {
      if (!answer) throw new Problem(501, "NotImplementedException", `the test answers no ${operation}`);
      return Response.json(await answer(input));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { status, code, detail, field } = error;
      return Response.json({ code, detail, field }, { status });
    }
  });
  const source = new FakeEventSource();
  vi.stubGlobal(
    "EventSource",
    Object.assign(
      function EventSource() {
        return source;
      },
      { CLOSED: 2 },
    ),
  );
  const scope = { account: "000000000000", region: "us-east-1" };
  const router = createMemoryRouter(
    [
      {
        path: "/:account/:region",
        element: <Frame />,
        children: [
          { path: pattern, element: <Page /> },
          { path: "*", element: <></> },
        ],
      },
    ],
    { initialEntries: [`/000000000000/us-east-1/${path}`] },
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const shown = render(
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={queries}>
        <SessionProvider>
          <WhenSignedIn>
            <ScopeContext value={scope}>
              <LiveProvider>
                <RouterProvider router={router} />
              </LiveProvider>
            </ScopeContext>
          </WhenSignedIn>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { ...shown, asked, source, router };
}

function WhenSignedIn({ children }: { children: React.ReactNode }) {
  return useSessionState().session ? children : null;
}

/** The stream of live events, told by the test. */
export class FakeEventSource {
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly listeners = new Map<string, ((message: { data: string }) => void)[]>();

  addEventListener(kind: string, listener: (message: { data: string }) => void): void {
    this.listeners.set(kind, [...(this.listeners.get(kind) ?? []), listener]);
  }

  tell(kind: string, event: { id: string; change: string; at: string }): void {
    for (const listener of this.listeners.get(kind) ?? []) listener({ data: JSON.stringify(event) });
  }

  close(): void {}
}
