package org.jibao.inspect;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.InboxFile;
import org.jibao.inspect.ReceivedFiles.Sought;
import org.jibao.inspect.ReturnView.FindingView;
import org.jibao.inspect.ReturnView.SheetView;
import org.jibao.reading.book.ShownBook;
import org.jibao.reading.book.ShownBook.ShownSheet;
import org.jibao.reading.opening.BookSource;
import org.jibao.run.UnusableArgument;
import org.jibao.slip.SlipWriter.SlipLimits;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Shows one submission as its unit filled it, from a snapshot and the file that lies in the inbox. */
public final class ReturnQuery {

    private static final Wording WORDS = Wording.of(ReturnQuery.class);

    /** What a page shows of a sheet; the file has the rest. */
    static final int MOST_ROWS = 500;

    /** Likewise. */
    static final int MOST_COLUMNS = 60;

    /** Characters of a cell that are shown: more than any answer in a return has. */
    static final int LONGEST_TEXT = 2000;

    /** A hundred times what a return is, as of slips. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private final Sql sql;
    private final JobDefinition job;
    private final ReceivedFiles files;
    private final Instant asOf;

    public ReturnQuery(Sql sql, JobDefinition job, ReceivedFiles files, Instant asOf) {
        this.sql = sql;
        this.job = job;
        this.files = files;
        this.asOf = asOf;
    }

    /** @throws UnusableArgument where the job has no such submission */
    public ReturnView of(long submission) {
        Row row = sql.query(SqlText.read(ReturnQuery.class, "return_submission"), job.id(), submission, asOf).stream()
                .findFirst()
                .orElseThrow(() -> new UnusableArgument(WORDS.text("return.unknown", submission, job.title())));
        StoredReturn stored = StoredReturn.of(sql, job, row, previous(row.textOrNull("period")), asOf);
        List<FindingView> findings = findings(submission);
        ReturnSheets sheets = new ReturnSheets(stored, findings);
        Read read = read(row);
        List<Text> notices = new ArrayList<>();
        List<SheetView> views = read.book() == null ? sheets.ofStore() : sheets.of(read.book());
        notices.addAll(read.notices());
        if (views.stream().anyMatch(sheet -> sheet.cutRows() > 0 || sheet.cutColumns() > 0)) {
            notices.add(WORDS.text("return.cut", MOST_ROWS, MOST_COLUMNS));
        }
        return new ReturnView(
                submission,
                row.textOrNull("unit"),
                row.textOrNull("name"),
                row.textOrNull("period"),
                row.countOrNull("revision"),
                row.text("file"),
                row.text("sha256"),
                row.time("received_at"),
                row.text("verdict"),
                row.text("standing"),
                read.book() != null,
                notices,
                views,
                findings);
    }

    private @Nullable String previous(@Nullable String period) {
        return period == null
                ? null
                : job.periods()
                        .parse(period)
                        .map(Period::previous)
                        .map(Period::code)
                        .orElse(null);
    }

    private List<FindingView> findings(long submission) {
        return sql.query(SqlText.read(ReturnQuery.class, "return_findings"), job.id(), submission, asOf).stream()
                .map(ReturnQuery::finding)
                .toList();
    }

    private static FindingView finding(Row row) {
        return new FindingView(
                row.count("number"),
                row.text("code"),
                row.choice("severity", Severity.class),
                row.flag("answered"),
                new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                FindingsQuery.words(row, "message"),
                FindingsQuery.words(row, "cure"),
                places(row.text("left_cells")),
                places(row.text("right_cells")));
    }

    /** {@code sheet!cell} a line. */
    private static List<Place> places(String lines) {
        return lines.lines()
                .filter(line -> line.indexOf('!') > 0)
                .map(line ->
                        Place.cell(line.substring(0, line.lastIndexOf('!')), line.substring(line.lastIndexOf('!') + 1)))
                .toList();
    }

    /** What the file shows, or null where it cannot be shown, and what is to be said of it. */
    private record Read(@Nullable ShownBook book, List<Text> notices) {

        static Read not(Text why) {
            return new Read(null, List.of(WORDS.text("return.of-store", why)));
        }
    }

    private Read read(Row row) {
        if (row.text("file").indexOf('#') >= 0 && job.forms().stream().anyMatch(FormDefinition::isList)) {
            return Read.not(WORDS.text("refusal.list"));
        }
        Sought sought = new Sought(row.text("file"), row.text("sha256"), row.countOr("size", 0));
        Optional<InboxFile> found = files.find(sought);
        if (found.isEmpty()) {
            return Read.not(WORDS.text("refusal.gone"));
        }
        InboxFile file = found.get();
        if (file.rejection().isPresent() || !file.isWorkbook()) {
            return Read.not(WORDS.text("refusal.unreadable"));
        }
        return bounded(file);
    }

    private Read bounded(InboxFile file) {
        try (BookSource books = new BookSource(job, () -> false)) {
            boolean packed = file.container() == InboxFile.Container.OOXML && file.size() <= LARGEST;
            Optional<Text> refusal = packed ? SlipLimits.refusal(file.archive()) : SlipLimits.refusal(file.size());
            if (refusal.isPresent()) {
                return Read.not(refusal.get());
            }
            byte[] bytes = file.bytes();
            return file.unchanged() ? shown(books.shown(file, bytes)) : Read.not(WORDS.text("refusal.gone"));
        } catch (IOException unreadable) {
            return Read.not(WORDS.text("refusal.unreadable"));
        }
    }

    private static Read shown(ShownBook book) {
        List<String> withheld = book.sheets().stream()
                .filter(ShownSheet::withheld)
                .map(ShownSheet::name)
                .toList();
        if (withheld.isEmpty()) {
            return new Read(book, List.of());
        }
        Text names = new Text(String.join("、", withheld), String.join(", ", withheld));
        return new Read(book, List.of(WORDS.text("return.withheld", names)));
    }
}
