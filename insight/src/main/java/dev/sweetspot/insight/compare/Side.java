package dev.sweetspot.insight.compare;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.insight.Studied;
import java.util.Optional;

/**
 * One of two studies.
 *
 * @param choice what is chosen of it; empty before there is anything
 * @param answers what its winner said of the test items; empty where no job handed it over
 */
public record Side(Studied studied, Optional<Choice> choice, Optional<Answers> answers) {
    /** The hash of its data, as its workload says; empty for what Sweetspot does not train itself. */
    Optional<String> data() {
        return studied.spec().errand().find("workload").orElse(null) instanceof MapForm workload
                        && workload.find("settings").orElse(null) instanceof MapForm settings
                ? Fields.of(settings).findText("data_hash")
                : Optional.empty();
    }

    String name() {
        return studied.name();
    }
}
