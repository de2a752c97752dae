package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.definition.Field;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm.Reach;
import org.jibao.definition.RowCondition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * {@code skip: "split is null"} and {@code until: "split = 'Total'"}: fields, texts, {@code is null}, {@code =}, {@code <>}, {@code in},
 * {@code like}, {@code and}, {@code or}, {@code not} and brackets.
 */
final class RowConditionReader {

    private static final Wording WORDS = Wording.of(RowConditionReader.class);
    private static final Pattern TOKEN = Pattern.compile(
            "\\G\\s*+(?:('(?:[^']|'')*+')|(<>|!=|[=(),])|([A-Za-z_][A-Za-z0-9_]*+)|(-?+\\d++(?:\\.\\d++)?+))");
    private static final int DEEPEST = 50;

    private final List<Field> fields;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;

    /** Why a text is no condition. */
    private static final class NotACondition extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text why;

        NotACondition(Text why) {
            super(why.en());
            this.why = why;
        }
    }

    private RowConditionReader(List<Field> fields) {
        this.fields = fields;
    }

    /** Which rows of a register are entries. */
    static Reach read(Mapping form, List<Field> fields) {
        return new Reach(read(form.get("skip"), fields), read(form.get("until"), fields));
    }

    private static @Nullable RowCondition read(Value value, List<Field> fields) {
        String text = value.text();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new RowConditionReader(fields).parse(text);
        } catch (NotACondition e) {
            value.report(e.why);
            return null;
        }
    }

    private RowCondition parse(String text) throws NotACondition {
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (end < text.strip().length()) {
            if (!matcher.region(end, text.strip().length()).lookingAt()) {
                throw unexpected(text.strip().substring(end).strip());
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        RowCondition condition = either();
        if (next < tokens.size()) {
            throw unexpected(tokens.get(next));
        }
        return condition;
    }

    private RowCondition either() throws NotACondition {
        RowCondition condition = both();
        while (taken("or")) {
            condition = new RowCondition.Either(condition, both());
        }
        return condition;
    }

    private RowCondition both() throws NotACondition {
        RowCondition condition = one();
        while (taken("and")) {
            condition = new RowCondition.Both(condition, one());
        }
        return condition;
    }

    private RowCondition one() throws NotACondition {
        if (++depth > DEEPEST) {
            throw unexpected(peek());
        }
        if (taken("not")) {
            return new RowCondition.Not(one());
        }
        if (taken("(")) {
            RowCondition inner = either();
            need(")");
            return inner;
        }
        return comparison(field());
    }

    private RowCondition comparison(Field field) throws NotACondition {
        if (taken("is")) {
            boolean not = taken("not");
            need("null");
            return negated(not, new RowCondition.Blank(field.id()));
        }
        if (taken("=")) {
            return same(field, literal());
        }
        if (taken("<>") || taken("!=")) {
            return new RowCondition.Not(same(field, literal()));
        }
        boolean not = taken("not");
        if (taken("like")) {
            return negated(not, new RowCondition.Like(field.id(), literal()));
        }
        need("in");
        need("(");
        RowCondition any = same(field, literal());
        while (taken(",")) {
            any = new RowCondition.Either(any, same(field, literal()));
        }
        need(")");
        return negated(not, any);
    }

    private static RowCondition negated(boolean not, RowCondition condition) {
        return not ? new RowCondition.Not(condition) : condition;
    }

    /** Where the field has a list, the id of a value stands for all its wordings, as in a rule. */
    private static RowCondition same(Field field, String text) {
        RowCondition same = new RowCondition.Same(field.id(), text);
        for (Label value : field.values()) {
            if (value.id().equals(text)) {
                List<String> wordings = Stream.concat(
                                Stream.of(value.text().zh(), value.text().en()), value.aliases().stream())
                        .distinct()
                        .toList();
                for (String wording : wordings) {
                    same = new RowCondition.Either(same, new RowCondition.Same(field.id(), wording));
                }
            }
        }
        return same;
    }

    private Field field() throws NotACondition {
        String name = peek();
        Optional<Field> known =
                fields.stream().filter(field -> field.id().equals(name)).findFirst();
        if (known.isEmpty()) {
            boolean word = !name.isEmpty() && Character.isLetter(name.charAt(0));
            List<String> ids = fields.stream().map(Field::id).toList();
            throw word ? new NotACondition(Suggestion.unknown("noun.field", name, ids)) : unexpected(name);
        }
        next++;
        return known.get();
    }

    private String literal() throws NotACondition {
        String token = peek();
        boolean text = token.startsWith("'");
        if (!text && !token.matches("-?\\d.*")) {
            throw unexpected(token);
        }
        next++;
        return text ? token.substring(1, token.length() - 1).replace("''", "'") : token;
    }

    private void need(String token) throws NotACondition {
        if (!taken(token)) {
            throw unexpected(peek());
        }
    }

    private boolean taken(String token) {
        boolean here = peek().toLowerCase(Locale.ROOT).equals(token);
        next += here ? 1 : 0;
        return here;
    }

    /** The next token; empty at the end. */
    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private static NotACondition unexpected(String token) {
        return new NotACondition(
                token.isEmpty() ? WORDS.text("form.condition-ends") : WORDS.text("form.condition-token", token));
    }
}
