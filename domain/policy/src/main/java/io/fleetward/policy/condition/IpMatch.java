// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.kernel.net.Cidr;
import io.fleetward.kernel.net.IpAddress;
import io.fleetward.policy.variable.Template;
import java.util.List;

/** Addresses against blocks of addresses, IPv4 and IPv6; a bare address is a block of one. */
final class IpMatch {
    private IpMatch() {}

    static ValueMatch of(List<Template> values) {
        return new TypedMatch<>(
                IpAddress::parse, Operand.all(values, Cidr::parse), (address, block) -> block.contains(address));
    }
}
