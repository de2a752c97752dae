package org.jibao.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.integration.store.MessageGroupQueue;
import org.springframework.integration.support.MutableMessage;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * The queue of slices, in a table of the database. Only those that read alike see a message: the region says how its
 * sender reads. A message is JSON with the name of the step and the number of its execution, and nothing else is made
 * of it.
 */
final class SliceQueue {

    /** The step that a worker executes. */
    static final String STEP = "read-slice";

    private static final String GROUP = "slices";
    private static final int MOST_BYTES = 4096;

    private SliceQueue() {}

    static QueueChannel open(ClusterDatabase database, Participant here) {
        JdbcChannelMessageStore messages = new JdbcChannelMessageStore(database.source());
        messages.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        messages.setRegion(here.region());
        messages.setSerializer(new RequestWriter());
        messages.setDeserializer(new RequestReader());
        messages.setCheckDatabaseOnStart(false);
        messages.afterPropertiesSet();
        return new QueueChannel(new MessageGroupQueue(messages, GROUP));
    }

    /** A request as JSON. */
    static final class RequestWriter implements Serializer<Message<?>> {

        @Override
        public void serialize(Message<?> message, OutputStream out) throws IOException {
            StepExecutionRequest request = (StepExecutionRequest) message.getPayload();
            String text = Json.line(Map.of(
                    "id", String.valueOf(message.getHeaders().getId()),
                    "step-execution", request.getStepExecutionId()));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** And back. What is no request is an error of the database's. */
    static final class RequestReader implements Deserializer<Message<?>> {

        @Override
        public Message<?> deserialize(InputStream in) throws IOException {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("no request: too long");
            }
            Map<String, @Nullable Object> map = Json.object(new String(bytes, StandardCharsets.UTF_8));
            if (map.get("step-execution") instanceof Long step && map.get("id") instanceof String id) {
                return message(UUID.fromString(id), new StepExecutionRequest(STEP, step));
            }
            throw new IOException("no request");
        }

        private static Message<?> message(UUID id, StepExecutionRequest request) {
            return new MutableMessage<>(request, Map.of(MessageHeaders.ID, id));
        }
    }
}
