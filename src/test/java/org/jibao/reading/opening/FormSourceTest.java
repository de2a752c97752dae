package org.jibao.reading.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.Limits;
import org.jibao.reading.book.SourceBook;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of strangers come through the door of returns. */
class FormSourceTest {

    private static final Sheets FORM = Sheets.of("Form", """
            | Item | Count  |
            | Oak  | =B3+1  |
            | Ash  | 3      |
            """);

    private final Path folder;

    FormSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static FormSource.Opened open(Path file) throws IOException {
        try (FormSource source = new FormSource()) {
            return source.open(Inbox.only(file, Limits.standard()).files().get(0));
        }
    }

    private static List<String> texts(FormSource.Opened opened) {
        SourceBook book = opened.book();
        assertNotNull(book);
        return book.sheets().get(0).rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell.formula() == null
                        ? cell.text()
                        : "=" + cell.formula().text())
                .map(text -> text.replaceAll("\\.0$", ""))
                .toList();
    }

    @Test
    void readsEveryKind() throws IOException {
        Files.writeString(folder.resolve("form.csv"), "Item,Count\nOak,4\nAsh,3\n");
        assertEquals(
                List.of("Item", "Count", "Oak", "=B3+1", "Ash", "3"), texts(open(FORM.save(folder.resolve("f.xlsx")))));
        assertEquals(
                List.of("Item", "Count", "Oak", "=B3+1", "Ash", "3"), texts(open(FORM.save(folder.resolve("f.xls")))));
        assertEquals(List.of("Item", "Count", "Oak", "4", "Ash", "3"), texts(open(folder.resolve("form.csv"))));
    }

    @Test
    void saysWhyFileIsRefused() throws IOException {
        FormSource.Opened opened = open(Files.write(folder.resolve("empty.xlsx"), new byte[0]));
        assertNull(opened.book());
        assertEquals(
                "file-empty", opened.refusal() == null ? "" : opened.refusal().code());
    }
}
