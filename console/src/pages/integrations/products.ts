// SPDX-License-Identifier: Apache-2.0

export interface Product {
  ProductArn: string;
  ProductName?: string;
  CompanyName?: string;
  Description?: string;
  Categories?: string[];
  IntegrationTypes?: string[];
  MarketplaceUrl?: string;
  ActivationUrl?: string;
}

/** Company and product, by which a product and its subscription are one. */
export const tailOf = (arn: string): string => arn.split(/:product(?:-subscription)?\//)[1] ?? arn;

export const sends = ({ IntegrationTypes }: Product): boolean =>
  !!IntegrationTypes?.includes("SEND_FINDINGS_TO_SECURITY_HUB");

const directions: Record<string, string> = {
  SEND_FINDINGS_TO_SECURITY_HUB: "Sends findings",
  RECEIVE_FINDINGS_FROM_SECURITY_HUB: "Receives findings",
  UPDATE_FINDINGS_IN_SECURITY_HUB: "Changes findings",
};

export const directionsOf = ({ IntegrationTypes = [] }: Product): string =>
  IntegrationTypes.map(type => directions[type] ?? type).join(", ");

/** Whether all words are somewhere in the names, the description or the categories. */
export function meets(product: Product, words: string): boolean {
  const text = [product.CompanyName, product.ProductName, product.Description, ...(product.Categories ?? [])]
    .join(" ")
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}
