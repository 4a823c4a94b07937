// SPDX-License-Identifier: Apache-2.0

/** What the server answered instead of a result (RFC 9457), or why no answer came. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly field?: string,
    readonly requestId?: string,
  ) {
    super(detail);
    this.name = "Problem";
  }

  /** Whether asking again later may help. */
  get passing(): boolean {
    return this.isUnreachable || this.status === 429 || this.status >= 502;
  }

  /** Whether no answer came at all. */
  get isUnreachable(): boolean {
    return this.code === "Unreachable";
  }
}

/** No answer: the server is stopped, restarts, or cannot be reached. */
export const unreachable = (): Problem =>
  new Problem(0, "Unreachable", "The server does not answer. It may be restarting; the page tries again.");

export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as Record<string, unknown>;
    const word = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : undefined);
    return new Problem(
      response.status,
      word("code") ?? word("title") ?? "Error",
      word("detail") ?? word("title") ?? `The server answered ${response.status}.`,
      word("field"),
      word("requestId"),
    );
  } catch {
    return new Problem(response.status, "Error", `The server answered ${response.status}.`);
  }
}

/** Anything thrown, as a problem. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(0, "Error", error instanceof Error ? error.message : String(error));
