package dev.sweetspot.yaml;

import dev.sweetspot.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Forms as YAML that people like to read: blocks, with short lists on one line. */
final class YamlWriter {
    /** Readers of YAML 1.1 take these for truth values. */
    private static final Set<String> TRUTHS_ELSEWHERE = Set.of("y", "n", "yes", "no", "on", "off");

    private static final int WIDTH = 120;

    private YamlWriter() {}

    static String write(Form form) {
        var settings = DumpSettings.builder()
                .setSchema(new CoreSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(WIDTH)
                .setSplitLines(false)
                .setUseUnicodeEncoding(true)
                .setIndent(2)
                .build();
        var text = new Text();
        new Dump(settings).dumpNode(node(form), text);
        return text.toString();
    }

    private static Node node(Form form) {
        if (form instanceof Form.MapForm map) {
            var tuples = new ArrayList<NodeTuple>();
            map.entries().forEach((key, value) -> tuples.add(new NodeTuple(text(key), node(value))));
            return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
        }
        if (form instanceof Form.ListForm list) {
            var items = list.items().stream().map(YamlWriter::node).toList();
            return new SequenceNode(Tag.SEQ, items, plain(list.items()) ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (form instanceof Form.TextForm text) {
            return text(text.value());
        }
        if (form instanceof Form.NumberForm number) {
            boolean whole = number.literal().chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
            return new ScalarNode(whole ? Tag.INT : Tag.FLOAT, number.literal(), ScalarStyle.PLAIN);
        }
        if (form instanceof Form.BooleanForm truth) {
            return new ScalarNode(Tag.BOOL, Boolean.toString(truth.value()), ScalarStyle.PLAIN);
        }
        return new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN);
    }

    private static boolean plain(List<Form> items) {
        return items.stream().noneMatch(item -> item instanceof Form.MapForm || item instanceof Form.ListForm);
    }

    private static ScalarNode text(String value) {
        var style = TRUTHS_ELSEWHERE.contains(value.toLowerCase(Locale.ROOT))
                        || value.chars().anyMatch(c -> c < ' ' || c == 0x85 || (c != ' ' && Character.isSpaceChar(c)))
                ? ScalarStyle.DOUBLE_QUOTED
                : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, value, style);
    }

    private static final class Text implements StreamDataWriter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String part) {
            text.append(part);
        }

        @Override
        public void write(String part, int from, int length) {
            text.append(part, from, from + length);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
