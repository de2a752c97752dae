package org.jibao.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jibao.cluster.SliceQueue.RequestReader;
import org.jibao.cluster.SliceQueue.RequestWriter;
import org.junit.jupiter.api.Test;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.messaging.Message;

/** Messages of the queue: the database is not ours alone. */
class SliceQueueTest {

    private static Message<?> read(byte[] bytes) throws IOException {
        return new RequestReader().deserialize(new ByteArrayInputStream(bytes));
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Message<?> sent = MessageBuilder.withPayload(new StepExecutionRequest(SliceQueue.STEP, 4711))
                .build();
        new RequestWriter().serialize(sent, bytes);
        Message<?> message = read(bytes.toByteArray());
        assertEquals(4711, ((StepExecutionRequest) message.getPayload()).getStepExecutionId());
        assertEquals(sent.getHeaders().getId(), message.getHeaders().getId());
    }

    @Test
    void makesNoObjectOfSerializedBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(new Date());
        }
        assertThrows(IOException.class, () -> read(bytes.toByteArray()));
    }

    @Test
    void refusesWhatIsNoRequestOrTooLong() {
        assertThrows(IOException.class, () -> read("{\"step-execution\": \"x\"}".getBytes(StandardCharsets.UTF_8)));
        assertThrows(IOException.class, () -> read(" ".repeat(5000).getBytes(StandardCharsets.UTF_8)));
    }
}
