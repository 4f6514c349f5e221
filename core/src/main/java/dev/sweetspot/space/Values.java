package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Lists of choices, and how more come into them. */
final class Values {
    private Values() {}

    /**
     * The wanted values, those that are there already as they are, the others of the same type: a person may have written
     * "128" where numbers stand.
     */
    static List<Object> alike(String name, List<Object> there, List<Object> wanted) {
        var result = new ArrayList<Object>();
        for (var value : wanted) {
            var label = Choice.of(value).label();
            var known = there.stream()
                    .filter(each ->
                            each.equals(value) || Choice.of(each).label().equals(label))
                    .findFirst();
            result.add(known.orElseGet(() -> converted(name, there, value)));
        }
        return result;
    }

    private static Object converted(String name, List<Object> there, Object value) {
        var types = there.stream().map(Object::getClass).distinct().toList();
        if (types.size() != 1 || types.get(0) == value.getClass()) {
            return value;
        }
        var type = types.get(0);
        if (type == String.class) {
            return Choice.of(value).label();
        }
        var example = there.get(0);
        if (type == Integer.class || type == Double.class) {
            double number = Ranges.number(name, value, "like the others", example);
            if (type == Double.class) {
                return number;
            }
            if (number == (int) number) {
                return (int) number;
            }
        }
        throw new InvalidInputException(
                name,
                Choice.of(value).label(),
                "must be of the type of the other choices, " + type.getSimpleName(),
                "a value like " + Choice.of(example).label() + "?");
    }

    /**
     * Choices in order, with new ones between: numbers in growing order where the old ones are, else each new one beside
     * the one that it stands beside in the wanted order.
     */
    static List<Object> merged(String name, List<Object> there, List<Object> wanted) {
        var result = new ArrayList<>(there);
        if (there.size() > 1 && growing(there)) {
            wanted.stream().filter(value -> !there.contains(value)).forEach(result::add);
            result.sort((one, other) -> Double.compare(((Number) one).doubleValue(), ((Number) other).doubleValue()));
            return result;
        }
        for (int i = 0; i < wanted.size(); i++) {
            var value = wanted.get(i);
            if (result.contains(value)) {
                continue;
            }
            if (i > 0) {
                result.add(result.indexOf(wanted.get(i - 1)) + 1, value);
            } else {
                int next = wanted.stream()
                        .filter(there::contains)
                        .mapToInt(there::indexOf)
                        .findFirst()
                        .orElse(there.size());
                result.add(next, value);
            }
        }
        int last = -1;
        for (var value : wanted) {
            int place = result.indexOf(value);
            if (place < last) {
                throw new InvalidInputException(
                        name,
                        Choices.inWords(wanted.stream().map(Choice::of).toList()),
                        "must be in the order that the choices had: "
                                + Choices.inWords(there.stream().map(Choice::of).toList()),
                        "sort them?");
            }
            last = place;
        }
        return result;
    }

    private static boolean growing(List<Object> values) {
        double last = Double.NEGATIVE_INFINITY;
        for (var value : values) {
            if (!(value instanceof Number number) || !(number.doubleValue() > last)) {
                return false;
            }
            last = number.doubleValue();
        }
        return true;
    }
}
