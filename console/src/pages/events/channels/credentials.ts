// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./types";

export type AuthorizationType = Connection["AuthorizationType"];

/** What is typed for a kind of authorization. */
export interface CredentialField {
  name: string;
  label: string;
  isSecret?: boolean;
}

export const authorizations: readonly {
  value: AuthorizationType;
  label: string;
  fields: readonly CredentialField[];
}[] = [
  {
    value: "API_KEY",
    label: "API key",
    fields: [
      { name: "ApiKeyName", label: "Name of the header" },
      { name: "ApiKeyValue", label: "Key", isSecret: true },
    ],
  },
  {
    value: "BASIC",
    label: "User and password",
    fields: [
      { name: "Username", label: "User" },
      { name: "Password", label: "Password", isSecret: true },
    ],
  },
  {
    value: "OAUTH_CLIENT_CREDENTIALS",
    label: "OAuth client",
    fields: [
      { name: "AuthorizationEndpoint", label: "Address of the token" },
      { name: "ClientID", label: "Client ID" },
      { name: "ClientSecret", label: "Client secret", isSecret: true },
    ],
  },
];

export const authorizationText = (type: AuthorizationType): string =>
  authorizations.find(({ value }) => value === type)?.label ?? type;

/** The parameters of a connection, as the API takes them. */
export function parametersOf(type: AuthorizationType, typed: Readonly<Record<string, string>>) {
  const of = (name: string) => typed[name] ?? "";
  switch (type) {
    case "API_KEY":
      return { ApiKeyAuthParameters: { ApiKeyName: of("ApiKeyName"), ApiKeyValue: of("ApiKeyValue") } };
    case "BASIC":
      return { BasicAuthParameters: { Username: of("Username"), Password: of("Password") } };
    case "OAUTH_CLIENT_CREDENTIALS":
      return {
        OAuthParameters: {
          AuthorizationEndpoint: of("AuthorizationEndpoint"),
          HttpMethod: "POST",
          ClientParameters: { ClientID: of("ClientID"), ClientSecret: of("ClientSecret") },
        },
      };
  }
}
