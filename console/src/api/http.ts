// SPDX-License-Identifier: Apache-2.0
import { Problem, problemOf, unreachable } from "./problem";

let csrfToken: string | undefined;
let onDoubt: (problem: Problem) => void = () => {};

/** The token that every change must carry; it lives as long as the page. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Calls back when the server does not answer, or does not take the session for what it was. */
export function whenInDoubt(callback: (problem: Problem) => void): void {
  onDoubt = callback;
}

/** Something else than a request found that the server does not answer. */
export const notAnswering = (): void => onDoubt(unreachable());

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
    throw told(unreachable(), path);
  }
  if (!response.ok) throw told(await problemOf(response), path);
  return read<T>(response);
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  try {
    return (text === "" ? {} : JSON.parse(text)) as T;
  } catch {
    throw new Problem(response.status, "Unreadable", "The server's answer cannot be read.");
  }
}

const doubtful = ["Unreachable", "SignInRequired", "PasswordChangeRequired", "InvalidCsrfToken"];

function told(problem: Problem, path: string): Problem {
  if (doubtful.includes(problem.code) && path !== "session") onDoubt(problem);
  return problem;
}
