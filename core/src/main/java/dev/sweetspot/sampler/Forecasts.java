package dev.sweetspot.sampler;

import java.util.Optional;
import java.util.ServiceLoader;

/** The forecasts that are installed: of each kind the first one found, or none. */
public final class Forecasts {
    private Forecasts() {}

    /** Who says how much a study can still gain. */
    public static Optional<GainForecast> ofGain() {
        return ServiceLoader.load(GainForecast.class, Forecasts.class.getClassLoader())
                .findFirst();
    }

    /** Who says how long trials take. */
    public static Optional<TimeForecast> ofTime() {
        return ServiceLoader.load(TimeForecast.class, Forecasts.class.getClassLoader())
                .findFirst();
    }
}
