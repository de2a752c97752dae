package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryWriterTest {
    @Test
    void writesTheSameBytesLaterAndElsewhere(@TempDir Path folder) throws IOException, InterruptedException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path first = folder.resolve("first.xlsx");
        Path second = folder.resolve("second.xlsx");
        new SummaryWriter().write(County.request(Language.ZH), first);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            Thread.sleep(2100);
            new SummaryWriter().write(County.request(Language.ZH), second);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void hasNothingToWarnOfWithTheBundledTypeface(@TempDir Path folder) throws IOException {
        assertEquals(List.of(), new SummaryWriter().write(County.request(Language.EN), folder.resolve("en.xlsx")));
    }
}
