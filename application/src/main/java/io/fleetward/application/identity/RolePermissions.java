// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import java.util.Collection;

/**
 * Says which role may do which AWS action; whatever is not known is denied to everybody.
 *
 * <table>
 * <caption>Roles and kinds of action</caption>
 * <tr><th>role</th><th>may</th></tr>
 * <tr><td>read-only</td><td>look</td></tr>
 * <tr><td>analyst</td><td>look, work findings</td></tr>
 * <tr><td>auditor</td><td>look, run and schedule audits</td></tr>
 * <tr><td>device-admin</td><td>look, manage devices, talk to devices</td></tr>
 * <tr><td>operator</td><td>everything but administer</td></tr>
 * <tr><td>administrator</td><td>everything</td></tr>
 * </table>
 *
 * <p>Immutable.
 */
public final class RolePermissions {
    private RolePermissions() {}

    /** Whether the role may do the action, for example {@code iot:CreateThing}; see {@link ActionKinds} for its form. */
    public static boolean allows(Role role, String action) {
        ActionKind kind = ActionKinds.of(action);
        return kind != null && allows(role, kind);
    }

    /** Whether one of the roles allows the action. */
    public static boolean allows(Collection<Role> roles, String action) {
        return roles.stream().anyMatch(role -> allows(role, action));
    }

    private static boolean allows(Role role, ActionKind kind) {
        return switch (role) {
            case READ_ONLY -> kind == ActionKind.READ;
            case ANALYST -> kind == ActionKind.READ || kind == ActionKind.WORK_FINDINGS;
            case AUDITOR -> kind == ActionKind.READ || kind == ActionKind.AUDIT;
            case DEVICE_ADMIN ->
                switch (kind) {
                    case READ, TALK_TO_DEVICES, MANAGE_DEVICES -> true;
                    case WORK_FINDINGS, USE_DATA, AUDIT, OPERATE, ADMINISTER -> false;
                };
            case OPERATOR -> kind != ActionKind.ADMINISTER;
            case ADMINISTRATOR -> true;
        };
    }
}
