package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RowCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions of {@code skip} and {@code until}. */
class RowConditionReaderTest {

    private final Path parent;

    RowConditionReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private TestJob with(String condition) {
        String quoted = condition.replace("'", "''");
        return TestJob.in(parent).withChanged("forms/items.yaml", "fields:", "skip: '" + quoted + "'\nfields:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            title is null                                | false
            title is not null                            | true
            sent_on is null                              | true
            title = 'sub TOTAL '                         | true
            title = 'total'                              | false
            title <> 'total'                             | true
            sent_on = 'x'                                |
            sent_on <> 'x'                               |
            not sent_on = 'x'                            |
            sent_on = 'x' or title like '%total'         | true
            sent_on = 'x' and title like '%total'        |
            sent_on = 'x' and title = 'a'                | false
            title like 'sub_total'                       | true
            title like 'sub'                             | false
            title not like '%x%'                         | true
            title in ('a', 'Sub total')                  | true
            title NOT IN ('a', 'b')                      | true
            kind = 'letters'                             | true
            kind = 'Letters'                             | false
            kind = '来信'                                | true
            not (title is null or kind is null)          | true
            title is null or title is not null and sent_on is null | true
            title = 'it''s'                              | false
            """)
    void holdsAsInSql(String condition, Boolean expected) {
        RegisterForm form = (RegisterForm) with(condition).load().form("items").orElseThrow();
        Map<String, String> row = new HashMap<>(Map.of("title", "Sub total", "kind", "来信"));
        RowCondition skip = Objects.requireNonNull(form.reach().skip());
        assertEquals(expected, skip.holds(row::get));
    }

    @Test
    void comparesNumbersAsNumbers() {
        RegisterForm form =
                (RegisterForm) with("title = 12").load().form("items").orElseThrow();
        RowCondition skip = Objects.requireNonNull(form.reach().skip());
        assertEquals(true, skip.holds(field -> "12.0"));
        assertEquals(false, skip.holds(field -> "12a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            titel is null       | there is no field "titel"; write one of: title, kind, sent_on
            title is            | the condition is not complete: write such as split is null or split = 'Total'
            title = total       | "total" is not understood here: a condition is made of fields and texts, such as split is null or kind in ('a', 'b'), with =, <>, like, and, or, not and brackets
            title is null)      | ")" is not understood here: a condition is made of fields and texts, such as split is null or kind in ('a', 'b'), with =, <>, like, and, or, not and brackets
            title ~ 'x'         | "~ 'x'" is not understood here: a condition is made of fields and texts, such as split is null or kind in ('a', 'b'), with =, <>, like, and, or, not and brackets
            """)
    void namesWhatIsNoCondition(String condition, String problem) {
        assertEquals(List.of("forms/items.yaml:4: " + problem), with(condition).problems());
    }
}
