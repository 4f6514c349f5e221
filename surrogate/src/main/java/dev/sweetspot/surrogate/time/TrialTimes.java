package dev.sweetspot.surrogate.time;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.TimeForecast;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import java.util.Optional;

/** The forecast of {@link SecondsModel}, fitted once for each version of a history. */
public final class TrialTimes implements TimeForecast {
    /** For the service loader. */
    public TrialTimes() {}

    private record Fitted(long version, Optional<SecondsModel> model) {}

    @Override
    public Optional<Takes> whole(Question question, Configuration configuration) {
        return model(question)
                .map(model -> model.at(Encoding.of(question.space()).encode(configuration)));
    }

    private static Optional<SecondsModel> model(Question question) {
        long version = question.history().version();
        return question.memory()
                .recall(Fitted.class, Fitted.class)
                .filter(fitted -> fitted.version() == version)
                .orElseGet(() -> {
                    var fitted = new Fitted(version, SecondsModel.of(question));
                    question.memory().keep(Fitted.class, fitted);
                    return fitted;
                })
                .model();
    }
}
