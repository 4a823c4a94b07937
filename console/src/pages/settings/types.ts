// SPDX-License-Identifier: Apache-2.0

export interface User {
  userName: string;
  roles: string[];
  /** Account ids, or * alone for every account. */
  accounts: string[];
  disabled: boolean;
  passwordChangeRequired?: boolean;
  creationDate?: number;
  lastSignInDate?: number;
}

export interface AccessKey {
  accessKeyId: string;
  userName: string;
  role: string;
  active?: boolean;
  /** Where it may be used; empty for everywhere. */
  regions?: string[];
  expiresAt?: number;
  creationDate?: number;
  lastUsedDate?: number;
}

export interface CreatedKey {
  accessKey: AccessKey;
  secretAccessKey: string;
}
