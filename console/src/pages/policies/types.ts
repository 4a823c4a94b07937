// SPDX-License-Identifier: Apache-2.0

export interface Policy {
  policyName: string;
  policyArn: string;
}

export interface PolicyDetails extends Policy {
  policyDocument: string;
  defaultVersionId: string;
  creationDate?: number;
  lastModifiedDate?: number;
  generationId?: string;
}

export interface PolicyVersion {
  versionId: string;
  isDefaultVersion: boolean;
  createDate?: number;
}

/** What is decided otherwise by the new document, with a request that shows it. */
export interface Difference {
  action: string;
  resource: string;
  circumstances?: Record<string, string>;
  before: string;
  after: string;
}

export interface Comparison {
  differences?: Difference[];
  undecidedActions?: string[];
}

/** What an audit would find wrong with a document. */
export interface Fault {
  checkName: string;
  severity: string;
  reasonCode: string;
  reason: string;
}
