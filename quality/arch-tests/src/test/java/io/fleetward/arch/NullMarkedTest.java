// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NullMarkedTest {
    @Test
    void everyPackageSaysWhatItIsForAndThatNothingInItIsNull() {
        List<String> unmarked = packages().filter(name -> !hasPackageInfo(name)).toList();
        assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
    }

    private static Stream<String> packages() {
        return ProductionClasses.ALL.stream()
                .filter(type -> !"package-info".equals(type.getSimpleName()))
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted();
    }

    private static boolean hasPackageInfo(String name) {
        return ProductionClasses.ALL.contain(name + ".package-info")
                && ProductionClasses.ALL
                        .get(name + ".package-info")
                        .isAnnotatedWith("org.jspecify.annotations.NullMarked");
    }
}
