package org.jibao.reading.opening;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireInput.WireException;
import org.jibao.reading.apart.WireOutput;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.UnreadableException;

/** The reason for a rejection on its way through a pipe: a code, the file as its place, and arguments. */
final class RejectionWire {

    private static final Set<FindingCode> CODES = Set.of(
            FindingCode.FILE_UNREADABLE,
            FindingCode.FILE_ENCRYPTED,
            FindingCode.FILE_TRUNCATED,
            FindingCode.FILE_FORMAT_UNSUPPORTED,
            FindingCode.FILE_LIMIT_EXCEEDED,
            FindingCode.FILE_ENCODING_UNKNOWN,
            FindingCode.FILE_ENCODING_DOUBTFUL,
            FindingCode.FILE_QUOTE_OPEN);

    private static final int MOST_ARGUMENTS = 8;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_ARGUMENT = 4096;
    private static final int LONGEST_CAUSES = 2048;

    private RejectionWire() {}

    static void write(WireOutput out, Finding reason, String causes) throws IOException {
        out.text(reason.code());
        out.number(reason.arguments().size());
        for (Map.Entry<String, String> argument : reason.arguments().entrySet()) {
            out.text(argument.getKey());
            String value = argument.getValue();
            out.text(value.substring(0, Math.min(LONGEST_ARGUMENT, value.length())));
        }
        out.text(causes.substring(0, Math.min(LONGEST_CAUSES, causes.length())));
    }

    /**
     * What came back: as the file's own reading would have said it.
     *
     * @throws WireException where it is no reason why a file cannot be read
     */
    static Rejected read(WireInput in) throws IOException {
        String word = in.text(LONGEST_NAME);
        FindingCode code = CODES.stream()
                .filter(candidate -> candidate.code().equals(word))
                .findFirst()
                .orElseThrow(() -> new WireException("no reason for a rejection"));
        Map<String, String> arguments = new LinkedHashMap<>();
        int count = in.number(MOST_ARGUMENTS);
        for (int i = 0; i < count; i++) {
            arguments.put(in.text(LONGEST_NAME), in.text(LONGEST_ARGUMENT));
        }
        if (!arguments.keySet().containsAll(code.arguments())) {
            throw new WireException("a reason lacks an argument");
        }
        String causes = in.text(LONGEST_CAUSES).replaceAll("[^\\w$.<>:/@() -]", "?");
        return new Rejected(
                new Finding(code.code(), code.severity(), Place.FILE, "", null, arguments, null, null), causes);
    }

    /**
     * A reason from afar.
     *
     * @param causes kinds of exceptions, for the log
     */
    record Rejected(Finding reason, String causes) {

        /**
         * Says it as reading here does.
         *
         * @throws LimitExceededException where the file asks for more than one file may
         */
        UnreadableException exception() {
            if (reason.code().equals(FindingCode.FILE_LIMIT_EXCEEDED.code())) {
                throw new LimitExceededException(reason);
            }
            return new UnreadableException(reason, causes);
        }
    }
}
