package org.jibao.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.status.ChaseList;
import org.jibao.status.SlipLinks;
import org.jibao.status.StatusReport;
import org.jibao.status.StatusReport.RejectedFile;
import org.jibao.status.StatusReport.State;
import org.jibao.summary.Letter;

/** What officers are told of a period: how many have reported, who has not, whose return went back, and what was rejected. */
public final class OfficersLetter {
    private static final Wording WORDS = Wording.of(OfficersLetter.class);

    /** So many files that are nobody's are named; the summary has them all. */
    private static final int NAMED = 10;

    private OfficersLetter() {}

    /** @param slips the return slips that lie beside the summary */
    public static Letter of(StatusReport report, SlipLinks slips, Language language) {
        Text title =
                WORDS.text("officers.title", report.title(), report.period().label());
        return Letter.plain(title.in(language), words(report, slips).in(language));
    }

    private static Text words(StatusReport report, SlipLinks slips) {
        return WORDS.text(
                "officers.letter",
                report.expected(),
                report.received(),
                report.count(State.LATE),
                report.due(),
                names(report, State.MISSING),
                names(report, State.RETURNED),
                rejected(report, slips),
                LetterOfSenders.of(report));
    }

    /** Of each unit of which nothing counts and something was rejected: the file, why, and its slip. Then the files that are nobody's. */
    private static Text rejected(StatusReport report, SlipLinks slips) {
        List<Text> lines = new ArrayList<>();
        report.chase().lines().stream()
                .filter(line -> line.state() == ChaseList.State.REJECTED)
                .map(slips::linked)
                .map(OfficersLetter::rejected)
                .forEach(lines::add);
        List<RejectedFile> nobodys =
                report.rejected().stream().filter(file -> file.unit() == null).toList();
        nobodys.stream()
                .limit(NAMED)
                .map(file -> WORDS.text("officers.nobodys", file.file(), file.reason()))
                .forEach(lines::add);
        if (nobodys.size() > NAMED) {
            lines.add(WORDS.text("officers.nobodys-more", nobodys.size()));
        }
        return listed(lines, "；", "; ");
    }

    private static Text rejected(ChaseList.Line line) {
        ChaseList.FirstError first = line.first();
        List<Text> about = new ArrayList<>();
        about.add(Text.same(String.valueOf(line.file())));
        if (first != null) {
            about.add(first.message());
        }
        if (line.slip() != null) {
            about.add(WORDS.text("officers.slip", line.slip()));
        }
        return WORDS.text("officers.rejected", line.name(), listed(about, "，", ", "));
    }

    private static String joined(List<Text> lines, Language language, String between) {
        return lines.stream()
                .map(line -> line.in(language))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static Text names(StatusReport report, State state) {
        List<Text> names = report.units().stream()
                .filter(unit -> unit.state() == state)
                .map(unit -> Text.same(unit.name()))
                .toList();
        return listed(names, "、", ", ");
    }

    private static Text listed(List<Text> all, String zhBetween, String enBetween) {
        return all.isEmpty()
                ? WORDS.text("officers.none")
                : new Text(joined(all, Language.ZH, zhBetween), joined(all, Language.EN, enBetween));
    }

    /** The part of the officers' mail on senders: held returns, replaced revisions, and units in time only by a replaced revision. */
    static final class LetterOfSenders {

        /** So many are named; the summary and {@code jibao status} have them all. */
        private static final int NAMED = 20;

        private LetterOfSenders() {}

        /** Paragraphs, or an empty text where there is nothing to tell. */
        static Text of(StatusReport report) {
            Text held = paragraph(
                    WORDS.text("senders.held"),
                    report.held(),
                    file -> WORDS.text("senders.held-file", file.why(), file.cure()));
            Text replaced =
                    paragraph(WORDS.text("senders.replaced"), report.replacements(), one -> one.words(report.zone()));
            Text inTime = paragraph(
                    WORDS.text("senders.in-time"),
                    report.inTimeByReplaced(),
                    one -> WORDS.text(
                            "senders.in-time-file", one.name(), one.olderFile(), one.newerFile(), one.share()));
            return new Text(held.zh() + replaced.zh() + inTime.zh(), held.en() + replaced.en() + inTime.en());
        }

        private static <T> Text paragraph(Text title, List<T> all, Function<T, Text> words) {
            if (all.isEmpty()) {
                return Text.same("");
            }
            List<Text> lines =
                    new ArrayList<>(all.stream().limit(NAMED).map(words).toList());
            int more = all.size() - lines.size();
            if (more > 0) {
                lines.add(WORDS.text("senders.more", more));
            }
            return new Text(
                    "\n" + title.zh() + joined(lines, Language.ZH) + "\n",
                    "\n" + title.en() + joined(lines, Language.EN) + "\n");
        }

        private static String joined(List<Text> lines, Language language) {
            return lines.stream().map(line -> "\n  " + line.in(language)).collect(Collectors.joining());
        }
    }
}
