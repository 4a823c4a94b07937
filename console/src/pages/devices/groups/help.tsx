// SPDX-License-Identifier: Apache-2.0

export const groupHelp = (
  <>
    <p>
      A static group has the things that are put into it, and may have a parent. Policies and security
      profiles of a group hold for its things and for those of the groups below it.
    </p>
    <p>
      A dynamic group has the things that its query finds; it follows each change of the registry at once.
    </p>
  </>
);
