// SPDX-License-Identifier: Apache-2.0

const reasons: Record<string, string> = {
  AUTH_ERROR: "Not authenticated any more",
  CLIENT_INITIATED_DISCONNECT: "Left",
  CLIENT_ERROR: "Broke the protocol",
  CONNECTION_LOST: "Connection lost",
  DUPLICATE_CLIENTID: "Taken over by the same client ID",
  FORBIDDEN_ACCESS: "Did what its policies forbid",
  MQTT_KEEP_ALIVE_TIMEOUT: "Kept silent too long",
  SERVER_ERROR: "Error of the server",
  SERVER_INITIATED_DISCONNECT: "Ended by the server",
  API_INITIATED_DISCONNECT: "Ended through the API",
  THROTTLED: "Sent too much",
  WEBSOCKET_TTL_EXPIRATION: "WebSocket expired",
};

/** Why a connection ended, in words. */
export const reasonText = (reason: string | undefined): string =>
  reason === undefined ? "Ended unseen, the server stopped" : (reasons[reason] ?? reason);
