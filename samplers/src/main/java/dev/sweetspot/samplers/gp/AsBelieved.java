package dev.sweetspot.samplers.gp;

import dev.sweetspot.surrogate.BelievedDensity;
import java.util.Arrays;

/**
 * A person's belief as a factor that fades: the density to the power of {@code weight}, which falls as one over the
 * number of trials (Hvarfner et al. 2022, ICLR, equation 6). A wrong belief costs some trials and is then forgotten.
 */
record AsBelieved(BelievedDensity density, double weight) implements Acquisition {
    @Override
    public double at(double[] point) {
        return weight * density.log(point);
    }

    @Override
    public double[] at(double[][] points) {
        var values = new double[points.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(points[i]);
        }
        return values;
    }

    @Override
    public double at(double[] point, double[] slope) {
        Arrays.fill(slope, 0);
        density.addSlope(point, weight, slope);
        return at(point);
    }
}
