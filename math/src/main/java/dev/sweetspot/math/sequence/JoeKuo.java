package dev.sweetspot.math.sequence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The direction numbers of Joe and Kuo 2008, computed once from the file beside this class. */
final class JoeKuo {
    private static final int BITS = 32;
    private static final String FILE = "new-joe-kuo-6.512";
    private static final int[][] DIRECTIONS = read();

    private JoeKuo() {}

    /** The number v_(bit+1) of a dimension from 0, its binary point before the highest of 32 bits. */
    static int direction(int dimension, int bit) {
        return DIRECTIONS[dimension][bit];
    }

    private static int[][] read() {
        var directions = new int[Sobol.MOST_DIMENSIONS][];
        directions[0] = new int[BITS];
        for (int k = 0; k < BITS; k++) {
            directions[0][k] = 1 << (BITS - 1 - k);
        }
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(JoeKuo.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.startsWith("d")) {
                    var fields = line.trim().split("\\s+");
                    directions[Integer.parseInt(fields[0]) - 1] = directions(fields);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + ": cannot be read", e);
        }
        return directions;
    }

    /** The recurrence (Joe and Kuo 2008, equation 2.2); the fields are d, s, a, m_1, ..., m_s. */
    private static int[] directions(String[] fields) {
        int degree = Integer.parseInt(fields[1]);
        int polynomial = Integer.parseInt(fields[2]);
        var v = new int[BITS];
        for (int k = 0; k < BITS; k++) {
            if (k < degree) {
                v[k] = Integer.parseInt(fields[3 + k]) << (BITS - 1 - k);
                continue;
            }
            v[k] = v[k - degree] ^ (v[k - degree] >>> degree);
            for (int i = 1; i < degree; i++) {
                if (((polynomial >>> (degree - 1 - i)) & 1) != 0) {
                    v[k] ^= v[k - i];
                }
            }
        }
        return v;
    }
}
