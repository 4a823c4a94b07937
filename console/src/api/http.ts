// SPDX-License-Identifier: Apache-2.0
import { type Problem, problemOf, unreachable } from "./problem";

let csrfToken: string | undefined;
let onSignedOut: () => void = () => {};

/** The token that every change must carry; it lives as long as the page. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Calls back when the server no longer knows the session. */
export function whenSignedOut(callback: () => void): void {
  onSignedOut = callback;
}

/** One request to the console's own paths; the answer's JSON, or a Problem. */
export async function send<T>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<T> {
  const all: Record<string, string> = { accept: "application/json", ...headers };
  if (body !== undefined) all["content-type"] = "application/json";
  if (method !== "GET" && csrfToken) all["x-fleetward-csrf"] = csrfToken;
  let response: Response;
  try {
    response = await fetch(`/console/${path}`, {
      method,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      credentials: "same-origin",
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable();
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (isSignedOut(problem) && path !== "session") onSignedOut();
    throw problem;
  }
  const text = await response.text();
  return (text === "" ? {} : JSON.parse(text)) as T;
}

const isSignedOut = (problem: Problem) =>
  problem.code === "SignInRequired" || problem.code === "PasswordChangeRequired";
