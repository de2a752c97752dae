package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {

    @Test
    void escapesWhatJsonForbids() {
        assertEquals(
                "\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001f\\u2028政\\ud83d\\ude00\"\n",
                Json.write("a\"b\\c\n\r\t\u0000\u001f\u2028政😀"));
    }

    @Test
    void writesNumbersPlainAndWhatIsNoNumberAsNull() {
        assertEquals("100000000000\n", Json.write(new BigDecimal("1E+11")));
        assertEquals(
                "[\n  1,\n  0.5,\n  null,\n  true,\n  null\n]\n",
                Json.write(new ArrayList<>(Arrays.asList(1, 0.5, Double.NaN, true, null))));
    }

    @Test
    void keepsTheOrderOfMembers() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("b", List.of());
        members.put("a", Map.of());
        assertEquals("{\n  \"b\": [],\n  \"a\": {}\n}\n", Json.write(members));
    }
}
