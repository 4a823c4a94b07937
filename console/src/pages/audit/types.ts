// SPDX-License-Identifier: Apache-2.0

export interface AuditTask {
  taskId: string;
  taskStatus: "IN_PROGRESS" | "COMPLETED" | "FAILED" | "CANCELED";
  taskType: "ON_DEMAND_AUDIT_TASK" | "SCHEDULED_AUDIT_TASK";
}

export interface CheckDetails {
  checkRunStatus: string;
  checkCompliant?: boolean;
  totalResourcesCount?: number;
  nonCompliantResourcesCount?: number;
  suppressedNonCompliantResourcesCount?: number;
  errorCode?: string;
  message?: string;
}

export interface TaskStatistics {
  totalChecks?: number;
  inProgressChecks?: number;
  waitingForDataCollectionChecks?: number;
  compliantChecks?: number;
  nonCompliantChecks?: number;
  failedChecks?: number;
  canceledChecks?: number;
}

export interface AuditTaskDescription {
  taskStatus: AuditTask["taskStatus"];
  taskType: AuditTask["taskType"];
  taskStartTime: number;
  taskStatistics: TaskStatistics;
  scheduledAuditName?: string;
  auditDetails: Record<string, CheckDetails>;
}

export type ResourceIdentifier = Record<string, unknown>;

export interface AuditedResource {
  resourceType: string;
  resourceIdentifier: ResourceIdentifier;
  additionalInfo?: Record<string, string>;
}

export interface AuditFinding {
  findingId: string;
  taskId?: string;
  checkName: string;
  taskStartTime?: number;
  findingTime: number;
  severity: "CRITICAL" | "HIGH" | "MEDIUM" | "LOW";
  nonCompliantResource: AuditedResource;
  relatedResources?: AuditedResource[];
  reasonForNonCompliance?: string;
  reasonForNonComplianceCode?: string;
  isSuppressed?: boolean;
}

export interface ScheduledAudit {
  scheduledAuditName: string;
  scheduledAuditArn: string;
  frequency: "DAILY" | "WEEKLY" | "BIWEEKLY" | "MONTHLY";
  dayOfMonth?: string;
  dayOfWeek?: string;
  targetCheckNames?: string[];
}

export interface AuditConfiguration {
  roleArn?: string;
  auditNotificationTargetConfigurations?: Record<
    string,
    { targetArn?: string; roleArn?: string; enabled?: boolean }
  >;
  auditCheckConfigurations: Record<string, { enabled?: boolean; configuration?: Record<string, string> }>;
}

export interface AuditSuppression {
  checkName: string;
  resourceIdentifier: ResourceIdentifier;
  expirationDate?: number;
  suppressIndefinitely?: boolean;
  description?: string;
}
