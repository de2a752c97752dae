package org.jibao.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree is the way of the data: a stage sees what is left of it only through the records that are handed over. */
class StagesTest {

    private static final JavaClasses JIBAO = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jibao");

    private static final List<String> STAGES =
            List.of("inbox", "reading", "checking", "store", "metrics", "summary", "delivery");

    /** What a stage hands over to those right of it. */
    private static final Map<String, Set<String>> HAND_OVER = Map.of(
            "inbox", Set.of("InboxFile", "Limits", "Archive", "Unreadable"),
            "reading",
                    Set.of(
                            "Reading",
                            "ReturnDocument",
                            "Observation",
                            "Entries",
                            "Entry",
                            "CellStatus",
                            "Owner",
                            "SourceBook"),
            "checking", Set.of("CheckedReturn", "Evidence", "Verdict", "SubmissionFinding"),
            "store", Set.of("Sql", "Rows", "PeoplesSql", "RefusedSql", "ResultLimit", "ResultTooLarge"),
            "metrics", Set.of("MetricTable", "MetricException"),
            "summary", Set.of("ChaseList", "Letter", "Picture"),
            "delivery", Set.of("OutgoingItem"));

    @ParameterizedTest
    @ValueSource(strings = {"inbox", "reading", "checking", "store", "metrics", "summary", "delivery"})
    void seesOnlyWhatIsHandedOver(String stage) {
        noClasses()
                .that()
                .resideInAPackage("org.jibao." + stage + "..")
                .should()
                .dependOnClassesThat(forbiddenTo(stage))
                .check(JIBAO);
    }

    private static DescribedPredicate<JavaClass> forbiddenTo(String stage) {
        return describe("are not handed over to " + stage, type -> {
            String name = type.getPackageName();
            if (!name.startsWith("org.jibao.") || name.startsWith("org.jibao." + stage)) {
                return false;
            }
            String other = name.substring("org.jibao.".length()).split("\\.", -1)[0];
            if (Set.of("definition", "calendar", "finding", "json", "guard").contains(other)) {
                return false;
            }
            boolean last = !STAGES.contains(stage);
            boolean left = STAGES.contains(other) && (last || STAGES.indexOf(other) < STAGES.indexOf(stage));
            return !(left && HAND_OVER.getOrDefault(other, Set.of()).contains(outermost(type)));
        });
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).split("\\$", -1)[0];
    }

    @Test
    void knowsEveryPackage() {
        Set<String> packages = new TreeSet<>();
        JIBAO.forEach(type -> packages.add(top(type)));
        Set<String> expected = new TreeSet<>(Set.of(
                "org.jibao",
                "org.jibao.finding",
                "org.jibao.guard",
                "org.jibao.json",
                "org.jibao.calendar",
                "org.jibao.definition",
                "org.jibao.batch",
                "org.jibao.cli"));
        STAGES.forEach(stage -> expected.add("org.jibao." + stage));
        assertEquals(expected, packages);
    }

    /** A stage may have packages of its own below it. */
    private static String top(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return String.join(".", List.of(parts).subList(0, Math.min(3, parts.length)));
    }

    @Test
    void nothingSeesTheCommandLineButTheApp() {
        noClasses()
                .that(resideOutsideOfPackage("org.jibao.cli..")
                        .and(describe("are not the App", type -> !type.getName().equals("org.jibao.App"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jibao.cli..")
                .check(JIBAO);
    }

    @Test
    void commandLineSeesOfStagesOnlyWhatIsHandedOver() {
        noClasses()
                .that()
                .resideInAPackage("org.jibao.cli..")
                .should()
                .dependOnClassesThat(forbiddenTo("cli")
                        .and(resideInAnyPackage(STAGES.stream()
                                .map(stage -> "org.jibao." + stage + "..")
                                .toArray(String[]::new))))
                .check(JIBAO);
    }

    @Test
    void libraryStaysInItsPackage() {
        confine("com.alibaba.excel..", "org.jibao.reading..", "org.jibao.summary..");
        confine("org.apache.poi..", "org.jibao.reading..", "org.jibao.summary..");
        confine("org.jfree..", "org.jibao.summary..");
        confine("org.duckdb..", "org.jibao.store..");
        confine("java.sql..", "org.jibao.store..");
        confine("org.springframework.jdbc..", "org.jibao.store..");
        confine("org.springframework.batch..", "org.jibao.batch..");
        confine("picocli..", "org.jibao.cli..", "org.jibao");
        confine("org.yaml..", "org.jibao.definition..");
        confine("jakarta.mail..", "org.jibao.delivery..");
        confine("org.eclipse.angus..", "org.jibao.delivery..");
        confine("ch.qos.logback..", "org.jibao.cli.log..");
    }

    private static void confine(String library, String... homes) {
        classes()
                .that(describe("use " + library, type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> resideInAnyPackage(library).test(dependency.getTargetClass()))))
                .should()
                .resideInAnyPackage(homes)
                .allowEmptyShould(true)
                .check(JIBAO);
    }
}
