package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.jibao.testkit.Guides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The guides against the command line: all there is is described, and every command that is printed can be given. */
class GuidesTest {

    /** Up to what the shell takes for itself. */
    private static final Pattern CALL = Pattern.compile("(?:^|&& |; )(?:target/jibao/)?jibao(?:\\.cmd)? (.*)");

    /** A row of a table whose first cell begins with a word of code. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)[^`]*` ");

    private static final Pattern WORD =
            Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|'([^']*)'|([^\\s\"';&|#>]+)|([;&|#>])");

    private static final List<String> OFFICERS = List.of(
            "desk",
            "new",
            "units",
            "templates",
            "run",
            "collect",
            "summarize",
            "status",
            "burden",
            "history",
            "accept",
            "withdraw",
            "reopen",
            "query",
            "export",
            "verify");

    private static CommandLine line() {
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        CommandLine line = JibaoCommand.line(new Screen(
                new ResultStream(nowhere, StandardCharsets.UTF_8),
                new VisibleStream(nowhere, StandardCharsets.UTF_8),
                false,
                Language.EN));
        Commands.add(line);
        return line;
    }

    @ParameterizedTest
    @CsvSource({"operators-guide.md, Commands", "operators-guide.zh-CN.md, 命令"})
    void operatorsGuidesListEveryCommand(String guide, String heading) {
        String section = Guides.text(guide).split("\n## " + heading + "\n")[1].split("\n## ")[0];
        List<String> listed = ROW.matcher(section)
                .results()
                .map(row -> row.group(1))
                .filter(word -> !word.startsWith("-"))
                .sorted()
                .toList();
        assertEquals(List.copyOf(new TreeSet<>(line().getSubcommands().keySet())), listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {".md", ".zh-CN.md"})
    void guidesNameEveryOption(String ending) {
        String guides = Guides.text("officers-guide" + ending) + Guides.text("operators-guide" + ending);
        Set<String> missing = new TreeSet<>();
        List<CommandLine> all = new ArrayList<>(line().getSubcommands().values());
        all.add(line());
        for (CommandLine command : all) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                for (String name : option.names()) {
                    if (!Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])")
                            .matcher(guides)
                            .find()) {
                        missing.add(command.getCommandName() + " " + name);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void officersGuidesShowEveryCommandOfOfficers() {
        for (String guide : List.of("officers-guide.md", "officers-guide.zh-CN.md")) {
            for (String command : OFFICERS) {
                assertTrue(Guides.text(guide).contains("jibao " + command), guide + ": " + command);
            }
        }
    }

    @Test
    void bothLanguagesPrintTheSameCommands() {
        for (String document :
                List.of("README", "src/docs/your-own-return", "src/docs/officers-guide", "src/docs/operators-guide")) {
            assertEquals(
                    named(Guides.text(Path.of(document + ".md"))),
                    named(Guides.text(Path.of(document + ".zh-CN.md"))),
                    document);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, 7",
        "README.zh-CN.md, 7",
        "src/docs/officers-guide.md, 23",
        "src/docs/officers-guide.zh-CN.md, 23",
        "src/docs/your-own-return.md, 6",
        "src/docs/your-own-return.zh-CN.md, 6",
        "src/docs/operators-guide.md, 15",
        "src/docs/operators-guide.zh-CN.md, 15"
    })
    void everyCommandThatIsPrintedCanBeGiven(Path document, int expected) {
        List<List<String>> calls = calls(Guides.text(document));
        for (List<String> call : calls) {
            CommandLine.ParseResult parsed =
                    line().setCaseInsensitiveEnumValuesAllowed(true).parseArgs(call.toArray(String[]::new));
            assertTrue(parsed.hasSubcommand(), call::toString);
        }
        assertEquals(expected, calls.size());
    }

    private static List<String> named(String text) {
        return calls(text).stream().map(call -> call.get(0)).toList();
    }

    /** The arguments of every call of Jibao in the document's shell code. */
    private static List<List<String>> calls(String text) {
        List<List<String>> calls = new ArrayList<>();
        for (String line : Guides.code(text, "sh")) {
            Matcher call = CALL.matcher(line);
            int from = 0;
            while (from <= line.length() && call.find(from)) {
                calls.add(words(call.group(1)));
                from = call.start(1);
            }
        }
        return calls;
    }

    /** As a shell divides them, up to the end of the command. */
    private static List<String> words(String arguments) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(arguments);
        while (word.find() && word.group(4) == null) {
            if (word.group(1) != null) {
                words.add(word.group(1).replaceAll("\\\\(.)", "$1"));
            } else {
                words.add(word.group(2) != null ? word.group(2) : word.group(3));
            }
        }
        return words;
    }
}
