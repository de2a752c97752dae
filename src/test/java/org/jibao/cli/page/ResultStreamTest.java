package org.jibao.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultStreamTest {

    @Test
    void passesResultsOn() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ResultStream results = new ResultStream(bytes, StandardCharsets.UTF_8);
        results.print("应报 49");
        assertNull(results.loss());
        assertEquals("应报 49", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void remembersThatResultsWereLost() {
        assertNotNull(after("No space left on device").loss());
    }

    @Test
    void takesReaderThatLeftForOneThatHadEnough() {
        assertNull(after("Broken pipe").loss());
    }

    private static ResultStream after(String failure) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(failure);
            }
        };
        ResultStream results = new ResultStream(broken, StandardCharsets.UTF_8);
        results.println("应报 49");
        return results;
    }
}
