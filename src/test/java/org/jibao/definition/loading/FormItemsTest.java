package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.loading.FormItems.Item;
import org.junit.jupiter.api.Test;

/** Changes of single words in the YAML of a form. */
class FormItemsTest {

    private static final String FORM = """
            # 𠮷 first
            cell: count   # assumed
            columns: [All, {id: due, label: Due, cell: {kind: amount, unit: 元}}]
            rows:
              - {id: day, cell: date, label: {zh: 𠮷日, en: Day}}   # kept
              - id: more
                label: More
            """;

    @Test
    void leavesTheTextWhereNothingIsChanged() {
        FormItems items = FormItems.of(FORM);
        assertEquals(List.of(new Item("All", ""), new Item("Due", "amount"), new Item("𠮷日", "date")), items.all());
        assertEquals(FORM, items.with(items.all()));
    }

    @Test
    void changesWordsAndKindsInTheirPlaces() {
        List<Item> wanted = new ArrayList<>();
        wanted.add(new Item("A \"b\\", "text"));
        wanted.add(new Item("Due", "percent"));
        wanted.add(new Item("时间", "text"));
        assertEquals(
                FORM.replace("[All,", "[{id: all_, label: \"A \\\"b\\\\\", cell: text},")
                        .replace("kind: amount", "kind: percent")
                        .replace("cell: date, label: {zh: 𠮷日,", "cell: text, label: {zh: \"时间\","),
                FormItems.of(FORM).with(wanted));
    }

    @Test
    void findsNothingInWhatIsNoYaml() {
        assertEquals(List.of(), FormItems.of("columns: [a").all());
        assertEquals(List.of(), FormItems.of("").all());
    }
}
