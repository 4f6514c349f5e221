package dev.sweetspot.deep.handover;

import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Elementwise;
import dev.sweetspot.deep.graph.FillMissing;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Join;
import dev.sweetspot.deep.graph.LookUp;
import dev.sweetspot.deep.graph.OnnxAttribute;
import dev.sweetspot.deep.graph.TakeColumns;
import dev.sweetspot.deep.graph.Value;
import dev.sweetspot.deep.network.layer.Flow;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a table. Numbers go in raw, NaN where one is missing; categories as their place in the list that the notes give,
 * the length of the list for another one, -1 where it is missing.
 */
public final class TableIntake implements Intake {
    private static final int MISSING = -1;
    private static final int FLOAT = 1;
    private static final Elementwise IS_MISSING = Elementwise.of(
            "is_missing",
            "torch.isnan(x).float()",
            (nodes, x) -> nodes.node("Cast", List.of(nodes.node("IsNaN", x)), Map.of("to", OnnxAttribute.of(FLOAT))));

    private final List<Fields> numbers = new ArrayList<>();
    private final List<Fields> categories = new ArrayList<>();
    private final List<Fields> columns = new ArrayList<>();

    /**
     * As a table was prepared for the network.
     *
     * @throws InvalidInputException where its numbers are scaled by rank, which is not handed over
     */
    public TableIntake(TablePreparation preparation) {
        for (var item : Fields.of(preparation.toForm()).list("columns").items()) {
            var column = Fields.of(item);
            columns.add(column);
            if (column.find("number").isEmpty()) {
                categories.add(column);
            } else if (column.find("quantiles").isEmpty()) {
                numbers.add(column);
            } else {
                throw new InvalidInputException(
                        "scaling",
                        preparation.scaling().word(),
                        "cannot be handed over to other tools yet",
                        "another scaling of numbers?");
            }
        }
    }

    @Override
    public Flow write(Graph graph) {
        var parts = new ArrayList<Value>();
        if (!numbers.isEmpty()) {
            writeNumbers(graph, parts);
        }
        if (!categories.isEmpty()) {
            var given = graph.input(new Graph.Input(
                    "categories",
                    List.of(categories.size()),
                    true,
                    "for each column of categories the place in its list, its length for another one, -1 for none"));
            for (int i = 0; i < categories.size(); i++) {
                var table = graph.constant("categories_" + i, table(categories.get(i)));
                parts.add(graph.apply("input", new LookUp(i, MISSING), List.of(given, table)));
            }
        }
        var all = parts.get(0);
        for (var part : parts.subList(1, parts.size())) {
            all = graph.apply("input", new Join(), List.of(all, part));
        }
        return Flow.of(graph.apply("input", new TakeColumns(order()), List.of(all)));
    }

    /** The scaled numbers, and for each whether it is missing. */
    private void writeNumbers(Graph graph, List<Value> parts) {
        var given = graph.input(new Graph.Input(
                "numbers", List.of(numbers.size()), false, "raw numbers in the order of the columns, NaN for none"));
        var medians = graph.constant("input_median", row("median"));
        var centres = graph.constant("input_centre", row("centre"));
        var spreads = graph.constant("input_spread", row("spread"));
        var filled = graph.apply("input", new FillMissing(), List.of(given, medians));
        var centred = graph.apply("input", Binary.SUBTRACT, List.of(filled, centres));
        parts.add(graph.apply("input", Binary.DIVIDE, List.of(centred, spreads)));
        parts.add(graph.apply("input", IS_MISSING, List.of(given)));
    }

    private Constant row(String name) {
        var values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers.get(i).number(name);
        }
        return Constant.row(values);
    }

    private static boolean is(Fields column, String name) {
        return column.findTruth(name).orElse(false);
    }

    private static int width(Fields category) {
        return category.list("kept").items().size()
                + (is(category, "pooled") ? 1 : 0)
                + (is(category, "marked") ? 1 : 0);
    }

    /** The inputs of each category: first of none, then of each, then of another. */
    private static Constant table(Fields category) {
        int kept = category.list("kept").items().size();
        int width = width(category);
        var values = new float[(kept + 2) * width];
        if (is(category, "marked")) {
            values[width - 1] = 1;
        }
        for (int i = 0; i < kept + (is(category, "pooled") ? 1 : 0); i++) {
            values[(i + 1) * width + i] = 1;
        }
        return new Constant(List.of(kept + 2, width), values, false);
    }

    /** Where the network's inputs stand among numbers, their marks, and categories. */
    private List<Integer> order() {
        var order = new ArrayList<Integer>();
        int number = 0;
        int place = 2 * numbers.size();
        for (var column : columns) {
            if (column.find("number").isPresent()) {
                order.add(number);
                if (is(column, "marked")) {
                    order.add(numbers.size() + number);
                }
                number++;
            } else {
                for (int i = 0; i < width(column); i++) {
                    order.add(place++);
                }
            }
        }
        return order;
    }

    /** {@code numbers} and {@code categories}: JSON, the names of the columns, and of the categories in their order. */
    @Override
    public Map<String, String> notes() {
        var names = new LinkedHashMap<String, Form>();
        categories.forEach(column -> names.put(column.text("category"), column.list("kept")));
        return Map.of(
                "numbers",
                Json.write(Form.of(numbers.stream()
                        .map(column -> Form.of(column.text("number")))
                        .toList())),
                "categories",
                Json.write(Form.of(names)));
    }
}
