package org.jibao.definition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an office hands a job's returns on, and whose packages it takes: {@code packages:} of {@code job.yaml} and
 * {@code package-keys.csv}.
 *
 * @param office the code of the unit that hands on, or null for the one unit of the roster that has none above it
 * @param approval whether an officer approves the figures first
 * @param keys of the offices below, in the order of the file
 */
public record PackagesDefinition(@Nullable String office, Approval approval, List<SenderKey> keys) {

    /** As of a job that says nothing. */
    public static final PackagesDefinition USUAL = new PackagesDefinition(null, Approval.REQUIRED, List.of());

    /** Whether figures are approved before they are handed on. */
    public enum Approval {
        REQUIRED,
        NONE
    }

    /**
     * A line of {@code package-keys.csv}: from a day on, an office signs with this key and with none before it.
     *
     * @param key null where its packages are no longer taken
     * @param from null for from the beginning
     */
    public record SenderKey(
            String unit, @Nullable OfficeKey key, @Nullable LocalDate from) {

        public LocalDate begins() {
            return from == null ? LocalDate.MIN : from;
        }
    }

    public PackagesDefinition {
        keys = List.copyOf(keys);
    }

    public PackagesDefinition withKeys(List<SenderKey> other) {
        return new PackagesDefinition(office, approval, other);
    }

    /** The key with which an office signs on a day: that of the line that began last. */
    public Optional<OfficeKey> keyOf(String unit, LocalDate day) {
        return keys.stream()
                .filter(line -> line.unit().equals(unit))
                .filter(line -> !line.begins().isAfter(day))
                .max(Comparator.comparing(SenderKey::begins))
                .flatMap(line -> Optional.ofNullable(line.key()));
    }
}
