package org.jibao.definition.loading;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a YAML file as nodes, which know their lines. Nothing is ever constructed from a tag, and aliases, depth and
 * size are limited: a job folder is data, and may have been sent by anyone.
 */
final class YamlReader {

    private static final Wording WORDS = Wording.of(YamlReader.class);

    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 20;
    private static final int MOST_LETTERS = 1 << 20;

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);

    private YamlReader() {}

    /** The file's mapping, or empty where there is none: then a problem says so. */
    static Optional<Mapping> read(DefinitionFile source, String text) {
        try {
            Node root = new Yaml(new SafeConstructor(options())).compose(new java.io.StringReader(text));
            reportTags(source, root, Collections.newSetFromMap(new IdentityHashMap<>()));
            if (root instanceof MappingNode mapping) {
                return Optional.of(new Mapping(source, mapping));
            }
            source.report(1, WORDS.text("yaml.no-mapping"));
        } catch (MarkedYAMLException e) {
            source.report(line(e), WORDS.text("yaml.not-valid", String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            source.report(1, WORDS.text("yaml.not-valid", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_LETTERS);
        // Every tag gets as far as reportTags, which refuses all but the plain ones without ending at the first.
        options.setTagInspector(tag -> true);
        return options;
    }

    private static int line(MarkedYAMLException e) {
        return e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
    }

    private static void reportTags(DefinitionFile source, @Nullable Node node, Set<Node> seen) {
        if (node == null || !seen.add(node)) {
            return;
        }
        if (!PLAIN.contains(node.getTag())) {
            source.report(
                    node.getStartMark().getLine() + 1,
                    WORDS.text("yaml.tag", node.getTag().getValue()));
        }
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> reportTags(source, item, seen));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                reportTags(source, entry.getKeyNode(), seen);
                reportTags(source, entry.getValueNode(), seen);
            }
        }
    }
}
