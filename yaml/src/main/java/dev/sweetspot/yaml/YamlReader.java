package dev.sweetspot.yaml;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The parser's nodes to forms. */
final class YamlReader {
    /** Deeper than anything people write, and far from the end of the stack. */
    private static final int DEEPEST = 100;
    /** Aliases of aliases can make a few lines into billions of values. */
    private static final int MOST_VALUES = 1_000_000;

    private final String source;
    private int values;

    YamlReader(String source) {
        this.source = source;
    }

    Form read(String text) {
        if (NestingGuard.tooDeep(text, DEEPEST)) {
            throw wrong(Position.NONE, "is nested deeper than " + DEEPEST + " levels", "a bracket that is not closed?");
        }
        var settings = LoadSettings.builder()
                .setLabel(source)
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .setAllowNonScalarKeys(true)
                .setUseMarks(true)
                .build();
        try {
            var documents = new Compose(settings).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                return new Form.MapForm(new LinkedHashMap<>(), new Position(source, 1, 1));
            }
            var root = documents.next();
            if (documents.hasNext()) {
                throw wrong(
                        at(documents.next()),
                        "a second document begins here, and there can be one only",
                        "remove ---?");
            }
            return form(root, 0);
        } catch (MarkedYamlEngineException e) {
            var complaint = Complaint.of(e);
            throw wrong(
                    complaint.place().map(this::at).orElse(new Position(source, 0, 0)),
                    "is no YAML: " + complaint.rule(),
                    complaint.maybe());
        } catch (ReaderException e) {
            throw wrong(
                    at(text, e.getPosition()),
                    String.format("is no text: the character U+%04X cannot stand in one", e.getCodePoint()),
                    "another file was meant?");
        } catch (YamlEngineException e) {
            throw wrong(new Position(source, 0, 0), "is no YAML: " + e.getMessage(), "");
        }
    }

    /** The place of a character. */
    private Position at(String text, int codePoints) {
        var before = text.codePoints().limit(codePoints).toArray();
        int line = 1;
        int column = 1;
        for (int c : before) {
            line = c == '\n' ? line + 1 : line;
            column = c == '\n' ? 1 : column + 1;
        }
        return new Position(source, line, column);
    }

    private Form form(Node node, int depth) {
        if (++values > MOST_VALUES) {
            throw wrong(
                    at(node),
                    "has more than " + MOST_VALUES + " values once its aliases are expanded",
                    "fewer aliases of aliases?");
        }
        if (depth > DEEPEST) {
            throw wrong(at(node), "is nested deeper than " + DEEPEST + " levels", "an alias of itself?");
        }
        boolean known =
                node instanceof ScalarNode || node.getTag().equals(node instanceof MappingNode ? Tag.MAP : Tag.SEQ);
        if (!known) {
            throw wrong(at(node), "the tag " + node.getTag() + " is not known", "remove it?");
        }
        if (node instanceof MappingNode map) {
            return map(map, depth);
        }
        if (node instanceof SequenceNode list) {
            var items = new ArrayList<Form>();
            for (var item : list.getValue()) {
                items.add(form(item, depth + 1));
            }
            return new Form.ListForm(items, at(node));
        }
        return scalar((ScalarNode) node);
    }

    private Form map(MappingNode map, int depth) {
        var entries = new LinkedHashMap<String, Form>();
        var places = new LinkedHashMap<String, Position>();
        for (var tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.NULL)) {
                throw wrong(at(tuple.getKeyNode()), "must have plain texts as keys", "quotes around it?");
            }
            if (key.getScalarStyle() == ScalarStyle.PLAIN
                    && key.getValue().codePoints().anyMatch(c -> c != ' ' && Character.isSpaceChar(c))) {
                throw wrong(
                        at(key),
                        "has a character that looks like a space and is none: "
                                + key.getValue()
                                        .codePoints()
                                        .filter(c -> c != ' ' && Character.isSpaceChar(c))
                                        .mapToObj(c -> String.format("U+%04X", c))
                                        .findFirst()
                                        .orElseThrow(),
                        "type the spaces of this line again?");
            }
            var first = places.put(key.getValue(), at(key));
            if (first != null) {
                throw wrong(
                        at(key),
                        "the key \"" + key.getValue() + "\" is there twice, first in line " + first.line(),
                        "remove one of them?");
            }
            entries.put(key.getValue(), form(tuple.getValueNode(), depth + 1));
        }
        return new Form.MapForm(entries, at(map), places);
    }

    private Form scalar(ScalarNode node) {
        var text = node.getValue();
        var tag = node.getTag();
        if (tag.equals(Tag.STR)) {
            return new Form.TextForm(text, at(node));
        }
        if (tag.equals(Tag.BOOL)) {
            return new Form.BooleanForm(text.equalsIgnoreCase("true"), at(node));
        }
        if (tag.equals(Tag.NULL)) {
            return new Form.NullForm(at(node));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Numerals.form(text, at(node))
                    .orElseThrow(() -> wrong(at(node), "\"" + text + "\" is not a number", ""));
        }
        throw wrong(at(node), "the tag " + tag + " is not known", "remove it?");
    }

    private Position at(Node node) {
        return node.getStartMark().map(this::at).orElse(new Position(source, 0, 0));
    }

    private Position at(Mark mark) {
        return new Position(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private InvalidInputException wrong(Position place, String rule, String maybe) {
        var where =
                Optional.of(place.toString()).filter(words -> !words.isEmpty()).orElse(source);
        return new InvalidInputException(where + ": " + rule + "." + (maybe.isEmpty() ? "" : " Maybe " + maybe));
    }
}
