// SPDX-License-Identifier: Apache-2.0

/** How a behavior is written and tried; the same for new profiles and for those that are changed. */
export const behaviorHelp = (
  <>
    <p>
      A behavior says what is normal. A device that breaks it for enough datapoints in a row goes into alarm.
    </p>
    <p>
      Recent values show what some devices sent, with the limit drawn in; the line below says what the limit
      would have alarmed on in the last day. The back-test says the same of the last two weeks and of all
      behaviors together.
    </p>
    <p>Without enough values on record, attach the profile with alerts suppressed and look again later.</p>
  </>
);
