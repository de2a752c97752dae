package org.jibao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.finding.Language;
import org.jibao.testkit.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer's week at the desk, in a real browser: what is clicked is done, and what is done is seen. */
class DeskWeekIT {

    private static final String PERIOD = "2026Q3";

    @TempDir
    private Path folder;

    private CountyDesk desk;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        desk = new CountyDesk(folder, "2026-10-09T10:00+08:00", Language.ZH);
        browser.width(1280);
        browser.go(desk.address());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (desk != null) {
            desk.close();
        }
    }

    private void page(String name) {
        browser.go(desk.page(PERIOD, name));
    }

    @Test
    void week() throws IOException {
        List<Path> files = CountyDesk.returns(PERIOD).toList();
        page("files");
        browser.one("input[type=file]")
                .sendKeys(files.stream()
                        .map(file -> file.toAbsolutePath().toString())
                        .collect(Collectors.joining("\n")));
        browser.button("发送并读取").click();
        browser.await("table");
        assertTrue(browser.text().contains("完成"), browser.text());
        assertEquals(files.size(), browser.all("tbody tr").size(), browser.text());
    }
}
