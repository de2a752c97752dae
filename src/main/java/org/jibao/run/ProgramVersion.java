package org.jibao.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this program, as its build wrote it. */
public final class ProgramVersion {

    private static final String CURRENT = read();

    private ProgramVersion() {}

    public static String current() {
        return CURRENT;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream stream = Objects.requireNonNull(
                ProgramVersion.class.getResourceAsStream("/org/jibao/version.properties"), "no version in the jar")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"));
    }
}
