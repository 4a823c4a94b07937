// SPDX-License-Identifier: Apache-2.0

/** Lines of name=value as user properties, in order; a name may come again. */
export function userPropertiesOf(text: string): [string, string][] {
  return text
    .split("\n")
    .filter(line => line.trim() !== "")
    .map(line => {
      const equals = line.indexOf("=");
      if (equals <= 0) throw new Error("Each line of user properties is a name, = and a value.");
      return [line.slice(0, equals).trim(), line.slice(equals + 1).trim()];
    });
}
