package dev.sweetspot.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers as people write them, and what they are told where one is none. */
final class Numbers {
    private Numbers() {}

    /** For all options of all commands. */
    static CommandLine in(CommandLine line) {
        ITypeConverter<Integer> whole = of("must be a whole number", Integer::valueOf);
        ITypeConverter<Long> large = of("must be a whole number", Long::valueOf);
        ITypeConverter<Double> real = of("must be a number", Double::valueOf);
        return line.registerConverter(Integer.class, whole)
                .registerConverter(int.class, whole)
                .registerConverter(Long.class, large)
                .registerConverter(long.class, large)
                .registerConverter(Double.class, real)
                .registerConverter(double.class, real);
    }

    private static <T> ITypeConverter<T> of(String rule, Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text.strip());
            } catch (NumberFormatException e) {
                throw new TypeConversionException(rule);
            }
        };
    }
}
