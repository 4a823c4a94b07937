// SPDX-License-Identifier: Apache-2.0

export interface ActionTarget {
  ActionTargetArn: string;
  Name: string;
  Description: string;
}
