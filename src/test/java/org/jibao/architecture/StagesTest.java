package org.jibao.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree: packages stand on floors and see only those below; a room shows others few of its types. */
class StagesTest {

    private static final JavaClasses JIBAO = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jibao");

    /** From the ground up. A package sees only packages that stand before it. */
    private static final List<String> FLOORS = List.of(
            "finding",
            "reading.apart",
            "calendar",
            "definition",
            "guard",
            "store.function",
            "mime",
            "inbox",
            "support",
            "workbook",
            "chart",
            "cli.log",
            "definition.figure",
            "reading.workbook",
            "store.gate",
            "definition.loading",
            "reading.csv",
            "reading.meaning",
            "reading.xlsx",
            "reading.layout",
            "reading.xls",
            "reading.book",
            "reading.identity",
            "reading.content",
            "reading.opening",
            "reading",
            "checking.localisation",
            "checking",
            "store",
            "metrics",
            "plausibility",
            "outlook",
            "estimation",
            "run.ledger",
            "store.keeping",
            "summary",
            "summary.page",
            "summary.bulletin",
            "delivery",
            "mailbook",
            "run",
            "mailbox",
            "calls",
            "export",
            "maintenance",
            "query",
            "schedule",
            "slip",
            "verify",
            "draft",
            "status",
            "federation",
            "collect",
            "cluster",
            "summarize",
            "template",
            "burden",
            "decision",
            "deliver",
            "answer",
            "inspect",
            "app",
            "desk.http",
            "desk",
            "cli.page",
            "cli");

    /** What a room, with the packages below it, shows to others. What is not listed here is free to all above it. */
    private static final Map<String, Set<String>> SHOWN = Map.ofEntries(
            Map.entry(
                    "reading",
                    Set.of(
                            "BookSource",
                            "CellStatus",
                            "Entries",
                            "FormSource",
                            "LabelText",
                            "Observation",
                            "Owner",
                            "OwnerReader",
                            "ReadProgress",
                            "Reading",
                            "ReturnDocument",
                            "ReturnReader",
                            "ShownBook",
                            "SourceBook",
                            "WrittenCell")),
            Map.entry(
                    "store",
                    Set.of(
                            "Backups",
                            "Compaction",
                            "Decision",
                            "DecisionChain",
                            "DecisionWriter",
                            "SqlGate",
                            "StoreFiles",
                            "FiguresCopy",
                            "ForeignTables",
                            "HandedReturns",
                            "HashChain",
                            "MarkKeyFile",
                            "PeoplesSql",
                            "ReadOnlySql",
                            "RefusedSql",
                            "Restoration",
                            "ResultLimit",
                            "Row",
                            "Rows",
                            "SetBackClock",
                            "Snapshot",
                            "Sql",
                            "Store",
                            "StoreException",
                            "StoreSettings",
                            "SubmissionParts",
                            "SubmissionVerdicts",
                            "SubmissionWriter")),
            Map.entry(
                    "inbox",
                    Set.of(
                            "ArchiveFolder",
                            "FileLines",
                            "Inbox",
                            "InboxFile",
                            "InboxListing",
                            "Limits",
                            "MailReceipts",
                            "Register",
                            "Unreadable",
                            "ZipPackage")),
            Map.entry(
                    "workbook",
                    Set.of(
                            "Block",
                            "Display",
                            "Finish",
                            "Look",
                            "PagePlan",
                            "Palette",
                            "Paper",
                            "Picture",
                            "ReproducibleZip",
                            "SheetCell",
                            "SheetChart",
                            "SheetPlan",
                            "SheetRow",
                            "TextWidth",
                            "Typefaces",
                            "WorkbookFile")),
            Map.entry("chart", Set.of("ChartPainter", "ChartPlan", "NativeCharts")),
            Map.entry(
                    "checking",
                    Set.of(
                            "CheckedReturn",
                            "Checker",
                            "ExpressionLint",
                            "HeldFindings",
                            "ProbableCells",
                            "RuleQueries",
                            "SenderEvidence",
                            "SubmissionFinding",
                            "Verdict")),
            Map.entry(
                    "plausibility",
                    Set.of("DeclaredCell", "Plausibility", "PlausibilityInput", "Slip", "Suspicion", "UnitFigures")),
            Map.entry("outlook", Set.of("UnlikelyFigures")),
            Map.entry("metrics", Set.of("ExampleRunner", "MetricException", "MetricRunner", "MetricTable", "Metrics")),
            Map.entry(
                    "summary",
                    Set.of(
                            "BulletinTemplate",
                            "BulletinWriter",
                            "LeadersLetter",
                            "Letter",
                            "SheetBuilder",
                            "SummaryPage",
                            "SummaryRequest",
                            "SummaryWriter",
                            "Titles")),
            Map.entry(
                    "delivery",
                    Set.of(
                            "AtomicFiles",
                            "DeliveryException",
                            "KeptMail",
                            "KeptVersions",
                            "Mail",
                            "MailServer",
                            "Mailer",
                            "Manifest",
                            "Outbox",
                            "OutgoingItem",
                            "ServerVariables",
                            "TimedSockets",
                            "OutgoingLock",
                            "SlipLedger")),
            Map.entry("export", Set.of("ComputedCopy", "Export")),
            Map.entry("maintenance", Set.of("StoreMaintenance")),
            Map.entry("query", Set.of("Query")),
            Map.entry(
                    "schedule",
                    Set.of("Crontab", "Installation", "ScheduledNight", "Scheduler", "SystemdUnits", "WindowsTask")),
            Map.entry("slip", Set.of("ReturnSlips", "SlipWriter")),
            Map.entry("draft", Set.of("DraftOutcome", "DraftSheet", "Drafts", "Remark")),
            Map.entry("verify", Set.of("EffectiveSummary", "Verification")),
            Map.entry(
                    "status",
                    Set.of(
                            "ChaseFiles",
                            "ChaseList",
                            "ExpectedUnits",
                            "HeldQuery",
                            "HistoryQuery",
                            "HistoryReport",
                            "OpenWork",
                            "ReplacementQuery",
                            "RunsQuery",
                            "SlipLinks",
                            "StatusQuery",
                            "StatusReport",
                            "SubmissionStanding")),
            Map.entry(
                    "collect",
                    Set.of(
                            "ListsApart",
                            "ApplyRules",
                            "Archiving",
                            "CollectOutcome",
                            "Collector",
                            "ReadingElsewhere",
                            "SliceReader")),
            Map.entry("cluster", Set.of("ClusterReading", "ClusterSchema", "ClusterSettings", "Worker")),
            Map.entry("summarize", Set.of("PdfCopies", "Summarizer", "SummaryFiles")),
            Map.entry("template", Set.of("CellFillings", "LastReturns", "Templates")),
            Map.entry("burden", Set.of("BurdenQuery", "BurdenReport", "BurdenWriter")),
            Map.entry(
                    "decision",
                    Set.of("AcceptWarnings", "ApprovePeriod", "Decisions", "ReopenPeriod", "WithdrawSubmission")),
            Map.entry("federation", Set.of("OfficeKeys", "PackageCheck", "PackageIntake", "PackageWriter")),
            Map.entry("deliver", Set.of("Deliveries", "DeliveryQueue")),
            Map.entry("answer", Set.of("Answers", "AnswersOnRecord")));

    /** The tasks. None but those that build on its results sees more of one than these few types. */
    private static final Set<String> TASKS = Set.of(
            "cluster",
            "collect",
            "summarize",
            "status",
            "decision",
            "slip",
            "template",
            "burden",
            "verify",
            "draft",
            "export",
            "deliver",
            "answer",
            "query",
            "maintenance");

    /** So many types are enough to ask for a task and to take its result. Status answers six questions. */
    private static final Map<String, Integer> MOST_SHOWN =
            Map.of("cluster", 4, "collect", 7, "status", 13, "decision", 5, "draft", 4, "federation", 4);

    @Test
    void knowsEveryPackage() {
        Set<String> packages = new TreeSet<>();
        JIBAO.forEach(type -> packages.add(type.getPackageName()));
        packages.remove("org.jibao");
        Set<String> expected = new TreeSet<>();
        FLOORS.forEach(floor -> expected.add("org.jibao." + floor));
        assertEquals(expected, packages);
    }

    @Test
    void importsRunDownward() {
        Set<String> upward = new TreeSet<>();
        JIBAO.forEach(type -> used(type)
                .filter(other -> floor(other) > floor(type))
                .forEach(other -> upward.add(type.getName() + " sees " + other.getName())));
        assertEquals(Set.of(), upward);
    }

    @Test
    void roomShowsOnlyWhatIsListed() {
        Map<String, Set<String>> seen = new TreeMap<>();
        JIBAO.forEach(type -> used(type)
                .filter(other -> SHOWN.containsKey(room(other)))
                .forEach(other -> seen.computeIfAbsent(room(other), room -> new TreeSet<>())
                        .add(outermost(other))));
        Map<String, Set<String>> listed = new TreeMap<>();
        SHOWN.forEach((room, types) -> listed.put(room, new TreeSet<>(types)));
        assertEquals(listed, seen);
    }

    @Test
    void taskShowsFewTypes() {
        Set<String> tooMany = new HashSet<>(TASKS);
        tooMany.removeIf(task -> SHOWN.getOrDefault(task, Set.of()).size() <= MOST_SHOWN.getOrDefault(task, 3));
        assertEquals(Set.of(), tooMany);
    }

    @Test
    void libraryStaysInItsPackage() {
        confine("com.alibaba.excel..", "org.jibao.reading.workbook..");
        confine(
                "org.apache.poi..",
                "org.jibao.reading.opening..",
                "org.jibao.reading.workbook..",
                "org.jibao.reading.xlsx..",
                "org.jibao.reading.xls..",
                "org.jibao.reading.book..",
                "org.jibao.workbook..",
                "org.jibao.slip..",
                "org.jibao.template..",
                "org.jibao.mime..");
        confine("org.apache.poi.hsmf..", "org.jibao.mime..");
        confine("org.apache.poi.hmef..", "org.jibao.mime..");
        confine("org.jfree..", "org.jibao.chart..");
        confine("org.apache.batik..", "org.jibao.chart..");
        confine("org.duckdb..", "org.jibao.store..");
        confine("java.sql..", "org.jibao.store..", "org.jibao.cluster..");
        confine("org.springframework.jdbc..", "org.jibao.store..", "org.jibao.cluster..");
        confine(
                "org.springframework.batch..",
                "org.jibao.run..",
                "org.jibao.collect..",
                "org.jibao.cluster..",
                "org.jibao.summarize..");
        confine("org.springframework.batch.integration..", "org.jibao.cluster..");
        confine("org.springframework.integration..", "org.jibao.cluster..");
        confine("org.postgresql..", "org.jibao.cluster..");
        confine("com.zaxxer..", "org.jibao.cluster..");
        confine("picocli..", "org.jibao.cli..", "org.jibao");
        confine("org.yaml..", "org.jibao.definition.loading..");
        confine("jakarta.mail..", "org.jibao.mime..", "org.jibao.mailbox..", "org.jibao.delivery..");
        confine("org.eclipse.angus..", "org.jibao.mime..", "org.jibao.mailbox..", "org.jibao.delivery..");
        confine("ch.qos.logback..", "org.jibao.cli.log..");
        confine("org.eclipse.jetty..", "org.jibao.desk.http..");
        confine("gg.jte..", "org.jibao.desk");
    }

    private static void confine(String library, String... homes) {
        DescribedPredicate<JavaClass> ofLibrary = resideInAnyPackage(library);
        classes()
                .that(describe("use " + library, type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> ofLibrary.test(dependency.getTargetClass()))))
                .should()
                .resideInAnyPackage(homes)
                .allowEmptyShould(true)
                .check(JIBAO);
    }

    /** Types of other rooms that a type names. */
    private static Stream<JavaClass> used(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(other -> other.getPackageName().startsWith("org.jibao."))
                .filter(other -> !room(other).equals(room(type)) || floor(other) > floor(type));
    }

    /** The App stands on the roof. */
    private static int floor(JavaClass type) {
        int floor = FLOORS.indexOf(inJibao(type));
        return floor < 0 ? FLOORS.size() : floor;
    }

    private static String room(JavaClass type) {
        return inJibao(type).split("\\.", -1)[0];
    }

    private static String inJibao(JavaClass type) {
        return type.getPackageName().equals("org.jibao")
                ? ""
                : type.getPackageName().substring("org.jibao.".length());
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).split("\\$", -1)[0];
    }
}
