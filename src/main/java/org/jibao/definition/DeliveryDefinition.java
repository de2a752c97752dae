package org.jibao.definition;

import java.util.List;
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
}
