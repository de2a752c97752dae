package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jibao.finding.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CronExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 30 1 * * *",
                "0 0 1 ? * MON-FRI",
                "0 */10 8-18 10,20,31 JAN,apr,7 *",
                "59 59 23 31 12 7",
                "0 5/15 * * * 0"
            })
    void acceptsCronWithSeconds(String expression) {
        assertEquals(Optional.empty(), CronExpression.mistake(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 * * * * *|second|60",
                "* -1 * * * *|minute|-1",
                "? * * * * *|second|?",
                "0 0 5-3 * * *|hour|5-3",
                "0 0 1 0 * *|day|0",
                "0 0 1 * 13 *|month|13",
                "0 0 1 * * 8|weekday|8",
                "0 0 1 * * MO|weekday|MO",
                "0 */0 1 * * *|minute|*/0",
                "0 1,, 1 * * *|minute|1,,"
            })
    void namesThePartThatIsWrong(String expression, String part, String found) {
        String message = CronExpression.mistake(expression).map(Text::en).orElse("");
        assertEquals(
                "the " + part + " of a schedule cannot be \"" + found + "\"",
                message.substring(0, Math.max(0, message.indexOf(':'))));
    }
}
