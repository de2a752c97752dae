package org.jibao.definition;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a job's outputs go beside {@code out/}: {@code delivery:} in {@code job.yaml}. Who runs the mail server is the
 * machine's business, not the job's, and stands in the environment.
 *
 * @param folder to which each new summary is copied, or null
 * @param mail to whom it is sent, or null
 */
public record DeliveryDefinition(
        @Nullable Folder folder, @Nullable Mail mail) {

    public static final DeliveryDefinition NONE = new DeliveryDefinition(null, null);

    /** One address, without a name beside it: nothing that could hold a second header. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(),;:\"@]{1,64}@[^\\s<>(),;:\"@]{1,255}");

    /** Two years of weekly summaries. */
    private static final int MOST_KEPT = 104;

    private static final int KEPT = 12;

    /**
     * A folder.
     *
     * @param keep how many versions of each period's summary stay there, 1 to 104
     */
    public record Folder(String path, int keep) {}

    /**
     * Addresses.
     *
     * @param leaders get the leaders' page and the summary
     * @param leadersFrom from when on
     * @param officers get the list of who still owes
     * @param operators are told when a run has failed
     */
    public record Mail(
            String from, List<String> leaders, LeadersFrom leadersFrom, List<String> officers, List<String> operators) {

        public Mail {
            leaders = List.copyOf(leaders);
            officers = List.copyOf(officers);
            operators = List.copyOf(operators);
        }
    }

    /** From when on leaders are sent summaries. */
    public enum LeadersFrom {
        /** The day after the returns were due; then whenever a figure changes. */
        DUE_DATE,
        /** As soon as there is one. */
        FIRST_RETURN
    }

    static DeliveryDefinition read(Value value) {
        return value.mapping().map(DeliveryDefinition::read).orElse(NONE);
    }

    private static DeliveryDefinition read(Mapping mapping) {
        DeliveryDefinition delivery = new DeliveryDefinition(
                mapping.get("folder").mapping().map(DeliveryDefinition::folder).orElse(null),
                mapping.get("mail").mapping().map(DeliveryDefinition::mail).orElse(null));
        mapping.end();
        return delivery;
    }

    private static Folder folder(Mapping mapping) {
        Folder folder =
                new Folder(mapping.need("path").text(), mapping.get("keep").integer(1, MOST_KEPT, KEPT));
        mapping.end();
        return folder;
    }

    private static Mail mail(Mapping mapping) {
        Mail mail = new Mail(
                address(mapping.need("from")),
                addresses(mapping.get("leaders")),
                mapping.get("leaders-from").choice(LeadersFrom.class, LeadersFrom.DUE_DATE),
                addresses(mapping.get("officers")),
                addresses(mapping.get("operators")));
        mapping.end();
        return mail;
    }

    private static List<String> addresses(Value list) {
        return list.items().stream()
                .map(DeliveryDefinition::address)
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }

    private static String address(Value value) {
        String address = value.text();
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            value.report(JobMistake.badAddress(address));
            return "";
        }
        return address;
    }
}
