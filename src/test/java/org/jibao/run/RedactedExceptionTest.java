package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RedactedExceptionTest {

    @Test
    void saysWhereAFaultWasMetAndNotWhatStoodInTheCell() {
        Exception fault =
                new IllegalStateException("row 7: 张某", new NumberFormatException("For input string: \"38万\""));
        StringWriter trace = new StringWriter();
        RedactedException.of(fault).printStackTrace(new PrintWriter(trace, true));
        assertFalse(trace.toString().contains("张某"), trace::toString);
        assertFalse(trace.toString().contains("38万"), trace::toString);
        assertTrue(trace.toString().contains("java.lang.IllegalStateException"), trace::toString);
        assertTrue(trace.toString().contains("java.lang.NumberFormatException"), trace::toString);
        assertEquals(fault.getStackTrace()[0], RedactedException.of(fault).getStackTrace()[0]);
    }

    @Test
    void comesToAnEndWhereCausesAreARing() {
        Exception first = new IllegalStateException("a");
        Exception second = new IllegalStateException("b", first);
        assertNotNull(first.initCause(second));
        int causes = 0;
        for (Throwable link = RedactedException.of(first); link != null; link = link.getCause()) {
            causes++;
        }
        assertEquals(6, causes);
    }
}
