// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.SnsError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.notification.MessageAttribute;
import io.fleetward.application.notification.MessageDraft;
import io.fleetward.application.notification.TopicPublishing;
import io.fleetward.aws.model.sns.BatchResultErrorEntry;
import io.fleetward.aws.model.sns.MessageAttributeValue;
import io.fleetward.aws.model.sns.PublishBatchRequest;
import io.fleetward.aws.model.sns.PublishBatchRequestEntry;
import io.fleetward.aws.model.sns.PublishBatchResponse;
import io.fleetward.aws.model.sns.PublishBatchResultEntry;
import io.fleetward.aws.model.sns.PublishRequest;
import io.fleetward.aws.model.sns.PublishResponse;
import io.fleetward.aws.model.sns.SnsApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Publishing to notification topics. Thread-safe. */
public final class TopicPublishOperations implements SnsApi {
    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BATCH_BYTES = 256 * 1024;
    private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final TopicPublishing publishing;

    public TopicPublishOperations(TopicPublishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public PublishResponse publish(PublishRequest request, CallContext context) {
        Unsupported.refuse("PhoneNumber", request.phoneNumber() != null);
        String topic = request.topicArn() == null ? request.targetArn() : request.topicArn();
        if (topic == null || (request.topicArn() != null && request.targetArn() != null)) {
            throw invalid("TopicArn or TargetArn Reason: exactly one of them must be given");
        }
        refuseFifo(request.messageGroupId(), request.messageDeduplicationId());
        MessageDraft draft =
                draft(request.message(), request.subject(), request.messageStructure(), request.messageAttributes());
        return PublishResponse.builder()
                .messageId(publishing.publish(context.scope(), topic, draft))
                .build();
    }

    @Override
    public PublishBatchResponse publishBatch(PublishBatchRequest request, CallContext context) {
        List<PublishBatchRequestEntry> entries = request.publishBatchRequestEntries();
        check(entries);
        publishing.require(context.scope(), request.topicArn());
        var successful = new ArrayList<PublishBatchResultEntry>();
        var failed = new ArrayList<BatchResultErrorEntry>();
        for (PublishBatchRequestEntry entry : entries) {
            try {
                String id = publishing.publish(context.scope(), request.topicArn(), draft(entry));
                successful.add(PublishBatchResultEntry.builder()
                        .id(entry.id())
                        .messageId(id)
                        .build());
            } catch (ApiException refusal) {
                if (refusal.code() != SnsError.INVALID_PARAMETER) {
                    throw refusal;
                }
                failed.add(BatchResultErrorEntry.builder()
                        .id(entry.id())
                        .code("InvalidParameter")
                        .message(refusal.text())
                        .senderFault(true)
                        .build());
            }
        }
        return PublishBatchResponse.builder()
                .successful(successful)
                .failed(failed)
                .build();
    }

    private static void check(List<PublishBatchRequestEntry> entries) {
        if (entries.isEmpty()) {
            throw new ApiException(SnsError.EMPTY_BATCH_REQUEST, "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new ApiException(
                    SnsError.TOO_MANY_ENTRIES_IN_BATCH_REQUEST,
                    "The batch request contains more than " + MOST_ENTRIES + " entries.");
        }
        long distinct =
                entries.stream().map(PublishBatchRequestEntry::id).distinct().count();
        if (distinct < entries.size()) {
            throw new ApiException(
                    SnsError.BATCH_ENTRY_IDS_NOT_DISTINCT,
                    "Two or more batch entries in the request have the same Id.");
        }
        int bytes = 0;
        for (PublishBatchRequestEntry entry : entries) {
            if (!ENTRY_ID.matcher(entry.id()).matches()) {
                throw new ApiException(
                        SnsError.INVALID_BATCH_ENTRY_ID,
                        "The Id of a batch entry must be 1 to 80 letters, digits, hyphens and underscores.");
            }
            bytes += entry.message().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_BATCH_BYTES) {
            throw new ApiException(
                    SnsError.BATCH_REQUEST_TOO_LONG,
                    "The length of all the batch messages put together is more than the limit.");
        }
    }

    private static MessageDraft draft(PublishBatchRequestEntry entry) {
        refuseFifo(entry.messageGroupId(), entry.messageDeduplicationId());
        return draft(entry.message(), entry.subject(), entry.messageStructure(), entry.messageAttributes());
    }

    private static MessageDraft draft(
            String text,
            @Nullable String subject,
            @Nullable String structure,
            @Nullable Map<String, MessageAttributeValue> attributes) {
        MessageDraft draft = MessageDraft.of(text).about(subject);
        if (attributes != null) {
            var told = new LinkedHashMap<String, MessageAttribute>();
            attributes.forEach((name, value) -> told.put(name, attribute(name, value)));
            draft = draft.with(told);
        }
        if (structure == null) {
            return draft;
        }
        if (!structure.equals("json")) {
            throw invalid("MessageStructure");
        }
        return draft.perProtocol();
    }

    private static MessageAttribute attribute(String name, MessageAttributeValue value) {
        boolean isBinary = value.dataType().equals("Binary");
        byte[] bytes = value.binaryValue();
        if (isBinary ? bytes == null || value.stringValue() != null : bytes != null || value.stringValue() == null) {
            throw invalid("MessageAttributes Reason: " + name + " must have a "
                    + (isBinary ? "BinaryValue" : "StringValue") + " and nothing else, as its data type says");
        }
        String text = bytes == null ? value.stringValue() : Base64.getEncoder().encodeToString(bytes);
        return new MessageAttribute(value.dataType(), text == null ? "" : text);
    }

    private static void refuseFifo(@Nullable String group, @Nullable String deduplication) {
        if (group != null) {
            throw invalid("MessageGroupId Reason: FIFO topics are not supported");
        }
        if (deduplication != null) {
            throw invalid("MessageDeduplicationId Reason: FIFO topics are not supported");
        }
    }

    private static ApiException invalid(String what) {
        return new ApiException(SnsError.INVALID_PARAMETER, "Invalid parameter: " + what);
    }
}
