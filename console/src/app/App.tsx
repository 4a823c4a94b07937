// SPDX-License-Identifier: Apache-2.0
import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useMemo } from "react";
import { createBrowserRouter, Navigate, Outlet, RouterProvider, useParams } from "react-router";
import { LiveProvider } from "../api/live";
import { asProblem } from "../api/problem";
import { ChangePasswordPage, SignInPage } from "../session/SignInPage";
import { ScopeContext } from "../session/scope";
import { SessionProvider, useSession, useSessionState } from "../session/session";
import { CannotShow, StartingUp } from "../ui/CannotShow";
import "./app.css";
import { Frame } from "./Frame";
import { NotFoundPage } from "./NotFoundPage";
import { routes } from "./routes";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // Whether the server answers, only it can tell: it may run on this machine, without any network.
      networkMode: "always",
      retry: (failures, error) => {
        const { passing, isUnreachable } = asProblem(error);
        return passing && failures < (isUnreachable ? 1 : 3);
      },
      retryDelay: failures => 500 * 2 ** failures,
    },
    mutations: { networkMode: "always" },
  },
});

const router = createBrowserRouter(
  [
    { path: "/", element: <ToOwnAccount /> },
    {
      path: "/:account/:region",
      element: <Scoped />,
      children: [
        {
          element: <Frame />,
          errorElement: <CannotShow />,
          children: [
            ...routes.map(({ path, page }) => ({
              path,
              errorElement: <CannotShow />,
              lazy: async () => ({ Component: await page() }),
              HydrateFallback: StartingUp,
            })),
            { index: true, element: <Navigate to="overview" replace /> },
            { path: "*", element: <NotFoundPage /> },
          ],
        },
      ],
    },
    { path: "*", element: <ToOwnAccount /> },
  ],
  { basename: "/console" },
);

/** The whole console: nothing but the sign-in page is shown until somebody is signed in. */
export function App() {
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={queries}>
        <SessionProvider>
          <Guarded />
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}

function Guarded() {
  const { session, problem } = useSessionState();
  if (session === undefined) return problem ? <CannotShow problem={problem} /> : <StartingUp />;
  if (session === null) return <SignInPage />;
  if (session.mustChangePassword) return <ChangePasswordPage />;
  return <RouterProvider router={router} />;
}

function ToOwnAccount() {
  const { account, region } = useSession();
  return <Navigate to={`/${account}/${region}/overview`} replace />;
}

function Scoped() {
  const { account = "", region = "" } = useParams();
  const scope = useMemo(() => ({ account, region }), [account, region]);
  return (
    <ScopeContext value={scope}>
      <LiveProvider>
        <Outlet />
      </LiveProvider>
    </ScopeContext>
  );
}
