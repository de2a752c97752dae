package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Columns, rows and fields of a form's YAML. Their words and kinds of cells can be changed; every other byte stays. */
public final class FormItems {

    private static final List<String> LISTS = List.of("columns", "rows", "fields");

    private final String text;
    private final List<ItemNode> items;

    private FormItems(String text, List<ItemNode> items) {
        this.text = text;
        this.items = items;
    }

    /**
     * One of them.
     *
     * @param label its words; of a text in two languages the first
     * @param kind of its cells, or empty where it has that of the form
     */
    public record Item(String label, String kind) {}

    private record ItemNode(
            Node node, ScalarNode label, @Nullable ScalarNode kind) {}

    /** Those that are written on one line, as in a drafted form; none where the text is no YAML. */
    public static FormItems of(String text) {
        List<ItemNode> items = new ArrayList<>();
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new java.io.StringReader(text));
            for (String list : LISTS) {
                if (root instanceof MappingNode form && value(form, list) instanceof SequenceNode sequence) {
                    sequence.getValue().forEach(node -> item(node).ifPresent(items::add));
                }
            }
        } catch (YAMLException e) {
            items.clear();
        }
        return new FormItems(text, items);
    }

    private static Optional<ItemNode> item(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(new ItemNode(node, scalar, null));
        }
        boolean oneLine = node instanceof MappingNode
                && node.getStartMark().getLine() == node.getEndMark().getLine();
        if (!oneLine) {
            return Optional.empty();
        }
        MappingNode mapping = (MappingNode) node;
        Node label = value(mapping, "label");
        Node cell = value(mapping, "cell");
        Node words = label instanceof MappingNode two && !two.getValue().isEmpty()
                ? two.getValue().get(0).getValueNode()
                : label;
        Node kind = cell instanceof MappingNode typed ? value(typed, "kind") : cell;
        return words instanceof ScalarNode scalar
                ? Optional.of(new ItemNode(node, scalar, kind instanceof ScalarNode word ? word : null))
                : Optional.empty();
    }

    private static @Nullable Node value(MappingNode mapping, String key) {
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                return entry.getValueNode();
            }
        }
        return null;
    }

    /** In the order of the file. */
    public List<Item> all() {
        return items.stream()
                .map(item -> new Item(
                        item.label().getValue(),
                        item.kind() == null ? "" : item.kind().getValue()))
                .toList();
    }

    /**
     * The text in which items say something else; what is said as before is left as it is written.
     *
     * @param wanted one for each of {@link #all()}
     */
    public String with(List<Item> wanted) {
        StringBuilder changed = new StringBuilder(text);
        // From the end, so that places before it stay.
        for (int place = items.size() - 1; place >= 0; place--) {
            change(changed, items.get(place), all().get(place), wanted.get(place));
        }
        return changed.toString();
    }

    private void change(StringBuilder changed, ItemNode item, Item was, Item wanted) {
        boolean words = !wanted.label().equals(was.label());
        boolean kind = !wanted.kind().equals(was.kind()) && !wanted.kind().isEmpty();
        if (item.node() instanceof MappingNode mapping) {
            ScalarNode cell = kind ? item.kind() : null;
            boolean behind = cell != null && after(cell, item.label());
            if (kind && cell == null) {
                insert(changed, at(mapping.getEndMark()) - 1, ", cell: " + wanted.kind());
            }
            if (cell != null && behind) {
                replace(changed, cell, wanted.kind());
            }
            if (words) {
                replace(changed, item.label(), quoted(wanted.label()));
            }
            if (cell != null && !behind) {
                replace(changed, cell, wanted.kind());
            }
            if (words && value(mapping, "id") == null) {
                insert(changed, at(mapping.getStartMark()) + 1, id(was));
            }
        } else if (words || kind) {
            String id = words ? id(was) : "";
            String cell = kind ? ", cell: " + wanted.kind() : "";
            replace(changed, item.label(), "{" + id + "label: " + quoted(wanted.label()) + cell + "}");
        }
    }

    /** The id that the loader made of the words before: checks and figures name the item by it. */
    private static String id(Item was) {
        String made = LabelId.of(was.label());
        return made.isEmpty() ? "" : "id: " + made + ", ";
    }

    private static boolean after(ScalarNode one, ScalarNode other) {
        return one.getStartMark().getIndex() > other.getStartMark().getIndex();
    }

    private void replace(StringBuilder changed, ScalarNode node, String with) {
        changed.replace(at(node.getStartMark()), at(node.getEndMark()), with);
    }

    private static void insert(StringBuilder changed, int place, String what) {
        changed.insert(place, what);
    }

    /** Marks count letters, and a rare Chinese letter takes two places of a text. */
    private int at(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        words.codePoints().filter(sign -> !Character.isISOControl(sign)).forEach(sign -> {
            if (sign == '"' || sign == '\\') {
                quoted.append('\\');
            }
            quoted.appendCodePoint(sign);
        });
        return quoted.append('"').toString();
    }
}
