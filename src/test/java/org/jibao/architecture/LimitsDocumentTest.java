package org.jibao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code src/docs/limits.md}: the number of every row against the constant that sets it, which is looked up in the
 * sources.
 */
class LimitsDocumentTest {

    private static final Path DOCUMENT = Path.of("src/docs/limits.md");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)\\b");

    /** The text from each type's declaration on, by its name. */
    private static final Map<String, String> DECLARED = declared();

    private static final long MEBIBYTE = 1 << 20;

    /** A row of three cells whose second begins with a number. */
    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| ([0-9][0-9,]*)( MiB)?[^|]* \\| .+ \\|");

    /** Where each number stands: {@code Class.CONSTANT}, or {@code Class:} and a pattern that finds it. */
    private static final Map<String, String> SET_BY = new LinkedHashMap<>();

    static {
        Stream.of("""
                        size as received = FileLimits:STANDARD = new FileLimits\\((\\d+), \\d+, \\d+\\)
                        size of all its parts together, unpacked = FileLimits:STANDARD = new FileLimits\\(\\d+, (\\d+), \\d+\\)
                        time to read = FileLimits:STANDARD = new FileLimits\\(\\d+, \\d+, (\\d+)\\)
                        `packed-mebibytes` of a job = JobFile.MOST_PACKED
                        `unpacked-mebibytes` of a job = JobFile.MOST_UNPACKED
                        `seconds` of a job = JobFile.MOST_SECONDS
                        unpacked to packed size of a part over 1 MiB = Limits:MEBIBYTE,\\s+(\\d+),\\s+\\d+,\\s+[\\d_]+,
                        parts of a workbook = Budget.MOST_PARTS
                        sheets of a workbook = Limits:MEBIBYTE,\\s+\\d+,\\s+(\\d+),\\s+[\\d_]+,
                        rows of a sheet = Limits:MEBIBYTE,\\s+\\d+,\\s+\\d+,\\s+([\\d_]+),
                        columns of a sheet = Budget.MOST_COLUMNS
                        cells that are held of a workbook = Limits:MEBIBYTE,\\s+\\d+,\\s+\\d+,\\s+[\\d_]+,\\s+([\\d_]+),
                        text of shared strings = Limits.STRING_BYTES
                        text of a cell = BoundedText.LONGEST
                        a figure or date as the file stores it = BoundedText.LONGEST_FIGURE
                        digits before the decimal point = NumberLimit.WHOLE_DIGITS
                        digits after the decimal point = RowAppender.SCALE
                        a row of `.csv` = CsvRows.LONGEST_LINE
                        a piece of markup = MarkupBound.LONGEST
                        name of a sheet = Budget.LONGEST_NAME
                        code of a number format = Budget.LONGEST_FORMAT
                        depth of elements = Budget.DEEPEST
                        files in one ZIP of returns = ReturnsZip.MOST_FILES
                        lines of a [list](job-folder.md#formsidyaml) of units = ListFiles.MOST_LINES
                        size of a list of units = InboxFile.LARGE
                        directory of a ZIP = ZipPackage.LARGEST_DIRECTORY
                        rows of a sheet in which a form may begin = SheetWords.ROWS_SEARCHED
                        rows of a sheet that are held = SheetCollector.HEAD
                        entries of a register that are held = Entries.HELD
                        least memory of that process = ProcessSettings.LEAST
                        most memory of that process = ProcessSettings.MOST
                        tries with a file that ends the process = ApartReader.MOST_TRIES
                        time for an `.xls` of any size = ApartReader.LEAST
                        findings of one severity, and of one rule over entries, that are listed for a return = Finding.MOST_KEPT
                        cells that are [probably at fault](findings.md#cell-probable) together = Localiser.MOST_CELLS
                        constraints that are looked at to find them, for each return = Localiser.MOST_STEPS
                        groups of failing rules of a return of which they are said = ProbableCellFindings.MOST_NOTES
                        ways to mend a group that are listed = ProbableCellFindings.MOST_SETS
                        characters of one part of a message = Finding.LONGEST
                        changed entries that `history` lists for a register = RegisterChanges.MOST
                        size of `received.csv` = ReceivedTimes.MOST_BYTES
                        its lines = ReceivedTimes.MOST_LINES
                        characters of a line = ReceivedTimes.LONGEST_LINE
                        faulty lines that are named one by one = ReceivedTimes.NAMED
                        mails in a mail in a mail = MailLimits.DEEPEST
                        parts in parts, over all of these = MailLimits.DEEPEST_LEVEL
                        parts of a mail that are looked at = MailLimits.MOST_VISITED
                        files that are taken from a mail = MailLimits.MOST_PARTS
                        bytes of the header of a mail or of a part = MailLimits.HEADER_BYTES
                        all headers of a mail together = MailLimits.ALL_HEADER_BYTES
                        bytes of a text that are searched for a link to a large attachment = MailLimits.TEXT_BYTES
                        mails in one mbox file = MailLimits.MOST_MAILS
                        size of a package = PackageZip.MOST_MEBIBYTES
                        all its parts together, unpacked = PackageZip.MOST_UNPACKED_MEBIBYTES
                        unpacked to packed size of a part of it over 1 MiB = PackageZip.DENSEST
                        parts of a package = PackageZip.MOST_PARTS
                        KiB of its manifest = PackageZip.MOST_MANIFEST_KIBIBYTES
                        rows of one of its tables = HandedTables.MOST_ROWS
                        size of such a table by its own words = HandedTables.MOST_TABLE_MEBIBYTES
                        units that it names = HandedTables.MOST_UNITS
                        characters of a text in its tables = StagedTables.LONGEST_TEXT
                        characters of a file's name in it = StagedTables.LONGEST_NAME
                        size of a file = JobFolder.LARGEST_FILE
                        characters of a YAML file = YamlReader.MOST_LETTERS
                        depth of a YAML file = YamlReader.DEEPEST
                        aliases in a YAML file = YamlReader.MOST_ALIASES
                        characters of `file-name` = LinearPattern.LONGEST
                        steps of `file-name` with its repeats written out = LinearPattern.LARGEST
                        `open-for` = JobFile.LONGEST_OPEN
                        `keep` of a delivery folder = JobFile.MOST_KEPT
                        `width` of a column = SummaryReader.WIDEST
                        parts of a bulletin template = TemplateGuard.MOST_PARTS
                        size of all its parts together, when unpacked = TemplateGuard.LARGEST
                        XML of them = TemplateGuard.LARGEST_XML
                        `limit` of a chart = ChartReader.MOST_CATEGORIES
                        title of a sheet = SheetReader.LONGEST_TITLE
                        characters of a statement = Size.MOST_CHARACTERS
                        joins and subqueries = Size.MOST_JOINS
                        queries in a statement = Size.MOST_QUERIES
                        parts of a statement = Size.MOST_PARTS
                        time of a statement = Engine:SANDBOX_MILLISECONDS = (\\d+)_000;
                        seconds beyond that for a metric, for each MiB of the copy it runs on = FiguresCopy.SECONDS_A_MEBIBYTE
                        seconds for a metric, however large the store = FiguresCopy.MOST_SECONDS
                        rows of a table of the summary = ResultLimit.SHEET_ROWS
                        rows of a table that is continued on further sheets = ResultLimit.LONG_TABLE_ROWS
                        bytes of a file name = SafeFileName.LONGEST
                        text of a cell in a summary = Cells.LONGEST
                        rows of a table in a bulletin = Grid.MOST_LINES
                        names in a list of a bulletin = Standings.MOST_NAMES
                        rows of a table on the page = PageTable.MOST_ROWS
                        size of the page from which tables give their number of rows only = PageTable.MOST_BYTES
                        units behind a figure on the page = FigureOpenings.MOST_UNITS
                        cells of a unit behind a figure on the page = FigureOpenings.MOST_CELLS
                        units and cells behind all figures of the page = FigureOpenings.MOST_BYTES
                        copies of a printed form on the page = PrintedPart.MOST_COPIES
                        rows of all `tidy` sheets in a summary's workbook = TidySheet.MOST_IN_SUMMARY
                        rows of a `tidy` sheet = TidySheet.MOST_ROWS
                        markup of a workbook that a slip rebuilds = SlipLimits.MARKUP
                        size of such a workbook, unpacked = SlipLimits.UNPACKED
                        size of an `.xls` that a slip rebuilds = SlipLimits.COMPOUND
                        sheets of a workbook that a slip rebuilds = SlipLimits.SHEETS
                        prepared rows of a register in a template = RegisterBlock.PREPARED
                        files that are kept in one step = CollectJob.CHUNK
                        time to stop after SIGTERM = GracefulShutdown.PATIENCE
                        jump of the clock ahead = RunClock.LONGEST_PAUSE
                        seconds that `JIBAO_SMTP_TIMEOUT` may name = MailTimeouts.MOST
                        answers that one mail may wait for = MailTimeouts.ANSWERS_A_MAIL
                        answers that all mails of a run may wait for = MailTimeouts.ANSWERS_A_RUN
                        days after its receipt for which a mail is answered = Answers.ANSWERED_DAYS
                        days by which a reminder may be late = Reminders.LATEST_DAYS
                        errors that an answer names = Errors.MOST
                        attachments that an answer names as not taken = SpokenWords.NAMED
                        size of a return slip in an answer = SlipFiles.LARGEST
                        characters of a subject that an answer repeats = ReplySubject.LONGEST
                        ids of mails in the thread of an answer = AnswerHeaders.MOST_IDS
                        days for which the outbox knows what became of an answer = Answers.KEPT_DAYS
                        size of a log file = LogRetention:USUAL = new LogRetention\\(([^,]+),
                        size of all log files of a kind = LogRetention:USUAL = new LogRetention\\([^,]+, ([^,]+),
                        age of a log file = LogRetention:USUAL = new LogRetention\\([^,]+, [^,]+, (\\d+)\\)
                        characters of the note of a call = CallNote.LONGEST_NOTE
                        characters of the name in it = CallNote.LONGEST_NAME
                        size of the file of calls = CallBook.MOST_MEBIBYTES
                        missed runs that are listed = MissedRuns.MOST
                        backups that are kept without `--keep` = BackupCommand:"--keep".*defaultValue = "(\\d+)"
                        size of one form with files = Desk.UPLOAD_BYTES
                        files of one form = Desk.UPLOAD_FILES
                        size of a form without files = CallReader.MOST_FORM_BYTES
                        rows of a sheet on the page of a return = ReturnQuery.MOST_ROWS
                        columns of it = ReturnQuery.MOST_COLUMNS
                        units on one page of the board = BoardPage.MOST
                        cells of a unit behind a figure = FigureQuery.MOST_CELLS
                        works that may wait = Works.MOST_WAITING
                        works that can be looked at when they have ended = Works.KEPT
                        slices of a run, as long as none has more than the most files = SlicePlan.SLICES
                        files of a slice = SlicePlan.MOST
                        packed bytes of the files of a slice = SlicePlan.BYTES
                        tries of a slice before its suspects are read alone = SliceTries.MOST
                        tries of a file that is read alone = SliceTries.MOST_ALONE
                        times that altered parts are read again = ClusterRun.MOST_DAMAGED
                        seconds between two signs of life of a worker to the database = SliceReader.BEAT_SECONDS
                        characters of a message of the queue = SliceQueue.MOST_BYTES
                        """.split("\n"))
                .map(line -> line.strip().split(" = ", 2))
                .forEach(pair -> SET_BY.put(pair[0], pair[1]));
    }

    @Test
    void everyNumberIsTheOneInTheProgram() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        Map<String, String> program = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                boolean mebibytes = row.group(3) != null;
                rows.put(row.group(1), row.group(2).replace(",", "") + (mebibytes ? " MiB" : ""));
                String place = SET_BY.getOrDefault(row.group(1), "");
                program.put(row.group(1), place.isEmpty() ? "unknown" : number(place, mebibytes));
            }
        }
        assertEquals(program, rows);
        assertEquals(List.copyOf(SET_BY.keySet()), List.copyOf(rows.keySet()));
    }

    private static String number(String place, boolean mebibytes) {
        boolean found = place.contains(":");
        String type = place.split("[.:]", 2)[0];
        String pattern =
                found ? place.substring(type.length() + 1) : "\\b" + place.substring(type.length() + 1) + " = ([^;]+);";
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(source(type));
        if (!matcher.find()) {
            return "no " + place;
        }
        long number = value(matcher.group(1));
        return mebibytes ? (number >= MEBIBYTE ? number / MEBIBYTE : number) + " MiB" : String.valueOf(number);
    }

    /** Products and shifts of whole numbers, and durations in their own unit. */
    private static long value(String expression) {
        String plain = expression
                .replaceAll("\\(int\\)|_|(?<=\\d)L|\\s", "")
                .replaceAll("Duration\\.of\\w+\\((.+)\\)", "$1")
                .replace("MEBIBYTE", String.valueOf(MEBIBYTE));
        long product = 1;
        for (String factor : plain.split("\\*", -1)) {
            String[] shift = factor.split("<<", 2);
            product *= Long.parseLong(shift[0]) << (shift.length == 2 ? Integer.parseInt(shift[1]) : 0);
        }
        return product;
    }

    /** The text from the type's declaration on, whether it has a file of its own or stands in another's. */
    private static String source(String type) {
        String source = DECLARED.get(type);
        if (source == null) {
            throw new AssertionError("limits.md needs a constant of " + type + ", which is gone");
        }
        return source;
    }

    private static Map<String, String> declared() {
        Map<String, String> declared = new HashMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                Matcher found = DECLARATION.matcher(text);
                while (found.find()) {
                    declared.putIfAbsent(found.group(1), text.substring(found.start()));
                }
            }
            return declared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
