// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.fault.FaultCodes.WireCode;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The vocabulary of refusals, service by service. */
class FaultCodesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "faults.csv", numLinesToSkip = 1)
    void namesFaultsAsTheServiceDoes(AwsService service, Fault fault, String name, int status) {
        assertThat(FaultCodes.of(service, fault)).isEqualTo(new WireCode(name, status));
    }

    @ParameterizedTest
    @CsvSource({
        "IOT,InvalidRequestException,InvalidRequestException",
        "IOT,ValidationException,ValidationException",
        "IOT,ThrottlingException,InvalidRequestException",
        "IOT_DATA,InvalidRequestException,InvalidRequestException",
        "SECURITY_HUB,InvalidInputException,InvalidInputException",
        "SECURITY_HUB,ValidationException,ValidationException",
        "EVENTS,ResourceNotFoundException,ValidationException",
        "SNS,InvalidParameterException,ValidationError"
    })
    void choosesTheValidationErrorFromTheErrorsOfTheOperation(AwsService service, String modelled, String name) {
        assertThat(FaultCodes.validation(operation(service, List.of(modelled)))).isEqualTo(new WireCode(name, 400));
    }

    @Test
    void prefersTheServicesOwnNameWhenBothAreModelled() {
        Operation operation =
                operation(AwsService.SECURITY_HUB, List.of("ValidationException", "InvalidInputException"));

        assertThat(FaultCodes.validation(operation).name()).isEqualTo("InvalidInputException");
    }

    private static Operation operation(AwsService service, List<String> errors) {
        return new Operation(service, "Do", "POST", "/", 200, null, null, null, errors);
    }
}
