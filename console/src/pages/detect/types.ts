// SPDX-License-Identifier: Apache-2.0

export interface MetricValue {
  count?: number;
  number?: number;
  cidrs?: string[];
  ports?: number[];
  numbers?: number[];
  strings?: string[];
}

export interface BehaviorCriteria {
  comparisonOperator?: string;
  value?: MetricValue;
  durationSeconds?: number;
  consecutiveDatapointsToAlarm?: number;
  consecutiveDatapointsToClear?: number;
  statisticalThreshold?: { statistic: string };
  mlDetectionConfig?: { confidenceLevel: string };
}

export interface Behavior {
  name: string;
  metric?: string;
  metricDimension?: { dimensionName: string; operator?: "IN" | "NOT_IN" };
  criteria?: BehaviorCriteria;
  suppressAlerts?: boolean;
  exportMetric?: boolean;
}

export type VerificationState = "UNKNOWN" | "TRUE_POSITIVE" | "FALSE_POSITIVE" | "BENIGN_POSITIVE";

export interface ActiveViolation {
  violationId: string;
  thingName: string;
  securityProfileName: string;
  behavior: Behavior;
  lastViolationValue?: MetricValue;
  violationEventAdditionalInfo?: { confidenceLevel?: string };
  verificationState?: VerificationState;
  verificationStateDescription?: string;
  lastViolationTime?: number;
  violationStartTime?: number;
}

export interface ViolationEvent {
  violationId: string;
  thingName: string;
  securityProfileName: string;
  behavior: Behavior;
  metricValue?: MetricValue;
  violationEventType: "in-alarm" | "alarm-cleared" | "alarm-invalidated";
  verificationState?: VerificationState;
  violationEventTime: number;
}

export interface SecurityProfile {
  securityProfileName: string;
  securityProfileArn: string;
  securityProfileDescription?: string;
  behaviors?: Behavior[];
  alertTargets?: Record<string, { alertTargetArn: string; roleArn: string }>;
  additionalMetricsToRetainV2?: { metric: string }[];
  version?: number;
  creationDate?: number;
  lastModifiedDate?: number;
}

export interface Named {
  name: string;
  arn: string;
}
