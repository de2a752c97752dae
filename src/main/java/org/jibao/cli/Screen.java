package org.jibao.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jibao.finding.Language;
import org.jibao.finding.Text;

/**
 * Where a command writes: results to {@code out}, progress and messages to {@code err}.
 *
 * @param terminal whether a person watches, so that a progress bar may be redrawn in place
 */
record Screen(ResultStream out, PrintStream err, boolean terminal, Language language) {

    static Screen system(Language language) {
        ResultStream out = new ResultStream(new FileOutputStream(FileDescriptor.out), charset());
        return new Screen(out, stream(FileDescriptor.err), System.console() != null, language);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset());
    }

    /** UTF-8 everywhere but in a Windows console, whose own code page the JVM knows. */
    private static Charset charset() {
        String console = System.getProperty("sun.stdout.encoding");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows && console != null && Charset.isSupported(console)
                ? Charset.forName(console)
                : StandardCharsets.UTF_8;
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }

    String say(Text text) {
        return text.in(language);
    }

    String say(String key, Object... values) {
        return Words.say(language, key, values);
    }
}
