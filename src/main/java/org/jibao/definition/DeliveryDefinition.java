package org.jibao.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a job's outputs go beside {@code out/}: {@code delivery:} in {@code job.yaml}. Who runs the mail server is the
 * machine's business, not the job's, and stands in the environment.
 *
 * @param files as what each summary is made, in every language of the job; one at least
 * @param folder to which each new summary is copied, or null
 * @param mail to whom it is sent, or null
 */
public record DeliveryDefinition(
        List<SummaryFile> files,
        @Nullable Folder folder,
        @Nullable Mail mail) {

    public static final DeliveryDefinition NONE = new DeliveryDefinition(SummaryFile.ALL, null, null);

    public DeliveryDefinition {
        files = List.copyOf(files);
    }

    /**
     * A folder.
     *
     * @param keep how many versions of each period's summary stay there, 1 to 104
     * @param files what is copied there
     */
    public record Folder(String path, int keep, List<SummaryFile> files) {

        public Folder {
            files = List.copyOf(files);
        }
    }

    /**
     * Addresses.
     *
     * @param leaders get the leaders' page, and files of the summary in every language
     * @param leadersFrom from when on
     * @param officers get the list of who still owes, and files of the summary in the main language
     * @param operators are told when a run has failed
     */
    public record Mail(
            String from,
            List<String> leaders,
            LeadersFrom leadersFrom,
            List<SummaryFile> leadersFiles,
            List<String> officers,
            List<SummaryFile> officersFiles,
            List<String> operators) {

        public Mail {
            leaders = List.copyOf(leaders);
            leadersFiles = List.copyOf(leadersFiles);
            officers = List.copyOf(officers);
            officersFiles = List.copyOf(officersFiles);
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
