// SPDX-License-Identifier: Apache-2.0

interface AlarmName {
  securityProfileName: string;
  thingName: string;
  violationId: string;
}

/** The address of the page that explains one violation. */
export const alarmPath = ({ securityProfileName, thingName, violationId }: AlarmName): string =>
  `/detect/alarms/${encodeURIComponent(securityProfileName)}/${encodeURIComponent(thingName)}/${violationId}`;
