package org.jibao.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.support.CronExpression;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is printed for other schedulers is read back as they read it, and means the same times. */
final class RecipesTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Installation HERE = installation(CHINA);

    private static Installation installation(ZoneId zone) {
        return new Installation(
                Path.of("/opt/季报 1/jibao"),
                Path.of("/usr/lib/jvm/17"),
                Path.of("/srv/100% mine"),
                List.of("--store", "/srv/a b/s.duckdb", "--out", "/srv/$out"),
                "jibao",
                Path.of("/etc/jibao/mail.env"),
                zone);
    }

    private static ScheduledNight night(String expression) {
        return new ScheduledNight("quarterly-disclosure", expression, CHINA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 30 1 * * *",
                "0 */20 6-8,22 * * ?",
                "0 5/15 3 1,15 JAN-MAR *",
                "0 0 2 ? * MON-FRI",
                "0 0 2 * * 0",
                "0 0 2 * 2/3 6-7"
            })
    void cronRunsAtTheSameTimes(String expression) {
        String line = line(new Crontab(HERE).of(List.of(night(expression))));
        String[] places = line.split(" ", 6);
        // What cron has in five places, Spring has in six; both then read lists of numbers only.
        CronExpression asCronReads =
                CronExpression.parse("0 " + String.join(" ", List.of(places).subList(0, 5)));
        assertEquals(times(CronExpression.parse(expression)), times(asCronReads));
        assertTrue(line.matches("([0-9,]+|\\*)( ([0-9,]+|\\*)){4} cd .*"), line);
    }

    /** The shell that cron would start reads the words; only the program is another. */
    @Test
    void cronStartsTheNightWithEveryPathWhole() throws IOException, InterruptedException {
        String command =
                line(new Crontab(HERE).of(List.of(night("0 30 1 * * *")))).split(" ", 6)[5];
        assertTrue(command.contains("100\\% mine"), command);
        String words = command.replace("\\%", "%")
                .replace("cd '/srv/100% mine'", "true")
                .replace("'/opt/季报 1/jibao'", "sh -c 'printf \"%s|\" \"$JAVA_HOME\" \"$@\"' jibao")
                .replaceAll(" >> .*", "");
        Process shell = new ProcessBuilder("/bin/sh", "-c", words)
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), said);
        assertEquals(
                "/usr/lib/jvm/17|nightly|--job|quarterly-disclosure|--store|/srv/a b/s.duckdb|--out|/srv/$out|", said);
    }

    @Test
    void cronIsToldTheZoneWhereTheMachineHasAnother() {
        assertFalse(new Crontab(HERE).of(List.of(night("0 30 1 * * *"))).contains("CRON_TZ"));
        String elsewhere = new Crontab(installation(ZoneId.of("UTC"))).of(List.of(night("0 30 1 * * *")));
        assertTrue(elsewhere.contains("\nCRON_TZ=Asia/Shanghai\n30 1 * * * cd "), elsewhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 30 1 * * *", "0 30 1 1 * MON"})
    void cronIsNotToldWhatItCannotDo(String expression) {
        Crontab crontab = new Crontab(HERE);
        List<ScheduledNight> nights = List.of(night(expression));
        UnusableArgument refused = assertThrows(UnusableArgument.class, () -> crontab.of(nights));
        assertTrue(refused.text().en().contains(expression), refused.text().en());
    }

    @Test
    void systemdIsToldEveryTimeInTheZoneOfTheJob() {
        assertEquals("*-*-* 01:30:00 Asia/Shanghai", SystemdUnits.calendar(night("0 30 1 * * *")));
        assertEquals(
                "Sun,Mon,Sat *-01,04,07,10-01,15 06,07:05,35:30 Asia/Shanghai",
                SystemdUnits.calendar(night("30 5/30 6-7 1,15 1/3 6,7,MON")));
    }

    @Test
    void systemdUnitsNameTheirSecretsByFileAndQuoteTheirPaths() {
        String unit = new SystemdUnits(HERE).schedule(List.of("--watch"));
        assertTrue(unit.contains("\nWorkingDirectory=/srv/100%% mine\n"), unit);
        assertTrue(unit.contains("\nEnvironmentFile=-/etc/jibao/mail.env\n"), unit);
        assertTrue(
                unit.contains("\nExecStart=\"/opt/季报 1/jibao\" schedule --watch --store \"/srv/a b/s.duckdb\" --out"
                        + " \"/srv/$$out\"\n"),
                unit);
        assertFalse(unit.contains("JIBAO_SMTP_PASSWORD"), unit);
    }

    /** Where systemd is on the machine, it is asked itself. */
    @Test
    void systemdUnderstandsTheCalendar() throws IOException, InterruptedException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                java.nio.file.Files.isExecutable(Path.of("/usr/bin/systemd-analyze")));
        String calendar = SystemdUnits.calendar(night("0 30 1 15 * MON"));
        Process asked = new ProcessBuilder(
                        "/usr/bin/systemd-analyze", "calendar", "--base-time=2026-01-01 00:00:00 UTC", calendar)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(asked.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, asked.exitValue(), said);
        // The first 15th that is a Monday, at 01:30 in China.
        assertTrue(said.contains("2026-06-14 17:30:00 UTC") || said.contains("2026-06-15 01:30:00 CST"), said);
    }

    @Test
    void windowsRunsDailyWeeklyOrMonthly() throws Exception {
        Document daily = task(HERE, "0 30 1,13 * * *");
        assertEquals(List.of("2026-01-01T01:30:00", "2026-01-01T13:30:00"), texts(daily, "StartBoundary"));
        assertEquals(List.of("1", "1"), texts(daily, "DaysInterval"));

        Document weekly = task(HERE, "0 30 1 * * MON,7");
        assertEquals(List.of("Sunday", "Monday"), children(weekly, "DaysOfWeek"));

        Document monthly = task(HERE, "0 30 1 1,15 1/6 *");
        assertEquals(List.of("1", "15"), texts(monthly, "Day"));
        assertEquals(List.of("January", "July"), children(monthly, "Months"));
        assertEquals(List.of("DaysOfMonth", "Months"), children(monthly, "ScheduleByMonth"));
    }

    @Test
    void windowsStartsTheLauncherWithEveryPathWhole() throws Exception {
        Document task = task(HERE, "0 30 1 * * *");
        assertEquals(List.of("/opt/季报 1/jibao"), texts(task, "Command"));
        assertEquals(
                List.of("nightly --job quarterly-disclosure --store \"/srv/a b/s.duckdb\" --out /srv/$out"),
                texts(task, "Arguments"));
        assertEquals(List.of("/srv/100% mine"), texts(task, "WorkingDirectory"));
    }

    @Test
    void windowsIsToldTheOffsetWhereTheMachineIsElsewhere() throws Exception {
        Installation elsewhere = installation(ZoneId.of("Europe/Berlin"));
        assertEquals(List.of("2026-01-01T01:30:00+08:00"), texts(task(elsewhere, "0 30 1 * * *"), "StartBoundary"));
        WindowsTask tasks = new WindowsTask(elsewhere);
        ScheduledNight weekly = night("0 30 1 * * MON");
        assertThrows(UnusableArgument.class, () -> tasks.of(weekly));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 */10 * * * *", "0 30 1 1 * MON"})
    void windowsIsNotToldWhatItCannotDo(String expression) {
        WindowsTask tasks = new WindowsTask(HERE);
        ScheduledNight night = night(expression);
        assertThrows(UnusableArgument.class, () -> tasks.of(night));
    }

    private static String line(String crontab) {
        return crontab.lines()
                .filter(line -> line.contains(" nightly "))
                .findFirst()
                .orElseThrow();
    }

    private static List<ZonedDateTime> times(CronExpression expression) {
        ZonedDateTime time = LocalDateTime.parse("2026-01-01T00:00").atZone(CHINA);
        List<ZonedDateTime> times = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            time = java.util.Objects.requireNonNull(expression.next(time));
            times.add(time);
        }
        return times;
    }

    private static Document task(Installation here, String expression) throws Exception {
        String xml = new WindowsTask(here).of(night(expression));
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(xml), xml);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<String> texts(Document document, String name) {
        return elements(document.getElementsByTagName(name))
                .map(Element::getTextContent)
                .toList();
    }

    private static List<String> children(Document document, String name) {
        return elements(document.getElementsByTagName(name).item(0).getChildNodes())
                .map(Element::getTagName)
                .toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nExecStart=/bin/sh", "a\r", "a\u0000b", "a\u001b[2J", "a\u2028b", "a\u202eb", "a\u0085b"})
    void controlCharactersAreRefused(String word) {
        UnusableArgument option = assertThrows(
                UnusableArgument.class,
                () -> new Installation(
                        HERE.launcher(), HERE.java(), HERE.folder(), List.of(word), "jibao", HERE.mail(), CHINA));
        assertTrue(
                option.text().en().contains("control character"), option.text().en());
        assertTrue(option.text().en().chars().noneMatch(c -> c < ' ' || c == 0x2028 || c == 0x202e || c == 0x85));
        assertThrows(
                UnusableArgument.class,
                () -> new Installation(
                        HERE.launcher(), HERE.java(), HERE.folder(), List.of(), word, HERE.mail(), CHINA));
        if (word.indexOf('\0') < 0) {
            assertThrows(
                    UnusableArgument.class,
                    () -> new Installation(
                            HERE.launcher(), HERE.java(), Path.of(word), List.of(), "jibao", HERE.mail(), CHINA));
        }
    }

    @Test
    void windowsWordsAreQuotedAsCmdReadsThem() {
        String xml = windows("--out", "C:\\a & b\\");
        assertTrue(xml.contains("--out &#34;C:\\a &#38; b\\\\&#34;"), xml);
        for (String word : List.of("C:\\%PATH%", "a\"b")) {
            UnusableArgument refused = assertThrows(UnusableArgument.class, () -> windows(word));
            assertTrue(
                    refused.text().en().contains("takes for a variable"),
                    refused.text().en());
        }
    }

    private static String windows(String... options) {
        return new WindowsTask(new Installation(
                        HERE.launcher(), HERE.java(), HERE.folder(), List.of(options), "jibao", HERE.mail(), CHINA))
                .of(night("0 30 1 * * *"));
    }
}
