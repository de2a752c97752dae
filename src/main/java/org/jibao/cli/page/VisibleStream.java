package org.jibao.cli.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Where messages go: whatever is printed, nothing in it makes a terminal do anything but what {@link #control} says. */
public final class VisibleStream extends PrintStream {

    private final VisibleOutput output;

    public VisibleStream(OutputStream terminal, Charset charset) {
        this(new VisibleOutput(terminal, charset));
    }

    private VisibleStream(VisibleOutput output) {
        super(output, true, StandardCharsets.UTF_8);
        this.output = output;
    }

    /** Tells a terminal to do something; the text beside it must be visible already. */
    void control(String text) {
        flush();
        try {
            output.control(text);
        } catch (IOException e) {
            setError();
        }
    }
}
