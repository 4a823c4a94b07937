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
