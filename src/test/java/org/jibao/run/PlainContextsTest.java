package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InvalidClassException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;

class PlainContextsTest {

    private static ByteArrayInputStream written(Map<String, Object> context) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DefaultExecutionContextSerializer().serialize(context, bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void readsWhatTheJobRepositoryWrites() throws IOException {
        Map<String, Object> context =
                new HashMap<>(Map.of("batch.stepType", "x", "read.count", 7, "at", 8L, "end", true));
        assertEquals(context, new PlainContexts().deserialize(written(context)));
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        new PlainContexts().serialize(context, own);
        assertEquals(context, new PlainContexts().deserialize(new ByteArrayInputStream(own.toByteArray())));
    }

    @Test
    void makesNoObjectOfAnotherClass() throws IOException {
        ByteArrayInputStream file = written(new HashMap<>(Map.of("a", new File("/tmp"))));
        assertThrows(InvalidClassException.class, () -> new PlainContexts().deserialize(file));
    }
}
