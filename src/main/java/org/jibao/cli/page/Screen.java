package org.jibao.cli.page;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.guard.VisibleText;

/**
 * Where a command writes: results to {@code out}, progress and messages to {@code err}.
 *
 * @param terminal whether a person watches, so that a progress bar may be redrawn in place
 */
public record Screen(ResultStream out, VisibleStream err, boolean terminal, Language language) {

    public static Screen system(Language language) {
        ResultStream out = new ResultStream(new FileOutputStream(FileDescriptor.out), charset());
        return new Screen(out, stream(FileDescriptor.err), System.console() != null, language);
    }

    private static VisibleStream stream(FileDescriptor descriptor) {
        return new VisibleStream(new FileOutputStream(descriptor), charset());
    }

    /** UTF-8 everywhere but in a Windows console, whose own code page the JVM knows. */
    private static Charset charset() {
        String console = System.getProperty("sun.stdout.encoding");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows && console != null && Charset.isSupported(console)
                ? Charset.forName(console)
                : StandardCharsets.UTF_8;
    }

    public PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    public PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /** A text as it stands on the screen: what follows a line break in it is indented, and is no line of its own. */
    public String say(Text text) {
        return VisibleText.lines(text.in(language));
    }

    /** The words of a key. A value is on one line, but for a {@link Text}. */
    public String say(String key, Object... values) {
        return ConsoleWords.say(language, key, values);
    }
}
