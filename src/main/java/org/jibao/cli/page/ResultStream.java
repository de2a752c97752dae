package org.jibao.cli.page;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where results go. A print stream keeps silent where its target takes no more; a list of figures that was cut off by a
 * full disk must not pass for whole, so the failure is remembered here. Nothing
 * in results makes a terminal do anything.
 */
public final class ResultStream extends PrintStream {

    private static final int BULK = 1 << 16;

    private final Target target;

    public ResultStream(OutputStream stream, Charset charset) {
        this(new Target(stream), charset);
    }

    private ResultStream(Target target, Charset charset) {
        super(new VisibleOutput(target, charset), true, StandardCharsets.UTF_8);
        this.target = target;
    }

    /** The same, for many small pieces: they go on when there are enough of them, or by a flush. */
    public PrintStream inBulk() {
        return new PrintStream(new BufferedOutputStream(this, BULK), false, StandardCharsets.UTF_8);
    }

    /** Why results were lost, or null where none were. A reader that went away, such as {@code head}, had enough. */
    @Nullable
    public IOException loss() {
        flush();
        IOException failure = target.failure;
        boolean readerLeft =
                failure != null && String.valueOf(failure.getMessage()).contains("Broken pipe");
        return readerLeft ? null : failure;
    }

    private static final class Target extends FilterOutputStream {

        private @Nullable IOException failure;

        Target(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
