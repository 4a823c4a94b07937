// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.fleet;

import io.fleetward.simulator.plan.DevicePlan;
import io.netty.pkitesting.X509Bundle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.AttributePayload;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;

/**
 * The fleet in the registry: a thing and a certificate of its own for every device, and one policy that permits each
 * device its own client id and topics. What was made is remembered and can be removed. Thread-safe.
 */
public final class Registration {
    private static final String POLICY = "fleetward-simulator";
    private static final String DOCUMENT = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "iot:Connect",
               "Resource": "arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}"},
              {"Effect": "Allow", "Action": "iot:Publish", "Resource": [
                "arn:aws:iot:*:*:topic/fleet/${iot:Connection.Thing.ThingName}/*",
                "arn:aws:iot:*:*:topic/$aws/things/${iot:Connection.Thing.ThingName}/defender/metrics/*"]},
              {"Effect": "Allow", "Action": "iot:Subscribe",
               "Resource": "arn:aws:iot:*:*:topicfilter/fleet/${iot:Connection.Thing.ThingName}/*"},
              {"Effect": "Allow", "Action": "iot:Receive",
               "Resource": "arn:aws:iot:*:*:topic/fleet/${iot:Connection.Thing.ThingName}/*"}]}
            """;

    private final CertificateMaker maker;
    private final IotClient iot;
    private final Map<String, String> certificateArns = new ConcurrentHashMap<>();

    public Registration(IotClient iot) throws Exception {
        this.iot = iot;
        this.maker = CertificateMaker.create();
    }

    /** Makes what is missing; answers each device's credentials by its name. */
    public Map<String, Credentials> create(Collection<DevicePlan> devices) throws Exception {
        try {
            iot.createPolicy(request -> request.policyName(POLICY).policyDocument(DOCUMENT));
        } catch (ResourceAlreadyExistsException there) {
            iot.getPolicy(request -> request.policyName(POLICY));
        }
        var credentials = new ConcurrentHashMap<String, Credentials>();
        forEach(devices, device -> credentials.put(device.name(), create(device)));
        return new HashMap<>(credentials);
    }

    private Credentials create(DevicePlan device) throws Exception {
        AttributePayload attributes = AttributePayload.builder()
                .attributes(Map.of("site", device.site(), "kind", device.kind().word()))
                .build();
        try {
            iot.createThing(request -> request.thingName(device.name()).attributePayload(attributes));
        } catch (ResourceAlreadyExistsException ofAnotherRun) {
            iot.updateThing(request -> request.thingName(device.name()).attributePayload(attributes));
        }
        X509Bundle bundle = maker.issue(device.name());
        String arn = iot.registerCertificateWithoutCA(request ->
                        request.certificatePem(bundle.getCertificatePEM()).status(CertificateStatus.ACTIVE))
                .certificateArn();
        certificateArns.put(device.name(), arn);
        iot.attachPolicy(request -> request.policyName(POLICY).target(arn));
        iot.attachThingPrincipal(request -> request.thingName(device.name()).principal(arn));
        return new Credentials(bundle.getCertificate(), bundle.getKeyPair().getPrivate());
    }

    /** Removes the things, certificates and the policy that were made. */
    public void remove() throws Exception {
        forEach(List.copyOf(certificateArns.entrySet()), entry -> remove(entry.getKey(), entry.getValue()));
        certificateArns.clear();
        iot.deletePolicy(request -> request.policyName(POLICY));
    }

    private void remove(String thing, String arn) {
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        iot.detachThingPrincipal(request -> request.thingName(thing).principal(arn));
        iot.updateCertificate(request -> request.certificateId(id).newStatus(CertificateStatus.INACTIVE));
        iot.detachPolicy(request -> request.policyName(POLICY).target(arn));
        iot.deleteCertificate(request -> request.certificateId(id));
        iot.deleteThing(request -> request.thingName(thing));
    }

    /** What is to be done with each of many. */
    private interface Step<T> {
        void take(T item) throws Exception;
    }

    private static <T> void forEach(Collection<T> items, Step<T> step) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(IotClients.PARALLEL)) {
            List<Future<?>> pending = items.stream()
                    .<Future<?>>map(item -> threads.submit(() -> {
                        step.take(item);
                        return item;
                    }))
                    .toList();
            for (Future<?> one : pending) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }
}
