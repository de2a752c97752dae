package org.jibao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jibao.app.Jibao;
import org.jibao.cluster.ClusterSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the machines of a cluster meet, for the commands that take files in. */
final class ClusterOptions {

    @Option(names = "--cluster", paramLabel = "URL", descriptionKey = "cluster")
    private @Nullable String address;

    @Option(names = "--parts", paramLabel = "DIR", descriptionKey = "parts")
    private @Nullable Path parts;

    @Option(
            names = "--cluster-deadline",
            paramLabel = "TIME",
            descriptionKey = "cluster-deadline",
            defaultValue = "6h",
            converter = DeadlineConverter.class)
    private Duration deadline = Duration.ofHours(6);

    /** The address as it was typed. */
    @Nullable
    String address() {
        return address;
    }

    Jibao on(Jibao jibao, RunOptions options) {
        return address == null ? jibao : jibao.inCluster(settings(address, options.inbox(), options.store()));
    }

    ClusterSettings settings(String url, Path inbox, Path store) {
        Path folder = parts == null ? ClusterSettings.partsBeside(store) : parts;
        return new ClusterSettings(url, inbox, folder, deadline, System.getenv());
    }

    /** A time such as {@code 90s}, {@code 45m} or {@code 6h}. */
    static final class DeadlineConverter implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            try {
                Duration time = Duration.parse("PT" + value.toUpperCase(Locale.ROOT));
                if (time.isNegative() || time.isZero()) {
                    throw new TypeConversionException("6h");
                }
                return time;
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("6h");
            }
        }
    }
}
