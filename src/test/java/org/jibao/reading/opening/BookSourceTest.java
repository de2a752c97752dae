package org.jibao.reading.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.StoppedException;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.workbook.OldBooks;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.Workbooks;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are rebuilt for slips from what a process apart reads, and one that ends it costs its own slip alone. */
class BookSourceTest {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
    private static final Sheets TABLE = Sheets.of("表一", "| 项目 | 公文件数 |\n| 本期制发公文 | 12 |\n");

    private static BookSource source(String mainClass, BookSource.CellReading here) {
        ApartReader apart = UnrulyReading.reader(mainClass, Limits.standard(), ReadProgress.NOBODY, () -> false);
        return new BookSource(JOB, here, apart);
    }

    private static BookSource withoutAProcess() {
        return source("org.jibao.NoSuchClass", BookSource.here(JOB));
    }

    private static SourceBook of(BookSource books, String name, byte[] bytes) throws IOException {
        SourceFile source = OldBooks.source(name, bytes);
        return books.of(source.file(), bytes);
    }

    @Test
    void showsOfACompoundFileApartWhatItWouldHere() throws Exception {
        try (BookSource books = new BookSource(JOB, () -> false)) {
            for (Map.Entry<String, byte[]> one : OldBooks.all().entrySet()) {
                SourceFile source = OldBooks.source(one.getKey() + ".xls", one.getValue());
                assertEquals(books.here(source), books.of(source.file(), one.getValue()), one.getKey());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "overflow", "book-hang", "book-halt", "book-kill", "book-garbage"})
    void refusesWhatEndsTheProcessAndShowsTheNext(String name) throws IOException, UnreadableException {
        byte[] bytes = TABLE.xls();
        try (BookSource books = UnrulyReading.books(JOB, () -> false)) {
            assertThrows(IOException.class, () -> of(books, name + ".xls", bytes));
            assertEquals(books.here(OldBooks.source("good.xls", bytes)), of(books, "good.xls", bytes));
        }
    }

    @Test
    void refusesACompoundFileWhereNoProcessStartsAndShowsOthers() throws IOException {
        try (BookSource books = withoutAProcess()) {
            assertThrows(IOException.class, () -> of(books, "good.xls", TABLE.xls()));
            assertEquals(
                    "表一", of(books, "good.xlsx", TABLE.xlsx()).sheets().get(0).name());
        }
    }

    @Test
    void letsGoWhenTheRunIsToStop() throws IOException {
        byte[] bytes = TABLE.xls();
        try (BookSource books = UnrulyReading.books(JOB, () -> true)) {
            assertThrows(StoppedException.class, () -> of(books, "good.xls", bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "stack"})
    void showsApartWhatIsTooMuchForThisProcess(String lacking) throws IOException {
        byte[] bytes = TABLE.xlsx();
        BookSource.CellReading lack = source -> {
            throw lacking.equals("memory") ? new OutOfMemoryError("for a test") : new StackOverflowError();
        };
        try (BookSource usual = withoutAProcess();
                BookSource apart = source(ApartReading.class.getName(), lack);
                BookSource none = source("org.jibao.NoSuchClass", lack)) {
            assertEquals(of(usual, "a.xlsx", bytes), of(apart, "a.xlsx", bytes));
            assertThrows(IOException.class, () -> of(none, "a.xlsx", bytes));
        }
    }

    /** One that is nearly nothing has a billion digits when it is written out. */
    @Test
    void doesNotWriteOutANumberWithAnExponent() throws IOException {
        byte[] bytes = Workbooks.withRows("<row r=\"1\"><c r=\"A1\"><v>1E-999999999</v></c></row>")
                .bytes();
        try (BookSource books = withoutAProcess()) {
            assertEquals(
                    "1E-999999999",
                    of(books, "tiny.xlsx", bytes)
                            .sheets()
                            .get(0)
                            .rows()
                            .get(0)
                            .cells()
                            .get(0)
                            .text());
        }
    }
}
