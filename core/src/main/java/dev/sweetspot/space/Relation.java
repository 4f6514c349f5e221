package dev.sweetspot.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must hold between the values of one configuration. A relation counts only where all the parameters that it
 * names are active. An order {@code x <= y} is the linear relation {@code x - y <= 0}.
 */
public sealed interface Relation {
    /** As study files write it. */
    String inWords();

    /**
     * {@code smaller <= larger}.
     *
     * @param smaller a real or whole-number parameter, like {@code larger}
     */
    static Linear order(Parameter<?> smaller, Parameter<?> larger) {
        var factors = new LinkedHashMap<String, Double>();
        factors.put(smaller.name(), 1.0);
        factors.put(larger.name(), -1.0);
        return new Linear(factors, Comparison.AT_MOST, 0);
    }

    /** How the two sides of a linear relation compare. */
    enum Comparison {
        /** At most. */
        AT_MOST("<="),
        /** Equal, up to rounding; with real numbers the last one named is computed from the others. */
        EQUAL("="),
        /** At least. */
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** {@code <=}, {@code =}, {@code >=}. */
        public String sign() {
            return sign;
        }
    }

    /**
     * {@code sum of factor times value (comparison) bound}.
     *
     * @param factors by name of a real or whole-number parameter, finite, none of them 0
     */
    record Linear(Map<String, Double> factors, Comparison comparison, double bound) implements Relation {
        /** Keeps a copy in the order given. */
        public Linear {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
            if (factors.isEmpty() || factors.values().stream().anyMatch(f -> f == 0 || !Double.isFinite(f))) {
                throw new IllegalArgumentException("factors = " + factors + ": must be finite and not 0");
            }
        }

        /** The factor of a parameter; 0 when it is not in the relation. */
        public double factor(String name) {
            return factors.getOrDefault(name, 0.0);
        }

        @Override
        public String inWords() {
            var text = new StringBuilder();
            factors.forEach((name, factor) -> {
                if (text.length() > 0) {
                    text.append(factor < 0 ? " - " : " + ");
                } else if (factor < 0) {
                    text.append('-');
                }
                double size = Math.abs(factor);
                text.append(size == 1 ? name : Numbers.plain(size) + " * " + name);
            });
            return text + " " + comparison.sign() + " " + Numbers.plain(bound);
        }
    }

    /**
     * A combination that must not be.
     *
     * @param labels value by name of the parameter, as the parameters label them
     */
    record Forbidden(Map<String, String> labels) implements Relation {
        /** Keeps a copy in the order given. */
        public Forbidden {
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("a forbidden combination must name at least one value");
            }
        }

        @Override
        public String inWords() {
            return "forbid " + labels;
        }
    }
}
