package org.jibao.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    @Test
    void readsBackWhatItWrote() throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("text", "“引号\"、换行\n、反斜杠\\");
        object.put("count", 9_007_199_254_740_993L);
        object.put("amount", new BigDecimal("0.10"));
        object.put("truth", true);
        object.put("missing", null);
        object.put("list", Arrays.asList(1L, "二", null, List.of()));
        object.put("inner", new LinkedHashMap<>(Map.of("a", 1L)));
        assertEquals(object, Json.object(Json.line(object)));
        assertEquals(object, Json.object(Json.of(object)));
        assertEquals(
                List.copyOf(object.keySet()),
                List.copyOf(Json.object(Json.of(object)).keySet()));
    }

    @Test
    void keepsALineOnOneLine() {
        assertEquals("{\"a\":\"x\\ny\",\"b\":[1,2]}", Json.line(ordered()));
    }

    private static Map<String, Object> ordered() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("a", "x\ny");
        object.put("b", List.of(1, 2));
        return object;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"a\":1", "{\"a\":1} {\"b\":2}", "{a:1}", "null"})
    void refusesWhatIsNotOneObject(String text) {
        assertThrows(IOException.class, () -> Json.object(text));
    }
}
