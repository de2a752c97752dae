package org.jibao.definition.loading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.DeliveryDefinition.Folder;
import org.jibao.definition.DeliveryDefinition.LeadersFrom;
import org.jibao.definition.DeliveryDefinition.Mail;
import org.jibao.definition.FileLimits;
import org.jibao.definition.ReceiptDefinition;
import org.jibao.definition.ReceiptDefinition.SentBy;
import org.jibao.finding.Text;

/** The ways in and out of a job: {@code limits}, {@code received}, {@code sent-by} and {@code delivery} of {@code job.yaml}. */
final class WaysReader {

    private static final Pattern REGISTER_NAME =
            Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}][\\p{IsAlphabetic}\\p{IsDigit}_.-]{0,80}\\.csv");

    /** One address, without a name beside it: nothing that could hold a second header. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(),;:\"@]{1,64}@[^\\s<>(),;:\"@]{1,255}");

    /** Two years of weekly summaries. */
    private static final int MOST_KEPT = 104;

    private static final int KEPT = 12;

    /** A file is read into memory as it is packed, and its parts are addressed by four bytes. */
    private static final int MOST_PACKED = 256;

    private static final int MOST_UNPACKED = 2048;

    /** A nightly run must not stand still for longer over one file. */
    private static final int MOST_SECONDS = 900;

    private WaysReader() {}

    static ReceiptDefinition receipt(Value received, Value sentBy) {
        String name = received.absent() ? null : received.text();
        if (name != null && !REGISTER_NAME.matcher(name).matches()) {
            received.report(new Text(
                    "received 应是收件箱旁边一个文件的名字，如 received.csv，不带目录；现为“" + name + "”",
                    "received must be the name of a file beside the inbox, such as received.csv, without folders; it is \""
                            + name + "\""));
            name = null;
        }
        List<SentBy> senders = sentBy.absent()
                ? List.of(SentBy.UNIT)
                : sentBy.items().stream()
                        .map(item -> item.choice(SentBy.class, SentBy.UNIT))
                        .toList();
        return new ReceiptDefinition(
                name, senders.isEmpty() ? Set.of(SentBy.UNIT) : Set.copyOf(EnumSet.copyOf(senders)));
    }

    static FileLimits limits(Value value) {
        return value.mapping().map(WaysReader::limits).orElse(FileLimits.STANDARD);
    }

    private static FileLimits limits(Mapping mapping) {
        FileLimits limits = new FileLimits(
                mapping.get("packed-mebibytes").integer(1, MOST_PACKED, FileLimits.STANDARD.packedMebibytes()),
                mapping.get("unpacked-mebibytes").integer(1, MOST_UNPACKED, FileLimits.STANDARD.unpackedMebibytes()),
                mapping.get("seconds").integer(1, MOST_SECONDS, FileLimits.STANDARD.seconds()));
        mapping.end();
        return limits;
    }

    static DeliveryDefinition delivery(Value value) {
        return value.mapping().map(WaysReader::delivery).orElse(DeliveryDefinition.NONE);
    }

    private static DeliveryDefinition delivery(Mapping mapping) {
        DeliveryDefinition delivery = new DeliveryDefinition(
                mapping.get("folder").mapping().map(WaysReader::folder).orElse(null),
                mapping.get("mail").mapping().map(WaysReader::mail).orElse(null));
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
                .map(WaysReader::address)
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
