// SPDX-License-Identifier: Apache-2.0

export const policyHelp = (
  <>
    <p>
      A policy says which MQTT and registry actions a device may do: connect under which client id, publish to
      which topics, subscribe to which filters.
    </p>
    <p>
      It takes effect once it is attached to a certificate or to a thing group. What no statement allows is
      denied; a Deny wins over every Allow.
    </p>
    <p>
      A policy has up to five versions. The default version is the one in force; another one can be made the
      default at any time.
    </p>
    <p>Each change is audited. A policy that allows too much becomes a critical finding.</p>
  </>
);
