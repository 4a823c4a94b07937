// SPDX-License-Identifier: Apache-2.0

export const certificatePath = (id: string) => `/certificates/${id}`;

/** The id of a certificate, the last word of its ARN. */
export const idOfArn = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

/** Ids are 64 hexadecimal digits; the first ones tell them apart. */
export const shortId = (id: string): string => (id.length > 16 ? `${id.slice(0, 16)}…` : id);
