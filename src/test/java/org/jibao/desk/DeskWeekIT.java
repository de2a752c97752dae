package org.jibao.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jibao.finding.Language;
import org.jibao.testkit.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** An officer's quarter at the desk, in a real browser: what is clicked is done, and what is done is seen. */
class DeskWeekIT {

    private static final String PERIOD = "2026Q3";

    /** Its return is sent after the period has closed. */
    private static final String LATE = "青岚县霁月镇";

    private static final Path PICTURES = Path.of("target/desk-pictures");

    private final CountyDesk desk;
    private final Browser browser;

    DeskWeekIT(@TempDir Path folder) throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        desk = new CountyDesk(folder, "2026-10-09T10:00+08:00", Language.ZH);
        browser.width(1280);
        browser.go(desk.address());
    }

    @AfterEach
    void close() {
        browser.close();
        desk.close();
    }

    private void page(String name) {
        browser.go(desk.page(PERIOD, name));
    }

    /** Chooses files as an officer does, and waits until they were read. */
    private void drop(Predicate<String> wanted) {
        page("files");
        browser.one("input[type=file]")
                .sendKeys(CountyDesk.returns(PERIOD)
                        .filter(file -> wanted.test(file.getFileName().toString()))
                        .map(file -> file.toAbsolutePath().toString())
                        .collect(Collectors.joining("\n")));
        browser.button("发送并读取").click();
        browser.await("main table");
        assertTrue(browser.one("[role=status]").getText().contains("完成"), browser.text());
    }

    private static boolean isCorrection(String name) {
        return name.contains("更正");
    }

    /** The number of units on the board that are in a state. */
    private String board(String state) {
        page("board");
        return browser.one(".figure." + state + " b").getText();
    }

    @Test
    void quarter() throws IOException {
        templatesAreMadeForAllUnits();
        filesComeInAndEachHasItsVerdict();
        faultsLeadToTheCell();
        correctionsCount();
        warningIsAccepted();
        callIsNoted();
        summaryLeadsFromAFigureToTheCell();
        lateReturnCountsOnceThePeriodIsReopened();
    }

    private void templatesAreMadeForAllUnits() {
        browser.go(desk.page("2026Q4", "templates"));
        browser.follow(browser.button("生成空白表"));
        browser.await("main ul.lines");
        browser.go(desk.page("2026Q4", "templates"));
        assertEquals(50, browser.all("main tbody tr").size(), browser.text());
        assertTrue(browser.one("main tbody th").getText().endsWith(".zip"), browser.text());
    }

    private void filesComeInAndEachHasItsVerdict() {
        drop(name -> !isCorrection(name) && !name.startsWith(LATE));
        assertTrue(browser.text().contains("未保存"), browser.text());
        assertEquals("0", board("late"));
        assertFalse(browser.one(".figure.returned b").getText().equals("0"));
    }

    private void faultsLeadToTheCell() {
        page("findings");
        browser.follow(browser.link("查看"));
        assertTrue(browser.text().contains("发现的问题"), browser.text());
        String cell = String.valueOf(browser.one("ol.found a").getDomAttribute("href"));
        assertTrue(String.valueOf(browser.one(cell).getDomAttribute("class")).contains("found"), cell);
    }

    private void correctionsCount() {
        String before = board("returned");
        desk.at("2026-10-10T16:00+08:00");
        drop(DeskWeekIT::isCorrection);
        assertTrue(Integer.parseInt(board("returned")) < Integer.parseInt(before), before);
    }

    private void warningIsAccepted() {
        page("findings");
        String unit = browser.all("tbody tr").stream()
                .filter(row -> row.findElements(By.tagName("td"))
                                .get(1)
                                .getText()
                                .equals("1")
                        && row.findElements(By.tagName("td")).get(0).getText().equals("0"))
                .findFirst()
                .orElseThrow()
                .findElement(By.tagName("th"))
                .getText();
        browser.follow(browser.link(unit));
        browser.one("form[action*='unit/accept'] input[name=reason]").sendKeys("电话核实，单位已说明");
        browser.one("form[action*='unit/accept'] input[name=by]").clear();
        browser.one("form[action*='unit/accept'] input[name=by]").sendKeys("王经办");
        browser.follow(browser.button("认可这些警告"));
        browser.await("main ul.lines");
        page("findings");
        browser.follow(browser.link(unit));
        assertTrue(browser.text().contains("电话核实，单位已说明"), browser.text());
        assertTrue(browser.text().contains("王经办"), browser.text());
    }

    private void callIsNoted() {
        page("chase");
        browser.one("table.chase details summary").click();
        browser.one("table.chase input[name=note]").sendKeys("明天补报");
        browser.follow(browser.one("table.chase button"));
        assertTrue(browser.text().contains("王经办 催报：明天补报"), browser.text());
    }

    private void summaryLeadsFromAFigureToTheCell() {
        page("summary");
        browser.follow(browser.button("重新生成"));
        browser.await("main ul.lines");
        page("summary");
        assertTrue(browser.text().contains("政务公开季度报表 2026年第三季度.xlsx"), browser.text());
        browser.follow(browser.link("指标与来源"));
        browser.follow(browser.one("tbody:nth-of-type(3) td a"));
        browser.one("details .name").click();
        String file = browser.one("details[open] p a").getText();
        String place = browser.one("details[open] tbody th a").getText();
        String raw = browser.one("details[open] tbody td").getText();
        browser.follow(browser.one("details[open] tbody th a"));
        assertTrue(browser.text().contains(file), file);
        String anchor = browser.address().substring(browser.address().indexOf('#'));
        assertTrue(place.endsWith("!" + anchor.substring(anchor.indexOf('-') + 1)), place + " " + anchor);
        assertTrue(browser.one(anchor).getText().startsWith(raw), raw);
    }

    private void lateReturnCountsOnceThePeriodIsReopened() {
        desk.at("2026-12-20T10:00+08:00");
        drop(name -> name.startsWith(LATE));
        assertEquals("1", board("after-close"));
        browser.follow(browser.link(LATE));
        browser.one("form[action*='unit/reopen'] input[name=reason]").sendKeys("断网，已书面说明");
        browser.follow(browser.all("form[action*='unit/reopen'] button").get(0));
        browser.await("main ul.lines");
        assertEquals("1", board("late"));
    }

    /**
     * Every page, in both languages, on a screen and on a phone: as axe-core wants it, and no wider than the window.
     */
    @Test
    void pagesAreAccessibleAndFit() throws IOException {
        drop(name -> !isCorrection(name));
        page("summary");
        browser.follow(browser.button("重新生成"));
        browser.await("main ul.lines");
        page("findings");
        browser.follow(browser.link("查看"));
        String shown = browser.address().substring(browser.address().indexOf(PERIOD) + PERIOD.length() + 1);
        List<String> pages = new ArrayList<>(DeskFrame.PAGES);
        pages.addAll(
                List.of("unit?unit=QL101", shown, "figures", "figures?figure=items&level=total&code=QL000", "work/1"));
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            for (int width : List.of(1280, 390)) {
                browser.width(width);
                for (String name : pages) {
                    page(name + (name.contains("?") ? "&" : "?") + "lang=" + language);
                    String what = name + " " + language + " " + width + ": ";
                    browser.violations().forEach(violation -> wrong.add(what + violation));
                    if (browser.overflow() > 0) {
                        wrong.add(what + browser.overflow() + " pixels too wide");
                    }
                    browser.picture(PICTURES.resolve(
                            name.replaceAll("[^A-Za-z0-9]+", "-") + "-" + language + "-" + width + ".png"));
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(Files.exists(PICTURES));
    }
}
