// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

/**
 * The services whose models are read: the entry in the model archive, or of our own service in this module's resources,
 * and the names used on our side.
 */
enum Service {
    IOT("iot", "iot-2015-05-28", "iot", "Iot"),
    IOT_DATA("iot-data", "data-ats.iot-2015-05-28", "iotdata", "IotData"),
    SECURITY_HUB("securityhub", "securityhub-2018-10-26", "securityhub", "SecurityHub"),
    EVENTS("events", "events-2015-10-07", "events", "Events"),
    SNS("sns", "sns-2010-03-31", "sns", "Sns"),
    STS("sts", "sts-2011-06-15", "sts", "Sts"),
    FLEETWARD("fleetward", "fleetward-2026-11-28", "fleetward", "Fleetward");

    /** The root package of everything generated. */
    static final String ROOT_PACKAGE = "io.fleetward.aws.model";

    private final String id;
    private final String modelName;
    private final String packageName;
    private final String prefix;

    Service(String id, String modelName, String packageName, String prefix) {
        this.id = id;
        this.modelName = modelName;
        this.packageName = packageName;
        this.prefix = prefix;
    }

    /** The name of the service on the command line of the clients, of its operation list and of its patch. */
    String id() {
        return id;
    }

    /** The class-path entry with the service model. */
    String modelEntry() {
        return "models/" + modelName + "-model.json";
    }

    /** The package of its records and interface. */
    String javaPackage() {
        return ROOT_PACKAGE + "." + packageName;
    }

    /** The simple name of its API interface. */
    String apiName() {
        return prefix + "Api";
    }
}
