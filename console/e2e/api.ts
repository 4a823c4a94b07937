// SPDX-License-Identifier: Apache-2.0
import type { APIRequestContext } from "@playwright/test";

type Members = Record<string, unknown>;

/** Calls one operation of the server's API, and answers its output. */
export type Api = <T>(service: string, operation: string, input?: Members) => Promise<T>;

/** The operations in the name of whoever the requests' session belongs to. */
export async function apiOf(request: APIRequestContext): Promise<Api> {
  const session = (await (await request.get("/console/session")).json()) as Record<string, string>;
  const headers = {
    "x-fleetward-csrf": session.csrfToken ?? "",
    "x-fleetward-account": session.account ?? "",
    "x-fleetward-region": session.region ?? "",
  };
  return async <T>(service: string, operation: string, input: Members = {}) => {
    const response = await request.post(`/console/api/${service}/${operation}`, { headers, data: input });
    const text = await response.text();
    if (!response.ok()) throw new Error(`${operation}: ${response.status()} ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as T;
  };
}
