// SPDX-License-Identifier: Apache-2.0

export interface Certificate {
  certificateArn: string;
  certificateId: string;
  status: string;
  certificateMode?: string;
  creationDate?: number;
}

export interface CertificateDetails extends Certificate {
  certificatePem?: string;
  caCertificateId?: string;
  lastModifiedDate?: number;
  validity?: { notBefore?: number; notAfter?: number };
}

export interface NewCertificate {
  certificateArn: string;
  certificateId: string;
  certificatePem?: string;
  keyPair?: { PublicKey?: string; PrivateKey?: string };
}
