// SPDX-License-Identifier: Apache-2.0

export const certificateHelp = (
  <>
    <p>
      A device proves who it is by a certificate and its private key. The key is shown once, when the
      certificate is created: download it then.
    </p>
    <p>
      Only an active certificate that has not expired may connect. An inactive one can be activated again; a
      revoked one stays revoked.
    </p>
    <p>
      What the device may do is said by the policies that are attached to the certificate or to groups of its
      thing.
    </p>
  </>
);
