package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jibao.delivery.SlipLedger.Line;
import org.jibao.support.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlipLedgerTest {

    private final Path folder;

    SlipLedgerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        SlipLedger ledger = new SlipLedger(
                "state", List.of(new Line("甲“局”.xlsx", "ab", "cd", "2026Q3/甲\"局\".xlsx", "ef"), Line.begun("乙局.xls")));
        ledger.deliver(AtomicFiles.open(folder));
        assertEquals(Optional.of(ledger), SlipLedger.in(folder));
    }

    @Test
    void isNoneWhereThereIsNoneOrAnotherFile() throws IOException {
        assertEquals(Optional.empty(), SlipLedger.in(folder));
        Files.writeString(folder.resolve(SlipLedger.NAME), "{\"slips\": [{\"name\": 3}]}");
        assertEquals(Optional.empty(), SlipLedger.in(folder));
    }

    @Test
    void isNoneWhereItNamesAFileOutsideTheFolder() throws IOException {
        for (String name : List.of("../甲局.xlsx", "/etc/hosts", "..", "a\\\\b.xlsx", "")) {
            Files.writeString(
                    folder.resolve(SlipLedger.NAME),
                    "{\"state\": \"\", \"slips\": [{\"name\": \"%s\", \"sha256\": \"\", \"digest\": \"\", \"file\": \"\", \"fileSha256\": \"\"}]}"
                            .formatted(name));
            assertEquals(Optional.empty(), SlipLedger.in(folder), name);
        }
    }

    @Test
    void saysWhatItSaidWhileStateAndSlipsAreTheSame() throws IOException {
        Path slip = Files.writeString(folder.resolve("甲局.xlsx"), "甲");
        SlipLedger ledger =
                new SlipLedger("state", List.of(new Line("甲局.xlsx", Sha256.of(slip), "cd", "甲.xlsx", "ef")));
        assertEquals(true, ledger.says("state", folder));
        assertEquals(false, ledger.says("another", folder));
        Files.writeString(slip, "乙");
        assertEquals(false, ledger.says("state", folder));
    }

    @Test
    void slipIsUntouchedWhileItsBytesAreThoseThatWereMade() throws IOException {
        Path slip = Files.writeString(folder.resolve("甲局.xlsx"), "甲");
        Line line = new Line("甲局.xlsx", Sha256.of(slip), "cd", "甲.xlsx", "ef");
        assertEquals(true, line.untouched(folder));
        Files.writeString(slip, "乙");
        assertEquals(false, line.untouched(folder));
        Files.delete(slip);
        assertEquals(false, line.untouched(folder));
        assertEquals(false, Line.begun("甲局.xlsx").untouched(folder));
    }
}
